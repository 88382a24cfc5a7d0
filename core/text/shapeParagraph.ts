import type { MilliEm } from '../units'
import { milliEm } from '../units'
import { trimBlanks } from './blanks'
import type { Cells } from './cells'
import { CharClass, isLatinSide, isWordPart } from './characters'
import { clustersOf } from './clusters'
import { emitCells } from './emitCells'
import { hyphenateEnglish } from './hyphenate'
import { Break, legalBreaks } from './legalBreaks'
import { Gap, Tier, type ShapedParagraph } from './shapedParagraph'
import type { InlineRun, ShapingContext } from './types'

/** A word space may shrink to ¼ em and open to ½ em. CLREQ, order of reduction */
const SPACE_MIN = 250
const SPACE_MAX = 500
/** A space between Han parts names or phrases of a heading: it may open to a full em. */
const HAN_SPACE_MAX = 1000

/**
 * Shapes a paragraph: clusters, faces, glyphs, blanks, gaps and legal breaks.
 * Nothing depends on a measure, so the result may be kept as long as the runs
 * and rules stay the same. Characters no font has are shown as 〓 and listed.
 */
export function shapeParagraph(runs: readonly InlineRun[], ctx: ShapingContext): ShapedParagraph {
  const { rules } = ctx
  const clusters = clustersOf(runs)
  const { cells, missing } = emitCells(clusters, runs, ctx)
  const edges = trimBlanks(cells, rules)
  const length = cells.glyphs.length
  const clusterBreaks = legalBreaks(clusters, rules.prohibition, hyphenator(ctx))
  const gapAfter = new Int32Array(length)
  const gapKind = new Uint8Array(length)
  const spaceStretch = new Int32Array(length)
  const spaceSqueeze = new Int32Array(length)
  setGaps(cells, gapAfter, gapKind, rules.latinGap.ideal)
  setSpaces(cells, spaceSqueeze, spaceStretch, rules.latinGap.ideal)
  const hyphens = cells.fonts.map((id) => ctx.fonts.get(id).glyphOf(0x2d))
  const breaks = new Uint8Array(length)
  const hyphenWidth = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const cluster = cells.cluster[i]!
    const inside = i + 1 < length && cells.cluster[i + 1] === cluster
    breaks[i] = inside ? Break.never : clusterBreaks[cluster]!
    if (breaks[i] !== Break.hyphen) continue
    const font = cells.fontOf[i]!
    hyphenWidth[i] = Math.round(ctx.fonts.get(cells.fonts[font]!).advanceOf(hyphens[font]!))
  }
  const latinSqueeze = rules.latinGap.ideal - rules.latinGap.min
  const latinStretch = rules.latinGap.max - rules.latinGap.ideal
  const squeezable = squeezeOf(cells, rules.squeezeStops)
  const widthSum = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) widthSum[i + 1] = widthSum[i]! + cells.width[i]! + gapAfter[i]!
  return {
    length,
    naturalWidth: milliEm(widthSum[length]!) satisfies MilliEm,
    missing,
    fonts: cells.fonts,
    fontOf: Uint8Array.from(cells.fontOf),
    glyphs: cells.glyphs,
    texts: cells.texts,
    pos: Int32Array.from(cells.pos),
    classes: Uint8Array.from(cells.classes),
    width: Int32Array.from(cells.width),
    shift: Int32Array.from(cells.shift),
    left: Int32Array.from(cells.left),
    right: Int32Array.from(cells.right),
    gapAfter,
    gapKind,
    breaks,
    turns: breaks.includes(Break.forced),
    hyphenWidth,
    hyphens,
    ...edges,
    contentEnd: contentEnds(cells),
    widthSum,
    squeezeSum: [
      prefixSum(length, (i) => spaceSqueeze[i]!),
      prefixSum(length, (i) => (squeezable[i] === Tier.bracket ? blankOf(cells, i) : 0)),
      prefixSum(length, (i) => (squeezable[i] === Tier.pause ? blankOf(cells, i) : 0)),
      prefixSum(length, (i) => (gapKind[i] === Gap.latin ? latinSqueeze : 0)),
      prefixSum(length, (i) => (squeezable[i] === Tier.stop ? blankOf(cells, i) : 0)),
      prefixSum(length, (i) => (gapKind[i] === Gap.plain ? rules.closeUp : 0)),
    ],
    plainSum: prefixSum(length, (i) => (gapKind[i] === Gap.plain ? 1 : 0)),
    latinSum: prefixSum(length, (i) => (gapKind[i] === Gap.latin ? latinStretch : 0)),
    spaceSum: prefixSum(length, (i) => spaceStretch[i]!),
    letterSum: prefixSum(length, (i) => (isLetter(cells.classes[i]!) ? 1 : 0)),
  }
}

