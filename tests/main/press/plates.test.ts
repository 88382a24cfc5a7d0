/** The plates of press PDFs as Ghostscript makes them, held against the colour gate. */
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { plateInk, totalInk } from '../../../core/display/colourGate'
import { ink, WHITE, type Ink } from '../../../core/ink'
import { fill, furniture, page, picture, run } from '../../build/displayBuilder'
import { pageFont } from '../../build/pageFonts'
import { platesOf, pressPdf, type PlateRaster } from '../../build/pressPdf'

const serif = pageFont('NotoSerifSC-Medium')
const PPI = 144
const NAMES = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

/** Sheets of tests have 300 × 200 pt of trim and no bleed unless marks are wanted. */
const sheet = { width: 300, height: 200, bleed: 0 }

/** Ink of the four plates, 0 to 1, at a point of a page without edge. */
function inkAt(plates: ReadonlyMap<string, PlateRaster>, x: number, y: number): Ink {
  const [c = 0, m = 0, yellow = 0, k = 0] = NAMES.map((name) => {
    const plate = plates.get(name)
    if (plate === undefined) throw new Error(`There is no ${name} plate`)
    const scale = PPI / 72
    return (plate.ink[Math.floor(y * scale) * plate.width + Math.floor(x * scale)] ?? 0) / 255
  })
  return ink(c, m, yellow, k)
}

const most = (plate: PlateRaster | undefined): number =>
  plate === undefined ? NaN : plate.ink.reduce((a, b) => Math.max(a, b), 0)

const inks = [
  ink(0.1, 0, 0, 0.2),
  ink(0, 1, 1, 0),
  ink(0.6, 0.4, 0.4, 1),
  ink(0.5, 0.25, 0, 0),
  ink(0, 0, 0, 0.35),
  ink(0.9, 0.8, 0.3, 0.1),
]

describe('the plates', () => {
  let plates: ReadonlyMap<string, PlateRaster>
  beforeAll(async () => {
    const patches = inks.map((one, index) => fill(index * 40, 0, 40, 40, one))
    const block = '█'.repeat(1)
    plates = await platesOf(
      await pressPdf(
        [
          page(
            [
              ...patches,
              // black and white rules over a coloured ground
              fill(0, 60, 100, 40, ink(0.7, 0.2, 0, 0)),
              fill(10, 70, 20, 20),
              fill(40, 70, 20, 20, WHITE),
              fill(70, 70, 20, 20, ink(0, 0, 0, 0.5)),
              fill(120, 60, 100, 40, ink(0.7, 0.2, 0, 0)),
              run(serif, block, { x: 130, y: 92, size: 24 }),
              run(serif, block, { x: 180, y: 92, size: 24, ink: WHITE }),
            ],
            sheet,
          ),
        ],
        { marks: false },
      ),
      PPI,
    )
  })

  it('have the inks of the colour gate, and so its total ink', () => {
    for (const [index, one] of inks.entries()) {
      const seen = inkAt(plates, index * 40 + 20, 20)
      const want = plateInk(one)
      for (const channel of ['c', 'm', 'y', 'k'] as const) {
        expect(Math.abs(seen[channel] - want[channel])).toBeLessThan(0.01)
      }
      expect(Math.abs(totalInk(seen) - totalInk(one))).toBeLessThan(0.03)
    }
  })

  it('keep the ground under black, clear it under white and under a tint of black', () => {
    expect(inkAt(plates, 20, 80).c).toBeCloseTo(0.7, 1)
    expect(inkAt(plates, 20, 80).k).toBe(1)
    expect(totalInk(inkAt(plates, 50, 80))).toBe(0)
    expect(inkAt(plates, 80, 80)).toMatchObject({ c: 0, m: 0 })
    expect(inkAt(plates, 80, 80).k).toBeCloseTo(0.5, 1)
  })

  it('do so for text as well', () => {
    const glyph = serif.glyphOf('█'.codePointAt(0) ?? 0)
    const under = { x: 142, y: 85 }
    const knocked = { x: 192, y: 85 }
    if (glyph === 0) throw new Error('The font has no full block to test with.')
    expect(inkAt(plates, under.x, under.y)).toMatchObject({ k: 1 })
    expect(inkAt(plates, under.x, under.y).c).toBeCloseTo(0.7, 1)
    expect(totalInk(inkAt(plates, knocked.x, knocked.y))).toBe(0)
  })
})

describe('body text', () => {
  it('is on the K plate alone', async () => {
    const lines = Array.from({ length: 10 }, (_, i) =>
      run(serif, '江水流过旧城的石桥，渡口的灯一盏盏亮起来。', { x: 20, y: 20 + i * 14 }),
    )
    const plates = await platesOf(await pressPdf([page(lines, sheet)], { marks: false }), PPI)
    expect(most(plates.get('Black'))).toBe(255)
    for (const name of ['Cyan', 'Magenta', 'Yellow']) expect(most(plates.get(name))).toBe(0)
  })
})

describe('marks', () => {
  it('for register are on every plate, outside the trim and the bleed', async () => {
    const bleed = 9
    const plates = await platesOf(await pressPdf([page([], { ...sheet, bleed })]), PPI)
    const black = plates.get('Black')
    if (black === undefined) throw new Error('There is no black plate')
    const edge = (black.width / (PPI / 72) - sheet.width) / 2
    expect(edge).toBeGreaterThan(bleed + 14)
    for (const name of NAMES) {
      const plate = plates.get(name)
      if (plate === undefined) throw new Error(`There is no ${name} plate`)
      let inside = 0
      let outside = 0
      for (const [index, value] of plate.ink.entries()) {
        if (value === 0) continue
        const x = ((index % plate.width) * 72) / PPI - edge
        const y = (Math.floor(index / plate.width) * 72) / PPI - edge
        const isOutside =
          x < -bleed || y < -bleed || x > sheet.width + bleed || y > sheet.height + bleed
        if (isOutside) outside += 1
        else inside += 1
      }
      expect(inside).toBe(0)
      expect(outside).toBeGreaterThan(100)
    }
  })
})

describe('pictures', () => {
  it('lie on the plates with the inks they were converted to', async () => {
    const jpeg = await sharp({
      create: { width: 40, height: 40, channels: 3, background: '#b04020' },
    })
      .toColourspace('cmyk')
      .jpeg({ quality: 98 })
      .toBuffer()
    const raw = await sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
    const plate = { width: 40, height: 40, inverted: true, data: jpeg, alpha: null }
    const shown = page(
      [picture('p', 50, 50, 60, 60), run(serif, '图', { source: furniture })],
      sheet,
    )
    const pdf = await pressPdf([shown], {
      marks: false,
      plates: () => Promise.resolve({ ...plate, space: 'cmyk' }),
    })
    const seen = inkAt(await platesOf(pdf, PPI), 80, 80)
    for (const [index, channel] of (['c', 'm', 'y', 'k'] as const).entries()) {
      expect(Math.abs(seen[channel] - (raw[20 * 160 + 80 + index] ?? 0) / 255)).toBeLessThan(0.02)
    }
  })
})
