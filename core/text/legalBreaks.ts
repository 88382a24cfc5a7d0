/** Where a line may end: flags between neighbouring clusters. */
import type { ProhibitionLevel } from '../model/styles'
import { CharClass, isWordPart } from './characters'
import { BreakWish, type Clusters } from './clusters'
import { BARRED_AT_END, BARRED_AT_START, isCurrency, PROHIBITIONS, unitLength } from './prohibition'

/**
 * Of a break after a cluster: `never` splits what is one sign, `barred` puts a
 * mark where it may not stand, `word` tears a word or number apart — both taken
 * only when nothing else fits — `unit` parts a number from its Chinese unit (never from money), which
 * is better than gaps that show; `hyphen` shows a hyphen, `forced` is asked for by
 * the text.
 */
export const Break = {
  barred: 0,
  allowed: 1,
  hyphen: 2,
  forced: 3,
  never: 4,
  word: 5,
  unit: 6,
} as const

/**
 * Break of each cluster to its right, the last one included. Numbers stay
 * whole with sign, currency and unit (`3~5年`, `￥30`, `50%`); Latin words stay
 * whole but for `hyphenate`; addresses of the network turn behind their
 * separators (UAX #14 SY, HY).
 */
export function legalBreaks(
  clusters: Clusters,
  level: ProhibitionLevel,
  hyphenate: (word: string) => readonly number[],
): Uint8Array {
  const { length, classes, wishes } = clusters
  const breaks = new Uint8Array(length)
  const barred = PROHIBITIONS[level]
  let same = 0
  for (let i = 0; i < length; i++) {
    const betweenHan = classes[i] === CharClass.han && classes[i + 1] === CharClass.han
    same = i > 0 && classes[i] === classes[i - 1] ? same + 1 : 0
    breaks[i] = betweenHan ? Break.allowed : breakBetween(clusters, i, barred, same)
  }
  keepNumbers(clusters, breaks)
  wordBreaks(clusters, breaks, hyphenate)
  for (let i = 0; i < length; i++) {
    if (wishes[i] === BreakWish.allow) breaks[i] = Break.allowed
    else if (wishes[i] === BreakWish.hyphen) breaks[i] = Break.hyphen
    else if (wishes[i] === BreakWish.forbid) breaks[i] = Break.never
    if (classes[i] === CharClass.newline) breaks[i] = Break.forced
  }
  if (length > 0) breaks[length - 1] = Break.allowed
  return breaks
}

/** `same` is how many clusters of the class of `i` stand directly before it. */
function breakBetween(clusters: Clusters, i: number, barred: Uint8Array, same: number): number {
  const { classes, codePoints } = clusters
  if (i + 1 >= classes.length) return Break.allowed
  const next = classes[i + 1]!
  if (next === CharClass.mark) return Break.never
  if (next === CharClass.space || next === CharClass.newline) return Break.barred
  const left = beforeSpaces(classes, i)
  const prev = left < 0 ? CharClass.space : classes[left]!
  if (same % 2 === 0 && isPair(clusters, i)) return Break.never
  if ((barred[next]! & BARRED_AT_START) !== 0) return Break.barred
  if ((barred[prev]! & BARRED_AT_END) !== 0) return Break.barred
  if (left < i) return Break.allowed
  if (prev === CharClass.fixedSpace) return codePoints[i] === 0x3000 ? Break.allowed : Break.barred
  if (next === CharClass.fixedSpace)
    return codePoints[i + 1] === 0x3000 ? Break.allowed : Break.barred
  if (isWordPart(prev) && isWordPart(next)) return wordInside(classes, i)
  if (prev === CharClass.digit && next === CharClass.suffix) return Break.barred
  if (prev === CharClass.prefix && (next === CharClass.digit || next === CharClass.latin)) {
    return Break.barred
  }
  return Break.allowed
}

/** Index of the nearest cluster at or before `i` that is not a space. */
function beforeSpaces(classes: Uint8Array, i: number): number {
  let left = i
  while (left >= 0 && classes[left] === CharClass.space) left -= 1
  return left
}

/** Two halves of `——`, or two points of an ellipsis: one sign, where an even number stands before. */
function isPair({ classes, codePoints }: Clusters, i: number): boolean {
  const value = classes[i]!
  if (value !== classes[i + 1]) return false
  if (value === CharClass.ellipsis) return codePoints[i] === codePoints[i + 1]
  return value === CharClass.dash && codePoints[i] === 0x2014
}

