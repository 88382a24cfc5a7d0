import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proofSheets, type ProofPaper } from '../../../core/display/proofSheets'
import { mm, pt, ptFromMm } from '../../../core/units'

const size = (width: number, height: number) => ({
  width: ptFromMm(mm(width)),
  height: ptFromMm(mm(height)),
})
const inMm = (points: number): number => Math.round((points * 25.4) / 72)

describe('a scaled proof', () => {
  it('fills an upright sheet with an upright page', () => {
    const [sheet, ...others] = proofSheets(size(396, 556), 'A3', 'scaled')
    expect(others).toEqual([])
    expect(inMm(sheet?.paper.width ?? 0)).toBe(297)
    expect(sheet?.scale).toBeCloseTo((297 - 10) / 396, 6)
  })

  it('turns the paper for a wide page, and never enlarges a small one', () => {
    expect(inMm(proofSheets(size(800, 550), 'A4', 'scaled')[0]?.paper.width ?? 0)).toBe(297)
    expect(proofSheets(size(50, 60), 'A4', 'scaled')[0]?.scale).toBe(1)
  })
})

describe('a tiled proof', () => {
  it('takes two A3 sheets on their side for a 对开 page', () => {
    expect(proofSheets(size(396, 556), 'A3', 'tiled')).toHaveLength(2)
  })

  it('shows every point of the page on some sheet, inside what a printer reaches', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 900 }),
        fc.integer({ min: 20, max: 900 }),
        fc.constantFrom<ProofPaper>('A3', 'A4'),
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        (width, height, paper, [u, v]) => {
          const whole = size(width, height)
          const x = pt(whole.width * u)
          const y = pt(whole.height * v)
          for (const mode of ['scaled', 'tiled'] as const) {
            const seen = proofSheets(whole, paper, mode).filter(({ window, ...sheet }) => {
              expect(window.x).toBeGreaterThan(10)
              expect(window.x + window.width).toBeLessThan(sheet.paper.width - 10)
              const [left, top] = [sheet.x + x * sheet.scale, sheet.y + y * sheet.scale]
              const e = 1e-6
              return (
                left >= window.x - e &&
                left <= window.x + window.width + e &&
                top >= window.y - e &&
                top <= window.y + window.height + e
              )
            })
            expect(seen.length).toBeGreaterThan(0)
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })
})
