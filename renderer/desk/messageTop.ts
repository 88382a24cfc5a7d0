/** Where messages stand over the page: at its foot or head, wherever they hide nothing that is being worked on. */

/** CSS pixels of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Room left around what must stay in sight, and between messages and the page's edges. */
const AIR = 8

const hides = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + AIR &&
  b.left < a.left + a.width + AIR &&
  a.top < b.top + b.height + AIR &&
  b.top < a.top + a.height + AIR

/**
 * The top of a message of this size in the middle of `room`: at the foot, else at the head, else
 * at the lowest place between that hides none of `clear`; at the foot where there is none.
 */
export function messageTop(
  room: Box,
  size: Pick<Box, 'width' | 'height'>,
  clear: readonly Box[],
): number {
  const left = room.left + (room.width - size.width) / 2
  const head = room.top + AIR
  const foot = room.top + room.height - size.height - AIR
  const isFree = (top: number): boolean =>
    !clear.some((box) => hides({ left, top, width: size.width, height: size.height }, box))
  const between = clear.map((box) => box.top - size.height - AIR).sort((a, b) => b - a)
  const isInside = (top: number): boolean => top >= head && top <= foot
  return [foot, head, ...between.filter(isInside)].find(isFree) ?? foot
}
