/**
 * Branded lengths. A number gets its unit where it enters (template data, a
 * file, a font) and keeps it; converting happens here and nowhere else.
 */
declare const unit: unique symbol

/** 1/72 inch. Page geometry: y grows downwards, the origin is the trim's upper left corner. */
export type Pt = number & { readonly [unit]: 'pt' }
/** Millimetre: how printers state sheets and margins. */
export type Mm = number & { readonly [unit]: 'mm' }
/** One em of the type size at hand, as a fraction: a full-width character is 1. */
export type Em = number & { readonly [unit]: 'em' }
/** Integer thousandth of an em. The composer counts in it, so that a justified line ends exactly on its measure. */
export type MilliEm = number & { readonly [unit]: 'milliem' }

/** The one tolerance for comparing lengths in points: a thousandth of a point, far below any press. */
export const EPS = 0.001

export const pt = (value: number): Pt => value as Pt
export const mm = (value: number): Mm => value as Mm
export const em = (value: number): Em => value as Em
/** Throws on a value that is not an integer: a fraction here would break exact justification. */
export function milliEm(value: number): MilliEm {
  if (!Number.isInteger(value)) throw new RangeError(`A MilliEm must be an integer, got ${value}`)
  return value as MilliEm
}

export const ptFromMm = (value: Mm): Pt => pt((value * 72) / 25.4)
export const mmFromPt = (value: Pt): Mm => mm((value * 25.4) / 72)
/** Length in points of `value` thousandths of an em at type size `size`. */
export const ptFromMilliEm = (value: MilliEm, size: Pt): Pt => pt((value * size) / 1000)
/** Nearest whole thousandth of an em at type size `size`. */
export const milliEmFromPt = (value: Pt, size: Pt): MilliEm =>
  milliEm(Math.round((value * 1000) / size))
export const milliEmFromEm = (value: Em): MilliEm => milliEm(Math.round(value * 1000))

/** Whether `content` fits into `room`, within EPS. */
export const fits = (content: Pt, room: Pt): boolean => content <= room + EPS
