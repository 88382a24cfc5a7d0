import type { Align } from '../model/styles'
import { milliEm, type MilliEm } from '../units'
import { CharClass } from './characters'
import { Break } from './legalBreaks'
import { Measured, measuredLine, measureLine, startsTrimmed } from './measureLine'
import { Gap, Tier, TIERS, type ShapedParagraph } from './shapedParagraph'
import type { SetLine, SetRun } from './types'

export interface LineOptions {
  readonly measure: MilliEm
  /** First-line indent; 0 on all other lines. */
  readonly indent: MilliEm
  readonly align: Align
  /** Last line of its paragraph: not justified. */
  readonly last: boolean
}

/**
 * Sets the cells `from` to `to` (not included) on one line. A justified line
 * ends exactly on its measure: shares are whole thousandths of an em and add up.
 * Room is given up and taken in CLREQ's orders
 * of reduction and expansion.
 *
 * Spaces at the line's ends are swallowed: they have no glyph and no text in
 * the runs. A shown hyphen is a run of its own without a position.
 */
export function setLine(
  p: ShapedParagraph,
  from: number,
  to: number,
  options: LineOptions,
): SetLine {
  const { measure, indent, align } = options
  const { measured } = scratch
  measureLine(p, from, to, indent, measured)
  const natural = measured[Measured.natural]!
  const isLast = options.last || p.breaks[to - 1] === Break.forced
  const justify = align === 'justify' && !isLast
  const room = measure - natural
  const free = Math.max(0, room)
  const start = align === 'center' ? Math.floor(free / 2) : align === 'right' ? free : 0
  const endSqueeze = shareOut(measured, justify ? free : 0, Math.max(0, -room))
  const placed = placeCells(p, measured, start + indent, indent, endSqueeze)
  const width = placed.end - start + addHyphen(p, to, placed)
  return {
    runs: placed.runs,
    measure,
    start: milliEm(start + indent),
    naturalWidth: milliEm(natural),
    setWidth: milliEm(width),
    justified: justify && width === measure,
    worstGap: milliEm(placed.worst),
  }
}

/** Means by which a line gains room, counted on from those by which it gives up room, the tiers. */
const SPACE = TIERS
const LATIN = TIERS + 1
const PLAIN = TIERS + 2
const MEANS = TIERS + 3

/**
 * What each means has to give, the sum of its parts, the parts seen so far and
 * what was given to them. Shared between calls, which do not nest: every line of
 * every attempt at a page is set here.
 */
const scratch = {
  measured: measuredLine(),
  amount: new Float64Array(MEANS),
  total: new Float64Array(MEANS),
  seen: new Float64Array(MEANS),
  given: new Float64Array(MEANS),
}

/** Splits what a line must gain or give up among its means, in order. Answers what the line-end mark gives up. */
function shareOut(measured: Int32Array, opening: number, squeezing: number): number {
  scratch.seen.fill(0)
  scratch.given.fill(0)
  const endSqueeze = Math.min(squeezing, measured[Measured.endSqueeze]!)
  let left = squeezing - endSqueeze
  for (let tier = 0; tier < TIERS; tier++) {
    left -= allot(tier, left, measured[Measured.squeeze + tier]!)
  }
  const space = allot(SPACE, opening, measured[Measured.space]!)
  const latin = allot(LATIN, opening - space, measured[Measured.latin]!)
  scratch.amount[PLAIN] = opening - space - latin
  scratch.total[PLAIN] = measured[Measured.gaps]!
  return endSqueeze
}

function allot(means: number, wanted: number, available: number): number {
  const taken = Math.min(wanted, available)
  scratch.amount[means] = taken
  scratch.total[means] = available
  return taken
}

/** The share of one part in what its means gives: whole numbers that add up to the amount. */
function shareOf(means: number, part: number): number {
  const amount = scratch.amount[means]!
  const total = scratch.total[means]!
  if (amount === 0 || total === 0) return 0
  const seen = scratch.seen[means]! + part
  const next = Math.floor((amount * seen) / total)
  const share = next - scratch.given[means]!
  scratch.seen[means] = seen
  scratch.given[means] = next
  return share
}

interface Placed {
  readonly runs: SetRun[]
  /** Right edge of the last cell. */
  readonly end: number
  readonly worst: number
}

