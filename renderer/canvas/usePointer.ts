/** Hands what the pointer does on the page to the gestures; the wheel scrolls and zooms. */
import { useEffect, type RefObject } from 'react'
import type { Desk } from '../desk/context'
import { useText } from '../i18n'
import { frameAt } from './frameAt'
import { showCursor } from './hoverCursor'
import { follow, keysOf } from './gestures/follow'
import type { Glass, PointerTools, Spot } from './gestures/gesture'
import { GESTURES } from './gestures'
import { panPage } from './gestures/pan'
import { cropWheel } from '../pictures/cropping'
import { toPage, zoomAt } from './viewport'

/** Milliseconds and CSS pixels within which presses count as one double or triple click. */
const AGAIN = 450
const SAME_SPOT = 5
/** One notch of a wheel zooms by about a fifth. */
const WHEEL_ZOOM = 0.0018

export function usePointer(
  area: RefObject<HTMLElement | null>,
  desk: Desk,
  tools: PointerTools,
): void {
  const text = useText()
  useEffect(() => {
    const element = area.current
    return element === null ? undefined : listen({ element, desk, tools, text })
  }, [area, desk, tools, text])
}

function listen(glass: Glass): () => void {
  const { element, desk } = glass
  const { store } = desk
  let space = false
  let busy = false
  const countPress = pressCounter()
  const local = (event: MouseEvent): readonly [number, number] => {
    const box = element.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  const spotOf = (event: MouseEvent): Spot => {
    const [x, y] = local(event)
    return { x, y, point: toPage(store.get().view, x, y), ...keysOf(event) }
  }

  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    if (cropWheel(desk, glass.text, spotOf(event).point, event.deltaY)) return
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (event.ctrlKey || event.metaKey) {
      const [x, y] = local(event)
      const { view } = store.get()
      const factor = Math.exp(-event.deltaY * unit * WHEEL_ZOOM)
      store.set({ view: zoomAt(view, x, y, view.zoom * factor), fit: null })
    } else if (event.shiftKey && event.deltaX === 0) panPage(desk, -event.deltaY * unit, 0)
    else panPage(desk, -event.deltaX * unit, -event.deltaY * unit)
  }

  const down = (event: PointerEvent): void => {
    if (busy || event.button > 1) return
    event.preventDefault()
    const { button } = event
    const press = { ...spotOf(event), button, count: countPress(event), space }
    for (const gesture of GESTURES) {
      const drag = gesture(press, glass)
      if (drag === null) continue
      busy = true
      return follow(element, event, drag, spotOf, () => (busy = false))
    }
  }

  const hover = (event: PointerEvent): void => {
    if (event.buttons !== 0 || store.get().desk === 'press') return
    const spot = spotOf(event)
    store.set({ hover: frameAt(desk, spot.point) })
    showCursor(element, desk, spot)
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
