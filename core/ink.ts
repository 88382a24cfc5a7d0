/** A process colour, each channel 0 to 1. The display list knows no RGB: only a screen painter makes some. */
export interface Ink {
  readonly c: number
  readonly m: number
  readonly y: number
  readonly k: number
}

export const ink = (c: number, m: number, y: number, k: number): Ink => ({ c, m, y, k })
/** K only, so that small type needs no register and can overprint. */
export const BLACK: Ink = ink(0, 0, 0, 1)
export const WHITE: Ink = ink(0, 0, 0, 0)
export const isBlack = (value: Ink): boolean =>
  value.c === 0 && value.m === 0 && value.y === 0 && value.k === 1
