/** The paragraph's text as clusters: what is never torn apart, with its class and face. */
import {
  CharClass,
  classOf,
  isEmojiModifier,
  isIgnorable,
  isJoiner,
  isPlain,
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
  readonly codePoints: Int32Array
  /** All source characters, variation selectors and joiners included. */
  readonly texts: readonly string[]
  /** Index of the run each belongs to. */
  readonly runs: Int32Array
  /** UTF-16 offset in its run. */
  readonly offsets: Int32Array
  /** CharClass of each, quotes and dashes resolved by context. */
  readonly classes: Uint8Array
  /** BreakWish of each. */
  readonly wishes: Uint8Array
}

/** Clusters under construction. */
interface OpenClusters extends Clusters {
  length: number
  readonly texts: string[]
}

export function clustersOf(runs: readonly InlineRun[]): Clusters {
  let units = 0
  for (const run of runs) units += run.text.length
  const clusters: OpenClusters = {
    length: 0,
    codePoints: new Int32Array(units),
    texts: [],
    runs: new Int32Array(units),
    offsets: new Int32Array(units),
    classes: new Uint8Array(units),
    wishes: new Uint8Array(units),
  }
  for (let run = 0; run < runs.length; run++) addRun(clusters, runs[run]!.text, run)
  const closed = clusters.length === units ? clusters : shortened(clusters)
  resolveContext(closed)
  return closed
}

/** Pairs and invisible characters leave fewer clusters than there is text. */
const shortened = ({ length, texts, ...arrays }: Clusters): Clusters => ({
  length,
  texts,
  codePoints: arrays.codePoints.subarray(0, length),
  runs: arrays.runs.subarray(0, length),
  offsets: arrays.offsets.subarray(0, length),
  classes: arrays.classes.subarray(0, length),
  wishes: arrays.wishes.subarray(0, length),
})

function addRun(clusters: OpenClusters, text: string, run: number): void {
  const { codePoints, texts, wishes } = clusters
  const first = clusters.length
  let joined = false
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (!joined && isPlain(unit)) {
      addCluster(clusters, unit, textOf(unit), run, at)
      at += 1
      continue
    }
    const codePoint = text.codePointAt(at) ?? 0
    const size = codePoint > 0xffff ? 2 : 1
    const piece = text.slice(at, at + size)
    const last = clusters.length - 1
    const extend = joined || isIgnorable(codePoint) || isEmojiModifier(codePoint)
    if (extend && last >= first && !isSpace(codePoints[last]!)) {
      texts[last] += piece
      wishes[last] = wishAfter(codePoint, wishes[last]!)
    } else {
      addCluster(clusters, codePoint, piece, run, at)
      wishes[last + 1] = wishAfter(codePoint, BreakWish.none)
    }
    joined = codePoint === ZERO_WIDTH_JOINER
    at += size
  }
}

function addCluster(
  clusters: OpenClusters,
  codePoint: number,
  text: string,
  run: number,
  offset: number,
): void {
  const at = clusters.length
  clusters.length = at + 1
  clusters.codePoints[at] = codePoint
  clusters.texts.push(text)
  clusters.runs[at] = run
  clusters.offsets[at] = offset
  clusters.classes[at] = isIgnorable(codePoint) ? CharClass.mark : classOf(codePoint)
}

/** A page has each character many times: one string for all of them spares the memory and its sweeping. */
const singles: (string | undefined)[] = new Array<string | undefined>(0x10000)

const textOf = (unit: number): string => (singles[unit] ??= String.fromCharCode(unit))

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

const DOUBLE_QUOTE = 0x201c
const SINGLE_QUOTE = 0x2018
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
    if (classes[i] === CharClass.han) continue
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
    } else if (c === DOUBLE_QUOTE || c === SINGLE_QUOTE) {
      stack.push(i)
    } else if (classes[i] === CharClass.close) {
      const opened = stack[stack.length - 1]
      if (opened === undefined || codePoints[opened]! + 1 !== c) continue
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
