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
 * pairs, for each place of their seam, and the hub joins them.
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

/** The pairs whose inner upper corner holds no headline, those where it does, and the least cost of each set. */
interface Side {
  readonly tables: readonly [PairTable, PairTable]
  readonly least: Float64Array
  /** By set and row of the seam: the cheaper of the two tables. */
  readonly cheaper: Float64Array
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
  for (let wa = 1; wa < columns; wa++) {
    for (let wd = 1; wd < columns; wd++) {
      if (wa === wd || table.problem.cancelled?.()) continue
      visitWheels(table, set, wa, wd, bound, visit)
    }
  }
}

function visitWheels(
  table: SlicingTable,
  set: number,
  wa: number,
  wd: number,
  bound: () => number,
  visit: (wheel: Wheel) => void,
): void {
  const { columns, lead } = table.problem
  const leadBit = 1 << lead
  const left = sideOf(table, set, wa, wd, leadBit, RIGHT_HEAD)
  const right = sideOf(table, set & ~leadBit, columns - wa, columns - wd, 0, LEFT_HEAD)
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
  { s, t, hub, wa, wd }: WheelSets,
  left: Side,
  right: Side,
  bound: () => number,
  visit: (wheel: Wheel) => void,
): void {
  const { columns, rows, gap, clash } = table.problem
  const depth = rows + 1
  const clockwise = wa > wd
  const hubWidth = Math.abs(wa - wd)
  const [from, to] = table.range(hub, hubWidth)
  for (let deep = from; deep <= to; deep++) {
    const hubCost = table.least(hub, hubWidth, deep)
    const most = bound()
    if (hubCost + (left.least[s] as number) + (right.least[t] as number) >= most) continue
    const step = clockwise ? gap + deep : -gap - deep
    for (let seamA = Math.max(1, 1 - step); seamA < Math.min(rows, rows - step); seamA++) {
      const seamB = seamA + step
      const cheapest =
        (left.cheaper[s * depth + seamA] as number) + (right.cheaper[t * depth + seamB] as number)
      if (hubCost + cheapest >= most) continue
      for (let heads = 0; heads < 4; heads++) {
        const a = left.tables[(heads & 1) as 0 | 1]
        const b = right.tables[(heads >> 1) as 0 | 1]
        const pair = (a.costs[s * depth + seamA] as number) + (b.costs[t * depth + seamB] as number)
        const cost = hubCost + pair + (heads === 3 ? clash : 0)
        if (cost >= bound()) continue
        const upA = a.above[s * depth + seamA] as number
        const upB = b.above[t * depth + seamB] as number
        const cornersA = cornersOf(table, upA, wa, seamA, RIGHT_HEAD, (heads & 1) !== 0)
        const cornersB = cornersOf(table, upB, columns - wa, seamB, LEFT_HEAD, heads > 1)
        visit({
          cost,
          parts: [
            region(upA, 0, wa, 0, seamA, cornersA),
            region(upB, wa, columns - wa, 0, seamB, cornersB),
            region(hub, Math.min(wa, wd), hubWidth, Math.min(seamA, seamB) + gap, deep, null),
            region(t ^ upB, wd, columns - wd, seamB + gap, rows - gap - seamB, null),
            region(s ^ upA, 0, wd, seamA + gap, rows - gap - seamA, null),
          ],
        })
      }
    }
  }
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
  set: number,
  above: number,
  below: number,
  must: number,
  side: number,
): Side {
  const plain = pairs(table, set, above, below, must, side, false)
  const headed = pairs(table, set, above, below, must, side, true)
  const depth = table.problem.rows + 1
  const least = new Float64Array(set + 1).fill(Infinity)
  const cheaper = new Float64Array((set + 1) * depth).fill(Infinity)
  for (let own = set; own > 0; own = (own - 1) & set) {
    for (let at = own * depth; at < (own + 1) * depth; at++) {
      const cost = Math.min(plain.costs[at] as number, headed.costs[at] as number)
      cheaper[at] = cost
      if (cost < (least[own] as number)) least[own] = cost
    }
  }
  return { tables: [plain, headed], least, cheaper }
}

const region = (
  set: number,
  column: number,
  columns: number,
  row: number,
  rows: number,
  corners: number | null,
): Region => ({ set, column, columns, row, rows, corners })

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

/** Pairs of every subset of `set` with `must` in the upper block, whose `side` corner holds a headline or not. */
function pairs(
  table: SlicingTable,
  set: number,
  above: number,
  below: number,
  must: number,
  side: number,
  head: boolean,
): PairTable {
  const { rows, gap } = table.problem
  const depth = rows + 1
  const costs = new Float64Array((set + 1) * depth).fill(Infinity)
  const which = new Int32Array((set + 1) * depth)
  for (let a = set; a > 0; a = (a - 1) & set) {
    if ((a & must) !== must) continue
    const [from, to] = table.range(a, above)
    if (from > to) continue
    const upper = new Float64Array(depth).fill(Infinity)
    for (let at = from; at <= to; at++) {
      for (let corners = 0; corners < 4; corners++) {
        if (((corners & side) !== 0) !== head) continue
        upper[at] = Math.min(upper[at] as number, table.cost(a, above, corners, at))
      }
    }
    const others = set ^ a
    for (let d = others; d > 0; d = (d - 1) & others) {
      const [fromD, toD] = table.range(d, below)
      const first = Math.max(from, rows - gap - toD)
      const last = Math.min(to, rows - gap - fromD)
      const base = (a | d) * depth
      for (let at = first; at <= last; at++) {
        const cost = (upper[at] as number) + table.least(d, below, rows - gap - at)
        if (cost < (costs[base + at] as number)) {
          costs[base + at] = cost
          which[base + at] = a
        }
      }
    }
  }
  return { costs, above: which }
}
