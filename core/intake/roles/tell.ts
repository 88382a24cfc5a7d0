/**
 * A trait is named by its family and what it is there: `tell('width', 4)`. Told in parts, names need not be
 * put together to be looked up: a page tells some twenty thousand. A part told often is a *word*, read into
 * numbers once.
 */
export type Part = Word | string | number | boolean
export type Tell = (family: Word | string, a?: Part, b?: Part, c?: Part, d?: Part) => void

/** A part of a name, and two numbers for it; together they tell it from all others. */
export interface Word {
  readonly text: string
  readonly low: number
  readonly high: number
}

/** FNV-1a, and the same sum with another prime from another beginning. */
const [LOW, LOW_PRIME] = [0x811c9dc5, 0x01000193]
const [HIGH, HIGH_PRIME] = [0x2f0b4a27, 0x5bd1e995]

/** The numbers of the part of a text from `from` to `to`. */
export function lowOf(text: string, from: number, to: number): number {
  let low = LOW
  for (let at = from; at < to; at++) low = Math.imul(low ^ text.charCodeAt(at), LOW_PRIME)
  return low
}
export function highOf(text: string, from: number, to: number): number {
  let high = HIGH
  for (let at = from; at < to; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), HIGH_PRIME)
    high ^= high >>> 15
  }
  return high
}

export const wordOf = (text: string): Word => ({
  text,
  low: lowOf(text, 0, text.length),
  high: highOf(text, 0, text.length),
})

/** Words by what they are. */
export const wordsOf = <Name extends string>(
  ...names: readonly Name[]
): Readonly<Record<Name, Word>> =>
  Object.fromEntries(names.map((name) => [name, wordOf(name)])) as Record<Name, Word>

/** The numbers of a name: those of all before a part (0 for none), put together with those of that part. */
export function lowAfter(low: number, part: number): number {
  const mixed = Math.imul(low ^ part, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
export function highAfter(high: number, part: number): number {
  const mixed = Math.imul(high ^ part, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}

const LEAST_NUMBER = -20
const NUMBERS = Array.from({ length: 60 }, (_, at) => wordOf(String(at + LEAST_NUMBER)))
const [YES, NO] = [wordOf('true'), wordOf('false')]

/** Any part as a word. */
export function asWord(part: Part): Word {
  if (typeof part === 'object') return part
  if (typeof part === 'number') return NUMBERS[part - LEAST_NUMBER] ?? wordOf(String(part))
  if (typeof part === 'boolean') return part ? YES : NO
  return wordOf(part)
}

/** Stands between the parts of a name where it is written; no line of a page holds one. */
const BETWEEN = '\t'

const textOf = (part: Part): string => (typeof part === 'object' ? part.text : String(part))

/** The names of the traits that are told, as they are written. */
export function namesOf(telling: (tell: Tell) => void): readonly string[] {
  const names: string[] = []
  telling((family, ...rest) => {
    let name = textOf(family)
    for (const part of rest) if (part !== undefined) name += BETWEEN + textOf(part)
    names.push(name)
  })
  return names
}

export const partsOf = (name: string): string[] => name.split(BETWEEN)
