/** White between blocks shared out: a block in a place too deep for it stands where no hole is left above or below. */
import { bottomOf, overlapOf, rightOf, type Block } from './blocks'
import { raggedOf } from './forms'
import type { PageTask } from './types'

/** Blocks over a hole or under one moved into the middle of the white about them; those at the page's head or foot stay. */
export function withEvenWhite({ house }: PageTask, blocks: readonly Block[]): readonly Block[] {
  const foot = Math.max(0, ...blocks.map(bottomOf))
  let placed = [...blocks]
  for (const block of blocks) {
    if (block.fixed || block.row === 0 || bottomOf(block) === foot) continue
    const others = placed.filter((other) => other !== block && sharesColumns(other, block))
    const above = others.filter((other) => other.row < block.row)
    const below = others.filter((other) => other.row > block.row)
    const head = Math.max(0, ...above.map((other) => bottomOf(other) + house.gapRows))
    const end = Math.min(foot, ...below.map((other) => other.row - house.gapRows))
    const overhead = (row: number): number =>
      Math.max(
        0,
        ...above.map((other) => row - house.gapRows - bottomOf(other) + raggedOf(other.form)),
      )
    const underfoot = (row: number): number => end - row - block.rows + raggedOf(block.form)
    const deepest = (row: number): number => Math.max(overhead(row), underfoot(row))
    if (deepest(block.row) <= house.holeRows) continue
    let best = block.row
    for (let row = head; row <= end - block.rows; row++)
      if (deepest(row) < deepest(best)) best = row
    placed = placed.map((other) => (other === block ? { ...block, row: best } : other))
  }
  return placed
}

const sharesColumns = (a: Block, b: Block): boolean =>
  overlapOf([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0
