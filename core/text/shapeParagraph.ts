import type { HouseRules } from '../model/styles'
import type { MilliEm } from '../units'
import { milliEm } from '../units'
import { trimBlanks } from './blanks'
import type { Cells } from './cells'
import { CharClass, isLatinSide, isWordPart } from './characters'
import { clustersOf } from './clusters'
import { emitCells } from './emitCells'
import { hyphenateEnglish } from './hyphenate'
import { Break, legalBreaks } from './legalBreaks'
import { Gap, type ShapedParagraph } from './shapedParagraph'
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
  const { length } = cells
  const hyphens = cells.fonts.map((id) => ctx.fonts.get(id).glyphOf(0x2d))
  const breaks = cellBreaks(cells, legalBreaks(clusters, rules.prohibition, hyphenator(ctx)))
  const gapAfter = new Int32Array(length)
  const gapKind = new Uint8Array(length)
  const spaceStretch = new Int32Array(length)
  const spaceSqueeze = new Int32Array(length)
  setGaps(cells, gapAfter, gapKind, rules.latinGap.ideal)
  setSpaces(cells, spaceSqueeze, spaceStretch, rules.latinGap.ideal)
  const hyphenWidth = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    if (breaks[i] !== Break.hyphen) continue
    const font = cells.fontOf[i]!
    hyphenWidth[i] = Math.round(ctx.fonts.get(cells.fonts[font]!).advanceOf(hyphens[font]!))
  }
  const sums = sumsOf(cells, rules, gapAfter, gapKind, spaceSqueeze, spaceStretch)
  return {
    length,
    naturalWidth: milliEm(sums.widthSum[length]!) satisfies MilliEm,
    missing,
    fonts: cells.fonts,
    fontOf: cells.fontOf,
    glyphs: cells.glyphs,
    texts: cells.texts,
    pos: cells.pos,
    classes: cells.classes,
    width: cells.width,
    shift: cells.shift,
    left: cells.left,
    right: cells.right,
    gapAfter,
    gapKind,
    breaks,
    turns: breaks.includes(Break.forced),
    hasUnits: breaks.includes(Break.unit),
    hyphenWidth,
    hyphens,
    ...edges,
    contentEnd: contentEnds(cells),
    ...sums,
  }
}

/** The break of each cluster at its last cell; none inside it. */
function cellBreaks({ length, cluster }: Cells, clusterBreaks: Uint8Array): Uint8Array {
  const breaks = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    const own = cluster[i]!
    const inside = i + 1 < length && cluster[i + 1] === own
    breaks[i] = inside ? Break.never : clusterBreaks[own]!
  }
  return breaks
}

/**
 * Shares of a gap beside the blank half of a mark in what a line is opened by: an
 * eye that is used to white there does not see a little more of it (ours).
 */
const BESIDE_BLANK = 3

type Sums = Pick<
  ShapedParagraph,
  'widthSum' | 'squeezeSum' | 'narrowSum' | 'plainSum' | 'latinSum' | 'spaceSum' | 'letterSum'
>

