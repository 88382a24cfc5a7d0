/** What the pointer does on the page: select, write, pan, zoom. */
import { useEffect, type RefObject } from 'react'
import { placeAt, type HitLine } from '../../core/display/hitTest'
import type { Point } from '../../core/geometry'
import type { FrameId } from '../../core/ids'
import { framesOn } from '../../core/model/edition'
import { cellsRect } from '../../core/model/grid'
import type { Desk } from '../desk/context'
import { pageOf } from '../session/composer'
import { panBy, toPage, zoomAt } from './viewport'

/** CSS pixels before a press becomes a drag. */
const DRAG = 3
/** Milliseconds and CSS pixels within which presses count as one double or triple click. */
const AGAIN = 450
const SAME_SPOT = 5
/** One notch of a wheel zooms by about a fifth. */
const WHEEL_ZOOM = 0.0018

export interface PointerTools {
  /** The word (2) or paragraph (3) around a place of the story that holds the caret. */
  span(pos: number, whole: boolean): readonly [number, number]
  focusText(): void
}

/** The frame on top at a point: the smallest, for boxes lie on larger ones. */
export function frameAt(desk: Desk, point: Point): FrameId | null {
  const { edition } = desk.session.getSnapshot()
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return null
  let found: FrameId | null = null
  let least = Infinity
  for (const frame of framesOn(edition, page.id)) {
    if (frame.kind === 'rule') continue
    const area = cellsRect(page.grid, frame.area)
    const inside =
      point.x >= area.x &&
      point.x <= area.x + area.width &&
      point.y >= area.y &&
      point.y <= area.y + area.height
    if (inside && area.width * area.height < least) {
      found = frame.id
      least = area.width * area.height
    }
  }
  return found
}

export function usePointer(
  area: RefObject<HTMLElement | null>,
  desk: Desk,
  tools: PointerTools,
): void {
  useEffect(() => {
    const element = area.current
    return element === null ? undefined : listen(element, desk, tools)
  }, [area, desk, tools])
}

function listen(element: HTMLElement, desk: Desk, tools: PointerTools): () => void {
  const { store, actions } = desk
  let space = false
  const countPress = pressCounter()
  const local = (event: MouseEvent): readonly [number, number] => {
    const box = element.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  const pointOf = (event: MouseEvent): Point => toPage(store.get().view, ...local(event))
  const trim = () => {
    const display = desk.composer.compose(desk.session.getSnapshot().edition)
    return pageOf(display, store.get().page)?.trim ?? null
  }
  const pan = (dx: number, dy: number): void => {
    const size = trim()
    const { view, canvas } = store.get()
    if (size !== null) store.set({ view: panBy(view, dx, dy, canvas, size), fit: null })
  }

  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (event.ctrlKey || event.metaKey) {
      const [x, y] = local(event)
      const { view } = store.get()
      const factor = Math.exp(-event.deltaY * unit * WHEEL_ZOOM)
      store.set({ view: zoomAt(view, x, y, view.zoom * factor), fit: null })
    } else if (event.shiftKey && event.deltaX === 0) pan(-event.deltaY * unit, 0)
    else pan(-event.deltaX * unit, -event.deltaY * unit)
  }

  /** Follows a press until it is let go. */
  const drag = (event: PointerEvent, move: (event: PointerEvent) => void): void => {
    element.setPointerCapture(event.pointerId)
    const stop = (): void => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', stop)
      element.removeEventListener('pointercancel', stop)
      element.removeAttribute('data-panning')
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', stop)
    element.addEventListener('pointercancel', stop)
  }

  const dragPage = (event: PointerEvent): void => {
    let last = [event.clientX, event.clientY] as const
    element.setAttribute('data-panning', '')
    drag(event, (moved) => {
      pan(moved.clientX - last[0], moved.clientY - last[1])
      last = [moved.clientX, moved.clientY]
    })
  }

  const ofStory = (lines: readonly HitLine[]): readonly HitLine[] => {
    const { selection } = store.get()
    return lines.filter((line) => line.story === selection?.story)
  }

  /** True when there was text to stand in. */
  const write = (event: PointerEvent, point: Point, presses: number): boolean => {
    const place = placeAt(actions.lines(), point)
    if (place === null) return false
    actions.placeCaret(place, event.shiftKey)
    tools.focusText()
    if (presses > 1) {
      const [from, to] = tools.span(place.pos, presses > 2)
      actions.selectText(place.story, from, to)
      return true
    }
    const [startX, startY] = [event.clientX, event.clientY]
    let dragging = false
    drag(event, (moved) => {
      dragging ||= Math.hypot(moved.clientX - startX, moved.clientY - startY) > DRAG
      const at = dragging ? placeAt(ofStory(actions.lines()), pointOf(moved), Infinity) : null
      if (at !== null) actions.placeCaret(at, true)
    })
    return true
  }

  const down = (event: PointerEvent): void => {
    const { tool, selection } = store.get()
    if (event.button === 1 || (event.button === 0 && (tool === 'hand' || (space && !selection)))) {
      event.preventDefault()
      return dragPage(event)
    }
    if (event.button !== 0) return
    event.preventDefault()
    const [x, y] = local(event)
    if (tool === 'zoom') {
      const { view } = store.get()
      const factor = event.altKey ? 1 / 1.5 : 1.5
      store.set({ view: zoomAt(view, x, y, view.zoom * factor), fit: null })
      return
    }
    const point = pointOf(event)
    const presses = countPress(event)
    // the double click that takes the caret into a frame is a single one in its text
    const inText = tool === 'text' || selection !== null
    if ((inText || presses > 1) && write(event, point, inText ? presses : 1)) return
    actions.selectFrame(frameAt(desk, point))
    element.focus({ preventScroll: true })
  }

  const hover = (event: PointerEvent): void => {
    if (event.buttons === 0) store.set({ hover: frameAt(desk, pointOf(event)) })
  }
  const leave = (): void => store.set({ hover: null })
  const key = (event: KeyboardEvent): void => {
    if (event.code !== 'Space') return
    space = event.type === 'keydown'
    element.toggleAttribute('data-pan', space && store.get().selection === null)
  }

  element.addEventListener('wheel', wheel, { passive: false })
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', hover)
  element.addEventListener('pointerleave', leave)
  window.addEventListener('keydown', key)
  window.addEventListener('keyup', key)
  return () => {
    element.removeEventListener('wheel', wheel)
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', hover)
    element.removeEventListener('pointerleave', leave)
    window.removeEventListener('keydown', key)
    window.removeEventListener('keyup', key)
  }
}

/** Pointer events do not count clicks as mouse events do. */
function pressCounter(): (event: PointerEvent) => number {
  let count = 0
  let last = { time: -Infinity, x: 0, y: 0 }
  return ({ timeStamp: time, clientX: x, clientY: y }) => {
    const again = time - last.time < AGAIN && Math.hypot(x - last.x, y - last.y) < SAME_SPOT
    count = again ? count + 1 : 1
    last = { time, x, y }
    return count
  }
}
