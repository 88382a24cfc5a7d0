import type { MakeUpHouse } from './house'
import type { PageTask } from './types'

/** The lead may lie so much broader than other stories. */
const LEAD = 1.25

const broader = (level: number): number => (level === 0 ? LEAD : 1)

/** Whether a block lies flatter than any that is made. */
export const isBroad = (
  { block }: MakeUpHouse,
  width: number,
  height: number,
  level: number,
): boolean => width / height > block.widest * broader(level)

/** Cost of a block's proportion; the lead may lie broader, and one of few stand slender. Infinity beyond what is ever made. */
export function blockCost(task: PageTask, width: number, height: number, level: number): number {
  const { block, strip } = task.house
  const { narrowest, narrow: slender } = task.isFew ? strip : block
  const ratio = width / height
  if (isBroad(task.house, width, height, level) || ratio < narrowest) return Infinity
  const wide = Math.max(0, ratio / (block.wide * broader(level)) - 1) * 12
  const narrow = Math.max(0, slender / ratio - 1) * 10
  return wide + narrow
}
