/**
 * The colour gate: the one place that decides what an ink of the display list
 * becomes on the plates. The PDF painter, the ink measurement and the soft
 * proof all go through it.
 */
import { isBlack, WHITE, type Ink } from '../ink'

/** An ink that a press has beside the four, on a plate of its own (专色). */
export interface SpotInk {
  /** As the press knows it, such as `专红`; the plate bears this name. */
  readonly name: string
  /** What it looks like in the four inks. On pages, this ink and its tints mean the spot. */
  readonly recipe: Ink
}

export interface PlateInk extends Ink {
  /** The spot and how much of it, 0 to 1; the four channels are 0 then. */
  readonly spot: { readonly ink: SpotInk; readonly tint: number } | null
  /** Leaves the other plates below it as they are, instead of clearing them. */
  readonly overprints: boolean
}

/** A colour is a tint of a spot when no channel is further from it: half a percent. */
const SAME = 0.005

/**
 * Pure black overprints, so that no white edge shows when the plates are out of
 * register. Everything else, white above all, knocks out what lies below.
 * Channels outside 0 to 1 would be clipped differently by every device, so they
 * are held here. An ink that is a spot's recipe, or a tint of it, goes onto the
 * spot's plate alone: a page is made in four inks, and the press says which
 * colour it has in the can.
 */
export function plateInk(ink: Ink, spots: readonly SpotInk[] = []): PlateInk {
  const held = { c: hold(ink.c), m: hold(ink.m), y: hold(ink.y), k: hold(ink.k) }
  for (const spot of spots) {
    const tint = tintOf(held, spot.recipe)
    if (tint > 0) return { ...WHITE, spot: { ink: spot, tint }, overprints: false }
  }
  return { ...held, spot: null, overprints: isBlack(held) }
}

const hold = (value: number): number => Math.min(1, Math.max(0, value))

/** How much of the recipe an ink is, 0 when it is another colour. */
function tintOf(ink: Ink, recipe: Ink): number {
  const strongest = CHANNELS.reduce((a, b) => (recipe[b] > recipe[a] ? b : a))
  const tint = hold(ink[strongest] / recipe[strongest])
  return CHANNELS.every((channel) => Math.abs(ink[channel] - tint * recipe[channel]) < SAME)
    ? tint
    : 0
}

const CHANNELS = ['c', 'm', 'y', 'k'] as const

/** Sum of the channels, 0 to 4: 2.4 is what printers call 240 %. */
export const totalInk = (ink: Ink): number => ink.c + ink.m + ink.y + ink.k

/** Sum over all plates, spots included. */
export const totalOnPlates = (ink: PlateInk): number => totalInk(ink) + (ink.spot?.tint ?? 0)
