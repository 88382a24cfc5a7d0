/** A guide taken hold of, or drawn out of a ruler: it goes to the grid, with Ctrl anywhere; off the page it goes away. */
import { mmFromPt, pt, ptFromMm } from '../../../core/units'
import { fresh } from '../../shape/doing'
import { guideAt, guidePlace, guidesOf, keepGuide, type Guide } from '../guides'
import type { Drag, Gesture, Glass, Spot } from './gesture'
import { NO_GHOST } from './ghost'

export const guide: Gesture = (press, glass) => {
  const { tool, selection } = glass.desk.store.get()
  if (press.button !== 0 || tool !== 'select' || selection !== null) return null
  const held = guideAt(glass.desk, press.x, press.y)
  return held === null ? null : guideDrag(glass, held.axis, held.id)
}

/** Draws a new guide out of a ruler. */
export const guideFromRuler = (glass: Glass, axis: Guide['axis']): Drag =>
  guideDrag(glass, axis, `guide-${fresh()}`)

function guideDrag({ desk, text }: Glass, axis: Guide['axis'], id: string): Drag {
  const { session, store, ghost } = desk
  const pageId = store.get().page
  const page = session.getSnapshot().edition.pages[pageId]
  if (page === undefined) return {}
  const guides = guidesOf(desk)
  /** Null where the pointer has left the canvas: there the guide goes away. */
  const under = ({ x, y, point, ctrl }: Spot): Guide | null => {
    const { canvas, view } = store.get()
    if (x < 0 || y < 0 || x > canvas.width || y > canvas.height) return null
    const at = axis === 'across' ? point.y : point.x
    return { id, axis, at: guidePlace(page, axis, at, view.zoom, ctrl) }
  }
  const end = (): void => {
    ghost.set(NO_GHOST)
    guides.set({ inHand: null })
  }
  return {
    cursor: axis === 'across' ? 'row' : 'column',
    move(spot) {
      const now = under(spot)
      const { x, y } = spot
      const millimetres = now === null ? null : mmFromPt(pt(now.at)).toFixed(1)
      const size = millimetres === null ? text.guiding.takeAway : text.shaping.length(millimetres)
      guides.set({ inHand: now })
      ghost.set({ ...NO_GHOST, chip: { x, y, size, fit: null, note: '' } })
    },
    drop(spot) {
      end()
      keepGuide(desk, pageId, id, under(spot))
      store.set({ guides: true })
    },
    cancel: end,
  }
}

/** A new guide at a tenth of the page, for the keyboard to place. */
export function addGuide({ desk }: Pick<Glass, 'desk'>, axis: Guide['axis']): void {
  const page = desk.session.getSnapshot().edition.pages[desk.store.get().page]
  if (page === undefined) return
  const length = ptFromMm(axis === 'across' ? page.sheet.height : page.sheet.width)
  const id = `guide-${fresh()}`
  keepGuide(desk, page.id, id, { id, axis, at: length / 10 })
  desk.store.set({ guides: true })
}
