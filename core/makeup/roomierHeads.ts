/** White between two blocks that is a row or two too deep given to the headline group beside it, as an editor would. */
import { headForm } from '../model/headForm'
import { bottomOf, type Block } from './blocks'
import { raggedOf } from './forms'
import { roomAbout, whiteOver } from './roomAbout'
import type { PageTask } from './types'

/** Rows that a headline group takes without standing in a hole itself. */
const MOST = 2

/** Blocks over or under a hole, their headlines with so many rows more that it is none. */
export function withRoomierHeads({ house }: PageTask, blocks: readonly Block[]): readonly Block[] {
  const foot = Math.max(0, ...blocks.map(bottomOf))
  const placed = [...blocks]
  blocks.forEach((block, at) => {
    if (block.fixed) return
    const room = roomAbout(house, placed, block, foot)
    const up = needed(whiteOver(room, block.row) - house.holeRows, block.row - room.head)
    const under = room.end - bottomOf(block)
    const down = up > 0 ? 0 : needed(under + raggedOf(block.form) - house.holeRows, under)
    const grown = up + down > 0 ? roomier(block, up, down) : null
    if (grown !== null) placed[at] = grown
  })
  return placed
}

/** Rows to take, when they are few and free. */
const needed = (rows: number, free: number): number =>
  rows > 0 && rows <= Math.min(MOST, free) ? rows : 0

/** The block with so many rows more for a headline group that lies over all its columns; null without one. */
function roomier(block: Block, up: number, down: number): Block | null {
  const { form, column, columns } = block
  if (form.kind !== 'story' || form.head === null || form.headRows === 0) return null
  if (headForm(form.head, form.text.columns) !== 'over') return null
  const more = up + down
  const headRows = form.headRows + more
  const head = { ...form.head, rows: headRows }
  const grown = { ...form, head, headRows, rows: form.rows + more }
  return { form: grown, column, columns, row: block.row - up, rows: block.rows + more }
}
