/**
 * Finds which lists of words have one that stands in a text, in one pass over it: at each character only
 * the words that begin with it are tried.
 */
export class WordFinder {
  /** For each UTF-16 unit one more than the index of the words that begin with it; 0 for none. */
  private readonly begins = new Uint16Array(0x10000)
  private readonly words: { readonly word: string; readonly list: number }[][] = []
  private readonly found: Uint8Array

  constructor(lists: readonly (readonly string[])[]) {
    this.found = new Uint8Array(lists.length)
    lists.forEach((words, list) => {
      for (const word of words) this.add(word, list)
    })
  }

  private add(word: string, list: number): void {
    const code = word.charCodeAt(0)
    if (this.begins[code] === 0) this.begins[code] = this.words.push([])
    this.words[(this.begins[code] as number) - 1]?.push({ word, list })
  }

  /** 1 for each list that has a word in the text; the next search overwrites it. */
  findIn(text: string): Uint8Array {
    const { begins, found } = this
    found.fill(0)
    for (let at = 0; at < text.length; at++) {
      const group = begins[text.charCodeAt(at)] as number
      if (group === 0) continue
      for (const { word, list } of this.words[group - 1] as (typeof this.words)[number])
        if (found[list] === 0 && (word.length === 1 || text.startsWith(word, at))) found[list] = 1
    }
    return found
  }
}
