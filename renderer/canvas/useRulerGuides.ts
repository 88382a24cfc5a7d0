/** A press on a ruler draws a guide out of it: across from the upper one, down from the one at the left. */
import { useEffect, type RefObject } from 'react'
import type { Desk } from '../desk/context'
import { useText } from '../i18n'
import { follow, keysOf } from './gestures/follow'
import type { PointerTools, Spot } from './gestures/gesture'
import { guideFromRuler } from './gestures/guide'
import type { Guide } from './guides'
import { toPage } from './viewport'

export function useRulerGuides(
  ruler: RefObject<HTMLElement | null>,
  axis: Guide['axis'],
  area: RefObject<HTMLElement | null>,
  desk: Desk,
  tools: PointerTools,
): void {
  const text = useText()
  useEffect(() => {
    const [element, glass] = [ruler.current, area.current]
    if (element === null || glass === null) return
    let busy = false
    const spotOf = (event: MouseEvent): Spot => {
      const box = glass.getBoundingClientRect()
      const [x, y] = [event.clientX - box.left, event.clientY - box.top]
      return { x, y, point: toPage(desk.store.get().view, x, y), ...keysOf(event) }
    }
    const down = (event: PointerEvent): void => {
      if (busy || event.button !== 0 || desk.store.get().desk === 'press') return
      event.preventDefault()
      busy = true
      const drag = guideFromRuler({ element, desk, tools, text }, axis)
      follow(element, event, drag, spotOf, () => (busy = false))
    }
    element.addEventListener('pointerdown', down)
    return () => element.removeEventListener('pointerdown', down)
  }, [ruler, axis, area, desk, tools, text])
}
