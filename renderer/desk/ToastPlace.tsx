import { useEffect } from 'react'
import { useSonner } from 'sonner'
import { caretOf } from '../../core/display/hitTest'
import { rect } from '../../core/geometry'
import { toScreen } from '../canvas/viewport'
import { useDesk, type Desk } from './context'
import { messageRoomOf } from './messageRoom'
import { headPlace } from './store'
import { messageTop, type Box } from './messageTop'

/** What else lies over the page and is looked at. */
const BARS = '.proposal-bar, .find, .frame-tag'

/** Messages stand over the page, away from the caret and from what else lies there: this tells the style sheet where. */
export function ToastPlace(): null {
  const desk = useDesk()
  const { toasts } = useSonner()
  useEffect(() => {
    let asked = 0
    let { canvas } = desk.store.get()
    const place = (): void => {
      asked = 0
      placeMessages(desk)
    }
    const ask = (): void => {
      const before = canvas
      canvas = desk.store.get().canvas
      if (asked === 0 && (toasts.length > 0 || canvas !== before))
        asked = requestAnimationFrame(place)
    }
    placeMessages(desk)
    ask()
    const stop = desk.store.subscribe(ask)
    const stopRoom = messageRoomOf(desk).subscribe(place)
    return () => {
      stop()
      stopRoom()
      cancelAnimationFrame(asked)
    }
  }, [desk, toasts])
  useEffect(() => leaveMessages, [])
  return null
}

const NAMES = ['--messages-middle', '--messages-bottom', '--messages-room'] as const

function placeMessages(desk: Desk): void {
  const glass = messageRoomOf(desk).get().room ?? document.querySelector('.glass')
  if (glass === null) return
  const room = glass.getBoundingClientRect()
  const message = document.querySelector<HTMLElement>('[data-sonner-toast][data-front="true"]')
  const size = { width: message?.offsetWidth ?? 0, height: message?.offsetHeight ?? 0 }
  const bars = [...document.querySelectorAll(BARS)].map((bar) => bar.getBoundingClientRect())
  const top = messageTop(room, size, [...bars, ...caretLine(desk, room)])
  const values = [room.left + room.width / 2, window.innerHeight - top - size.height, room.width]
  NAMES.forEach((name, i) =>
    document.documentElement.style.setProperty(name, `${Math.round(values[i] ?? 0)}px`),
  )
}

function leaveMessages(): void {
  for (const name of NAMES) document.documentElement.style.removeProperty(name)
}

/** The line that is being written, with those before and after it. */
function caretLine({ store, actions }: Desk, glass: Box): readonly Box[] {
  const { selection, view, desk } = store.get()
  const line =
    selection && desk === 'makeup' ? caretOf(actions.lines(), headPlace(selection))?.line : null
  if (!line) return []
  const { left, right, top, bottom } = line
  const { x, y, width, height } = toScreen(view, rect(left, top, right - left, bottom - top))
  return [{ left: glass.left + x, top: glass.top + y - height, width, height: 3 * height }]
}
