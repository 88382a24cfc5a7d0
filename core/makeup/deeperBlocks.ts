/** A page that ends a few rows above its foot: its headline groups and pictures take them, so that every column ends there. */
import { bottomOf, overlapOf, rightOf, type Block } from './blocks'
import { deeperForm } from './deeperForms'
import { raggedOf } from './forms'
import { roomAbout, whiteOver } from './roomAbout'
import type { PageTask } from './types'

/** The part of a page's rows that are taken so: more is white that something else must fill. Of few units that are opened it is more. */
const FEW = { usual: 0.15, few: 0.25 }

/** The blocks drawn out to the page's foot, each about as much as the others, and over holes; as they are where that leaves no less white. */
export function withDeeperBlocks(task: PageTask, blocks: readonly Block[]): readonly Block[] {
  const { rows } = task.page.grid
  const short = rows - Math.max(0, ...blocks.map(bottomOf))
  const most = (task.isFew ? FEW.few : FEW.usual) * rows
  if (short > most || blocks.some(({ fixed }) => fixed)) return blocks
  const white = holesOf(task, blocks)
  if (white === 0) return blocks
  const drawn = filledUp(task, blocks, drawnOut(task, blocks))
  return holesOf(task, drawn) < white ? drawn : blocks
}

/** The blocks from the head down, each as much deeper as its place asks for. */
function drawnOut(task: PageTask, blocks: readonly Block[]): readonly Block[] {
  const { rows } = task.page.grid
  const { gapRows } = task.house
  const foot = Math.max(0, ...blocks.map(bottomOf))
  const lower = (row: number): number => Math.round((row * rows) / foot)
  const drawn = new Map<Block, Block>()
  for (const block of [...blocks].sort((a, b) => a.row - b.row)) {
    const above = [...drawn.values()].filter((one) => isOver(one, block))
    const row = Math.max(0, ...above.map((one) => bottomOf(one) + gapRows))
    drawn.set(block, deeper(task, block, row, lower(bottomOf(block)) - row - block.rows))
  }
  return blocks.map((block) => drawn.get(block) ?? block)
}

/** Those over white that is still a hole deeper by as much as it is. */
function filledUp(
  task: PageTask,
  blocks: readonly Block[],
  drawn: readonly Block[],
): readonly Block[] {
  const placed = [...drawn]
  drawn.forEach((own, at) => {
    const room = roomAbout(task.house, placed, own, task.page.grid.rows)
    const white = room.end - bottomOf(own)
    const first = blocks[at]
    if (first !== undefined && white + raggedOf(own.form) > task.house.holeRows)
      placed[at] = deeper(task, first, own.row, own.rows - first.rows + white)
  })
  return placed
}

const isOver = (a: Block, b: Block): boolean =>
  overlapOf([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0

/** The block at a row with up to so many rows more. */
function deeper(
  task: PageTask,
  { form, column, columns }: Block,
  row: number,
  more: number,
): Block {
  const own = deeperForm(task, form, columns, more)
  return { form: own, column, columns, row, rows: own.rows }
}

/** Cells of white over or under blocks, and at the foot, that is deeper than a hole may be. */
function holesOf({ house, page }: PageTask, placed: readonly Block[]): number {
  return placed.reduce((sum, block) => {
    const room = roomAbout(house, placed, block, page.grid.rows)
    const under = room.end - bottomOf(block) + raggedOf(block.form)
    if (room.end < bottomOf(block)) return Infinity
    const deepest = Math.max(whiteOver(room, block.row), under)
    return sum + Math.max(0, deepest - house.holeRows) * block.columns
  }, 0)
}
