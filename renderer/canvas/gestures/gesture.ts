/**
 * A gesture is what a press on the page means: one file each, asked in the order
 * of `index.ts`, the first that answers has the pointer until it is let go. It
 * ends as one undo entry or, cancelled, as nothing at all.
 */
import type { Point } from '../../../core/geometry'
import type { Desk } from '../../desk/context'
import type { Text } from '../../i18n'

/** What the pointer needs of the unseen editor at the caret. */
export interface PointerTools {
  /** The word (2) or paragraph (3) around a place of the story that holds the caret. */
  span(pos: number, whole: boolean): readonly [number, number]
  focusText(): void
}

/** What a gesture works on. */
export interface Glass {
  readonly element: HTMLElement
  readonly desk: Desk
  readonly tools: PointerTools
  readonly text: Text
}

/** Where the pointer is, in CSS pixels of the canvas and in points of the page, and the keys held. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly point: Point
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
}

export interface Press extends Spot {
  /** 0 is the main button, 1 the middle one. */
  readonly button: number
  /** 2 for a double click, 3 for a triple one. */
  readonly count: number
  /** The space bar is held. */
  readonly space: boolean
}

/** What follows the press. */
export interface Drag {
  /** Follows every move; others begin when the pointer has gone `DRAG` pixels. */
  readonly eager?: boolean
  /** Set as `data-dragging` on the canvas while it lasts. */
  readonly cursor?: string
  /** Called at every move, and when a key is pressed or let go on the way. */
  move?(spot: Spot): void
  /** Let go after a drag. */
  drop?(spot: Spot): void
  /** Let go without one. */
  click?(spot: Spot): void
  /** Esc, or the system took the pointer away. */
  cancel?(): void
}

/** Null when the press means something else. */
export type Gesture = (press: Press, glass: Glass) => Drag | null

/** CSS pixels before a press becomes a drag; a pen is less steady. */
export const DRAG = 3
export const PEN_DRAG = 5
