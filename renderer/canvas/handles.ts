/** The eight handles of a chosen frame: where they are drawn and how far they answer. */
import type { Rect } from '../../core/geometry'
import type { Frame } from '../../core/model/frame'

/** Which edges a handle moves: −1 the left or upper, 1 the right or lower, 0 neither. */
export interface Handle {
  readonly across: -1 | 0 | 1
  readonly down: -1 | 0 | 1
}

/** CSS pixels: as drawn, and as it answers where the frame allows. */
export const HANDLE = 7
const HIT = 24

const STEPS = [-1, 0, 1] as const

const ALL: readonly Handle[] = STEPS.flatMap((across) => STEPS.map((down) => ({ across, down })))
  // corners first, for they win where handles lie close
  .filter(({ across, down }) => across !== 0 || down !== 0)
  .sort((a, b) => Math.abs(b.across) + Math.abs(b.down) - Math.abs(a.across) - Math.abs(a.down))

/** The directions a frame can be sized in: a rule has its length alone. */
export type Reach = 'both' | 'across' | 'down'

export function reachOf(frame: Frame): Reach {
  if (frame.kind !== 'rule') return 'both'
  return frame.direction === 'horizontal' ? 'across' : 'down'
}

const HANDLES: Readonly<Record<Reach, readonly Handle[]>> = {
  both: ALL,
  across: ALL.filter(({ down }) => down === 0),
  down: ALL.filter(({ across }) => across === 0),
}

export const handlesOf = (reach: Reach): readonly Handle[] => HANDLES[reach]

export const handleAt = (r: Rect, { across, down }: Handle): readonly [number, number] => [
  r.x + (r.width * (across + 1)) / 2,
  r.y + (r.height * (down + 1)) / 2,
]

/** The handle under a point of the canvas; on a small frame each answers on a third of it. */
export function handleUnder(r: Rect, reach: Reach, x: number, y: number): Handle | null {
  const inside = (length: number): number => Math.max(HANDLE / 2, Math.min(HIT / 2, length / 3))
  for (const handle of handlesOf(reach)) {
    const [hx, hy] = handleAt(r, handle)
    // outside the frame the whole reach answers, inside what the frame allows
    const near = (off: number, side: number, length: number): boolean =>
      Math.abs(off) <= (off * side > 0 || side === 0 ? HIT / 2 : inside(length))
    if (near(x - hx, handle.across, r.width) && near(y - hy, handle.down, r.height)) return handle
  }
  return null
}

/** The CSS cursor that shows where a handle goes. */
export function cursorOf({ across, down }: Handle): string {
  if (down === 0) return 'ew-resize'
  if (across === 0) return 'ns-resize'
  return across === down ? 'nwse-resize' : 'nesw-resize'
}
