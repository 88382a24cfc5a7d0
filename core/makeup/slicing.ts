/**
 * The least cost of every set of blocks in every width and depth, over all
 * slicing trees: a rectangle is one block, or cut across into two, or cut down
 * into two of one depth. Subset dynamic program with Stockmeyer's shape
 * functions as tables; Gange, Marriott and Stuckey, Optimal guillotine layout
 * (DocEng 2012), show that trees of a page's size are within reach.
 *
 * A state also knows which of its upper corners hold a headline, because two
 * headlines side by side (碰题) cost, and only a cut down brings them together.
 */
import { addRow, costRows, leastRow, NO_ROW, type CostRows } from './costRows'
import { deepestOf, floorsOf } from './slicingBounds'

export interface Leaf {
  /** Whether the block begins with a headline. */
  readonly head: boolean
  /** For each width from 1: cost by depth in rows, Infinity where it cannot be made. */
  readonly costs: readonly Float64Array[]
  /** The same for forms whose headline takes one upper corner or none (竖题, 串文, 眉心), with the corners it takes. */
  readonly freer?: readonly { readonly corners: number; readonly costs: readonly Float64Array[] }[]
}

export interface SlicingProblem {
  readonly columns: number
  readonly rows: number
  /** Rows between two blocks one above the other. */
  readonly gap: number
  readonly clash: number
  readonly leaves: readonly Leaf[]
  /** The block that stands in the upper left of every set it is in; -1 for none. */
  readonly lead: number
  /** Dearer arrangements are dropped: keeps the tables sparse. */
  readonly limit: number
  /** Whether some blocks may be left out; otherwise the limit holds for all of them together. */
  readonly partial: boolean
  /** Polled for each set: once true, the rest of the table stays empty. */
  readonly cancelled?: () => boolean
}

/** Upper corners that hold a headline. */
export const LEFT_HEAD = 1
export const RIGHT_HEAD = 2
const CORNERS = 4

interface Store {
  readonly rows: CostRows
  /** By set, width and corners: where their costs begin. */
  readonly cornerRows: Int32Array
  /** By set and width: where the least of all corners begin. */
  readonly leastRows: Int32Array
  /** By set and width: the least of all depths, so that hopeless pairs are passed over unseen. */
  readonly cheapest: Float64Array
  /** The same for each of the corners. */
  readonly cornered: Float64Array
  /** By set: the least of all widths. */
  readonly lowest: Float64Array
  readonly from: Int16Array
  readonly to: Int16Array
  /** By set: what it may cost, which is what the limit leaves after the least of all other blocks. */
  readonly limits: Float64Array
  /** By set and width: how deep it may be. */
  readonly deepest: Int16Array
  /** Costs of the set at work by width, corners and depth: a few pages of memory, that stay near. */
  readonly open: Float64Array
}

export function solveSlicing(problem: SlicingProblem): SlicingTable {
  const { columns, rows, leaves } = problem
  const sets = 1 << leaves.length
  const depth = rows + 1
  const floors = floorsOf(problem)
  const limits = floors.map(
    (own) => problem.limit - (problem.partial ? 0 : (floors.at(-1) ?? 0) - own),
  )
  const store: Store = {
    rows: costRows(depth),
    cornerRows: new Int32Array(sets * columns * CORNERS).fill(NO_ROW),
    leastRows: new Int32Array(sets * columns).fill(NO_ROW),
    cheapest: new Float64Array(sets * columns).fill(Infinity),
    cornered: new Float64Array(sets * columns * CORNERS).fill(Infinity),
    lowest: new Float64Array(sets).fill(Infinity),
    from: new Int16Array(sets * columns).fill(depth),
    to: new Int16Array(sets * columns).fill(-1),
    limits,
    deepest: deepestOf(problem, limits),
    open: new Float64Array(columns * CORNERS * depth).fill(Infinity),
  }
  for (let set = 1; set < sets; set++) {
    if (problem.cancelled?.()) break
    const leaf = (set & (set - 1)) === 0 ? leaves[31 - Math.clz32(set)] : undefined
    if (leaf !== undefined) placeLeaf(store, problem, set, leaf)
    else if (!splitSet(store, problem, set)) continue
    keep(store, problem, set)
    store.open.fill(Infinity)
  }
  return new SlicingTable(problem, store, floors)
}

