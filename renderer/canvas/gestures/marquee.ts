/** A press on empty paper chooses nothing; a drag chooses every frame it meets, with Shift beside others. */
import { overlaps, rect } from '../../../core/geometry'
import { framesOn } from '../../../core/model/edition'
import { chosenFrames } from '../../desk/store'
import { frameRect } from '../frameAt'
import type { Gesture } from './gesture'
import { NO_GHOST } from './ghost'

export const marquee: Gesture = (press, { desk, element }) => {
  const { store, session, actions } = desk
  if (press.button !== 0) return null
  const before = press.shift ? chosenFrames(store.get()) : []
  if (!press.shift) actions.selectFrame(null)
  element.focus({ preventScroll: true })
  const end = (): void => desk.ghost.set(NO_GHOST)
  return {
    move({ point }) {
      const { edition } = session.getSnapshot()
      const page = edition.pages[store.get().page]
      if (page === undefined) return
      const from = press.point
      const outline = rect(
        Math.min(from.x, point.x),
        Math.min(from.y, point.y),
        Math.abs(from.x - point.x),
        Math.abs(from.y - point.y),
      )
      const met = framesOn(edition, page.id)
        .filter((frame) => overlaps(frameRect(page.grid, frame), outline))
        .map(({ id }) => id)
      const [first, ...others] = [...new Set([...before, ...met])]
      store.set({ frame: first ?? null, also: others })
      desk.ghost.set({ outline })
    },
    drop: end,
    cancel() {
      const [first, ...others] = before
      actions.selectFrame(first ?? null, others)
      end()
    },
  }
}
