import { CharClass } from './characters'
import { Break } from './legalBreaks'
import { Tier, TIERS, type ShapedParagraph } from './shapedParagraph'

/** Places in the result of `measureLine`, all in thousandths of an em but `gaps`. */
export const Measured = {
  /** Width before justification, indent included. */
  natural: 0,
  /** First and one past the last cell that takes room. */
  first: 1,
  end: 2,
  /** How far the line-end mark can still be squeezed; then one entry a Tier. */
  endSqueeze: 3,
  squeeze: 4,
  /** How far word spaces and Han–Latin gaps may open. */
  space: 4 + TIERS,
  latin: 5 + TIERS,
  /** Shares of the plain gaps, see `ShapedParagraph.plainSum`. */
  gaps: 6 + TIERS,
} as const

export const measuredLine = (): Int32Array => new Int32Array(7 + TIERS)

/**
 * Measures the line of cells `from` to `to` (not included) into `out`, in
 * constant time. `indent` belongs to the paragraph's first line; an opening mark
 * behind it keeps its blank, so that indents stay exact.
 */
export function measureLine(
  p: ShapedParagraph,
  from: number,
  to: number,
  indent: number,
  out: Int32Array,
): void {
  measureWidth(p, from, to, indent, out)
  measureSqueeze(p, out)
  measureOpening(p, out)
}

/** The part of `measureLine` that tells how wide the line is and where its cells begin and end. */
export function measureWidth(
  p: ShapedParagraph,
  from: number,
  to: number,
  indent: number,
  out: Int32Array,
): void {
  const end = p.contentEnd[to]!
  let first = from
  while (first < end && p.classes[first] === CharClass.space) first += 1
  out[Measured.first] = first
  out[Measured.end] = Math.max(first, end)
  if (end <= first) {
    out[Measured.natural] = indent
    return
  }
  const last = end - 1
  let natural =
    indent + p.widthSum[end]! - p.widthSum[first]! - p.gapAfter[last]! + p.endChange[last]!
  if (startsTrimmed(first, indent)) natural += p.startChange[first]!
  if (p.breaks[to - 1] === Break.hyphen) natural += p.hyphenWidth[to - 1]!
  out[Measured.natural] = natural
}

/** The part that tells by what means a line that is measured already can give up room. */
export function measureSqueeze(p: ShapedParagraph, out: Int32Array): void {
  const first = out[Measured.first]!
  const last = out[Measured.end]! - 1
  if (last < first) {
    out.fill(0, Measured.endSqueeze, Measured.space)
    return
  }
  out[Measured.endSqueeze] = p.endSqueeze[last]!
  for (let tier = 0; tier < TIERS; tier++) {
    const sums = p.squeezeSum[tier]!
    out[Measured.squeeze + tier] = sums[last]! - sums[first]!
  }
  if (last > first && p.classes[first] === CharClass.open) {
    out[Measured.squeeze + Tier.bracket]! -= p.left[first]!
  }
}

/** The part that tells by what means a line that is measured already can gain room. */
export function measureOpening(p: ShapedParagraph, out: Int32Array): void {
  const first = out[Measured.first]!
  const end = out[Measured.end]!
  const last = end - 1
  if (last < first) {
    out.fill(0, Measured.space)
    return
  }
  out[Measured.space] = p.spaceSum[end]! - p.spaceSum[first]!
  out[Measured.latin] = p.latinSum[last]! - p.latinSum[first]!
  out[Measured.gaps] = p.plainSum[last]! - p.plainSum[first]!
}

/** Whether an opening mark at `first` loses its blank: everywhere but behind an indent. */
export const startsTrimmed = (first: number, indent: number): boolean => first > 0 || indent === 0