/** What the search found. A class, so that an engine compiles its readers once for all searches of a job. */
export class SlicingTable {
  /** The costs themselves. */
  readonly rows: CostRows

  constructor(
    readonly problem: SlicingProblem,
    private readonly store: Store,
    private readonly floors: Float64Array,
  ) {
    this.rows = store.rows
  }

  private cellOf(set: number, width: number): number {
    return set * this.problem.columns + width - 1
  }

  /** Where in the rows those of a set in a width with given corners begin; with any for null. */
  rowOf(set: number, width: number, corners: number | null): number {
    const { cornerRows, leastRows } = this.store
    const cell = this.cellOf(set, width)
    return corners === null
      ? (leastRows[cell] as number)
      : (cornerRows[cell * CORNERS + corners] as number)
  }

  /** Cost of a set (a bit for each leaf) in `width` columns and `rows`, with given corners. */
  cost(set: number, width: number, corners: number, rows: number): number {
    return this.rows.costs[this.rowOf(set, width, corners) + rows] as number
  }

  /** The same with any corners. */
  least(set: number, width: number, rows: number): number {
    return this.rows.costs[this.rowOf(set, width, null) + rows] as number
  }

  /** The least of all depths. */
  cheapest(set: number, width: number): number {
    return this.store.cheapest[this.cellOf(set, width)] as number
  }

  /** Depths that can be made at all: [from, to], empty when from > to. */
  range(set: number, width: number): readonly [number, number] {
    const { from, to } = this.store
    const cell = this.cellOf(set, width)
    return [from[cell] as number, to[cell] as number]
  }

  /** What the blocks of a set cost at least, wherever they stand. */
  floor(set: number): number {
    return this.floors[set] as number
  }
}

function placeLeaf(store: Store, { columns, rows }: SlicingProblem, set: number, leaf: Leaf): void {
  const limit = store.limits[set] as number
  const usual = { corners: leaf.head ? LEFT_HEAD | RIGHT_HEAD : 0, costs: leaf.costs }
  for (const { corners, costs } of [usual, ...(leaf.freer ?? [])]) {
    for (let w = 0; w < columns; w++) {
      const base = (w * CORNERS + corners) * (rows + 1)
      const deepest = store.deepest[set * columns + w] as number
      costs[w]?.forEach((cost, at) => {
        if (cost <= limit && at <= deepest) store.open[base + at] = cost
      })
    }
  }
}

/** Keeps what was found for a set, and what it says of its widths. */
function keep(store: Store, { columns, rows: last }: SlicingProblem, set: number): void {
  const { open, rows, cornerRows, cheapest, cornered, from, to, lowest } = store
  for (let w = 0; w < columns; w++) {
    const cell = set * columns + w
    const found: number[] = []
    for (let corners = 0; corners < CORNERS; corners++) {
      const base = (w * CORNERS + corners) * (last + 1)
      let at = 0
      while (at <= last && open[base + at] === Infinity) at++
      if (at > last) continue
      const row = addRow(rows)
      found.push(row)
      cornerRows[cell * CORNERS + corners] = row
      if (at < (from[cell] as number)) from[cell] = at
      let least = Infinity
      for (; at <= last; at++) {
        const cost = open[base + at] as number
        if (cost === Infinity) continue
        rows.costs[row + at] = cost
        if (cost < least) least = cost
        if (at > (to[cell] as number)) to[cell] = at
      }
      cornered[cell * CORNERS + corners] = least
      if (least < (cheapest[cell] as number)) cheapest[cell] = least
      if (least < (lowest[set] as number)) lowest[set] = least
    }
    store.leastRows[cell] = leastRow(rows, found)
  }
}

