/** How far the search of a page goes. */
import { describe, expect, it } from 'vitest'
import { FIRST, PARTIAL, WHOLE, searchWithin } from '../../../core/makeup/passes'

describe('the limits of a search', () => {
  const [strict, looser] = WHOLE
  if (strict === undefined || looser === undefined) throw new Error('There are no passes')

  const limitsOf = (pass: typeof strict, from: number, floor: number): readonly number[] => {
    const limits: number[] = []
    searchWithin(pass, { from, floor, blocks: 12, isLarge: true }, (limit) => {
      limits.push(limit)
      if (limits.length > 40) throw new Error('The search does not end')
      return []
    })
    return limits
  }

  it('are none where the blocks alone cost more than a page may', () => {
    expect(limitsOf(strict, FIRST, strict.most + 1)).toEqual([])
  })

  it('begin above what the blocks cost wherever they stand, and end', () => {
    const floor = strict.most + 60
    const after = limitsOf(strict, floor + FIRST, floor).at(-1) ?? 0
    const limits = limitsOf(looser, after, floor)
    expect(limits[0]).toBe(floor + FIRST)
    expect(limits).toEqual([...new Set(limits)].sort((a, b) => a - b))
  })

  it('hold all blocks of a page that may leave some, however dear these are', () => {
    const [partial = strict] = PARTIAL
    expect(limitsOf(partial, FIRST, 10)).toEqual([partial.most])
    expect(limitsOf(partial, FIRST, 2 * partial.most)).toEqual([2 * partial.most + FIRST])
  })
})
