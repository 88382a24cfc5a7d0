/** Blocks of cells on the page's grid. */
import type { Cells, Grid } from '../model/grid'

export const sameCells = (a: Cells, b: Cells): boolean =>
  a.column === b.column && a.columns === b.columns && a.row === b.row && a.rows === b.rows

const hold = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** The block as far as the grid reaches: first as large as it may be, then inside. `least` is 0 for rules. */
export function withinGrid(grid: Grid, area: Cells, least: 0 | 1 = 1): Cells {
  const columns = hold(area.columns, least, grid.columns)
  const rows = hold(area.rows, least, grid.rows)
  return {
    columns,
    rows,
    column: hold(area.column, 0, grid.columns - columns),
    row: hold(area.row, 0, grid.rows - rows),
  }
}

/** The smallest block around all of them. */
export function around(areas: readonly Cells[]): Cells {
  const column = Math.min(...areas.map((one) => one.column))
  const row = Math.min(...areas.map((one) => one.row))
  return {
    column,
    row,
    columns: Math.max(...areas.map((one) => one.column + one.columns)) - column,
    rows: Math.max(...areas.map((one) => one.row + one.rows)) - row,
  }
}

/** The block between two cells, both in it, in whichever order. */
export function between(
  a: { readonly column: number; readonly row: number },
  b: { readonly column: number; readonly row: number },
): Cells {
  return {
    column: Math.min(a.column, b.column),
    row: Math.min(a.row, b.row),
    columns: Math.abs(a.column - b.column) + 1,
    rows: Math.abs(a.row - b.row) + 1,
  }
}
