import { rect, type Rect } from '../geometry'
import { pt, type Pt } from '../units'

/**
 * The page grid: `columns` 基本栏 of `measure` characters and `rows` baselines.
 * Story frames stand on whole cells, body baselines on its rows.
 */
export interface Grid {
  readonly columns: number
  /** Characters of `bodySize` a base column holds: columns always hold whole characters. */
  readonly measure: number
  readonly gutter: Pt
  readonly rows: number
  readonly leading: Pt
  readonly bodySize: Pt
  /** Upper left corner of the type area (版心) on the page. */
  readonly x: Pt
  readonly y: Pt
}

/** Cells a frame covers. Whole numbers; rows and columns count from 0. */
export interface Cells {
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
}

export const columnWidth = (grid: Grid): Pt => pt(grid.measure * grid.bodySize)

/** Width of `count` base columns with the gutters between them. */
export const spanWidth = (grid: Grid, count: number): Pt =>
  pt(count * columnWidth(grid) + (count - 1) * grid.gutter)

/** Left edge of a base column. */
export const columnX = (grid: Grid, column: number): Pt =>
  pt(grid.x + column * (columnWidth(grid) + grid.gutter))

/** Upper edge of a row; fractions stand between rows. */
export const rowY = (grid: Grid, row: number): Pt => pt(grid.y + row * grid.leading)

/**
 * Baseline of a row. The em box (+0.88/−0.12 em) is centred in the row, so
 * that text and boxes of the same rows look evenly spaced.
 */
export const baselineY = (grid: Grid, row: number): Pt =>
  pt(rowY(grid, row) + (grid.leading - grid.bodySize) / 2 + 0.88 * grid.bodySize)

/** The rectangle of a block of cells on the page. */
export const cellsRect = (grid: Grid, cells: Cells): Rect =>
  rect(
    columnX(grid, cells.column),
    rowY(grid, cells.row),
    spanWidth(grid, cells.columns),
    cells.rows * grid.leading,
  )

/** The type area (版心). */
export const typeArea = (grid: Grid): Rect =>
  cellsRect(grid, { column: 0, columns: grid.columns, row: 0, rows: grid.rows })

/** Whether two blocks of cells share one. */
export const cellsOverlap = (a: Cells, b: Cells): boolean =>
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns &&
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows
