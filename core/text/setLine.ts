import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
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
  const measured = measuredLine()
  measureLine(p, from, to, indent, measured)
  const natural = measured[Measured.natural]!
  const isLast = options.last || p.breaks[to - 1] === Break.forced
  const justify = align === 'justify' && !isLast
  const room = measure - natural
  const free = Math.max(0, room)
  const start = align === 'center' ? Math.floor(free / 2) : align === 'right' ? free : 0
  const give = sharesOf(measured, justify ? free : 0, Math.max(0, -room))
  const placed = placeCells(p, measured, start + indent, indent, give)
  const width = placed.end - start + addHyphen(p, to, placed)
  return {
    runs: placed.runs,
    measure,
    naturalWidth: milliEm(natural),
    setWidth: milliEm(width),
    justified: justify && width === measure,
    worstGap: milliEm(placed.worst),
  }
}

/** Takes the size of one part and answers its share. */
type Sharer = (part: number) => number

/** Hands out `amount` in proportion to parts that sum to `total`, in whole numbers that add up. */
function sharer(amount: number, total: number): Sharer {
  let seen = 0
  let given = 0
  return (part) => {
    if (amount === 0 || total === 0) return 0
    seen += part
    const next = Math.floor((amount * seen) / total)
    const share = next - given
    given = next
    return share
  }
}

interface Shares {
  readonly endSqueeze: number
  /** One a Tier. */
  readonly squeeze: readonly Sharer[]
  readonly space: Sharer
  readonly latin: Sharer
  readonly plain: Sharer
}

/** Splits what a line must gain or give up among its means, in order. */
function sharesOf(measured: Int32Array, opening: number, squeezing: number): Shares {
  let left = squeezing
  const take = (available: number): number => {
    const taken = Math.min(left, available)
    left -= taken
    return taken
  }
  const endSqueeze = take(measured[Measured.endSqueeze]!)
  const squeeze = Array.from({ length: TIERS }, (_, tier) => {
    const available = measured[Measured.squeeze + tier]!
    return sharer(take(available), available)
  })
  const space = Math.min(opening, measured[Measured.space]!)
  const latin = Math.min(opening - space, measured[Measured.latin]!)
  return {
    endSqueeze,
    squeeze,
    space: sharer(space, measured[Measured.space]!),
    latin: sharer(latin, measured[Measured.latin]!),
    plain: sharer(opening - space - latin, measured[Measured.gaps]!),
  }
}

interface OpenRun extends SetRun {
  readonly glyphs: GlyphId[]
  readonly offsets: MilliEm[]
  readonly texts: string[]
}

interface Placed {
  readonly runs: OpenRun[]
  /** Right edge of the last cell. */
  readonly end: number
  readonly worst: number
}

function placeCells(
  p: ShapedParagraph,
  measured: Int32Array,
  start: number,
  indent: number,
  give: Shares,
): Placed {
  const first = measured[Measured.first]!
  const last = measured[Measured.end]! - 1
  const runs: OpenRun[] = []
  let follows = -1
  let x = start
  let worst = 0
  for (let i = first; i <= last; i++) {
    let width = p.width[i]!
    let shift = p.shift[i]!
    if (i === first) {
      const change = startsTrimmed(first, indent) ? p.startChange[i]! : 0
      width += change
      shift += change
    } else if (p.classes[i] === CharClass.open) {
      const taken = squeezeOf(p, give, Tier.bracket, i)
      width -= taken
      shift -= taken
    }
    follows = addGlyph(p, runs, i, x + shift, follows)
    if (i === last) {
      x += width + p.endChange[i]! - give.endSqueeze
      break
    }
    width -= rightSqueeze(p, give, i)
    const opened = openedAfter(p, give, i)
    worst = Math.max(worst, opened)
    x += width + p.gapAfter[i]! + opened
  }
  return { runs, end: x, worst }
}

/** Share of cell `i` in what its tier gives up. */
function squeezeOf(p: ShapedParagraph, give: Shares, tier: number, i: number): number {
  const sums = p.squeezeSum[tier]!
  return give.squeeze[tier]!(sums[i + 1]! - sums[i]!)
}

/** What the right side of a cell and the gap behind it give up. */
function rightSqueeze(p: ShapedParagraph, give: Shares, i: number): number {
  const gap = gapSqueeze(p, give, i)
  switch (p.classes[i]) {
    case CharClass.space:
      return gap + squeezeOf(p, give, Tier.wordSpace, i)
    case CharClass.close:
      return gap + squeezeOf(p, give, Tier.bracket, i)
    case CharClass.pause:
      return gap + squeezeOf(p, give, Tier.pause, i)
    case CharClass.stop:
      return gap + squeezeOf(p, give, Tier.stop, i)
    default:
      return gap
  }
}

function gapSqueeze(p: ShapedParagraph, give: Shares, i: number): number {
  switch (p.gapKind[i]) {
    case Gap.latin:
      return squeezeOf(p, give, Tier.latinGap, i)
    case Gap.plain:
      return squeezeOf(p, give, Tier.solid, i)
    default:
      return 0
  }
}

/** What a word space, or the gap behind a cell, opens by. */
function openedAfter(p: ShapedParagraph, give: Shares, i: number): number {
  if (p.classes[i] === CharClass.space) return give.space(p.spaceSum[i + 1]! - p.spaceSum[i]!)
  if (p.gapKind[i] === Gap.latin) return give.latin(p.latinSum[i + 1]! - p.latinSum[i]!)
  return p.gapKind[i] === Gap.plain ? give.plain(1) : 0
}

/**
 * Adds a glyph to the last run, or to a new one where the font changes or the
 * position is not the expected one. Answers the position expected next.
 */
function addGlyph(
  p: ShapedParagraph,
  runs: OpenRun[],
  i: number,
  origin: number,
  expected: number,
): number {
  const font = p.fonts[p.fontOf[i]!]!
  const pos = p.pos[i]!
  const text = p.texts[i]!
  let run = runs[runs.length - 1]
  if (run?.font !== font || pos !== expected) {
    run = openRun(font, pos < 0 ? null : pos)
    runs.push(run)
  }
  run.glyphs.push(p.glyphs[i]!)
  run.offsets.push(milliEm(origin))
  run.texts.push(text)
  return pos < 0 ? pos : pos + text.length
}

const openRun = (font: FontId, pos: number | null): OpenRun => ({
  font,
  glyphs: [],
  offsets: [],
  texts: [],
  pos,
})

/** Adds the hyphen of a divided word; answers its width. */
function addHyphen(p: ShapedParagraph, to: number, placed: Placed): number {
  if (p.breaks[to - 1] !== Break.hyphen) return 0
  const font = p.fontOf[to - 1]!
  const run = openRun(p.fonts[font]!, null)
  run.glyphs.push(p.hyphens[font]!)
  run.offsets.push(milliEm(placed.end))
  run.texts.push('-')
  placed.runs.push(run)
  return p.hyphenWidth[to - 1]!
}
