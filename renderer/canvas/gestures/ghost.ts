/** What a gesture draws over the page while it lasts; never part of the edition. */
import type { Rect } from '../../../core/geometry'

/** An edge that a frame in hand has in common with a neighbour, in points of the page. */
export interface SnapLine {
  readonly axis: 'across' | 'down'
  /** y of a line across, x of a line down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The slip at the pointer: what the frame in hand is, and how its copy fits. */
export interface Chip {
  /** CSS pixels of the canvas. */
  readonly x: number
  readonly y: number
  readonly size: string
  readonly fit: { readonly kind: 'over' | 'under' | 'fits'; readonly words: string } | null
  /** What was before, or why nothing happens. */
  readonly note: string
}

export interface Ghost {
  /** A marquee or the place a frame is drawn in, in points of the page. */
  readonly outline: Rect | null
  readonly snaps: readonly SnapLine[]
  readonly chip: Chip | null
}

export const NO_GHOST: Ghost = { outline: null, snaps: [], chip: null }
