/** The cursor says what a press would do: pull a handle, move a frame or a box. */
import type { Desk } from '../desk/context'
import { frameAt, frameRect } from './frameAt'
import type { Spot } from './gestures/gesture'
import { guideAt } from './guides'
import { cursorOf, handleUnder, reachOf } from './handles'
import { insetsOf } from './insets'
import { toScreen } from './viewport'

export function showCursor(element: HTMLElement, desk: Desk, spot: Spot): void {
  const cursor = cursorAt(desk, spot)
  element.toggleAttribute('data-over', cursor !== null)
  element.style.setProperty('--over-cursor', cursor ?? 'default')
}

function cursorAt(desk: Desk, spot: Spot): string | null {
  return frameCursor(desk, spot) ?? guideCursor(desk, spot)
}

function guideCursor(desk: Desk, { x, y }: Spot): string | null {
  const { tool, selection } = desk.store.get()
  if (tool !== 'select' || selection !== null) return null
  const guide = guideAt(desk, x, y)
  return guide === null ? null : guide.axis === 'across' ? 'row-resize' : 'col-resize'
}

function frameCursor(desk: Desk, { x, y, point }: Spot): string | null {
  const { tool, selection, frame: id, also, inset, view } = desk.store.get()
  if (tool !== 'select' || selection !== null || id === null || also.length > 0) return null
  const { edition } = desk.session.getSnapshot()
  const frame = edition.frames[id]
  const page = frame && edition.pages[frame.page]
  if (frame === undefined || page === undefined || frame.locked) return null
  const chosen = insetsOf(desk).find(({ block }) => block === inset)
  const held = chosen?.rect ?? frameRect(page.grid, frame)
  const reach = chosen === undefined ? reachOf(frame) : 'both'
  const handle = handleUnder(toScreen(view, held), reach, x, y)
  if (handle !== null) return cursorOf(handle)
  return frameAt(desk, point) === id ? 'move' : null
}
