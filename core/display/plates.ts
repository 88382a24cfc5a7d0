/**
 * The page on its plates, for the canvas painter. Up to three plates are painted
 * at once, one in each channel of a canvas, white being paper: knocking out is
 * painting white, and what overprints is painted on its own plate only.
 */
import type { Ink } from '../ink'
import { plateInk, type PlateInk, type SpotInk } from './colourGate'

export interface PlateGroup {
  /** The plates in the canvas's red, green and blue. */
  readonly names: readonly string[]
  /** What to paint for an ink; null where the plates stay as they are. */
  readonly colour: (ink: Ink) => string | null
  /** The same for one pixel of a picture in the four inks, 0 to 255 each; 255 is paper. */
  readonly pixel: (c: number, m: number, y: number, k: number) => readonly [number, number, number]
}

/** Black has a canvas of its own, since it alone overprints. */
export function plateGroups(spots: readonly SpotInk[]): readonly PlateGroup[] {
  const group = (
    names: readonly string[],
    inksOf: (ink: PlateInk) => readonly number[],
    pixel: PlateGroup['pixel'],
  ): PlateGroup => ({
    names,
    pixel,
    colour(given) {
      const ink = plateInk(given, spots)
      if (ink.overprints && names !== BLACK) return null
      const [r = 0, g = r, b = g] = inksOf(ink).map((value) => Math.round(255 - 255 * value))
      return `rgb(${r} ${g} ${b})`
    },
  })
  return [
    group(
      COLOURS,
      ({ c, m, y }) => [c, m, y],
      (c, m, y) => [255 - c, 255 - m, 255 - y],
    ),
    group(
      BLACK,
      ({ k }) => [k, k, k],
      (_c, _m, _y, k) => [255 - k, 255 - k, 255 - k],
    ),
    ...inThrees(spots).map((some) =>
      group(
        some.map(({ name }) => name),
        ({ spot }) => [0, 1, 2].map((i) => (some[i] === spot?.ink ? (spot?.tint ?? 0) : 0)),
        () => [255, 255, 255],
      ),
    ),
  ]
}

const COLOURS = ['Cyan', 'Magenta', 'Yellow']
const BLACK = ['Black']

const inThrees = (spots: readonly SpotInk[]): readonly (readonly SpotInk[])[] =>
  Array.from({ length: Math.ceil(spots.length / 3) }, (_, i) => spots.slice(3 * i, 3 * i + 3))
