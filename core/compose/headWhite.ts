/** The white of a headline group that has rows to spare: most of it about the group, the rest between its parts. */
import type { Grid } from '../model/grid'

/** A line of the group; `top` is its em box's upper edge from the group's, `first` the beginning of a part. */
interface Spaced {
  readonly top: number
  readonly size: number
  readonly first: boolean
}

/**
 * Of the white over and under a group a gap inside it takes this much, or the group would fall
 * apart; up to `most` of it where the white about the group would be deeper than `deepest` rows, a hole.
 */
const INSIDE = { usual: 0.6, most: 0.9, deepest: 2 }

/**
 * The lines with the `left` points after the last one shared out: no gap has less than the style's
 * least, `under` of it below the group, and what is beyond goes first where there is least of it.
 */
export function spread<Line extends Spaced>(
  lines: readonly Line[],
  left: number,
  under: number,
  { leading }: Grid,
): readonly Line[] {
  const [over = 0, ...inside] = lines.flatMap((line, i) => {
    const above = lines[i - 1]
    const isNext = above !== undefined && line.first
    return i === 0 ? [line.top] : isNext ? [line.top - above.top - above.size] : []
  })
  const white = [over, ...inside].reduce((sum, least) => sum + least, left)
  const share = insideShare(inside.length, white / (INSIDE.deepest * leading))
  const gaps = [over, ...inside, under].map((least, i): HeadGap => ({
    least,
    share: i > 0 && i <= inside.length ? share : 1,
  }))
  const unit = unitOf(gaps, white)
  let passed = -1
  let down = 0
  return lines.map((line) => {
    const gap = line.first ? gaps[++passed] : undefined
    if (gap !== undefined) down += Math.max(0, unit * gap.share - gap.least)
    return { ...line, top: line.top + down }
  })
}

/** What each of the gaps inside a group takes of the white, which is so many times the deepest that may stand about it. */
const insideShare = (gaps: number, white: number): number =>
  gaps === 0 ? 0 : Math.min(INSIDE.most, Math.max(INSIDE.usual, (white - 2) / gaps))

interface HeadGap {
  readonly least: number
  readonly share: number
}

/** What one share of the white is when the gaps together have `white`, those that need more than theirs their least. */
function unitOf(gaps: readonly HeadGap[], white: number): number {
  const [neediest, ...others] = [...gaps].sort((a, b) => b.least / b.share - a.least / a.share)
  if (neediest === undefined) return 0
  const unit = white / gaps.reduce((sum, { share }) => sum + share, 0)
  return unit * neediest.share >= neediest.least ? unit : unitOf(others, white - neediest.least)
}
