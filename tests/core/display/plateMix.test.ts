import { describe, expect, it } from 'vitest'
import { cssOf, rgbOf } from '../../../core/display/color'
import { mixPlates, type PlatePixels } from '../../../core/display/plateMix'
import { BLACK, ink, type Ink } from '../../../core/ink'

/** A plate of pixels with these parts of its ink, in steps of a fifth. */
const plate = (recipe: Ink, ...tints: readonly number[]): PlatePixels => ({
  recipe,
  rgba: new Uint8ClampedArray(
    tints.flatMap((tint) => [255, 255, 255].map((v) => v * (1 - tint)).concat(255)),
  ),
})
const CYAN = ink(1, 0, 0, 0)
const YELLOW = ink(0, 0, 1, 0)

function mixed(...plates: readonly PlatePixels[]): readonly string[] {
  const out = new Uint8ClampedArray(plates[0]?.rgba.length ?? 4)
  mixPlates(plates, out)
  return Array.from({ length: out.length / 4 }, (_, i) => {
    expect(out[4 * i + 3]).toBe(255)
    return `rgb(${[...out.subarray(4 * i, 4 * i + 3)].join(' ')})`
  })
}

describe('plates laid over each other', () => {
  it('have the colours the screen gives the inks that meet', () => {
    expect(mixed(plate(CYAN, 0, 1, 0.6), plate(YELLOW, 0, 1, 0.2), plate(BLACK, 0, 0, 1))).toEqual([
      cssOf(ink(0, 0, 0, 0)),
      cssOf(ink(1, 0, 1, 0)),
      cssOf(ink(0.6, 0, 0.2, 1)),
    ])
  })

  it('take the short way where only black prints, to the same colour', () => {
    const { r, g, b } = rgbOf(ink(0, 0, 0, 0.4))
    const [grey] = mixed(plate(CYAN, 0), plate(BLACK, 0.4))
    expect(grey).toBe(`rgb(${[r, g, b].map(Math.round).join(' ')})`)
  })

  it('show one plate alone in black, and none as paper', () => {
    expect(mixed(plate(CYAN, 1))).toEqual([cssOf(BLACK)])
    expect(mixed()).toEqual(['rgb(255 255 255)'])
  })

  it('show a spot as its recipe, and hold what adds up at the solid', () => {
    const spot = ink(0.2, 1, 0.8, 0)
    expect(mixed(plate(CYAN, 1, 0), plate(spot, 1, 0.6))).toEqual([
      cssOf(ink(1, 1, 0.8, 0)),
      cssOf(ink(0.12, 0.6, 0.48, 0)),
    ])
  })
})
