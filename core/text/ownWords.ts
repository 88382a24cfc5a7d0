/**
 * Words that a story's own text tells. No dictionary has every name and term;
 * but what a headline speaks of stands in its story again and again, and there
 * it has other neighbours each time, while its characters keep together.
 */

/** Characters of a word that is looked for. */
const LENGTH = { least: 2, most: 4 }
/** Beside how many others it stands on either side: so it stands in the story twice at least, once in its headline. */
const NEIGHBOURS = 2
/** Of the places where the rarer of its two parts stands, so many are in the word. */
const TOGETHER = 0.5

const HAN = /^\p{Script=Han}+$/u
/** Words of one character that stand beside all others: nothing that begins or ends with one is a word for that. */
const LOOSE =
  '的了着过得在是有和与及把被对将向从到给为以让使由也都就还又再才却只已曾正要能会可应须没未不别更最很太这那该每各某谁你我他她它们一'
const AT_AN_END = new RegExp(`^[${LOOSE}]|[${LOOSE}]$`, 'u')

/** `words` of a headline, those put together that `text`, its story's, tells to be parts of one. Joined they are the headline still. */
export function ownWords(words: readonly string[], text: string): readonly string[] {
  const headline = words.join('')
  const found: string[] = []
  let at = 0
  for (const word of words) {
    const isWithin = at > 0 && isInside(headline, at, text)
    if (isWithin) found.push((found.pop() ?? '') + word)
    else found.push(word)
    at += word.length
  }
  return found
}

/** Whether a word of the story's own runs over the place `at` of its headline. */
function isInside(headline: string, at: number, text: string): boolean {
  for (let length = LENGTH.least; length <= LENGTH.most; length++) {
    for (let from = Math.max(0, at - length + 1); from < at; from++) {
      const word = headline.slice(from, from + length)
      if (word.length === length && isWord(word, at - from, text)) return true
    }
  }
  return false
}

function isWord(word: string, within: number, text: string): boolean {
  if (!HAN.test(word) || AT_AN_END.test(word)) return false
  const places = placesOf(word, text)
  const before = new Set(places.map((at) => text[at - 1]))
  const after = new Set(places.map((at) => text[at + word.length]))
  if (before.size < NEIGHBOURS || after.size < NEIGHBOURS) return false
  const parts = [word.slice(0, within), word.slice(within)]
  const rarest = Math.min(...parts.map((part) => placesOf(part, text).length))
  return places.length >= TOGETHER * rarest
}

function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}