function placeCells(
  p: ShapedParagraph,
  measured: Int32Array,
  start: number,
  indent: number,
  endSqueeze: number,
): Placed {
  const first = measured[Measured.first]!
  const last = measured[Measured.end]! - 1
  const { classes, gapKind } = p
  const offsets = new Array<MilliEm>(Math.max(0, last + 1 - first))
  const runs: SetRun[] = []
  let from = first
  let follows = p.pos[first]!
  let x = start
  let worst = 0
  for (let i = first; i <= last; i++) {
    let width = p.width[i]!
    let shift = p.shift[i]!
    const value = classes[i]!
    if (i === first) {
      const change = startsTrimmed(first, indent) ? p.startChange[i]! : 0
      width += change
      shift += change
    } else if (value === CharClass.open) {
      const taken = squeezeOf(p, Tier.bracket, i)
      width -= taken
      shift -= taken
    }
    const pos = p.pos[i]!
    if (pos !== follows || p.fontOf[i] !== p.fontOf[from]) {
      runs.push(runOf(p, from, i, offsets.slice(from - first, i - first)))
      from = i
    }
    offsets[i - first] = milliEm(x + shift)
    follows = pos < 0 ? pos : pos + p.texts[i]!.length
    if (i === last) {
      x += width + p.endChange[i]! - endSqueeze
      break
    }
    const kind = gapKind[i]!
    if (value !== CharClass.han) width -= blankSqueeze(p, value, i)
    let opened = 0
    if (kind === Gap.plain) {
      width -= squeezeOf(p, Tier.solid, i)
      if (value !== CharClass.space) {
        const shares = p.plainSum[i + 1]! - p.plainSum[i]!
        opened = shareOf(PLAIN, shares)
        if (opened > worst * shares) worst = Math.ceil(opened / shares)
      }
    } else if (kind === Gap.latin) {
      width -= squeezeOf(p, Tier.latinGap, i)
      if (value !== CharClass.space) opened = shareOf(LATIN, p.latinSum[i + 1]! - p.latinSum[i]!)
    }
    if (value === CharClass.space) opened = shareOf(SPACE, p.spaceSum[i + 1]! - p.spaceSum[i]!)
    if (kind !== Gap.plain && opened > worst) worst = opened
    x += width + p.gapAfter[i]! + opened
  }
  if (from <= last) {
    runs.push(runOf(p, from, last + 1, from === first ? offsets : offsets.slice(from - first)))
  }
  return { runs, end: x, worst }
}

/** Share of cell `i` in what its tier gives up. */
function squeezeOf(p: ShapedParagraph, tier: number, i: number): number {
  if (scratch.amount[tier] === 0) return 0
  const sums = p.squeezeSum[tier]!
  return shareOf(tier, sums[i + 1]! - sums[i]!)
}

/** What the blank on the right of a mark, or a word space, gives up. */
function blankSqueeze(p: ShapedParagraph, value: number, i: number): number {
  switch (value) {
    case CharClass.space:
      return squeezeOf(p, Tier.wordSpace, i)
    case CharClass.close:
      return squeezeOf(p, Tier.bracket, i)
    case CharClass.pause:
      return squeezeOf(p, Tier.pause, i)
    case CharClass.stop:
      return squeezeOf(p, Tier.stop, i)
    default:
      return 0
  }
}

/** The cells `from` to `to` (not included), all of one font and one stretch of the source. */
const runOf = (
  p: ShapedParagraph,
  from: number,
  to: number,
  offsets: readonly MilliEm[],
): SetRun => ({
  font: p.fonts[p.fontOf[from]!]!,
  glyphs: p.glyphs.slice(from, to),
  offsets,
  texts: p.texts.slice(from, to),
  pos: p.pos[from]! < 0 ? null : p.pos[from]!,
})

/** Adds the hyphen of a divided word; answers its width. */
function addHyphen(p: ShapedParagraph, to: number, placed: Placed): number {
  if (p.breaks[to - 1] !== Break.hyphen) return 0
  const font = p.fontOf[to - 1]!
  placed.runs.push({
    font: p.fonts[font]!,
    glyphs: [p.hyphens[font]!],
    offsets: [milliEm(placed.end)],
    texts: ['-'],
    pos: null,
  })
  return p.hyphenWidth[to - 1]!
}