function hyphenator({ rules }: ShapingContext): (word: string) => readonly number[] {
  const { hyphenateFrom } = rules
  if (hyphenateFrom === 0) return () => []
  return (word) => (word.length >= hyphenateFrom ? hyphenateEnglish(word) : [])
}

/** No tier: the cell has no blank, or the house does not give it up. */
const KEPT = 255

/** The tier whose turn it is when a cell's blanks are squeezed. */
function squeezeOf(cells: Cells, squeezeStops: boolean): Uint8Array {
  return Uint8Array.from(cells.classes, (value) => {
    if (value === CharClass.open || value === CharClass.close) return Tier.bracket
    if (value === CharClass.pause) return Tier.pause
    return value === CharClass.stop && squeezeStops ? Tier.stop : KEPT
  })
}

const blankOf = (cells: Cells, i: number): number => cells.left[i]! + cells.right[i]!

function prefixSum(length: number, of: (i: number) => number): Int32Array {
  const sums = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) sums[i + 1] = sums[i]! + of(i)
  return sums
}

/** What counts against 孤字: everything but marks and spaces. */
function isLetter(value: CharClass): boolean {
  switch (value) {
    case CharClass.han:
    case CharClass.latin:
    case CharClass.digit:
    case CharClass.symbol:
    case CharClass.iteration:
    case CharClass.prefix:
    case CharClass.suffix:
      return true
    default:
      return false
  }
}

const isSpace = (value: number): boolean =>
  value === CharClass.space || value === CharClass.newline || value === CharClass.fixedSpace

/** For each break, where the content before it ends: spaces behind it take no room. */
function contentEnds(cells: Cells): Int32Array {
  const ends = new Int32Array(cells.glyphs.length + 1)
  for (let i = 0; i < cells.glyphs.length; i++) {
    const swallowed = isSpace(cells.classes[i]!) && cells.texts[i] !== '\u00a0'
    ends[i + 1] = swallowed ? ends[i]! : i + 1
  }
  return ends
}

/** Gaps between Han and Latin, and which gaps may open in a justified line. */
function setGaps(cells: Cells, gapAfter: Int32Array, gapKind: Uint8Array, ideal: number): void {
  let prev = -1
  for (let i = 0; i + 1 < cells.glyphs.length; i++) {
    if (cells.classes[i] !== CharClass.mark) prev = i
    if (prev >= 0 && needsLatinGap(gapClass(cells, prev), gapClass(cells, i + 1))) {
      gapAfter[i] = ideal
      gapKind[i] = Gap.latin
    } else if (prev >= 0 && mayOpen(cells.classes[prev]!, cells.classes[i + 1]!)) {
      gapKind[i] = Gap.plain
    }
  }
}

/** Signs drawn 1 em wide (￥, ℃) bring their own blank: no gap is set beside them. */
function gapClass(cells: Cells, i: number): CharClass {
  const value = cells.classes[i]!
  const isSign = value === CharClass.prefix || value === CharClass.suffix
  return isSign && cells.width[i]! >= FULL_WIDTH ? CharClass.symbol : value
}

const FULL_WIDTH = 900

const isHan = (value: number): boolean => value === CharClass.han || value === CharClass.iteration

const needsLatinGap = (prev: number, next: number): boolean =>
  (isHan(prev) && isLatinSide(next)) || (isLatinSide(prev) && isHan(next))

/** Closed on both sides: connectors and the interpunct belong to what they join. */
const isTight = (value: number): boolean =>
  value === CharClass.connector || value === CharClass.solidus || isSpace(value)

/** Parts of words and numbers hold together: letters, digits, and the signs of a number. */
const isBound = (value: number): boolean =>
  isWordPart(value) || value === CharClass.prefix || value === CharClass.suffix

function mayOpen(prev: number, next: number): boolean {
  if (next === CharClass.mark || isTight(prev) || isTight(next)) return false
  if (isBound(prev) && isBound(next)) return false
  return !(prev === next && (prev === CharClass.dash || prev === CharClass.ellipsis))
}

/**
 * A word space shrinks and opens within its limits. Between Han and Latin a
 * space of the manuscript stands for the gap and is as wide.
 */
function setSpaces(cells: Cells, squeeze: Int32Array, stretch: Int32Array, ideal: number): void {
  for (let i = 0; i < cells.glyphs.length; i++) {
    if (cells.classes[i] !== CharClass.space) continue
    const before = cells.classes[i - 1]
    const after = cells.classes[i + 1]
    if (before !== undefined && after !== undefined && needsLatinGap(before, after)) {
      cells.width[i] = ideal
    }
    const width = cells.width[i]!
    squeeze[i] = Math.max(0, width - SPACE_MIN)
    const isLatin = before === undefined || after === undefined || isBound(before) || isBound(after)
    stretch[i] = Math.max(0, (isLatin ? SPACE_MAX : HAN_SPACE_MAX) - width)
  }
}
