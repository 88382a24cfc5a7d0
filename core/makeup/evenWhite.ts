/** White between blocks shared out: a block in a place too deep for it stands where no hole is left above or below. */
import { bottomOf, type Block } from './blocks'
import { raggedOf } from './forms'
import { roomAbout, whiteOver, type RoomAbout } from './roomAbout'
import type { PageTask } from './types'

/** Blocks over a hole or under one moved into the middle of the white about them; those at the page's head or foot stay. */
export function withEvenWhite({ house }: PageTask, blocks: readonly Block[]): readonly Block[] {
  const foot = Math.max(0, ...blocks.map(bottomOf))
  const placed = [...blocks]
  blocks.forEach((block, at) => {
    if (block.fixed || block.row === 0 || bottomOf(block) === foot) return
    const row = evenRow(block, roomAbout(house, placed, block, foot), house.holeRows)
    if (row === block.row) return
    const { form, column, columns, rows } = block
    placed[at] = { form, column, columns, row, rows }
  })
  return placed
}

/** The row at which the deeper of the whites above and below a block is the least; its own where that is no hole. */
function evenRow(block: Block, room: RoomAbout, holeRows: number): number {
  const last = room.end - block.rows
  const ownFoot = last + raggedOf(block.form)
  const deepest = (row: number): number => Math.max(whiteOver(room, row), ownFoot - row)
  if (deepest(block.row) <= holeRows) return block.row
  let best = block.row
  for (let row = room.head; row <= last; row++) if (deepest(row) < deepest(best)) best = row
  return best
}
