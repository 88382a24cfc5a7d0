import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cssOf, rgbOf } from '../../../core/display/color'
import { BLACK, ink, WHITE } from '../../../core/ink'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('screen colour of an ink', () => {
  it('shows the paper white and K as the press leaves it, not as pure black', () => {
    expect(cssOf(WHITE)).toBe('rgb(255 255 255)')
    expect(cssOf(BLACK)).toBe('rgb(35 31 32)')
  })

  it('shows the primaries and their overprints', () => {
    expect(cssOf(ink(1, 0, 0, 0))).toBe('rgb(0 173 239)')
    expect(cssOf(ink(0, 1, 0, 0))).toBe('rgb(236 0 140)')
    expect(cssOf(ink(0, 0, 1, 0))).toBe('rgb(255 242 0)')
    expect(cssOf(ink(0, 1, 1, 0))).toBe('rgb(237 28 36)')
  })

  it('is linear in one channel between its ends', () => {
    const { r } = rgbOf(ink(0, 0, 0, 0.5))
    expect(r).toBeCloseTo((255 + 35) / 2, 9)
  })

  it('stays within 0 and 255', () => {
    fc.assert(
      fc.property(share, share, share, share, (c, m, y, k) => {
        for (const channel of Object.values(rgbOf(ink(c, m, y, k)))) {
          expect(channel).toBeGreaterThanOrEqual(-1e-9)
          expect(channel).toBeLessThanOrEqual(255 + 1e-9)
        }
      }),
      { seed: 7 },
    )
  })
})
