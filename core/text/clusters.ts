/** The paragraph's text as clusters: what is never torn apart, with its class and face. */
import {
  CharClass,
  classOf,
  isEmojiModifier,
  isIgnorable,
  isJoiner,
  SOFT_HYPHEN,
  ZERO_WIDTH_JOINER,
  ZERO_WIDTH_SPACE,
} from './characters'
import type { InlineRun } from './types'

/** What invisible characters behind a cluster ask of the break after it. */
export const BreakWish = { none: 0, allow: 1, forbid: 2, hyphen: 3 } as const

export interface Clusters {
  readonly length: number
  /** First code point, which is what is drawn. */
  readonly codePoints: readonly number[]
  /** All source characters, variation selectors and joiners included. */
  readonly texts: readonly string[]
  /** Index of the run each belongs to. */
  readonly runs: readonly number[]
  /** UTF-16 offset in its run. */
  readonly offsets: readonly number[]
  /** CharClass of each, quotes and dashes resolved by context. */
  readonly classes: Uint8Array
  /** BreakWish of each. */
  readonly wishes: Uint8Array
}

export function clustersOf(runs: readonly InlineRun[]): Clusters {
  const codePoints: number[] = []
  const texts: string[] = []
  const owners: number[] = []
  const offsets: number[] = []
  const wishes: number[] = []
  runs.forEach((run, index) => {
    const { text } = run
    let joined = false
    let fresh = true
    for (let at = 0; at < text.length;) {
      const codePoint = text.codePointAt(at) ?? 0
      const size = codePoint > 0xffff ? 2 : 1
      const piece = text.slice(at, at + size)
      const last = texts.length - 1
      const extend = joined || isIgnorable(codePoint) || isEmojiModifier(codePoint)
      if (extend && !fresh && !isSpace(codePoints[last]!)) {
        texts[last] += piece
        wishes[last] = wishAfter(codePoint, wishes[last] ?? 0)
      } else {
        codePoints.push(codePoint)
        texts.push(piece)
        owners.push(index)
        offsets.push(at)
        wishes.push(wishAfter(codePoint, 0))
      }
      fresh = false
      joined = codePoint === ZERO_WIDTH_JOINER
      at += size
    }
  })
  const classes = new Uint8Array(codePoints.length)
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i]!
    classes[i] = isIgnorable(codePoint) ? CharClass.mark : classOf(codePoint)
  }
  const clusters = {
    length: texts.length,
    codePoints,
    texts,
    runs: owners,
    offsets,
    classes,
    wishes: Uint8Array.from(wishes),
  }
  resolveContext(clusters)
  return clusters
}

/** Spaces are swallowed at line ends; what follows them must not go with them. */
function isSpace(codePoint: number): boolean {
  const value = classOf(codePoint)
  return value === CharClass.space || value === CharClass.fixedSpace || value === CharClass.newline
}

function wishAfter(codePoint: number, before: number): number {
  if (codePoint === ZERO_WIDTH_SPACE) return BreakWish.allow
  if (codePoint === SOFT_HYPHEN) return BreakWish.hyphen
  return isJoiner(codePoint) || codePoint === 0xa0 || codePoint === 0x202f
    ? BreakWish.forbid
    : before
}

const QUOTES = new Map<number, number>([
  [0x201c, 0x201d],
  [0x2018, 0x2019],
])
const APOSTROPHE = 0x2019
const EM_DASH = 0x2014

const isLatinText = (value: number | undefined): boolean =>
  value === CharClass.latin || value === CharClass.digit

/**
 * Quotes are Latin only when both sides of both halves are: Chinese quotes stay
 * Chinese around an English word. Straight quotes open and close in turn. Two
 * em dashes are a 破折号; one alone is a connector.
 */
function resolveContext(clusters: Clusters): void {
  const { codePoints, classes, length } = clusters
  const stack: number[] = []
  let open = false
  for (let i = 0; i < length; i++) {
    const c = codePoints[i]!
    if (c === EM_DASH) {
      if (codePoints[i + 1] !== EM_DASH) continue
      classes[i] = classes[i + 1] = CharClass.dash
      i += 1
    } else if (c === 0x22) {
      classes[i] = open ? CharClass.latinClose : CharClass.latinOpen
      open = !open
    } else if (c === 0x27) {
      classes[i] = isLatinText(classes[i - 1]) ? CharClass.latin : CharClass.latinOpen
    } else if (c === APOSTROPHE && isLatinText(classes[i - 1]) && isLatinText(classes[i + 1])) {
      classes[i] = CharClass.latin
    } else if (QUOTES.has(c)) {
      stack.push(i)
    } else if (classes[i] === CharClass.close) {
      const opened = stack[stack.length - 1]
      if (opened === undefined || QUOTES.get(codePoints[opened]!) !== c) continue
      stack.pop()
      if (!isLatinAround(clusters, opened) || !isLatinAround(clusters, i)) continue
      classes[opened] = CharClass.latinOpen
      classes[i] = CharClass.latinClose
    }
  }
}

/** Whether the nearest text on both sides is Latin; the paragraph's edge counts as either. */
function isLatinAround(clusters: Clusters, index: number): boolean {
  return isLatinToward(clusters, index, -1) && isLatinToward(clusters, index, 1)
}

function isLatinToward({ classes, length }: Clusters, index: number, step: 1 | -1): boolean {
  for (let i = index + step; i >= 0 && i < length; i += step) {
    const value = classes[i]!
    if (value === CharClass.space || value === CharClass.mark) continue
    return isLatinText(value) || (value >= CharClass.prefix && value <= CharClass.hyphen)
  }
  return true
}
