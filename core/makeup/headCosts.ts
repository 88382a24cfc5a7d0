/** Costs of sets of blocks by whether a headline stands in one of their upper corners. */
import { leastRow, NO_ROW } from './costRows'
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

/** Costs at a width of blocks whose corner holds a headline, or does not. */
interface HeadCosts {
  /** By set: where in the table's rows its costs begin. */
  readonly rows: Int32Array
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
  const made = new Map<string, HeadCosts>()
  return (width, side, head) => {
    const key = `${width} ${side ?? ''} ${side !== null && head}`
    const known = made.get(key)
    if (known !== undefined) return known
    const rows = new Int32Array(set + 1).fill(NO_ROW)
    const least = new Float64Array(set + 1).fill(Infinity)
    for (let own = set; own > 0; own = (own - 1) & set) {
      const [from, to] = table.range(own, width)
      if (from > to) continue
      const row = headRow(table, own, width, side, head)
      rows[own] = row
      for (let at = from; at <= to; at++) {
        const cost = table.rows.costs[row + at] as number
        if (cost < (least[own] as number)) least[own] = cost
      }
    }
    const found = { rows, least, order: costOrder(table, least) }
    made.set(key, found)
    return found
  }
}

/** Where in the table's rows the costs of a block set begin whose `side` corner holds a headline, or does not. */
function headRow(
  table: SlicingTable,
  set: number,
  width: number,
  side: number | null,
  head: boolean,
): number {
  if (side === null) return table.rowOf(set, width, null)
  const found = ALL_CORNERS.filter((corners) => ((corners & side) !== 0) === head)
    .map((corners) => table.rowOf(set, width, corners))
    .filter((row) => row !== NO_ROW)
  return leastRow(table.rows, found)
}

const ALL_CORNERS: readonly number[] = [0, 1, 2, 3]

/** The order of sets whose least costs these are. */
export function costOrder(table: SlicingTable, least: Float64Array): CostOrder {
  const sets = least.reduce<number[]>((found, cost, set) => {
    if (cost < Infinity) found.push(set)
    return found
  }, [])
  const excess = least.map((cost, set) => cost - table.floor(set))
  const order = Int32Array.from(sets.reverse()).sort(
    (a, b) => (excess[a] as number) - (excess[b] as number),
  )
  return { sets: order, excess: Float64Array.from(order, (set) => excess[set] as number) }
}
