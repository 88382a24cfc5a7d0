import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spotsOf, type Spot } from '../../../core/makeup/plan'
import { solveSlicing, type Leaf, type SlicingProblem } from '../../../core/makeup/slicing'

/** Each list: width by width, depths with their costs. */
type Depths = readonly (readonly (readonly [rows: number, cost: number])[])[]

const leaf = (rows: number, head: boolean, depths: Depths): Leaf => ({
  head,
  costs: depths.map((own) => {
    const costs = new Float64Array(rows + 1).fill(Infinity)
    for (const [at, cost] of own) if (at <= rows) costs[at] = Math.min(costs[at] as number, cost)
    return costs
  }),
})

const problem = (
  columns: number,
  rows: number,
  leaves: readonly Leaf[],
  lead = -1,
): SlicingProblem => ({
  columns,
  rows,
  gap: 1,
  clash: 10,
  leaves,
  lead,
  limit: Infinity,
  partial: false,
})

interface Built {
  readonly cost: number
  readonly left: boolean
  readonly right: boolean
}

/** Every slicing tree of the leaves, one by one: the oracle. */
function allTrees(
  p: SlicingProblem,
  items: readonly number[],
  width: number,
  rows: number,
): readonly Built[] {
  const [only] = items
  if (items.length === 1 && only !== undefined) {
    const own = p.leaves[only] as Leaf
    const cost = own.costs[width - 1]?.[rows] ?? Infinity
    return cost === Infinity ? [] : [{ cost, left: own.head, right: own.head }]
  }
  const found: Built[] = []
  for (let bits = 1; bits < (1 << items.length) - 1; bits++) {
    const a = items.filter((_, i) => (bits >> i) & 1)
    const b = items.filter((_, i) => !((bits >> i) & 1))
    if (b.includes(p.lead)) continue
    for (let upper = 1; upper < rows - p.gap; upper++) {
      for (const top of allTrees(p, a, width, upper)) {
        for (const foot of allTrees(p, b, width, rows - p.gap - upper)) {
          found.push({ ...top, cost: top.cost + foot.cost })
        }
      }
    }
    for (let w = 1; w < width; w++) {
      for (const left of allTrees(p, a, w, rows)) {
        for (const right of allTrees(p, b, width - w, rows)) {
          const clash = left.right && right.left ? p.clash : 0
          found.push({ cost: left.cost + right.cost + clash, left: left.left, right: right.right })
        }
      }
    }
  }
  return found
}

const depth = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 9 }))
const someLeaf = (columns: number, rows: number) =>
  fc
    .tuple(
      fc.boolean(),
      fc.array(fc.array(depth, { maxLength: 3 }), { minLength: columns, maxLength: columns }),
    )
    .map(([head, depths]) => leaf(rows, head, depths))

describe('the table of slicing trees', () => {
  it('holds the least cost of all trees there are', () => {
    fc.assert(
      fc.property(
        fc.array(someLeaf(3, 9), { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (leaves, led) => {
          const p = problem(3, 9, leaves, led ? 0 : -1)
          const table = solveSlicing(p)
          const all = leaves.map((_, i) => i)
          for (const rows of [5, 7, 9]) {
            const brute = Math.min(Infinity, ...allTrees(p, all, 3, rows).map(({ cost }) => cost))
            expect(table.least((1 << leaves.length) - 1, 3, rows)).toBe(brute)
          }
        },
      ),
      { numRuns: 60, seed: 11 },
    )
  })

  it('gives back a tree of that cost, within its region and without overlap', () => {
    fc.assert(
      fc.property(fc.array(someLeaf(3, 12), { minLength: 2, maxLength: 5 }), (leaves) => {
        const p = problem(3, 12, leaves, 0)
        const table = solveSlicing(p)
        const set = (1 << leaves.length) - 1
        for (let rows = 1; rows <= 12; rows++) {
          const cost = table.least(set, 3, rows)
          if (cost === Infinity) continue
          const spots = spotsOf(table, { set, column: 0, columns: 3, row: 0, rows, corners: null })
          expect(spots.map(({ leaf: own }) => own).sort()).toEqual(leaves.map((_, i) => i))
          expect(
            spots.every((spot) => spot.column + spot.columns <= 3 && spot.row + spot.rows <= rows),
          ).toBe(true)
          expect(overlapping(spots)).toEqual([])
          const own = spots.reduce(
            (sum, spot) =>
              sum + (leaves[spot.leaf]?.costs[spot.columns - 1]?.[spot.rows] ?? Infinity),
            0,
          )
          expect(own).toBeLessThanOrEqual(cost)
          expect((cost - own) % p.clash).toBe(0)
          const lead = spots.find((spot) => spot.leaf === 0)
          expect([lead?.column, lead?.row]).toEqual([0, 0])
        }
      }),
      { numRuns: 60, seed: 12 },
    )
  })

  it('prefers not to set two headlines side by side', () => {
    const text = leaf(9, true, [[[4, 0]], [[2, 0]]])
    const picture = leaf(9, false, [[[4, 0]], [[2, 0]]])
    const table = solveSlicing(problem(2, 9, [text, picture]))
    const two = solveSlicing(problem(2, 9, [text, text]))
    expect(table.least(3, 2, 4)).toBe(0)
    expect(two.least(3, 2, 4)).toBe(10)
    expect(two.least(3, 2, 5)).toBe(0)
  })

  it('drops what costs more than the limit', () => {
    const dear = leaf(5, true, [[[3, 8]]])
    expect(solveSlicing({ ...problem(1, 5, [dear]), limit: 7 }).least(1, 1, 3)).toBe(Infinity)
    expect(solveSlicing({ ...problem(1, 5, [dear]), limit: 8 }).least(1, 1, 3)).toBe(8)
  })
})

function overlapping(spots: readonly Spot[]): readonly string[] {
  return spots.flatMap((a, i) =>
    spots
      .slice(i + 1)
      .flatMap((b) =>
        a.column < b.column + b.columns &&
        b.column < a.column + a.columns &&
        a.row < b.row + b.rows &&
        b.row < a.row + a.rows
          ? [`${a.leaf} over ${b.leaf}`]
          : [],
      ),
  )
}
