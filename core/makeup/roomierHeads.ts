/** White between two blocks that is a row or two too deep given to the headline group beside it, as an editor would. */
import { headForm } from '../model/headForm'
import { bottomOf, overlapOf, rightOf, type Block } from './blocks'
import { raggedOf } from './forms'
import type { PageTask } from './types'

/** Rows that a headline group takes without standing in a hole itself. */
const MOST = 2

/** Blocks over or under a hole, their headlines with so many rows more that it is none. */
export function withRoomierHeads({ house }: PageTask, blocks: readonly Block[]): readonly Block[] {
  const foot = Math.max(0, ...blocks.map(bottomOf))
  let placed = [...blocks]
  for (const block of blocks) {
    if (block.fixed) continue
    const others = placed.filter((other) => other !== block && sharesColumns(other, block))
    const above = others.filter((other) => other.row < block.row)
    const below = others.filter((other) => other.row > block.row)
    const overhead = above.map((one) => block.row - house.gapRows - bottomOf(one))
    const over = above.map((one, i) => (overhead[i] ?? 0) + raggedOf(one.form))
    const underfoot = below.map((one) => one.row - house.gapRows - bottomOf(block))
    const under = underfoot.length > 0 ? Math.min(...underfoot) : foot - bottomOf(block)
    const up = needed(Math.max(0, ...over) - house.holeRows, Math.min(Infinity, ...overhead))
    const down = up > 0 ? 0 : needed(under + raggedOf(block.form) - house.holeRows, under)
    const grown = up + down > 0 ? roomier(block, up + down) : null
    if (grown === null) continue
    placed = placed.map((other) => (other === block ? { ...grown, row: block.row - up } : other))
  }
  return placed
}

/** Rows to take, when they are few and free. */
const needed = (rows: number, free: number): number =>
  rows > 0 && rows <= Math.min(MOST, free) ? rows : 0

/** The block with so many rows more for a headline group that lies over all its columns; null without one. */
function roomier(block: Block, more: number): Block | null {
  const { form } = block
  if (form.kind !== 'story' || form.head === null || form.headRows === 0) return null
  if (headForm(form.head, form.text.columns) !== 'over') return null
  const headRows = form.headRows + more
  const head = { ...form.head, rows: headRows }
  const rows = block.rows + more
  return { ...block, rows, form: { ...form, head, headRows, rows: form.rows + more } }
}

const sharesColumns = (a: Block, b: Block): boolean =>
  overlapOf([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0
