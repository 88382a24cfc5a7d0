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

export interface SlicingTable {
  readonly problem: SlicingProblem
  /** Cost of a set (a bit for each leaf) in `width` columns and `rows`, with given corners. */
  cost(set: number, width: number, corners: number, rows: number): number
  /** The same with any corners. */
  least(set: number, width: number, rows: number): number
  /** The least of all depths. */
  cheapest(set: number, width: number): number
  /** Depths that can be made at all: [from, to], empty when from > to. */
  range(set: number, width: number): readonly [number, number]
  /** What the blocks of a set cost at least, wherever they stand. */
  floor(set: number): number
}

interface Store {
  readonly costs: Float64Array
  readonly least: Float64Array
  /** By set and width: the least of all depths, so that hopeless pairs are passed over unseen. */
  readonly cheapest: Float64Array
  /** The same for each of the corners. */
  readonly cornered: Float64Array
  readonly from: Int16Array
  readonly to: Int16Array
  /** By set: what it may cost, which is what the limit leaves after the least of all other blocks. */
  readonly limits: Float64Array
}

export function solveSlicing(problem: SlicingProblem): SlicingTable {
  const { columns, rows, leaves } = problem
  const sets = 1 << leaves.length
  const depth = rows + 1
  const floors = floorsOf(problem)
  const store: Store = {
    costs: new Float64Array(sets * columns * CORNERS * depth).fill(Infinity),
    least: new Float64Array(sets * columns * depth).fill(Infinity),
    cheapest: new Float64Array(sets * columns).fill(Infinity),
    cornered: new Float64Array(sets * columns * CORNERS).fill(Infinity),
    from: new Int16Array(sets * columns).fill(depth),
    to: new Int16Array(sets * columns).fill(-1),
    limits: floors.map((own) => problem.limit - (problem.partial ? 0 : (floors.at(-1) ?? 0) - own)),
  }
  for (let set = 1; set < sets; set++) {
    if (problem.cancelled?.()) break
    const leaf = (set & (set - 1)) === 0 ? leaves[31 - Math.clz32(set)] : undefined
    if (leaf !== undefined) placeLeaf(store, problem, set, leaf)
    else splitSet(store, problem, set)
    summarise(store, problem, set)
  }
  return {
    problem,
    cost: (set, width, corners, at) =>
      store.costs[((set * columns + width - 1) * CORNERS + corners) * depth + at] ?? Infinity,
    least: (set, width, at) => store.least[(set * columns + width - 1) * depth + at] ?? Infinity,
    cheapest: (set, width) => store.cheapest[set * columns + width - 1] ?? Infinity,
    range: (set, width) => [
      store.from[set * columns + width - 1] ?? depth,
      store.to[set * columns + width - 1] ?? -1,
    ],
    floor: (set) => floors[set] ?? 0,
  }
}

/** By set the sum of its blocks' least costs. */
function floorsOf({ leaves }: SlicingProblem): Float64Array {
  const least = leaves.map(({ costs, freer = [] }) => {
    const all = [...costs, ...freer.flatMap((other) => other.costs)]
    return all.reduce((low, own) => own.reduce((a, b) => (b < a ? b : a), low), Infinity)
  })
  const floors = new Float64Array(1 << leaves.length)
  for (let set = 1; set < floors.length; set++) {
    const last = 31 - Math.clz32(set)
    floors[set] = (floors[set ^ (1 << last)] as number) + (least[last] as number)
  }
  return floors
}

function placeLeaf(store: Store, { columns, rows }: SlicingProblem, set: number, leaf: Leaf): void {
  const limit = store.limits[set] as number
  const usual = { corners: leaf.head ? LEFT_HEAD | RIGHT_HEAD : 0, costs: leaf.costs }
  for (const { corners, costs } of [usual, ...(leaf.freer ?? [])]) {
    for (let w = 0; w < columns; w++) {
      const base = ((set * columns + w) * CORNERS + corners) * (rows + 1)
      costs[w]?.forEach((cost, at) => {
        if (cost <= limit) store.costs[base + at] = cost
      })
    }
  }
}

