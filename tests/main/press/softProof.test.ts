/** Our own plates, painted from the display list, held against Ghostscript's of the finished PDF. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { SpotInk } from '../../../core/display/colourGate'
import { BLACK, ink, WHITE } from '../../../core/ink'
import { areasOver, measureInk, type PagePlates } from '../../../core/preflight/pageInk'
import { openPlatePainter } from '../../../main/services/press/platePainter'
import { fill, page, picture, run } from '../../build/displayBuilder'
import { pageFont, pageFonts } from '../../build/pageFonts'
import { platesOf, pressPdf } from '../../build/pressPdf'

const serif = pageFont('NotoSerifSC-Medium')
const PPI = 150
/** A whole number of pixels at 150 ppi, so that rasters lie one on the other. */
const sheet = { width: 288, height: 192, bleed: 0 }
const spots: readonly SpotInk[] = [{ name: '专红', recipe: ink(0, 1, 0.9, 0) }]
const ground = ink(0.7, 0.2, 0, 0)

async function photograph() {
  const pixels = Buffer.from(
    Array.from({ length: 48 * 48 }, (_, i) => [(i % 48) * 5, Math.floor(i / 48) * 5, 90]).flat(),
  )
  const data = await sharp(pixels, { raw: { width: 48, height: 48, channels: 3 } })
    .toColourspace('cmyk')
    .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { space: 'cmyk', width: 48, height: 48, inverted: true, data, alpha: null } as const
}

const shown = page(
  [
    fill(0, 0, 140, 60, ground),
    fill(12, 12, 24, 24, BLACK),
    fill(48, 12, 24, 24, WHITE),
    fill(84, 12, 24, 24, ink(0, 0, 0, 0.5)),
    fill(144, 0, 96, 60, ink(0, 1, 0.9, 0)),
    fill(156, 12, 24, 24, BLACK),
    fill(192, 12, 24, 24, ink(0, 0.5, 0.45, 0)),
    fill(216, 36, 24, 24, ink(0.3, 0, 0, 0)),
    run(serif, '江水流过旧城的石桥', { x: 12, y: 54, size: 14 }),
    run(serif, '渡口的灯', { x: 150, y: 54, size: 14, ink: WHITE }),
    picture('p', 24, 84, 72, 72),
    run(serif, '一盏盏亮起来', { x: 24, y: 120, size: 12 }),
    run(serif, '专红的标题', { x: 120, y: 120, size: 24, ink: ink(0, 1, 0.9, 0) }),
  ],
  sheet,
)

async function ours(): Promise<PagePlates> {
  const plate = await photograph()
  const painter = await openPlatePainter(pageFonts(), () => Promise.resolve(plate), spots)
  const painted = await painter.paint(shown, PPI)
  if (painted === null) throw new Error('The page is too large')
  return painted
}

describe('the soft proof', () => {
  it('has the plates that Ghostscript makes of the PDF, within edges', async () => {
    const plate = await photograph()
    const plates = () => Promise.resolve(plate)
    const theirs = await platesOf(await pressPdf([shown], { marks: false, spots, plates }), PPI)
    const painted = await ours()
    expect(painted.plates.map(({ name }) => name).sort()).toEqual([...theirs.keys()].sort())
    for (const { name, ink: mine } of painted.plates) {
      const other = theirs.get(name)
      if (other === undefined) throw new Error(`There is no ${name} plate`)
      expect([painted.width, painted.height]).toEqual([other.width, other.height])
      // edges are smooth here and hard there, where the smallest counters of type close: a few pixels
      expect(differentInside(mine, other.ink, painted.width)).toBeLessThan(10)
    }
  })

  it('keeps the ground under black and clears it under white', async () => {
    const { plates, width } = await ours()
    const at = (name: string, x: number, y: number): number => {
      const raster = plates.find((one) => one.name === name)?.ink
      const [px, py] = [x, y].map((value) => Math.floor((value * PPI) / 72))
      return raster?.[(py ?? 0) * width + (px ?? 0)] ?? NaN
    }
    expect(at('Black', 20, 20)).toBe(255)
    expect(at('Cyan', 20, 20)).toBe(178)
    expect(at('Cyan', 60, 20)).toBe(0)
    expect(at('专红', 160, 20)).toBe(255)
    expect(at('专红', 200, 20)).toBe(127)
    expect(at('专红', 228, 50)).toBe(0)
  })
})

/** Pixels where two plates differ though theirs is even around them. */
function differentInside(mine: Uint8Array, theirs: Uint8Array, width: number): number {
  let count = 0
  for (const [i, value] of mine.entries()) {
    const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => theirs[i + y * width + x] ?? 0))
    if (Math.max(...around) - Math.min(...around) > 12) continue
    if (Math.abs(value - (theirs[i] ?? 0)) > 12) count += 1
  }
  return count
}

describe('the ink of a page', () => {
  it('is the mean of each cell, and touching cells over the limit are one area', () => {
    // 25.4 ppi: a pixel a millimetre, four a cell
    const solid = Uint8Array.from({ length: 400 }, (_, i) => (i % 20 < 6 && i < 120 ? 255 : 0))
    const half = solid.map((value) => Math.round(value / 2))
    const plates = [solid, solid, half].map((one, i) => ({ name: String(i), ink: one }))
    const measured = measureInk({ width: 20, height: 20, ppi: 25.4, plates }, 2.4)
    expect(measured).toMatchObject({ cell: 2, columns: 10, rows: 10, most: 250 })
    expect(measured.over).toBeCloseTo(36 / 400)
    const [area, ...more] = areasOver(measured, 2.4)
    expect(more).toEqual([])
    expect(area?.width).toBeCloseTo((6 * 72) / 25.4)
    expect(areasOver(measured, 2.5)).toEqual([])
  })
})
