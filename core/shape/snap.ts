/** Edges that frames have in common, in columns and rows of the grid. */
import type { FrameId } from '../ids'
import { framesOn, type Edition } from '../model/edition'
import type { Cells } from '../model/grid'
import type { Page } from '../model/page'

/** The blocks of a page that one in hand may stand flush with. */
export const neighboursOf = (
  edition: Edition,
  page: Page,
  inHand: readonly FrameId[],
): readonly Cells[] =>
  framesOn(edition, page.id)
    .filter((frame) => frame.kind !== 'rule' && !inHand.includes(frame.id))
    .map(({ area }) => area)

/** Rows on which a neighbour or the type area begins or ends. */
export const rowEdges = (neighbours: readonly Cells[], page: Page): readonly number[] => [
  0,
  page.grid.rows,
  ...neighbours.flatMap(({ row, rows }) => [row, row + rows]),
]

/** The edge nearest to `value`, if one is within `reach`. */
export function nearestEdge(value: number, edges: readonly number[], reach: number): number | null {
  let found: number | null = null
  for (const edge of edges) {
    const off = Math.abs(edge - value)
    if (off <= reach && (found === null || off < Math.abs(found - value))) found = edge
  }
  return found
}

/** A common edge over the cells from `from` to `to`, named after the block's side that lies on it. */
export interface SharedEdge {
  readonly side: 'top' | 'bottom' | 'left' | 'right'
  /** Row, or column, counted from 0; a right edge is that of the column before `at`. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Edges the block has in common with neighbours, each drawn as far as the nearest such neighbour. */
export function sharedEdges(area: Cells, neighbours: readonly Cells[]): readonly SharedEdge[] {
  const found: SharedEdge[] = []
  const right = area.column + area.columns
  const bottom = area.row + area.rows
  for (const [side, row] of [
    ['top', area.row],
    ['bottom', bottom],
  ] as const) {
    const mates = neighbours.filter((one) => one.row === row || one.row + one.rows === row)
    const mate = nearest(mates, (one) =>
      gap(area.column, right, one.column, one.column + one.columns),
    )
    if (mate === null) continue
    const from = Math.min(area.column, mate.column)
    found.push({ side, at: row, from, to: Math.max(right, mate.column + mate.columns) })
  }
  for (const [side, column] of [
    ['left', area.column],
    ['right', right],
  ] as const) {
    const edge = (one: Cells): number => (side === 'left' ? one.column : one.column + one.columns)
    const mates = neighbours.filter((one) => edge(one) === column)
    const mate = nearest(mates, (one) => gap(area.row, bottom, one.row, one.row + one.rows))
    if (mate === null) continue
    const from = Math.min(area.row, mate.row)
    found.push({ side, at: column, from, to: Math.max(bottom, mate.row + mate.rows) })
  }
  return found
}

const gap = (a: number, b: number, from: number, to: number): number =>
  Math.max(0, from - b, a - to)

function nearest(all: readonly Cells[], distance: (one: Cells) => number): Cells | null {
  let found: Cells | null = null
  for (const one of all) if (found === null || distance(one) < distance(found)) found = one
  return found
}
