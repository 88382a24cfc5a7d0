/** What plates laid over each other look like, from their pixels: the screen's colours of the inks. */
import { BLACK, isBlack, type Ink } from '../ink'
import { rgbOf, type Rgb } from './color'

/** A plate as a grey picture: RGBA, white is paper, black the solid of its ink. */
export interface PlatePixels {
  readonly rgba: Uint8ClampedArray
  /** Its solid in the four inks. */
  readonly recipe: Ink
}

/**
 * Colours of as many pixels as `out` holds, RGBA and opaque. Where plates meet
 * their parts of each of the four inks add up, held at the solid. A single
 * plate is shown in black, as film and plates are read.
 */
export function mixPlates(plates: readonly PlatePixels[], out: Uint8ClampedArray): void {
  const recipes = plates.map(({ recipe }) => (plates.length === 1 ? BLACK : recipe))
  const only = recipes.findIndex(isBlack)
  const greys = Array.from({ length: 256 }, (_, paper) =>
    rgbOf({ c: 0, m: 0, y: 0, k: 1 - paper / 255 }),
  )
  let [lastKey, lastColour]: [string, Rgb | undefined] = ['', undefined]
  for (let at = 0; at < out.length; at += 4) {
    const isGrey = plates.every(({ rgba }, i) => i === only || rgba[at] === 255)
    let colour = isGrey ? greys[only < 0 ? 255 : (plates[only]?.rgba[at] ?? 255)] : undefined
    if (colour === undefined) {
      const key = plates.map(({ rgba }) => rgba[at]).join(' ')
      if (key !== lastKey || lastColour === undefined)
        lastColour = rgbOf(inkAt(plates, recipes, at))
      lastKey = key
      colour = lastColour
    }
    out[at] = colour.r
    out[at + 1] = colour.g
    out[at + 2] = colour.b
    out[at + 3] = 255
  }
}

function inkAt(plates: readonly PlatePixels[], recipes: readonly Ink[], at: number): Ink {
  let [c, m, y, k] = [0, 0, 0, 0]
  for (const [i, { rgba }] of plates.entries()) {
    const tint = 1 - (rgba[at] ?? 255) / 255
    const recipe = recipes[i]
    if (recipe === undefined || tint === 0) continue
    c += tint * recipe.c
    m += tint * recipe.m
    y += tint * recipe.y
    k += tint * recipe.k
  }
  return { c: Math.min(1, c), m: Math.min(1, m), y: Math.min(1, y), k: Math.min(1, k) }
}