/** Inside a Latin word only a hyphen between letters lets the line turn (UAX #14 HY, LB25). */
function wordInside(classes: Uint8Array, i: number): number {
  const hyphenated =
    classes[i] === CharClass.hyphen &&
    classes[i - 1] === CharClass.latin &&
    classes[i + 1] === CharClass.latin
  return hyphenated ? Break.allowed : Break.word
}

const ORDINAL = 0x7b2c // 第

/** Bars breaks inside `3~5年`, `第4版`, `316万元`, `12月`. */
function keepNumbers(clusters: Clusters, breaks: Uint8Array): void {
  const { length, classes, codePoints, texts } = clusters
  for (let i = 0; i < length; i++) {
    if (classes[i] !== CharClass.digit) continue
    const before = classes[i - 1]
    if (i > 0 && before !== CharClass.digit) {
      if (codePoints[i - 1] === ORDINAL) hold(breaks, i - 1)
      const joined = before === CharClass.connector || before === CharClass.solidus
      if (joined && i > 1 && isAfterNumber(classes, i - 1)) hold(breaks, i - 1)
    }
    if (classes[i + 1] === CharClass.digit) continue
    if (classes[i + 1] !== CharClass.han) continue
    const behind = texts.slice(i + 1, i + 6).join('')
    const unit = unitLength(behind)
    const parts = !isCurrency(behind.slice(0, unit))
    for (let k = 0; k < unit; k++) hold(breaks, i + k, k === 0 && parts ? Break.unit : Break.word)
  }
}

/** Bars a break that no rule bars already. */
function hold(breaks: Uint8Array, i: number, by: number = Break.word): void {
  if (breaks[i] === Break.allowed) breaks[i] = by
}

const isAfterNumber = (classes: Uint8Array, i: number): boolean =>
  classes[i - 1] === CharClass.digit || classes[i - 1] === CharClass.suffix

const URL_TOKEN = /:\/\/|^www\.|\.(?:com|cn|net|org|gov|edu)(?:$|[/:?])/iu
/** Whether a token is an address of the network or of mail; in time linear in its length. */
function isAddress(token: string): boolean {
  const at = token.indexOf('@')
  return URL_TOKEN.test(token) || (at >= 0 && token.lastIndexOf('.') > at + 1)
}

const SEPARATORS = new Set(Array.from('/?&=#_-', (c) => c.charCodeAt(0)))

/** Hyphenation of long English words, and the turns of network addresses. */
function wordBreaks(
  clusters: Clusters,
  breaks: Uint8Array,
  hyphenate: (word: string) => readonly number[],
): void {
  const { length, classes } = clusters
  for (let from = 0; from < length;) {
    if (classes[from] === CharClass.han) {
      from += 1
      continue
    }
    const to = tokenEnd(classes, from)
    if (to > from + 4) tokenBreaks(clusters, breaks, from, to, hyphenate)
    from = Math.max(to, from + 1)
  }
}

function tokenEnd(classes: Uint8Array, from: number): number {
  let to = from
  while (to < classes.length) {
    const value = classes[to]!
    if (!isWordPart(value) && value !== CharClass.solidus && value !== CharClass.connector) {
      if (value !== CharClass.prefix && value !== CharClass.suffix) break
    }
    to += 1
  }
  return to
}

function tokenBreaks(
  clusters: Clusters,
  breaks: Uint8Array,
  from: number,
  to: number,
  hyphenate: (word: string) => readonly number[],
): void {
  const { classes, codePoints, texts } = clusters
  if (isAddress(texts.slice(from, to).join(''))) {
    for (let i = from; i + 1 < to; i++) {
      const separates = SEPARATORS.has(codePoints[i]!)
      const goesOn = classes[i + 1] === CharClass.latin || classes[i + 1] === CharClass.digit
      breaks[i] =
        separates && goesOn && !SEPARATORS.has(codePoints[i + 1]!) ? Break.allowed : Break.word
    }
    return
  }
  for (let start = from; start < to; start++) {
    let end = start
    while (end < to && classes[end] === CharClass.latin && texts[end]!.length === 1) end += 1
    for (const point of end > start ? hyphenate(texts.slice(start, end).join('')) : []) {
      breaks[start + point - 1] = Break.hyphen
    }
    start = end
  }
}
