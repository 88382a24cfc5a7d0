/** Costs by depth, a row for each way to set something: most ways there could be have none, and take no room. */

/** A growing store of rows, one after another. */
export interface CostRows {
  /** Entries of a row: one for each depth from 0. */
  readonly depth: number
  costs: Float64Array
  used: number
}

/** Where the row begins that has no cost at any depth. */
export const NO_ROW = 0

/** Rows that there is room for at first. */
const FEW = 256

export function costRows(depth: number): CostRows {
  return { depth, costs: new Float64Array(FEW * depth).fill(Infinity), used: depth }
}

/** Where a new row begins, whose costs are all Infinity. `costs` may then be another array. */
export function addRow(rows: CostRows): number {
  const start = rows.used
  rows.used += rows.depth
  if (rows.used > rows.costs.length) {
    const grown = new Float64Array(rows.costs.length * 2).fill(Infinity, start)
    grown.set(rows.costs)
    rows.costs = grown
  }
  return start
}

/** Where the least of some rows begins: the row itself where there is but one. */
export function leastRow(rows: CostRows, some: readonly number[]): number {
  const [first = NO_ROW, ...others] = some
  if (others.length === 0) return first
  const least = addRow(rows)
  const { costs } = rows
  for (const row of some) {
    for (let at = 0; at < rows.depth; at++) {
      const cost = costs[row + at] as number
      if (cost < (costs[least + at] as number)) costs[least + at] = cost
    }
  }
  return least
}

/** Forgets all rows but the empty one. */
export function clearRows(rows: CostRows): void {
  rows.costs.fill(Infinity, rows.depth, rows.used)
  rows.used = rows.depth
}
