/** Costs of sets of blocks by whether a headline stands in one of their upper corners. */
import type { SlicingTable } from './slicing'

/** The cheapest corners of a block set whose `side` corner holds a headline, or does not. */
export function cornersWith(
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
export function headCost(
  table: SlicingTable,
  set: number,
  width: number,
  rows: number,
  side: number,
  head: boolean,
): number {
  const corners = cornersWith(table, set, width, rows, side, head)
  return corners < 0 ? Infinity : table.cost(set, width, corners, rows)
}

/** Costs at a width of blocks whose corner holds a headline, or does not. */
interface HeadCosts {
  /** By set and depth. */
  readonly costs: Float64Array
  /** By set: the least of all depths. */
  readonly least: Float64Array
  readonly order: CostOrder
}

/** Sets that can be made, those first that cost the least more than their blocks must wherever they stand. */
export interface CostOrder {
  readonly sets: Int32Array
  /** What each of them costs more. */
  readonly excess: Float64Array
}

/** The costs at a width of blocks whose `side` corner holds a headline or does not; of all for no side. */
export type HeadTables = (width: number, side: number | null, head: boolean) => HeadCosts

/** Each table is made when it is first asked for. */
export function headTables(table: SlicingTable, set: number): HeadTables {
  const depth = table.problem.rows + 1
  const made = new Map<string, HeadCosts>()
  return (width, side, head) => {
    const key = `${width} ${side ?? ''} ${side !== null && head}`
    const known = made.get(key)
    if (known !== undefined) return known
    const costs = new Float64Array((set + 1) * depth).fill(Infinity)
    const least = new Float64Array(set + 1).fill(Infinity)
    for (let own = set; own > 0; own = (own - 1) & set) {
      const [from, to] = table.range(own, width)
      for (let at = from; at <= to; at++) {
        const cost =
          side === null ? table.least(own, width, at) : headCost(table, own, width, at, side, head)
        costs[own * depth + at] = cost
        if (cost < (least[own] as number)) least[own] = cost
      }
    }
    const found = { costs, least, order: costOrder(table, least) }
    made.set(key, found)
    return found
  }
}

/** The order of sets whose least costs these are. */
export function costOrder(table: SlicingTable, least: Float64Array): CostOrder {
  const found: { set: number; excess: number }[] = []
  for (let set = least.length - 1; set > 0; set--) {
    const cost = least[set] as number
    if (cost < Infinity) found.push({ set, excess: cost - table.floor(set) })
  }
  found.sort((a, b) => a.excess - b.excess)
  return {
    sets: Int32Array.from(found, ({ set }) => set),
    excess: Float64Array.from(found, ({ excess }) => excess),
  }
}
