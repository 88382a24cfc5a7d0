/** What can be said of sets of blocks before they are placed: what they cost at least, and how deep they may be. */
import type { Leaf, SlicingProblem } from './slicing'

const costsOf = ({ costs, freer = [] }: Leaf): readonly (readonly Float64Array[])[] => [
  costs,
  ...freer.map((other) => other.costs),
]

/** By set the sum of its blocks' least costs. */
export const floorsOf = ({ leaves }: SlicingProblem): Float64Array =>
  sumsOf(
    leaves.map((leaf) =>
      costsOf(leaf)
        .flat()
        .reduce((low, own) => own.reduce((a, b) => (b < a ? b : a), low), Infinity),
    ),
  )

/** By set the sum of a number that each of its blocks has. */
function sumsOf(numbers: readonly number[]): Float64Array {
  const sums = new Float64Array(1 << numbers.length)
  for (let set = 1; set < sums.length; set++) {
    const last = 31 - Math.clz32(set)
    sums[set] = (sums[set ^ (1 << last)] as number) + (numbers[last] as number)
  }
  return sums
}

/**
 * By set and width the depth beyond which the page has too few cells left for
 * all other blocks, each at its smallest: no arrangement of all has such a part.
 * `limits` are what each set may cost.
 */
export function deepestOf(
  { columns, rows, gap, leaves, partial }: SlicingProblem,
  limits: Float64Array,
): Int16Array {
  const deepest = new Int16Array(columns << leaves.length).fill(rows)
  if (partial) return deepest
  const cells = sumsOf(leaves.map((leaf, i) => cellsOf(leaf, gap, limits[1 << i] as number)))
  const all = cells.length - 1
  for (let set = 1; set <= all; set++) {
    const room = columns * (rows + gap) - (cells[all ^ set] as number)
    for (let w = 0; w < columns; w++) {
      const most = Math.floor(room / (w + 1)) - gap
      deepest[set * columns + w] = Math.max(0, Math.min(rows, most))
    }
  }
  return deepest
}

/** Cells that a block takes at its smallest within a limit of cost, the gap under it included. */
function cellsOf(leaf: Leaf, gap: number, limit: number): number {
  let least = Infinity
  for (const costs of costsOf(leaf)) {
    costs.forEach((own, w) => {
      const rows = own.findIndex((cost) => cost < Infinity && cost <= limit)
      if (rows >= 0) least = Math.min(least, (w + 1) * (rows + gap))
    })
  }
  return least
}
