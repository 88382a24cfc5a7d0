/**
 * The colour gate: the one place that decides what an ink of the display list
 * becomes on the plates. The PDF painter, the ink measurement and the soft
 * proof all go through it.
 */
import { isBlack, type Ink } from '../ink'

export interface PlateInk extends Ink {
  /** Leaves the other plates below it as they are, instead of clearing them. */
  readonly overprints: boolean
}

/**
 * Pure black overprints, so that no white edge shows when the plates are out of
 * register. Everything else, white above all, knocks out what lies below.
 * Channels outside 0 to 1 would be clipped differently by every device, so they
 * are held here.
 */
export function plateInk(ink: Ink): PlateInk {
  const held = { c: hold(ink.c), m: hold(ink.m), y: hold(ink.y), k: hold(ink.k) }
  return { ...held, overprints: isBlack(held) }
}

const hold = (value: number): number => Math.min(1, Math.max(0, value))

/** Sum of the channels, 0 to 4: 2.4 is what printers call 240 %. */
export const totalInk = (ink: Ink): number => ink.c + ink.m + ink.y + ink.k
