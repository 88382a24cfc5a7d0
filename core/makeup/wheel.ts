/**
 * The five-block wheel (pinwheel): four arms around a hub, so that no rule or
 * gutter runs through the page. Only the whole page is made so.
 *
 *   A A B      A B B
 *   D E B  or  A E C
 *   D C C      D D C
 *
 * A stands over D and B over C, and together they are as deep as the page; the
 * hub takes what the two seams leave. So A with D and B with C are solved as
 * pairs, for each place of their seam, and the hub joins them. Headlines meet in
 * two places: A and B at the page's head, and the hub with the block beside it
 * that begins in the same row, D on the left wheel above and C on the right.
 */
import { LEFT_HEAD, RIGHT_HEAD, type SlicingTable } from './slicing'
import type { Region } from './plan'

export interface Wheel {
  readonly cost: number
  readonly parts: readonly Region[]
}

/** Best pair of one block set over another, for each row of their seam. */
interface PairTable {
  /** By set and row of the seam: cost, and the set that stands above. */
  readonly costs: Float64Array
  readonly above: Int32Array
}

/** Whether the upper block of a pair, and the lower one, holds a headline where it meets another: bits of an index. */
const UPPER = 1
const LOWER = 2

/** A table for each index, and the least cost of each set. */
interface Side {
  readonly tables: readonly PairTable[]
  readonly least: Float64Array
  /** By set and row of the seam: the cheapest of the tables. */
  readonly cheaper: Float64Array
}

/** The corner of an upper block that meets the other pair, and the lower one's that meets the hub; null when it meets nothing. */
interface Meets {
  readonly upper: number
  readonly lower: number | null
}

/** Visits every wheel of `set` that costs less than `bound()`. The lead must be in `set`. */
export function forEachWheel(
  table: SlicingTable,
  set: number,
  bound: () => number,
  visit: (wheel: Wheel) => void,
): void {
  const { columns, lead } = table.problem
  if (lead < 0) return
  const work: Work = {
    heads: headTables(table, set),
    left: roomFor(table, set),
    right: roomFor(table, set),
  }
  for (let wa = 1; wa < columns; wa++) {
    for (let wd = 1; wd < columns; wd++) {
      if (wa === wd || table.problem.cancelled?.()) continue
      visitWheels(table, work, set, wa, wd, bound, visit)
    }
  }
}

function visitWheels(
  table: SlicingTable,
  { heads, ...room }: Work,
  set: number,
  wa: number,
  wd: number,
  bound: () => number,
  visit: (wheel: Wheel) => void,
): void {
  const { columns, lead } = table.problem
  const leadBit = 1 << lead
  const clockwise = wa > wd
  const onLeft = { upper: RIGHT_HEAD, lower: clockwise ? RIGHT_HEAD : null }
  const onRight = { upper: LEFT_HEAD, lower: clockwise ? null : LEFT_HEAD }
  const left = sideOf(table, heads, room.left, set, wa, wd, leadBit, onLeft)
  const right = sideOf(
    table,
    heads,
    room.right,
    set & ~leadBit,
    columns - wa,
    columns - wd,
    0,
    onRight,
  )
  const hubLeast = leastOf(table, set, Math.abs(wa - wd))
  for (let s = set; s > 0; s = (s - 1) & set) {
    const leftCost = left.least[s] as number
    if ((s & leadBit) === 0 || leftCost >= bound()) continue
    const rest = set ^ s
    for (let t = (rest - 1) & rest; t > 0; t = (t - 1) & rest) {
      const cost = leftCost + (right.least[t] as number) + (hubLeast[rest ^ t] as number)
      if (cost < bound())
        visitSeams(table, { s, t, hub: rest ^ t, wa, wd }, left, right, bound, visit)
    }
  }
}

/** What all widths of a wheel share; the tables of a side are filled anew for each. */
interface Work {
  readonly heads: HeadTables
  readonly left: Side
  readonly right: Side
}

function roomFor(table: SlicingTable, set: number): Side {
  const size = (set + 1) * (table.problem.rows + 1)
  return {
    tables: [0, UPPER, LOWER, UPPER | LOWER].map(() => ({
      costs: new Float64Array(size),
      above: new Int32Array(size),
    })),
    least: new Float64Array(set + 1),
    cheaper: new Float64Array(size),
  }
}

/** Which sets make the left pair, the right pair and the hub, and where the cuts down fall. */
interface WheelSets {
  readonly s: number
  readonly t: number
  readonly hub: number
  readonly wa: number
  readonly wd: number
}