/** Whether two parts of the set cost little enough to be held against each other at all. */
function splitSet(store: Store, problem: SlicingProblem, set: number): boolean {
  const lead = problem.lead < 0 ? 0 : 1 << problem.lead
  const limit = store.limits[set] as number
  let isWithin = false
  for (let a = (set - 1) & set; a > 0; a = (a - 1) & set) {
    const b = set ^ a
    if ((b & lead) !== 0) continue
    if ((store.lowest[a] as number) + (store.lowest[b] as number) > limit) continue
    isWithin = true
    cutAcross(store, problem, set, a, b)
    cutDown(store, problem, set, a, b)
  }
  return isWithin
}

/** `a` above `b`. */
function cutAcross(
  store: Store,
  { columns, rows, gap }: SlicingProblem,
  set: number,
  a: number,
  b: number,
): void {
  const { cheapest, cornered, cornerRows, from, to, open } = store
  const { costs } = store.rows
  const limit = store.limits[set] as number
  for (let w = 0; w < columns; w++) {
    const cellA = a * columns + w
    const cellB = b * columns + w
    const cheapestB = cheapest[cellB] as number
    if ((cheapest[cellA] as number) + cheapestB > limit) continue
    const most = (store.deepest[set * columns + w] as number) - gap
    const fromA = from[cellA] as number
    const fromB = from[cellB] as number
    const toA = Math.min(to[cellA] as number, most - fromB)
    if (fromA > toA) continue
    const rowB = store.leastRows[cellB] as number
    for (let corners = 0; corners < CORNERS; corners++) {
      if ((cornered[cellA * CORNERS + corners] as number) + cheapestB > limit) continue
      const rowA = cornerRows[cellA * CORNERS + corners] as number
      const base = (w * CORNERS + corners) * (rows + 1) + gap
      for (let rowsA = fromA; rowsA <= toA; rowsA++) {
        const costA = costs[rowA + rowsA] as number
        if (costA + cheapestB > limit) continue
        const toB = Math.min(to[cellB] as number, most - rowsA)
        for (let rowsB = fromB; rowsB <= toB; rowsB++) {
          const cost = costA + (costs[rowB + rowsB] as number)
          const at = base + rowsA + rowsB
          if (cost <= limit && cost < (open[at] as number)) open[at] = cost
        }
      }
    }
  }
}

/** `a` to the left of `b`, of one depth. */
function cutDown(
  store: Store,
  { columns, rows, clash }: SlicingProblem,
  set: number,
  a: number,
  b: number,
): void {
  const { cheapest, cornered, cornerRows, deepest, from, to, open } = store
  const { costs } = store.rows
  const limit = store.limits[set] as number
  for (let wa = 0; wa < columns - 1; wa++) {
    const cellA = a * columns + wa
    if ((cheapest[cellA] as number) + (store.lowest[b] as number) > limit) continue
    for (let wb = 0; wa + wb + 2 <= columns; wb++) {
      const cellB = b * columns + wb
      if ((cheapest[cellA] as number) + (cheapest[cellB] as number) > limit) continue
      const width = wa + wb + 1
      const most = deepest[set * columns + width] as number
      const first = Math.max(from[cellA] as number, from[cellB] as number)
      const last = Math.min(to[cellA] as number, to[cellB] as number, most)
      if (first > last) continue
      for (let cornersA = 0; cornersA < CORNERS; cornersA++) {
        const leastA = cornered[cellA * CORNERS + cornersA] as number
        if (leastA + (cheapest[cellB] as number) > limit) continue
        for (let cornersB = 0; cornersB < CORNERS; cornersB++) {
          const extra = (cornersA & RIGHT_HEAD) !== 0 && (cornersB & LEFT_HEAD) !== 0 ? clash : 0
          const leastB = cornered[cellB * CORNERS + cornersB] as number
          if (leastA + leastB + extra > limit) continue
          const corners = (cornersA & LEFT_HEAD) | (cornersB & RIGHT_HEAD)
          const rowA = cornerRows[cellA * CORNERS + cornersA] as number
          const rowB = cornerRows[cellB * CORNERS + cornersB] as number
          const base = (width * CORNERS + corners) * (rows + 1)
          for (let at = first; at <= last; at++) {
            const cost = (costs[rowA + at] as number) + (costs[rowB + at] as number) + extra
            if (cost <= limit && cost < (open[base + at] as number)) open[base + at] = cost
          }
        }
      }
    }
  }
}
