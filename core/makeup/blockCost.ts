import type { PageTask } from './types'

/** Cost of a block's proportion; the lead may lie broader. Infinity beyond what is ever made. */
export function blockCost(task: PageTask, width: number, height: number, level: number): number {
  const { block } = task.house
  const ratio = width / height
  const broader = level === 0 ? 1.25 : 1
  if (ratio > block.widest * broader || ratio < block.narrowest) return Infinity
  const wide = Math.max(0, ratio / (block.wide * broader) - 1) * 12
  const narrow = Math.max(0, block.narrow / ratio - 1) * 10
  return wide + narrow
}
