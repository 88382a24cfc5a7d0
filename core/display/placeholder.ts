import { rect } from '../geometry'
import { ink } from '../ink'
import type { Fill, PictureItem } from './displayList'

const TINT = ink(0, 0, 0, 0.1)
const FRAME = ink(0, 0, 0, 0.4)
/** Points: visible on a screen at page view, unmistakably no hairline of the design. */
const FRAME_WIDTH = 0.5

/**
 * What stands where a picture's file is missing: a 10 % tint in a thin frame,
 * the size of the picture, as furniture. Every painter draws these same fills.
 */
export function missingPicture(item: PictureItem): readonly Fill[] {
  const { x, y, width, height } = item.rect
  const edge = Math.min(FRAME_WIDTH, width / 2, height / 2)
  const fill = (ofInk: Fill['ink'], l: number, t: number, w: number, h: number): Fill => ({
    kind: 'fill',
    rect: rect(l, t, w, h),
    ink: ofInk,
    source: { kind: 'furniture' },
  })
  return [
    fill(TINT, x, y, width, height),
    fill(FRAME, x, y, width, edge),
    fill(FRAME, x, y + height - edge, width, edge),
    fill(FRAME, x, y, edge, height),
    fill(FRAME, x + width - edge, y, edge, height),
  ]
}