/** All rows at which the two seams of a wheel of these sets may lie. */
function visitSeams(
  table: SlicingTable,
  sets: WheelSets,
  left: Side,
  right: Side,
  bound: () => number,
  visit: (wheel: Wheel) => void,
): void {
  const { s, t, hub, wa, wd } = sets
  const { rows, gap, clash } = table.problem
  const depth = rows + 1
  const clockwise = wa > wd
  const hubWidth = Math.abs(wa - wd)
  const hubSide = clockwise ? LEFT_HEAD : RIGHT_HEAD
  const [from, to] = table.range(hub, hubWidth)
  for (let deep = from; deep <= to; deep++) {
    const hubLeast = table.least(hub, hubWidth, deep)
    const most = bound()
    if (hubLeast + (left.least[s] as number) + (right.least[t] as number) >= most) continue
    const hubCosts = [false, true].map((head) =>
      headCost(table, hub, hubWidth, deep, hubSide, head),
    )
    const step = clockwise ? gap + deep : -gap - deep
    for (let seamA = Math.max(1, 1 - step); seamA < Math.min(rows, rows - step); seamA++) {
      const seamB = seamA + step
      const cheapest =
        (left.cheaper[s * depth + seamA] as number) + (right.cheaper[t * depth + seamB] as number)
      if (hubLeast + cheapest >= most) continue
      for (let headsA = 0; headsA < left.tables.length; headsA++) {
        const costA = left.tables[headsA]?.costs[s * depth + seamA] as number
        if (hubLeast + costA >= bound()) continue
        for (let headsB = 0; headsB < right.tables.length; headsB++) {
          const pair = costA + (right.tables[headsB]?.costs[t * depth + seamB] as number)
          if (hubLeast + pair >= bound()) continue
          const atHead = (headsA & headsB & UPPER) !== 0 ? clash : 0
          const beside = ((headsA | headsB) & LOWER) !== 0 ? clash : 0
          for (const hubHead of BOTH) {
            const hubCost = hubCosts[hubHead] as number
            const cost = hubCost + pair + atHead + (hubHead === 1 ? beside : 0)
            if (cost >= bound()) continue
            const parts = partsOf(table, sets, left, right, {
              seamA,
              seamB,
              deep,
              headsA,
              headsB,
              hubHead,
            })
            visit({ cost, parts })
          }
        }
      }
    }
  }
}

const BOTH = [0, 1] as const

/** Where the seams of a wheel lie and which of its blocks hold headlines where they meet. */
interface WheelSeams {
  readonly seamA: number
  readonly seamB: number
  readonly deep: number
  readonly headsA: number
  readonly headsB: number
  readonly hubHead: number
}

function partsOf(
  table: SlicingTable,
  { s, t, hub, wa, wd }: WheelSets,
  left: Side,
  right: Side,
  { seamA, seamB, deep, headsA, headsB, hubHead }: WheelSeams,
): readonly Region[] {
  const { columns, rows, gap } = table.problem
  const depth = rows + 1
  const clockwise = wa > wd
  const upA = left.tables[headsA]?.above[s * depth + seamA] as number
  const upB = right.tables[headsB]?.above[t * depth + seamB] as number
  const at = (
    set: number,
    [column, width]: readonly [number, number],
    [row, own]: readonly [number, number],
    side: number | null,
    head: boolean,
  ): Region => ({
    ...{ set, column, columns: width, row, rows: own },
    corners: side === null ? null : cornersOf(table, set, width, own, side, head),
  })
  const hubSide = clockwise ? LEFT_HEAD : RIGHT_HEAD
  const across = [Math.min(wa, wd), Math.abs(wa - wd)] as const
  const footA = [seamA + gap, rows - gap - seamA] as const
  const footB = [seamB + gap, rows - gap - seamB] as const
  return [
    at(upA, [0, wa], [0, seamA], RIGHT_HEAD, (headsA & UPPER) !== 0),
    at(upB, [wa, columns - wa], [0, seamB], LEFT_HEAD, (headsB & UPPER) !== 0),
    at(hub, across, [Math.min(seamA, seamB) + gap, deep], hubSide, hubHead === 1),
    at(t ^ upB, [wd, columns - wd], footB, clockwise ? null : LEFT_HEAD, (headsB & LOWER) !== 0),
    at(s ^ upA, [0, wd], footA, clockwise ? RIGHT_HEAD : null, (headsA & LOWER) !== 0),
  ]
}

