/** The white over and under a block, up to the blocks that stand above and below it. */
import { bottomOf, overlapOf, rightOf, type Block } from './blocks'
import type { MakeUpHouse } from './house'
import { raggedOf } from './forms'

export interface RoomAbout {
  /** The first row it could begin in. */
  readonly head: number
  /** Where the white under the next blocks above begins, at their shortest columns; Infinity without one. */
  readonly feet: number
  /** The row it must end before. */
  readonly end: number
}

/** The page's blocks end at `foot`. */
export function roomAbout(
  { gapRows }: MakeUpHouse,
  placed: readonly Block[],
  block: Block,
  foot: number,
): RoomAbout {
  let head = 0
  let end = foot
  const next = new Array<Block | undefined>(block.columns).fill(undefined)
  for (const other of placed) {
    if (overlapOf([other.column, rightOf(other)], [block.column, rightOf(block)]) <= 0) continue
    if (other.row < block.row) {
      head = Math.max(head, bottomOf(other) + gapRows)
      lowest(next, other, block.column)
    } else if (other.row > block.row) end = Math.min(end, other.row - gapRows)
  }
  const feet = next.map((one) => (one ? bottomOf(one) + gapRows - raggedOf(one.form) : Infinity))
  return { head, feet: Math.min(...feet), end }
}

/** Puts a block into those of the columns from `first` in which it is the lowest so far. */
function lowest(next: (Block | undefined)[], other: Block, first: number): void {
  next.forEach((known, i) => {
    const isThere = other.column <= first + i && rightOf(other) > first + i
    if (isThere && (known === undefined || bottomOf(other) > bottomOf(known))) next[i] = other
  })
}

/** The white over a block that stands in a row of its room. */
export const whiteOver = ({ feet }: RoomAbout, row: number): number => Math.max(0, row - feet)
