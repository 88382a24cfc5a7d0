/**
 * Branded lengths. A number gets its unit where it enters (template data, a
 * file, a font) and keeps it; converting happens here and nowhere else.
 */
declare const unit: unique symbol

/** 1/72 inch. Page geometry: y grows downwards, the origin is the trim's upper left corner. */
export type Pt = number & { readonly [unit]: 'pt' }
/** Millimetre: how printers state sheets and margins. */
export type Mm = number & { readonly [unit]: 'mm' }
/** Integer thousandth of an em. The composer counts in it, so that a justified line ends exactly on its measure. */
export type MilliEm = number & { readonly [unit]: 'milliem' }

/** The one tolerance for comparing lengths in points: a thousandth of a point, far below any press. */
export const EPS = 0.001

export const pt = (value: number): Pt => value as Pt
export const mm = (value: number): Mm => value as Mm
/** Throws on a value that is not an integer: a fraction here would break exact justification. */
export function milliEm(value: number): MilliEm {
  if (!Number.isInteger(value)) throw new RangeError(`A MilliEm must be an integer, got ${value}`)
  return value as MilliEm
}

export const ptFromMm = (value: Mm): Pt => pt((value * 72) / 25.4)
export const mmFromPt = (value: Pt): Mm => mm((value * 25.4) / 72)
/** Length in points of `value` thousandths of an em at type size `size`. */
export const ptFromMilliEm = (value: MilliEm, size: Pt): Pt => pt((value * size) / 1000)
