/** What the ledger counts: code points that are not white space. */

/** White space in the Unicode sense, the ideographic space (U+3000) and the byte order mark included. */
export const isSpace = (character: string): boolean => /^\s$/u.test(character)

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

/** Number of code points that are not white space; a lone surrogate counts as one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const character of text) if (!isSpace(character)) count++
  return count
}
