/** The white at the foot of a page short of copy, as one rectangle that something else could fill. */
import type { Cells, Grid } from '../model/grid'
import { bottomOf, rightOf, type Block } from './blocks'

/** Rows from the lowest block's foot to the page's, for each base column. */
export const whiteUnder = (
  { columns, rows }: Pick<Grid, 'columns' | 'rows'>,
  blocks: readonly Block[],
): readonly number[] =>
  Array.from({ length: columns }, (_, column) => {
    const own = blocks.filter((block) => block.column <= column && rightOf(block) > column)
    return rows - Math.max(0, ...own.map(bottomOf))
  })

/**
 * The largest rectangle of whole base columns at the page's foot that nothing
 * stands in, `gap` rows of white kept between it and what stands above it.
 * Null where nothing is left for one.
 */
export function footRectangle(
  grid: Pick<Grid, 'columns' | 'rows'>,
  blocks: readonly Block[],
  gap: number,
): Cells | null {
  const white = whiteUnder(grid, blocks)
  let best: Cells | null = null
  for (let column = 0; column < grid.columns; column++) {
    for (let end = column + 1; end <= grid.columns; end++) {
      const rows = Math.min(...white.slice(column, end)) - gap
      const columns = end - column
      if (rows > 0 && columns * rows > (best === null ? 0 : best.columns * best.rows))
        best = { column, columns, row: grid.rows - rows, rows }
    }
  }
  return best
}