/** All prefix sums in one loop: this runs on every character before anything of it is compiled. */
function sumsOf(
  cells: Cells,
  rules: HouseRules,
  gapAfter: Int32Array,
  gapKind: Uint8Array,
  spaceSqueeze: Int32Array,
  spaceStretch: Int32Array,
): Sums {
  const { length, classes, width, left, right } = cells
  const { closeUp, latinGap, squeezeStops } = rules
  const latinSqueeze = latinGap.ideal - latinGap.min
  const latinStretch = latinGap.max - latinGap.ideal
  const ints = (): Int32Array => new Int32Array(length + 1)
  const widthSum = new Float64Array(length + 1)
  const narrowSum = new Float64Array(length + 1)
  const [wordSpace, bracket, pause] = [ints(), ints(), ints()]
  const [latinGaps, stop, solid] = [ints(), ints(), ints()]
  const [plainSum, latinSum, spaceSum, letterSum] = [ints(), ints(), ints(), ints()]
  let squeezed = 0
  for (let i = 0; i < length; i++) {
    const value = classes[i]!
    const kind = gapKind[i]!
    const isPlain = kind === Gap.plain
    const isLatin = kind === Gap.latin
    const next = i + 1
    widthSum[next] = widthSum[i]! + width[i]! + gapAfter[i]!
    solid[next] = solid[i]! + (isPlain ? closeUp : 0)
    const besideBlank = right[i]! > 0 || (next < length && left[next]! > 0)
    plainSum[next] = plainSum[i]! + (isPlain ? (besideBlank ? BESIDE_BLANK : 1) : 0)
    latinGaps[next] = latinGaps[i]! + (isLatin ? latinSqueeze : 0)
    latinSum[next] = latinSum[i]! + (isLatin ? latinStretch : 0)
    if (value === CharClass.han) {
      narrowSum[next] = widthSum[next] - solid[next] - latinGaps[next] - squeezed
      letterSum[next] = letterSum[i]! + 1
      wordSpace[next] = wordSpace[i]!
      spaceSum[next] = spaceSum[i]!
      bracket[next] = bracket[i]!
      pause[next] = pause[i]!
      stop[next] = stop[i]!
      continue
    }
    const blank = left[i]! + right[i]!
    const isBracket = value === CharClass.open || value === CharClass.close
    letterSum[next] = letterSum[i]! + (isLetter(value as CharClass) ? 1 : 0)
    wordSpace[next] = wordSpace[i]! + spaceSqueeze[i]!
    spaceSum[next] = spaceSum[i]! + spaceStretch[i]!
    bracket[next] = bracket[i]! + (isBracket ? blank : 0)
    pause[next] = pause[i]! + (value === CharClass.pause ? blank : 0)
    stop[next] = stop[i]! + (value === CharClass.stop && squeezeStops ? blank : 0)
    squeezed = wordSpace[next] + bracket[next] + pause[next] + stop[next]
    narrowSum[next] = widthSum[next] - solid[next] - latinGaps[next] - squeezed
  }
  const squeezeSum = [wordSpace, bracket, pause, latinGaps, stop, solid]
  return { widthSum, squeezeSum, narrowSum, plainSum, latinSum, spaceSum, letterSum }
}

function hyphenator({ rules }: ShapingContext): (word: string) => readonly number[] {
  const { hyphenateFrom } = rules
  if (hyphenateFrom === 0) return () => []
  return (word) => (word.length >= hyphenateFrom ? hyphenateEnglish(word) : [])
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
  const { length, classes } = cells
  const ends = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) {
    const value = classes[i]!
    const swallowed = value !== CharClass.han && isSpace(value) && cells.texts[i] !== '\u00a0'
    ends[i + 1] = swallowed ? ends[i]! : i + 1
  }
  return ends
}

/** Gaps between Han and Latin, and which gaps may open in a justified line. */
function setGaps(cells: Cells, gapAfter: Int32Array, gapKind: Uint8Array, ideal: number): void {
  const { length, classes } = cells
  let prev = -1
  for (let i = 0; i + 1 < length; i++) {
    if (classes[i] === CharClass.han && classes[i + 1] === CharClass.han) {
      prev = i
      gapKind[i] = Gap.plain
      continue
    }
    if (classes[i] !== CharClass.mark) prev = i
    if (prev >= 0 && needsLatinGap(gapClass(cells, prev), gapClass(cells, i + 1))) {
      gapAfter[i] = ideal
      gapKind[i] = Gap.latin
    } else if (prev >= 0 && mayOpen(classes[prev]!, classes[i + 1]!)) {
      gapKind[i] = Gap.plain
    }
  }
}

/** Signs drawn 1 em wide (￥, ℃) bring their own blank: no gap is set beside them. */
function gapClass(cells: Cells, i: number): CharClass {
  const value = cells.classes[i]! as CharClass
  const isSign = value === CharClass.prefix || value === CharClass.suffix
  return isSign && cells.width[i]! >= FULL_WIDTH ? CharClass.symbol : value
}

const FULL_WIDTH = 900

const isHan = (value: number): boolean => value === CharClass.han || value === CharClass.iteration

const needsLatinGap = (prev: number, next: number): boolean =>
  (isHan(prev) && isLatinSide(next)) || (isLatinSide(prev) && isHan(next))

/** Closed on both sides: connectors belong to what they join. */
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
  for (let i = 0; i < cells.length; i++) {
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