/** For each subset of `set` the least cost at a width, over all depths. */
function leastOf(table: SlicingTable, set: number, width: number): Float64Array {
  const least = new Float64Array(set + 1).fill(Infinity)
  for (let own = set; own > 0; own = (own - 1) & set) {
    const [from, to] = table.range(own, width)
    for (let at = from; at <= to; at++) {
      least[own] = Math.min(least[own] as number, table.least(own, width, at))
    }
  }
  return least
}

function sideOf(
  table: SlicingTable,
  heads: HeadTables,
  room: Side,
  set: number,
  above: number,
  below: number,
  must: number,
  meets: Meets,
): Side {
  const tables = room.tables.slice(0, meets.lower === null ? 2 : 4)
  tables.forEach((own, index) =>
    fillPairs(own, table, heads, set, above, below, must, meets, index),
  )
  const depth = table.problem.rows + 1
  const least = room.least.fill(Infinity)
  const { cheaper } = room
  for (let own = set; own > 0; own = (own - 1) & set) {
    for (let at = own * depth; at < (own + 1) * depth; at++) {
      let cost = Infinity
      for (const { costs } of tables) cost = Math.min(cost, costs[at] as number)
      cheaper[at] = cost
      if (cost < (least[own] as number)) least[own] = cost
    }
  }
  return { tables, least, cheaper }
}

/** The cheapest corners of a block set whose `side` corner holds a headline, or does not. */
function cornersOf(
  table: SlicingTable,
  set: number,
  width: number,
  rows: number,
  side: number,
  head: boolean,
): number {
  let best = -1
  let least = Infinity
  for (let corners = 0; corners < 4; corners++) {
    if (((corners & side) !== 0) !== head) continue
    const cost = table.cost(set, width, corners, rows)
    if (cost < least) {
      least = cost
      best = corners
    }
  }
  return best
}

/** Least cost of a block set whose `side` corner holds a headline, or does not. */
function headCost(
  table: SlicingTable,
  set: number,
  width: number,
  rows: number,
  side: number,
  head: boolean,
): number {
  let least = Infinity
  for (let corners = 0; corners < 4; corners++) {
    if (((corners & side) !== 0) === head)
      least = Math.min(least, table.cost(set, width, corners, rows))
  }
  return least
}

/** Costs by set and depth at a width, of blocks whose `side` corner holds a headline or does not; of all for no side. */
type HeadTables = (width: number, side: number | null, head: boolean) => Float64Array

/** Each table is made when it is first asked for. */
function headTables(table: SlicingTable, set: number): HeadTables {
  const depth = table.problem.rows + 1
  const made = new Map<string, Float64Array>()
  return (width, side, head) => {
    const key = `${width} ${side ?? ''} ${side !== null && head}`
    const known = made.get(key)
    if (known !== undefined) return known
    const costs = new Float64Array((set + 1) * depth).fill(Infinity)
    for (let own = set; own > 0; own = (own - 1) & set) {
      const [from, to] = table.range(own, width)
      for (let at = from; at <= to; at++) {
        costs[own * depth + at] =
          side === null ? table.least(own, width, at) : headCost(table, own, width, at, side, head)
      }
    }
    made.set(key, costs)
    return costs
  }
}

/** Pairs of every subset of `set` with `must` in the upper block, whose headlines are where `index` says. */
function fillPairs(
  { costs, above: which }: PairTable,
  table: SlicingTable,
  heads: HeadTables,
  set: number,
  above: number,
  below: number,
  must: number,
  meets: Meets,
  index: number,
): void {
  const { rows, gap } = table.problem
  const depth = rows + 1
  costs.fill(Infinity)
  const upper = heads(above, meets.upper, (index & UPPER) !== 0)
  const lower = heads(below, meets.lower, (index & LOWER) !== 0)
  for (let a = set; a > 0; a = (a - 1) & set) {
    if ((a & must) !== must) continue
    const [from, to] = table.range(a, above)
    if (from > to) continue
    const others = set ^ a
    for (let d = others; d > 0; d = (d - 1) & others) {
      const [fromD, toD] = table.range(d, below)
      const first = Math.max(from, rows - gap - toD)
      const last = Math.min(to, rows - gap - fromD)
      const base = (a | d) * depth
      const baseD = d * depth + rows - gap
      for (let at = first; at <= last; at++) {
        const cost = (upper[a * depth + at] as number) + (lower[baseD - at] as number)
        if (cost < (costs[base + at] as number)) {
          costs[base + at] = cost
          which[base + at] = a
        }
      }
    }
  }
}
