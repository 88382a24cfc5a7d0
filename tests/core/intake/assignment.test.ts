import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, type Edge } from '../../../core/intake/assignment'

/** The greatest sum of odds of any set of edges in which no piece is used twice on one side. */
function greatest(edges: readonly Edge[]): number {
  const [first, ...rest] = edges
  if (!first) return 0
  const others = rest.filter(({ left, right }) => left !== first.left && right !== first.right)
  return Math.max(greatest(rest), first.odds + greatest(others))
}

const anEdge = fc.record({
  left: fc.integer({ min: 0, max: 5 }),
  right: fc.integer({ min: 0, max: 5 }),
  odds: fc.integer({ min: -20, max: 60 }).map((tenths) => tenths / 10),
})

const edgesOf = fc
  .uniqueArray(anEdge, { maxLength: 12, selector: ({ left, right }) => `${left} ${right}` })
  .map((edges) => [...edges].sort((a, b) => a.right - b.right))

describe('the joins of a page', () => {
  it('are the best whole there is, each with what it adds to it', () => {
    fc.assert(
      fc.property(edgesOf, (edges) => {
        const chosen = assign(edges)
        const sum = chosen.reduce((total, { edge }) => total + edge.odds, 0)
        const worth = edges.filter(({ odds }) => odds > 0)
        expect(sum).toBeCloseTo(greatest(worth), 6)
        for (const { edge, margin } of chosen) {
          const without = greatest(worth.filter((other) => other !== edge))
          expect(margin).toBeCloseTo(sum - without, 6)
        }
        expect(new Set(chosen.map(({ edge }) => edge.left)).size).toBe(chosen.length)
        expect(new Set(chosen.map(({ edge }) => edge.right)).size).toBe(chosen.length)
      }),
    )
  })

  it('leave a piece to the one that has no other', () => {
    const chosen = assign([
      { left: 0, right: 1, odds: 3 },
      { left: 0, right: 2, odds: 2.5 },
      { left: 3, right: 1, odds: 2.9 },
    ])
    expect(chosen.map(({ edge }) => [edge.left, edge.right])).toEqual([
      [0, 2],
      [3, 1],
    ])
  })

  it('are none for certain where two would serve alike', () => {
    const [only] = assign([
      { left: 0, right: 1, odds: 3 },
      { left: 0, right: 2, odds: 3 },
    ])
    expect(only?.margin).toBe(0)
  })
})