/** Fills `least` and the range of depths from the four tables of corners. */
function summarise(store: Store, { columns, rows }: SlicingProblem, set: number): void {
  const depth = rows + 1
  for (let w = 0; w < columns; w++) {
    const cell = set * columns + w
    for (let corners = 0; corners < CORNERS; corners++) {
      const base = (cell * CORNERS + corners) * depth
      let cheapest = Infinity
      for (let at = 0; at < depth; at++) {
        const cost = store.costs[base + at] as number
        if (cost === Infinity) continue
        if (cost < cheapest) cheapest = cost
        if (cost < (store.least[cell * depth + at] as number)) store.least[cell * depth + at] = cost
        if (at < (store.from[cell] as number)) store.from[cell] = at
        if (at > (store.to[cell] as number)) store.to[cell] = at
      }
      store.cornered[cell * CORNERS + corners] = cheapest
      if (cheapest < (store.cheapest[cell] as number)) store.cheapest[cell] = cheapest
    }
  }
}

function splitSet(store: Store, problem: SlicingProblem, set: number): void {
  const lead = problem.lead < 0 ? 0 : 1 << problem.lead
  for (let a = (set - 1) & set; a > 0; a = (a - 1) & set) {
    const b = set ^ a
    if ((b & lead) !== 0) continue
    cutAcross(store, problem, set, a, b)
    cutDown(store, problem, set, a, b)
  }
}

/** `a` above `b`. */
function cutAcross(
  store: Store,
  { columns, rows, gap }: SlicingProblem,
  set: number,
  a: number,
  b: number,
): void {
  const limit = store.limits[set] as number
  const depth = rows + 1
  for (let w = 0; w < columns; w++) {
    const cellA = a * columns + w
    const cellB = b * columns + w
    const cheapestB = store.cheapest[cellB] as number
    if ((store.cheapest[cellA] as number) + cheapestB > limit) continue
    const fromA = store.from[cellA] as number
    const fromB = store.from[cellB] as number
    const toA = Math.min(store.to[cellA] as number, rows - gap - fromB)
    if (fromA > toA) continue
    for (let corners = 0; corners < CORNERS; corners++) {
      if ((store.cornered[cellA * CORNERS + corners] as number) + cheapestB > limit) continue
      const baseA = (cellA * CORNERS + corners) * depth
      const base = ((set * columns + w) * CORNERS + corners) * depth
      for (let rowsA = fromA; rowsA <= toA; rowsA++) {
        const costA = store.costs[baseA + rowsA] as number
        if (costA + cheapestB > limit) continue
        const toB = Math.min(store.to[cellB] as number, rows - gap - rowsA)
        for (let rowsB = fromB; rowsB <= toB; rowsB++) {
          const cost = costA + (store.least[cellB * depth + rowsB] as number)
          const at = base + rowsA + gap + rowsB
          if (cost <= limit && cost < (store.costs[at] as number)) store.costs[at] = cost
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
  const limit = store.limits[set] as number
  const depth = rows + 1
  for (let wa = 0; wa < columns - 1; wa++) {
    for (let wb = 0; wa + wb + 2 <= columns; wb++) {
      const cellA = a * columns + wa
      const cellB = b * columns + wb
      if ((store.cheapest[cellA] as number) + (store.cheapest[cellB] as number) > limit) continue
      const from = Math.max(store.from[cellA] as number, store.from[cellB] as number)
      const to = Math.min(store.to[cellA] as number, store.to[cellB] as number)
      if (from > to) continue
      const cell = set * columns + wa + wb + 1
      for (let cornersA = 0; cornersA < CORNERS; cornersA++) {
        const leastA = store.cornered[cellA * CORNERS + cornersA] as number
        if (leastA + (store.cheapest[cellB] as number) > limit) continue
        for (let cornersB = 0; cornersB < CORNERS; cornersB++) {
          const extra = (cornersA & RIGHT_HEAD) !== 0 && (cornersB & LEFT_HEAD) !== 0 ? clash : 0
          const leastB = store.cornered[cellB * CORNERS + cornersB] as number
          if (leastA + leastB + extra > limit) continue
          const corners = (cornersA & LEFT_HEAD) | (cornersB & RIGHT_HEAD)
          const baseA = (cellA * CORNERS + cornersA) * depth
          const baseB = (cellB * CORNERS + cornersB) * depth
          const base = (cell * CORNERS + corners) * depth
          for (let at = from; at <= to; at++) {
            const cost =
              (store.costs[baseA + at] as number) + (store.costs[baseB + at] as number) + extra
            if (cost <= limit && cost < (store.costs[base + at] as number))
              store.costs[base + at] = cost
          }
        }
      }
    }
  }
}
