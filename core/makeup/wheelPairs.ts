/** One side of a wheel: two sets of blocks one above the other that are together as deep as the page. */
import { costOrder, type CostOrder, type HeadTables } from './headCosts'
import type { SlicingTable } from './slicing'

/** Best pair of one block set over another, for each row of their seam. */
interface PairTable {
  /** By set and row of the seam: cost, and the set that stands above. */
  readonly costs: Float64Array
  readonly above: Int32Array
}

/** Whether the upper block of a pair, and the lower one, holds a headline where it meets another: bits of an index. */
export const UPPER = 1
export const LOWER = 2

/** A table for each index, and the least cost of each set. */
export interface Side {
  readonly tables: readonly PairTable[]
  readonly least: Float64Array
  /** By set and row of the seam: the cheapest of the tables. */
  readonly cheaper: Float64Array
  /** Sets that make a pair at all. */
  order: CostOrder
}

/** The corner of an upper block that meets the other pair, and the lower one's that meets the hub; null when it meets nothing. */
export interface Meets {
  readonly upper: number
  readonly lower: number | null
}

/** Tables for the pairs of `set`; each side of a wheel fills them anew. */
export function roomFor(table: SlicingTable, set: number): Side {
  const size = (set + 1) * (table.problem.rows + 1)
  return {
    tables: [0, UPPER, LOWER, UPPER | LOWER].map(() => ({
      costs: new Float64Array(size).fill(Infinity),
      above: new Int32Array(size),
    })),
    least: new Float64Array(set + 1).fill(Infinity),
    cheaper: new Float64Array(size).fill(Infinity),
    order: { sets: new Int32Array(), excess: new Float64Array() },
  }
}

/** Which blocks may make a side, how wide its two blocks are, and what it may cost. */
export interface SideProblem {
  readonly set: number
  readonly above: number
  readonly below: number
  /** Blocks that the upper one must hold. */
  readonly must: number
  readonly meets: Meets
  /** Pairs that make a wheel dearer than this are left out. */
  readonly most: number
  /** All blocks of the wheel. */
  readonly all: number
}

/** Fills `side` with all pairs of another problem than it held before. */
export function fillSide(
  table: SlicingTable,
  heads: HeadTables,
  side: Side,
  problem: SideProblem,
): void {
  const depth = table.problem.rows + 1
  const { tables, least, cheaper } = side
  for (const own of side.order.sets) {
    least[own] = Infinity
    for (const { costs } of tables) costs.fill(Infinity, own * depth, (own + 1) * depth)
  }
  const found = new Set<number>()
  tables
    .slice(0, problem.meets.lower === null ? LOWER : undefined)
    .forEach((own, index) => fillPairs(own, table, heads, problem, index, found))
  for (const own of found) {
    for (let at = own * depth; at < (own + 1) * depth; at++) {
      let cost = Infinity
      for (const { costs } of tables) cost = Math.min(cost, costs[at] as number)
      cheaper[at] = cost
      if (cost < (least[own] as number)) least[own] = cost
    }
  }
  side.order = costOrder(table, least)
}

/** Pairs of every subset of the side's blocks, whose headlines are where `index` says. */
function fillPairs(
  { costs, above: which }: PairTable,
  table: SlicingTable,
  heads: HeadTables,
  { set, all, above, below, must, meets, most: mostOfAll }: SideProblem,
  index: number,
  found: Set<number>,
): void {
  const { rows, gap } = table.problem
  const depth = rows + 1
  const upper = heads(above, meets.upper, (index & UPPER) !== 0)
  const lower = heads(below, meets.lower, (index & LOWER) !== 0)
  const spare = mostOfAll - table.floor(all)
  const { sets: uppers, excess: excessA } = upper.order
  const { sets: lowers, excess: excessD } = lower.order
  for (let i = 0; i < uppers.length; i++) {
    const a = uppers[i] as number
    const left = spare - (excessA[i] as number)
    if (left <= 0) break
    if ((a & must) !== must || (a & ~set) !== 0) continue
    const [from, to] = table.range(a, above)
    const barred = a | ~set
    for (let j = 0; j < lowers.length; j++) {
      if ((excessD[j] as number) >= left) break
      const d = lowers[j] as number
      if ((d & barred) !== 0) continue
      const most = spare + table.floor(a | d)
      const [fromD, toD] = table.range(d, below)
      const first = Math.max(from, rows - gap - toD)
      const last = Math.min(to, rows - gap - fromD)
      const base = (a | d) * depth
      const baseD = d * depth + rows - gap
      for (let at = first; at <= last; at++) {
        const cost = (upper.costs[a * depth + at] as number) + (lower.costs[baseD - at] as number)
        if (cost < most && cost < (costs[base + at] as number)) {
          found.add(a | d)
          costs[base + at] = cost
          which[base + at] = a
        }
      }
    }
  }
}
