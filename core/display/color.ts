import type { Ink } from '../ink'

/** sRGB, each channel 0 to 255, not rounded. */
export interface Rgb {
  readonly r: number
  readonly g: number
  readonly b: number
}

/**
 * What each of the 16 solid overprints looks like in sRGB, indexed by the bits
 * c=8, m=4, y=2, k=1. These are the U.S. Web Coated (SWOP) solids as common
 * viewers show an untagged DeviceCMYK, so that preview and any viewer of the
 * PDF agree; a test holds them against poppler. A profile of the press decides
 * nothing here: this is the screen, not the proof.
 */
const SOLIDS: readonly (readonly [r: number, g: number, b: number])[] = [
  [255, 255, 255],
  [35, 31, 32],
  [255, 242, 0],
  [28, 26, 0],
  [236, 0, 140],
  [36, 0, 0],
  [237, 28, 36],
  [34, 0, 0],
  [0, 173, 239],
  [0, 15, 36],
  [0, 166, 80],
  [0, 19, 0],
  [46, 49, 146],
  [0, 0, 2],
  [54, 54, 57],
  [0, 0, 0],
]

/**
 * Screen colour of an ink: each solid weighted by the share of paper on which
 * exactly its inks meet (Neugebauer with Demichel's weights), which is linear
 * in every channel and never leaves the solids' range.
 */
export function rgbOf(ink: Ink): Rgb {
  let r = 0
  let g = 0
  let b = 0
  for (const [index, solid] of SOLIDS.entries()) {
    const share =
      (index & 8 ? ink.c : 1 - ink.c) *
      (index & 4 ? ink.m : 1 - ink.m) *
      (index & 2 ? ink.y : 1 - ink.y) *
      (index & 1 ? ink.k : 1 - ink.k)
    r += share * solid[0]
    g += share * solid[1]
    b += share * solid[2]
  }
  return { r, g, b }
}

/** Thousands of runs share a few inks. */
const known = new WeakMap<Ink, string>()

/** The same as a CSS colour, rounded. */
export function cssOf(ink: Ink): string {
  const made = known.get(ink)
  if (made !== undefined) return made
  const { r, g, b } = rgbOf(ink)
  const css = `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`
  known.set(ink, css)
  return css
}
