import { describe, expect, it } from 'vitest'
import { HOUSE } from '../../../core/makeup/house'
import { textColumns } from '../../../core/makeup/measures'

const shapes = (width: number) =>
  textColumns(width, HOUSE).map(({ columns, measure }) => `${columns}×${measure}`)

describe('破栏', () => {
  it('breaks a span into whole characters between 12 and 22', () => {
    // Six base columns of 16 em, gutter 1.69 em.
    expect(shapes(16)).toEqual(['1×16'])
    expect(shapes(33.69)).toEqual(['2×16'])
    expect(shapes(68.75)).toEqual(['3×22', '4×16', '5×12'])
  })

  it('breaks the classic grid: 三破二 is two columns of 20', () => {
    expect(shapes(3 * 13 + 2)).toContain('2×20')
    expect(shapes(13)).toEqual(['1×13'])
  })

  it('never sets a gutter narrower than one em, and shares what is left', () => {
    for (let width = 12; width < 120; width += 0.37) {
      for (const { columns, measure, gutter } of textColumns(width, HOUSE)) {
        expect(measure).toBeGreaterThanOrEqual(12)
        expect(measure).toBeLessThanOrEqual(22)
        if (columns === 1) continue
        expect(gutter).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(columns * measure + (columns - 1) * gutter).toBeCloseTo(width, 6)
      }
    }
  })

  it('may set narrower columns further apart where a page has little copy', () => {
    const airy = textColumns(68.75, HOUSE, 'airy')
    expect(airy.map(({ columns, measure }) => `${columns}×${measure}`)).toEqual([
      '3×22',
      '3×21',
      '4×16',
      '4×15',
      '5×12',
    ])
    for (const { gutter } of airy) expect(gutter).toBeLessThanOrEqual(HOUSE.gutter.max)
  })

  it('prefers wide gutters all over a page of very little copy, and never wider ones than the house has', () => {
    const costs = new Map(
      textColumns(104.4, HOUSE, 'open').map((one) => [`${one.columns}×${one.measure}`, one]),
    )
    const [wide, tight] = [costs.get('6×14'), costs.get('6×16')]
    expect(wide?.gutter).toBeCloseTo(4.08, 2)
    expect(wide?.cost).toBeLessThan(tight?.cost ?? 0)
    for (const { gutter } of costs.values()) expect(gutter).toBeLessThanOrEqual(HOUSE.gutter.widest)
    expect(textColumns(104.4, HOUSE, 'airy').some(({ gutter }) => gutter > HOUSE.gutter.max)).toBe(
      false,
    )
  })

  it('has nothing for a span too narrow', () => {
    expect(shapes(11.9)).toEqual([])
  })
})
