/** White between blocks shared out: a block in a place too deep for it stands where no hole is left above or below. */
import { bottomOf, overlapOf, rightOf, type Block } from './blocks'
import { raggedOf } from './forms'
import type { MakeUpHouse } from './house'
import type { PageTask } from './types'

/** Blocks over a hole or under one moved into the middle of the white about them; those at the page's head or foot stay. */
export function withEvenWhite({ house }: PageTask, blocks: readonly Block[]): readonly Block[] {
  const foot = Math.max(0, ...blocks.map(bottomOf))
  const placed = [...blocks]
  blocks.forEach((block, at) => {
    if (block.fixed || block.row === 0 || bottomOf(block) === foot) return
    const row = evenRow(house, placed, block, foot)
    if (row === block.row) return
    const { form, column, columns, rows } = block
    placed[at] = { form, column, columns, row, rows }
  })
  return placed
}

/** The row at which the deeper of the whites above and below a block is the least; its own where that is no hole. */
function evenRow(house: MakeUpHouse, placed: readonly Block[], block: Block, foot: number): number {
  const { gapRows, holeRows } = house
  let head = 0
  let end = foot
  /** Where the white under the blocks above begins. */
  let feet = Infinity
  for (const other of placed) {
    if (!sharesColumns(other, block)) continue
    if (other.row < block.row) {
      head = Math.max(head, bottomOf(other) + gapRows)
      feet = Math.min(feet, bottomOf(other) - raggedOf(other.form))
    } else if (other.row > block.row) end = Math.min(end, other.row - gapRows)
  }
  const ownFoot = end - block.rows + raggedOf(block.form)
  const deepest = (row: number): number => Math.max(0, row - gapRows - feet, ownFoot - row)
  if (deepest(block.row) <= holeRows) return block.row
  let best = block.row
  for (let row = head; row <= end - block.rows; row++) if (deepest(row) < deepest(best)) best = row
  return best
}

const sharesColumns = (a: Block, b: Block): boolean =>
  overlapOf([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0
