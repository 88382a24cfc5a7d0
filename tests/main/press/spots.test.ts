/** Spot inks: from the press's list to plates of their own, as Ghostscript separates them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { plateInk, totalOnPlates, type SpotInk } from '../../../core/display/colourGate'
import { BLACK, ink, WHITE } from '../../../core/ink'
import { fill, page } from '../../build/displayBuilder'
import { platesOf, pressPdf, type PlateRaster } from '../../build/pressPdf'

const PPI = 72
const sheet = { width: 300, height: 200, bleed: 0 }
const red: SpotInk = { name: '专红', recipe: ink(0, 1, 0.9, 0) }
/** The trap: pdfkit takes a spot of a colour word for RGB. */
const named: SpotInk = { name: 'Red', recipe: ink(0.2, 0, 0.8, 0) }
const spots = [red, named]

describe('the colour gate', () => {
  it('puts the recipe and its tints on the spot, and nothing else', () => {
    expect(plateInk(red.recipe, spots)).toMatchObject({ m: 0, y: 0, spot: { ink: red, tint: 1 } })
    expect(plateInk(ink(0, 0.5, 0.45, 0), spots).spot?.tint).toBeCloseTo(0.5)
    expect(totalOnPlates(plateInk(ink(0, 0.5, 0.45, 0), spots))).toBeCloseTo(0.5)
    for (const other of [WHITE, BLACK, ink(0, 1, 0.8, 0), ink(0, 1, 0.9, 0.2)]) {
      expect(plateInk(other, spots).spot).toBeNull()
    }
  })

  it('lets black print over a spot, and a spot clear what lies below', () => {
    expect(plateInk(BLACK, spots).overprints).toBe(true)
    expect(plateInk(red.recipe, spots).overprints).toBe(false)
  })
})

describe('plates of spots', () => {
  let plates: ReadonlyMap<string, PlateRaster>
  const at = (name: string, x: number, y: number): number => {
    const plate = plates.get(name)
    if (plate === undefined) throw new Error(`No plate ${name} among ${[...plates.keys()].join()}`)
    return (plate.ink[y * plate.width + x] ?? 0) / 255
  }
  let bytes: Uint8Array
  beforeAll(async () => {
    const shown = page(
      [
        fill(0, 0, 200, 40, red.recipe),
        fill(0, 60, 40, 40, ink(0, 0.5, 0.45, 0)),
        fill(60, 60, 40, 40, named.recipe),
        fill(20, 10, 20, 20, BLACK),
        fill(60, 10, 20, 20, WHITE),
        fill(120, 60, 80, 40, ink(0.8, 0, 0, 0)),
        fill(140, 70, 20, 20, red.recipe),
        fill(140, 10, 20, 20, ink(0.5, 0, 0, 0)),
      ],
      sheet,
    )
    bytes = await pressPdf([shown], { marks: false, spots })
    plates = await platesOf(bytes, PPI)
  })

  it('bear their names, 专红 and Red, beside the four', () => {
    expect([...plates.keys()].sort()).toEqual(
      ['Black', 'Cyan', 'Magenta', 'Red', 'Yellow', '专红'].sort(),
    )
  })

  it('have the solid, the tint, and no process ink under them', () => {
    expect(at('专红', 10, 20)).toBe(1)
    expect(at('专红', 20, 80)).toBeCloseTo(0.5, 1)
    expect(at('Red', 80, 80)).toBe(1)
    for (const name of ['Cyan', 'Magenta', 'Yellow', 'Black']) {
      expect(at(name, 10, 20)).toBe(0)
      expect(at(name, 80, 80)).toBe(0)
    }
  })

  it('are overprinted by black, and cleared by white and by other colours', () => {
    expect(at('专红', 30, 20)).toBe(1)
    expect(at('Black', 30, 20)).toBe(1)
    expect(at('专红', 70, 20)).toBe(0)
    expect(at('专红', 150, 20)).toBe(0)
    expect(at('Cyan', 150, 80)).toBe(0)
    expect(at('Cyan', 130, 80)).toBeCloseTo(0.8, 1)
  })

  it('are written as UTF-8, with no RGB anywhere', () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('/Separation /#E4#B8#93#E7#BA#A2 /DeviceCMYK')
    expect(text).not.toContain('DeviceRGB')
  })

  it('carry the marks for register', async () => {
    plates = await platesOf(
      await pressPdf([page([fill(0, 0, 9, 9, red.recipe)], sheet)], { spots }),
      PPI,
    )
    const most = plates.get('专红')?.ink.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) ?? 0
    const black = plates.get('Black')?.ink.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) ?? 0
    expect(most).toBeGreaterThan(81)
    expect(black).toBeGreaterThan(0)
  })
})
