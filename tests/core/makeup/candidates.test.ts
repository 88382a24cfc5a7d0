import { describe, expect, it } from 'vitest'
import { Best, CHOICE, type Candidate } from '../../../core/makeup/candidates'

const candidate = (cost: number, kind = `alone ${cost}`): Candidate => ({
  ...{ cost, foot: 0, cut: 0, kind },
  parts: () => [],
})

/** The best `count` of candidates that are offered in this order. */
function bestOf(count: number, offered: readonly Candidate[]): Best {
  const best = new Best(count)
  for (const one of offered) best.offer(one)
  return best
}

const costsOf = (best: Best): readonly number[] => best.list().map(({ cost }) => cost)

describe('the best arrangements of a search', () => {
  it('are the cheapest in order, of equals the one that came first', () => {
    const equals = [candidate(3, 'first'), candidate(3, 'second'), candidate(3, 'third')]
    const best = bestOf(3, [candidate(9), ...equals, candidate(1)])
    expect(best.list().map(({ kind }) => kind)).toEqual(['alone 1', 'first', 'second'])
  })

  it('are two of a kind at most, the cheaper ones', () => {
    const alike = [8, 5, 7, 6].map((cost) => candidate(cost, 'one kind'))
    expect(costsOf(bestOf(9, [...alike, candidate(9)]))).toEqual([5, 6, 9])
  })

  it('are none that cost so much more than the cheapest that they are no choice', () => {
    const best = bestOf(9, [candidate(10), candidate(10 + CHOICE), candidate(9 + CHOICE)])
    expect(costsOf(best)).toEqual([10, 9 + CHOICE])
    expect(best.bound).toBe(10 + CHOICE)
  })

  it('must cost less than the dearest of them once there are enough', () => {
    const best = bestOf(2, [candidate(10), candidate(12)])
    expect(best.bound).toBe(12)
    best.offer(candidate(12, 'another'))
    expect(best.list().map(({ kind }) => kind)).toEqual(['alone 10', 'alone 12'])
    best.offer(candidate(11))
    expect(best.bound).toBe(11)
  })

  it('cost less than a limit that is given to them', () => {
    const best = new Best(9)
    best.keepWithin(12)
    for (const cost of [14, 12, 11, 10]) best.offer(candidate(cost))
    expect(costsOf(best)).toEqual([10, 11])
    expect(best.bound).toBe(12)
  })

  it('make room for a kind again when one of it was pushed out', () => {
    const best = bestOf(2, [candidate(8, 'a'), candidate(9, 'a'), candidate(7, 'b')])
    expect(costsOf(best)).toEqual([7, 8])
    best.offer(candidate(6, 'a'))
    expect(costsOf(best)).toEqual([6, 7])
  })

  it('hold none that has no cost', () => {
    expect(costsOf(bestOf(2, [candidate(Infinity), candidate(NaN)]))).toEqual([])
    expect(new Best(2).bound).toBe(Infinity)
  })
})
