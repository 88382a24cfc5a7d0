/** A page that ends a few rows above its foot: its headline groups and pictures take them, so that every column ends there. */
import { headForm } from '../model/headForm'
import { bottomOf, overlapOf, rightOf, type Block } from './blocks'
import { raggedOf } from './forms'
import { mostPictureRows } from './pictureForms'
import { roomAbout, whiteOver } from './roomAbout'
import type { PageTask } from './types'

/** The part of a page's rows that are taken so: more is white that something else must fill. */
const FEW = 0.15
/** Rows that a headline group takes before it stands in a hole itself, and what each costs. */
const MOST = 5
const UNEASY = 1.5

/** The blocks drawn out to the page's foot, each about as much as the others; as they are where that leaves a hole. */
export function withDeeperBlocks(task: PageTask, blocks: readonly Block[]): readonly Block[] {
  const { rows } = task.page.grid
  const { gapRows, holeRows } = task.house
  const foot = Math.max(0, ...blocks.map(bottomOf))
  const short = rows - foot
  if (short <= holeRows || short > FEW * rows || blocks.some(({ fixed }) => fixed)) return blocks
  const drawn = new Map<Block, Block>()
  for (const block of [...blocks].sort((a, b) => a.row - b.row)) {
    const above = [...drawn.values()].filter((one) => isOver(one, block))
    const row = Math.max(0, ...above.map((one) => bottomOf(one) + gapRows))
    const wanted = Math.round((bottomOf(block) * rows) / foot) - row
    const form = deeper(task, block, Math.max(0, wanted - block.rows))
    drawn.set(block, { form, column: block.column, columns: block.columns, row, rows: form.rows })
  }
  const placed = blocks.map((block) => drawn.get(block) ?? block)
  return isFilled(task, placed) ? placed : blocks
}

const isOver = (a: Block, b: Block): boolean =>
  overlapOf([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0

/** The block's form with up to so many rows more, white in a headline group over all its columns, or picture. */
function deeper(task: PageTask, { form, columns }: Block, more: number): Block['form'] {
  if (form.kind === 'picture') {
    const most = mostPictureRows(task, form, columns) - form.pictureRows
    const taken = Math.max(0, Math.min(more, most))
    return { ...form, pictureRows: form.pictureRows + taken, rows: form.rows + taken }
  }
  if (form.kind !== 'story' || form.head === null || form.headRows === 0) return form
  if (headForm(form.head, form.text.columns) !== 'over') return form
  const taken = Math.min(more, MOST)
  const headRows = form.headRows + taken
  const head = taken > 0 ? { ...form.head, rows: headRows } : form.head
  return { ...form, head, headRows, rows: form.rows + taken, cost: form.cost + taken * UNEASY }
}

/** No hole is over or under a block, nor at the foot. */
function isFilled({ house, page }: PageTask, placed: readonly Block[]): boolean {
  return placed.every((block) => {
    const room = roomAbout(house, placed, block, page.grid.rows)
    const under = room.end - bottomOf(block) + raggedOf(block.form)
    return (
      Math.max(whiteOver(room, block.row), under) <= house.holeRows && room.end >= bottomOf(block)
    )
  })
}
