/** Follows one press until it is let go or cancelled; nothing else has the pointer meanwhile. */
import { assertNever } from '../../../core/result'
import { DRAG, PEN_DRAG, type Drag, type Spot } from './gesture'

const MODIFIERS = new Set(['Shift', 'Control', 'Meta', 'Alt'])

type Phase = 'pressed' | 'dragging' | 'over'

/** Calls `drag` as the pointer goes; `over` when it has ended, however it did. */
export function follow(
  element: HTMLElement,
  start: PointerEvent,
  drag: Drag,
  spotOf: (event: MouseEvent) => Spot,
  over: () => void,
): void {
  let phase: Phase = drag.eager === true ? 'dragging' : 'pressed'
  let last = start
  const reach = start.pointerType === 'pen' ? PEN_DRAG : DRAG

  const mark = (): void => {
    if (phase === 'dragging') element.setAttribute('data-dragging', drag.cursor ?? '')
  }
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== start.pointerId) return
    // splitters and others up the window would measure themselves at every step
    event.stopPropagation()
    last = event
    const gone = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY)
    if (phase === 'pressed' && gone >= reach) {
      phase = 'dragging'
      mark()
    }
    if (phase === 'dragging') drag.move?.(spotOf(event))
  }
  const finish = (event: PointerEvent): void => {
    if (event.pointerId !== start.pointerId) return
    const was = phase
    end()
    switch (was) {
      case 'dragging':
        return drag.drop?.(spotOf(event))
      case 'pressed':
        return drag.click?.(spotOf(event))
      case 'over':
        return
      default:
        return assertNever(was)
    }
  }
  const cancel = (): void => {
    if (phase === 'over') return
    end()
    drag.cancel?.()
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopImmediatePropagation()
      return cancel()
    }
    if (!MODIFIERS.has(event.key)) {
      // no command changes the edition under a gesture
      if (phase === 'dragging') event.stopImmediatePropagation()
      return
    }
    if (phase === 'dragging') drag.move?.({ ...spotOf(last), ...keysOf(event) })
  }
  const end = (): void => {
    phase = 'over'
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', finish)
    element.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, true)
    window.removeEventListener('keyup', key, true)
    element.removeAttribute('data-dragging')
    if (element.hasPointerCapture(start.pointerId)) element.releasePointerCapture(start.pointerId)
    over()
  }

  element.setPointerCapture(start.pointerId)
  mark()
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', finish)
  element.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, true)
  window.addEventListener('keyup', key, true)
}

/** The keys that change what a drag does. */
export const keysOf = (
  event: MouseEvent | KeyboardEvent,
): Pick<Spot, 'shift' | 'ctrl' | 'alt'> => ({
  shift: event.shiftKey,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
})
