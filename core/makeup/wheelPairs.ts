/** One side of a wheel: two sets of blocks one above the other that are together as deep as the page. */
import { addRow, clearRows, costRows, NO_ROW, type CostRows } from './costRows'
import { costOrder, type CostOrder, type HeadTables } from './headCosts'
import type { SlicingTable } from './slicing'

/** Best pair of one block set over another, for each row of their seam. */
export interface PairTable {
  readonly rows: CostRows
  /** By set: where in the rows its pairs begin. */
  readonly at: Int32Array
  /** By set: the least of its pairs. */
  readonly least: Float64Array
  /** Beside each cost of the rows the set that stands above. */
  above: Int32Array
}

/** Whether the upper block of a pair, and the lower one, holds a headline where it meets another: bits of an index. */
export const UPPER = 1
export const LOWER = 2

/** A table for each index, and the least cost of each set. */
export interface Side {
  readonly tables: readonly PairTable[]
  readonly least: Float64Array
  /** The cheapest of the tables, and by set where it begins. */
  readonly cheaper: CostRows
  readonly cheaperAt: Int32Array
  /** By set: the first and the last row that its seam may lie in. */
  readonly from: Int16Array
  readonly to: Int16Array
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
  const depth = table.problem.rows + 1
  return {
    tables: [0, UPPER, LOWER, UPPER | LOWER].map(() => ({
      rows: costRows(depth),
      at: new Int32Array(set + 1).fill(NO_ROW),
      least: new Float64Array(set + 1).fill(Infinity),
      above: new Int32Array(),
    })),
    least: new Float64Array(set + 1).fill(Infinity),
    cheaper: costRows(depth),
    cheaperAt: new Int32Array(set + 1).fill(NO_ROW),
    from: new Int16Array(set + 1),
    to: new Int16Array(set + 1),
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
  clear(side)
  side.tables
    .slice(0, problem.meets.lower === null ? LOWER : undefined)
    .forEach((own, index) => fillPairs(own, table, heads, problem, index))
  for (let own = problem.set; own > 0; own = (own - 1) & problem.set) summarise(side, own)
  side.order = costOrder(table, side.least)
}

function clear({ tables, cheaper, cheaperAt, least }: Side): void {
  for (const { rows, at, least: own } of tables) {
    clearRows(rows)
    at.fill(NO_ROW)
    own.fill(Infinity)
  }
  clearRows(cheaper)
  cheaperAt.fill(NO_ROW)
  least.fill(Infinity)
}

/** What the tables say of a set together. */
function summarise({ tables, cheaper, cheaperAt, least, from, to }: Side, own: number): void {
  if (tables.every(({ at }) => at[own] === NO_ROW)) return
  const row = addRow(cheaper)
  const { costs, depth } = cheaper
  cheaperAt[own] = row
  from[own] = depth
  for (let at = 0; at < depth; at++) {
    let cost = Infinity
    for (const pairs of tables)
      cost = Math.min(cost, pairs.rows.costs[(pairs.at[own] as number) + at] as number)
    if (cost === Infinity) continue
    costs[row + at] = cost
    if (cost < (least[own] as number)) least[own] = cost
    if (at < from[own]) from[own] = at
    to[own] = at
  }
}

/** Pairs of every subset of the side's blocks, whose headlines are where `index` says. */
function fillPairs(
  pairs: PairTable,
  table: SlicingTable,
  heads: HeadTables,
  { set, all, above, below, must, meets, most: mostOfAll }: SideProblem,
  index: number,
): void {
  const { rows, gap } = table.problem
  const upper = heads(above, meets.upper, (index & UPPER) !== 0)
  const lower = heads(below, meets.lower, (index & LOWER) !== 0)
  const { costs } = table.rows
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
    const rowA = upper.rows[a] as number
    for (let j = 0; j < lowers.length; j++) {
      if ((excessD[j] as number) >= left) break
      const d = lowers[j] as number
      if ((d & barred) !== 0) continue
      const most = spare + table.floor(a | d)
      const [fromD, toD] = table.range(d, below)
      const first = Math.max(from, rows - gap - toD)
      const last = Math.min(to, rows - gap - fromD)
      const rowD = (lower.rows[d] as number) + rows - gap
      for (let at = first; at <= last; at++) {
        const cost = (costs[rowA + at] as number) + (costs[rowD - at] as number)
        if (cost < most && cost < (pairs.rows.costs[(pairs.at[a | d] as number) + at] as number))
          keep(pairs, a, d, at, cost)
      }
    }
  }
}

function keep(pairs: PairTable, a: number, d: number, seam: number, cost: number): void {
  const { rows, at } = pairs
  if (at[a | d] === NO_ROW) at[a | d] = addRow(rows)
  if (pairs.above.length < rows.costs.length) {
    const grown = new Int32Array(rows.costs.length)
    grown.set(pairs.above)
    pairs.above = grown
  }
  const place = (at[a | d] as number) + seam
  rows.costs[place] = cost
  if (cost < (pairs.least[a | d] as number)) pairs.least[a | d] = cost
  pairs.above[place] = a
}
