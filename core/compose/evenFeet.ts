/**
 * Even feet: keep rules may leave the columns of a balanced frame to end more
 * than a row apart. Other columns then take the row less; where that is not
 * enough, a paragraph runs a line longer within its limits.
 */
import type { TextBlock } from './collect'
import type { StoryFill } from './fillStory'
import type { ThreadFrame } from './thread'
import { loosenessOf } from './threadFiller'

/** Rows by which columns may end apart and still look even. */
const EVEN = 1
/** Slots more or fewer than the balanced text takes: keep rules leave some empty, here or there. */
const SPARE = 1
/** Paragraphs that are asked for a line more. */
const MOST_ASKED = 4
/** Frames of more columns are left as they are: the ways to cut them grow too many. */
const MOST_COLUMNS = 4

/** Fills the last frame's columns, cut to these depths, with the text. */
export type FillColumns = (depths: readonly number[], text: readonly TextBlock[]) => StoryFill

/** The text filled so that the columns of `frame` end within a row of each other, or as near to it as they can. */
export function withEvenFeet(
  blocks: readonly TextBlock[],
  frame: ThreadFrame,
  depths: readonly number[],
  fill: FillColumns,
): StoryFill {
  const given = fill(depths, blocks)
  let least = feetApart(given, frame)
  if (least <= EVEN || depths.length > MOST_COLUMNS) return given
  let best = given
  const isEven = (filled: StoryFill): boolean => {
    const { oversetLines, faults } = filled.thread
    const apart = feetApart(filled, frame)
    if (oversetLines === 0 && faults === 0 && apart < least) {
      best = filled
      least = apart
    }
    return least <= EVEN
  }
  const free = given.slots.length - given.thread.end
  const taken = depths.reduce((sum, depth) => sum + depth, 0) - free
  const cuts = cutsOf(depths, frame.area.rows)
  const holding = cuts.filter(({ slots }) => Math.abs(slots - taken) <= SPARE)
  for (const cut of holding) if (isEven(fill(cut.depths, blocks))) return best
  for (const block of askable(blocks, given, frame).slice(0, MOST_ASKED)) {
    const text = blocks.map((other) => (other === block ? { ...block, asked: 1 } : other))
    if (isEven(fill(depths, text))) return best
  }
  return best
}

interface Cut {
  readonly depths: readonly number[]
  readonly slots: number
}

/** All ways to cut some of the columns a row shorter, the least slots first, the last columns before the first. */
function cutsOf(depths: readonly number[], rows: number): readonly Cut[] {
  const deepest = Math.max(...depths)
  const cuts: Cut[] = []
  for (const depth of [deepest, deepest + 1].filter((one) => one <= rows)) {
    for (let shorter = (1 << depths.length) - 1; shorter >= 0; shorter--) {
      const cut = depths.map((_, column) => depth - ((shorter >> column) & 1))
      cuts.push({ depths: cut, slots: cut.reduce((sum, one) => sum + one, 0) })
    }
  }
  return cuts.sort((a, b) => a.slots - b.slots)
}

const isIn = ({ slots }: StoryFill, slot: number | null, frame: ThreadFrame): boolean =>
  slot !== null && slots[slot]?.frame === frame

/** Paragraphs with all of their lines in the frame, of which their writer asks no line; the last first. */
const askable = (
  blocks: readonly TextBlock[],
  filled: StoryFill,
  frame: ThreadFrame,
): readonly TextBlock[] =>
  blocks
    .filter((block) => block.role === 'body' && loosenessOf(block) === 0)
    .filter((block) =>
      filled.thread.lines.every((line) => line.block !== block || isIn(filled, line.slot, frame)),
    )
    .reverse()

/** Rows by which the feet of a frame's columns lie apart; slots that a keep rule left empty are white. */
function feetApart({ thread, slots }: StoryFill, frame: ThreadFrame): number {
  const feet = new Map<number, number>()
  const raise = (column: number, foot: number): void => {
    feet.set(column, Math.max(feet.get(column) ?? 0, foot))
  }
  for (const { slot } of thread.lines) {
    const at = slot === null ? undefined : slots[slot]
    if (at?.frame === frame) raise(at.column, at.row + 1)
  }
  const deepest = Math.max(0, ...feet.values())
  const white = slots
    .filter((one) => one.frame === frame && one.row < deepest)
    .map(({ row, column }) => ({ row, foot: feet.get(column) ?? 0 }))
    .map(({ row, foot }) => (row >= foot ? deepest - foot : 0))
  return Math.max(0, ...white)
}
