/** Where a page is still empty. */
import { framesOn, type Edition } from '../model/edition'
import { cellsOverlap, type Cells } from '../model/grid'
import type { Page } from '../model/page'

export interface FreeAsk {
  readonly columns: number
  readonly rows: number
  /** A cell that the block must cover; missing: any place will do. */
  readonly at?: { readonly column: number; readonly row: number }
}

/** The largest free block of cells that is at least as large as asked, or null. Rules take no room. */
export function freeArea(
  edition: Edition,
  page: Page,
  { columns, rows, at }: FreeAsk,
): Cells | null {
  const { grid } = page
  const taken = framesOn(edition, page.id)
    .filter((frame) => frame.kind !== 'rule')
    .map(({ area }) => area)
  const starts = new Set([0, ...taken.map((area) => area.row + area.rows)])
  if (at !== undefined) starts.add(at.row)
  let best: Cells | null = null
  for (let column = 0; column < grid.columns; column++) {
    for (const row of starts) {
      for (let wide = columns; column + wide <= grid.columns; wide++) {
        const strip = { column, columns: wide, row, rows: grid.rows - row }
        const foot = Math.min(
          grid.rows,
          ...taken.filter((area) => cellsOverlap(area, strip)).map((area) => area.row),
        )
        const area = { ...strip, rows: foot - row }
        const larger = area.columns * area.rows > (best === null ? 0 : best.columns * best.rows)
        if (area.rows >= rows && larger && covers(area, at)) best = area
      }
    }
  }
  return best
}

/** Rows between two blocks one above the other, and those of a picture worth a place. */
const GAP = 2
const LEAST = 4

/** The largest block of white for a picture or an advertisement, apart from what stands above and below it; null where there is none. */
export function whiteArea(edition: Edition, page: Page): Cells | null {
  const free = freeArea(edition, page, { columns: 1, rows: LEAST + 2 * GAP })
  if (free === null) return null
  const above = free.row > 0 ? GAP : 0
  const below = free.row + free.rows < page.grid.rows ? GAP : 0
  return { ...free, row: free.row + above, rows: free.rows - above - below }
}

const covers = (area: Cells, at: FreeAsk['at']): boolean =>
  at === undefined ||
  (at.column >= area.column &&
    at.column < area.column + area.columns &&
    at.row >= area.row &&
    at.row < area.row + area.rows)
