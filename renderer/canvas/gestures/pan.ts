/** Hand tool, space bar, middle button, or the press desk: the page follows the pointer. */
import { pageOf } from '../../session/composer'
import { shownEdition, type Desk } from '../../desk/context'
import { panBy } from '../viewport'
import type { Gesture } from './gesture'

export const pan: Gesture = ({ button, space, x, y }, { desk }) => {
  const { desk: stand, tool, selection } = desk.store.get()
  const hand = stand === 'press' || tool === 'hand' || (space && selection === null)
  if (button !== 1 && !(button === 0 && hand)) return null
  let last = { x, y }
  return {
    eager: true,
    cursor: 'pan',
    move(spot) {
      panPage(desk, spot.x - last.x, spot.y - last.y)
      last = spot
    },
  }
}

/** Moves the page by CSS pixels. */
export function panPage(desk: Desk, dx: number, dy: number): void {
  const { store, composer } = desk
  const { view, canvas, page } = store.get()
  const size = pageOf(composer.compose(shownEdition(desk)), page)?.trim
  if (size !== undefined) store.set({ view: panBy(view, dx, dy, canvas, size), fit: null })
}
