import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchPage, type SearchProblem } from '../../../core/makeup/search'
import { RIGHT_HEAD, type Leaf } from '../../../core/makeup/slicing'

const COLUMNS = 3
const ROWS = 9

/** A block of one width and depth. */
const block = (width: number, depth: number, head = false): Leaf => ({
  head,
  costs: Array.from({ length: COLUMNS }, (_, w) => {
    const costs = new Float64Array(ROWS + 1).fill(Infinity)
    if (w + 1 === width) costs[depth] = 0
    return costs
  }),
})

const problem = (leaves: readonly Leaf[], more: Partial<SearchProblem> = {}): SearchProblem => ({
  columns: COLUMNS,
  rows: ROWS,
  gap: 1,
  clash: 10,
  leaves,
  lead: 0,
  limit: Infinity,
  footRow: 3,
  rootCut: 0,
  partial: true,
  worth: leaves.map((_, i) => 2 ** (leaves.length - 1 - i)),
  ...more,
})

describe('the search', () => {
  // A 2 wide over D 1 wide; B 1 wide over C 2 wide; hub E: no cut runs through.
  const wheel = [block(2, 3), block(1, 6), block(2, 2), block(1, 5), block(1, 2)]

  it('finds a wheel where no slicing tree can be', () => {
    const [best] = searchPage(problem(wheel), 5)
    expect(best?.cost).toBe(0)
    const at = (leaf: number) => best?.spots.find((spot) => spot.leaf === leaf)
    expect(at(0)).toMatchObject({ column: 0, row: 0, columns: 2, rows: 3 })
    expect(at(1)).toMatchObject({ column: 2, row: 0, columns: 1, rows: 6 })
    expect(at(2)).toMatchObject({ column: 1, row: 7, columns: 2, rows: 2 })
    expect(at(3)).toMatchObject({ column: 0, row: 4, columns: 1, rows: 5 })
    expect(at(4)).toMatchObject({ column: 1, row: 4, columns: 1, rows: 2 })
  })

  it('finds the wheel that turns the other way', () => {
    const left = [block(1, 6), block(2, 3), block(1, 5), block(2, 2), block(1, 2)]
    const [best] = searchPage(problem(left), 5)
    expect(best?.cost).toBe(0)
    expect(best?.spots.find((spot) => spot.leaf === 4)).toMatchObject({ column: 1, row: 4 })
  })

  it('loses no arrangement of all blocks by leaving out parts too deep for the others', () => {
    // Each at one cost from some depth on, the shallower the broader it is.
    const cost = fc.integer({ min: 0, max: 9 })
    const widths = fc.array(fc.tuple(cost, fc.integer({ min: 0, max: 2 })), { minLength: 3 })
    const some = fc.tuple(fc.boolean(), widths).map(([head, own]): Leaf => ({
      head,
      costs: own.slice(0, COLUMNS).map(([price, more], w) => {
        const costs = new Float64Array(ROWS + 1).fill(Infinity)
        return costs.fill(price, more + (w === 0 ? 4 : 3 - w))
      }),
    }))
    let whole = 0
    fc.assert(
      fc.property(fc.array(some, { minLength: 5, maxLength: 5 }), (leaves) => {
        // Where blocks may be left out, every part of a page is kept.
        const all = searchPage(problem(leaves), 40).filter(({ spots }) => spots.length === 5)
        const kept = searchPage(problem(leaves, { partial: false }), 40)
        whole += Math.min(1, all.length)
        expect(kept.map((one) => one.cost)).toEqual(all.map((one) => one.cost))
      }),
      { numRuns: 200, seed: 31 },
    )
    expect(whole).toBeGreaterThan(20)
  })

  it('finds no wheel dearer than its limit, though each part of it is within', () => {
    const dear = wheel.map((leaf) => ({
      ...leaf,
      costs: leaf.costs.map((own) => own.map((cost) => cost + 3)),
    }))
    const least = 3 * wheel.length
    const within = { partial: false, clash: Infinity }
    const heads = dear.map((leaf, i) => ({ ...leaf, head: i < 2 }))
    expect(searchPage(problem(dear, { ...within, limit: least + 1 }), 5)[0]?.cost).toBe(least)
    const met = problem(heads, { ...within, clash: 10, limit: least + 9 })
    expect(searchPage(met, 5)).toEqual([])
  })

  it('counts a clash in a wheel where its arms meet at the head', () => {
    const heads = wheel.map((leaf, i) => ({ ...leaf, head: i < 2 }))
    expect(searchPage(problem(heads), 5)[0]?.cost).toBe(10)
  })

  it('counts a clash where the hub of a wheel begins beside an arm', () => {
    const heads = wheel.map((leaf, i) => ({ ...leaf, head: i > 2 }))
    expect(searchPage(problem(heads), 5)[0]?.cost).toBe(10)
    const left = [block(1, 6), block(2, 3), block(1, 5), block(2, 2), block(1, 2)]
    const mirrored = left.map((leaf, i) => ({ ...leaf, head: i === 2 || i === 4 }))
    expect(searchPage(problem(mirrored), 5)[0]?.cost).toBe(10)
  })

  it('lets a headline stand where two would meet', () => {
    const lying = wheel.map((leaf, i) => ({ ...leaf, head: i < 2 }))
    const none = lying[1]?.costs ?? []
    const standing = lying.map((leaf, i) =>
      i === 1 ? { ...leaf, freer: [{ corners: RIGHT_HEAD, costs: none }] } : leaf,
    )
    const [best] = searchPage(problem(standing, { clash: Infinity }), 5)
    expect(best?.cost).toBe(0)
    expect(best?.spots.find(({ leaf }) => leaf === 1)?.corners).toBe(RIGHT_HEAD)
  })

  it('places the worthiest that fit when not all do', () => {
    const [best] = searchPage(problem([block(3, 4), block(3, 6), block(3, 4)]), 5)
    expect(best?.spots.map(({ leaf }) => leaf).sort()).toEqual([0, 2])
  })

  it('charges the cut that runs through a page, which only a wheel has not', () => {
    const stacked = problem([block(3, 4), block(3, 4)], { rootCut: 7 })
    expect(searchPage(stacked, 5)[0]?.cost).toBe(7)
    expect(searchPage(problem(wheel, { rootCut: 7 }), 5)[0]?.cost).toBe(0)
  })

  it('pays for white at the foot', () => {
    const [best] = searchPage(problem([block(3, 4), block(3, 2)]), 5)
    expect(best?.cost).toBe(2 * 3)
  })

  it('gives nothing for nothing', () => {
    expect(searchPage(problem([]), 5)).toEqual([])
    expect(searchPage(problem([block(3, ROWS + 1)]), 5)).toEqual([])
    const tooMuch = [block(3, 4), block(3, 6)]
    expect(searchPage(problem(tooMuch, { partial: false }), 5)).toEqual([])
  })

  it('lists its arrangements from the cheapest on', () => {
    const either: Leaf = {
      head: false,
      costs: [1, 2, 3].map(() => new Float64Array(ROWS + 1).fill(1)),
    }
    const found = searchPage(problem([either, either, either]), 20)
    expect(found.length).toBe(20)
    expect(found.map(({ cost }) => cost)).toEqual(
      [...found.map(({ cost }) => cost)].sort((a, b) => a - b),
    )
  })
})
