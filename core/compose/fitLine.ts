/** A line of the page's own that is given only so much room: set smaller, and cut where that is not enough. */
import type { TextStyle } from '../model/styles'
import type { SetLine, ShapingContext } from '../text/types'
import { pt, type Pt } from '../units'
import { lineWidth, stringLine } from './singleLine'

export interface FittedLine {
  readonly line: SetLine
  readonly size: Pt
  /** Not all of the text stands on it. */
  readonly isCut: boolean
}

/** Smaller than this share of its size a line does not read as what it is. */
const SMALLEST = 0.5
/** Sizes go down by so much of a point. */
const STEP = 0.5
const ELLIPSIS = '…'

/** The text in its style's size, or the largest below it in which it is no wider than `room`; else its beginning in the smallest. */
export function fitLine(
  text: string,
  { faces, size }: Pick<TextStyle, 'faces' | 'size'>,
  room: number,
  ctx: ShapingContext,
): FittedLine {
  const line = stringLine(text, faces, ctx)
  const natural = lineWidth(line, size)
  if (natural <= room) return { line, size, isCut: false }
  const wanted = Math.floor((size * room) / natural / STEP) * STEP
  if (wanted >= SMALLEST * size) return { line, size: pt(wanted), isCut: false }
  const smallest = pt(SMALLEST * size)
  const letters = Array.from(text)
  const beginning = (count: number): SetLine =>
    stringLine(letters.slice(0, count).join('') + ELLIPSIS, faces, ctx)
  let [fits, tooMany] = [0, letters.length]
  while (tooMany - fits > 1) {
    const count = Math.floor((fits + tooMany) / 2)
    if (lineWidth(beginning(count), smallest) <= room) fits = count
    else tooMany = count
  }
  return { line: beginning(fits), size: smallest, isCut: true }
}
