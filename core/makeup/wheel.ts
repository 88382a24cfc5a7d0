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
      if (wa === wd) continue
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
  const { columns, rows, gap, lead, clash } = table.problem
  const leadBit = 1 << lead
  const left = [false, true].map((head) => pairs(table, set, wa, wd, leadBit, RIGHT_HEAD, head))
  const right = [false, true].map((head) =>
    pairs(table, set & ~leadBit, columns - wa, columns - wd, 0, LEFT_HEAD, head),
  )
  const clockwise = wa > wd
  const hubWidth = Math.abs(wa - wd)
  const depth = rows + 1
  for (let s = set; s > 0; s = (s - 1) & set) {
    if ((s & leadBit) === 0) continue
    const rest = set ^ s
    for (let headA = 0; headA < 2; headA++) {
      const leftTable = left[headA] as PairTable
      for (let seamA = 1; seamA < rows; seamA++) {
        const costLeft = leftTable.costs[s * depth + seamA] as number
        if (costLeft >= bound()) continue
        for (let t = (rest - 1) & rest; t > 0; t = (t - 1) & rest) {
          const hub = rest ^ t
          const [from, to] = table.range(hub, hubWidth)
          for (let deep = from; deep <= to; deep++) {
            const hubCost = table.least(hub, hubWidth, deep)
            if (costLeft + hubCost >= bound()) continue
            const seamB = clockwise ? seamA + gap + deep : seamA - gap - deep
            if (seamB < 1 || seamB >= rows) continue
            for (let headB = 0; headB < 2; headB++) {
              const rightTable = right[headB] as PairTable
              const meets = headA === 1 && headB === 1 ? clash : 0
              const cost =
                costLeft + hubCost + (rightTable.costs[t * depth + seamB] as number) + meets
              if (cost >= bound()) continue
              const a = leftTable.above[s * depth + seamA] as number
              const b = rightTable.above[t * depth + seamB] as number
              visit({
                cost,
                parts: [
                  region(
                    a,
                    0,
                    wa,
                    0,
                    seamA,
                    cornersOf(table, a, wa, seamA, RIGHT_HEAD, headA === 1),
                  ),
                  region(
                    b,
                    wa,
                    columns - wa,
                    0,
                    seamB,
                    cornersOf(table, b, columns - wa, seamB, LEFT_HEAD, headB === 1),
                  ),
                  region(hub, Math.min(wa, wd), hubWidth, Math.min(seamA, seamB) + gap, deep, null),
                  region(t ^ b, wd, columns - wd, seamB + gap, rows - gap - seamB, null),
                  region(s ^ a, 0, wd, seamA + gap, rows - gap - seamA, null),
                ],
              })
            }
          }
        }
      }
    }
  }
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
