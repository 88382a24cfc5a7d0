/** Between points of the page and cells of its grid. */
import type { FrameId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { columnWidth, columnX, rowY, type Cells, type Grid } from '../../../core/model/grid'
import type { Page } from '../../../core/model/page'
import { neighboursOf, sharedEdges, type SharedEdge } from '../../../core/shape'
import type { SnapLine } from './ghost'

/** CSS pixels within which an edge goes to a neighbour's. */
export const SNAP = 8

export const pitchOf = (grid: Grid): number => columnWidth(grid) + grid.gutter

/** Columns counted from the type area's left edge, gutters shared between their columns. */
export const columnsAt = (grid: Grid, x: number): number => (x - grid.x) / pitchOf(grid)

export const rowsAt = (grid: Grid, y: number): number => (y - grid.y) / grid.leading

export const cellAt = (
  grid: Grid,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly column: number; readonly row: number } => ({
  column: Math.min(grid.columns - 1, Math.max(0, Math.floor(columnsAt(grid, x + grid.gutter / 2)))),
  row: Math.min(grid.rows - 1, Math.max(0, Math.floor(rowsAt(grid, y)))),
})

/** Lines along the edges that the given sides of a block in hand have in common with its neighbours. */
export function snapLines(
  edition: Edition,
  page: Page,
  area: Cells,
  inHand: readonly FrameId[],
  sides: readonly SharedEdge['side'][] = ['top', 'bottom', 'left', 'right'],
): readonly SnapLine[] {
  const { grid } = page
  const end = (column: number): number => columnX(grid, column) - grid.gutter
  return sharedEdges(area, neighboursOf(edition, page, inHand))
    .filter(({ side }) => sides.includes(side))
    .map(({ side, at, from, to }): SnapLine =>
      side === 'top' || side === 'bottom'
        ? { axis: 'across', at: rowY(grid, at), from: columnX(grid, from), to: end(to) }
        : {
            axis: 'down',
            at: side === 'left' ? columnX(grid, at) : end(at),
            from: rowY(grid, from),
            to: rowY(grid, to),
          },
    )
}
