import { describe, expect, it } from 'vitest'
import { measureSeed, seedIsPresent, shapeSeed, type Figures } from '../../bench/seedTypography'

/**
 * What was reached, at or below the best peer's marks in every row: a browser and
 * two typesetters, on the same text.
 * The text is a newspaper's and lies beside the repository, not in it: without
 * it these tests are left out.
 */
describe.skipIf(!seedIsPresent)('the seed page, 83 paragraphs in 9 pt Noto Serif SC', () => {
  const page = seedIsPresent ? shapeSeed() : null
  const figuresAt = (ems: number): Figures => {
    const figures = measureSeed(page!, ems)
    const told = Object.entries(figures).map(
      ([name, value]) => `${name} ${Math.round(value * 1000) / 1000}`,
    )
    process.stdout.write(`${ems} em: ${told.join(', ')}\n`)
    return figures
  }
  const faultless = {
    badStarts: 0,
    badEnds: 0,
    runts: 0,
    inexactIndents: 0,
    inexactMeasures: 0,
  }

  it('has the paragraphs the peers were measured on', () => {
    expect(page!.shaped).toHaveLength(83)
  })

  it('at 13 em', () => {
    const figures = figuresAt(13)
    expect(figures).toMatchObject(faultless)
    expect(figures.lines).toBeLessThanOrEqual(465)
    expect(figures.stretched).toBeLessThan(0.6)
    expect(figures.worst).toBeLessThan(0.092)
    expect(figures.latin).toBeLessThanOrEqual(0.5)
  })

  it('at 18 em', () => {
    const figures = figuresAt(18)
    expect(figures).toMatchObject(faultless)
    expect(figures.lines).toBeLessThanOrEqual(348)
    expect(figures.stretched).toBe(0)
    expect(figures.worst).toBeLessThan(0.035)
    expect(figures.latin).toBeLessThanOrEqual(0.5)
  })
})
