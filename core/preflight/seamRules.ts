/** 通缝: gutters and rows of white that run through the page. */
import type { Cells } from '../model/grid'
import { finding, type Finding } from './finding'
import { bottomOf, rightOf, type PageView } from './pageView'

/** Longest part of [0, length) that none of the spans covers. */
export function longestFree(spans: readonly (readonly [number, number])[], length: number): number {
  let longest = 0
  let from = 0
  const sorted = spans.length > 1 ? [...spans].sort((a, b) => a[0] - b[0]) : spans
  for (const [start, end] of sorted) {
    longest = Math.max(longest, start - from)
    from = Math.max(from, end)
  }
  return Math.max(longest, length - from)
}

export interface Seam {
  readonly direction: 'down' | 'across'
  /** Base column right of the gutter, or the row under the white. */
  readonly at: number
  /** Longest free run as a share of the page. */
  readonly share: number
}

/** Every gutter and every row on which a block begins, with its longest run that no block crosses. */
export function seamsOf(blocks: readonly Cells[], columns: number, rows: number): readonly Seam[] {
  const seams: Seam[] = []
  for (let at = 1; at < columns; at++) {
    const crossing = blocks.filter((block) => block.column < at && rightOf(block) > at)
    const run = longestFree(
      crossing.map((block) => [block.row, bottomOf(block)]),
      rows,
    )
    seams.push({ direction: 'down', at, share: run / rows })
  }
  const starts = new Set(blocks.map(({ row }) => row).filter((row) => row > 0))
  for (const at of [...starts].sort((a, b) => a - b)) {
    const crossing = blocks.filter((block) => block.row < at && bottomOf(block) >= at)
    const run = longestFree(
      crossing.map((block) => [block.column, rightOf(block)]),
      columns,
    )
    seams.push({ direction: 'across', at, share: run / columns })
  }
  return seams
}

/** Cost of a seam of this share of the page. */
export const seamCost = (share: number, limit: number): number =>
  share > limit ? 4 + (share - limit) * 120 : 0

/** Blocks without which no arrangement of a page is free of a cut: four around a hub. */
const WHEEL = 5
/** What the one cut costs that a page of fewer blocks must have: a band over all columns (通栏), or a strip down one side (边栏). */
const BAND = 4

export interface CostlySeam extends Seam {
  readonly cost: number
}

/**
 * 通缝 with what each costs. Fewer than five blocks cannot stand without a cut
 * through the page: there the first cut across, or where there is none the
 * first one down, is one that an editor makes, and every other a fault.
 */
export function longSeams(
  blocks: readonly Cells[],
  { columns, rows }: { readonly columns: number; readonly rows: number },
  limit: number,
): readonly CostlySeam[] {
  const long = seamsOf(blocks, columns, rows).filter(({ share }) => share > limit)
  const band =
    blocks.length < WHEEL
      ? (long.find(({ direction }) => direction === 'across') ?? long[0])
      : undefined
  return long.map((seam) => ({
    ...seam,
    cost: seam === band ? BAND : seamCost(seam.share, limit),
  }))
}

/** An empty page is one hole, not gutters between nothing. */
export function seamRules(view: PageView): readonly Finding[] {
  const { grid, folio } = view.page
  const limit = view.limits.seam
  const areas = view.blocks.map(({ area }) => area)
  if (areas.length === 0) return []
  return longSeams(areas, grid, limit).map(({ direction, at, share, cost }) =>
    finding(
      view,
      'page.seam',
      direction === 'down'
        ? `The gutter left of column ${at + 1} runs free through ${Math.round(share * 100)} % of page ${folio}; set a block across it.`
        : `The white above row ${at + 1} runs free through ${Math.round(share * 100)} % of page ${folio}'s width; set a block across it.`,
      { value: share, limit, cost },
    ),
  )
}
