/** Keys of the page canvas while a frame is chosen and no caret stands in text. */
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { drawHere } from './placing'
import { chooseAll, chooseNext, growFrame, nudgeFrames, nudgeRules } from './frameActions'

const ARROWS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** True when the key was for the frames. Arrows move a cell, with Shift five, with Alt the right or lower edge, with Ctrl a rule's tenth of a millimetre. */
export function frameKey(event: KeyboardEvent, desk: Desk, text: Text): boolean {
  const { selection, frame } = desk.store.get()
  if (selection !== null || event.isComposing) return false
  const ctrl = event.ctrlKey || event.metaKey
  if (ctrl && event.key.toLowerCase() === 'a') {
    chooseAll(desk)
    return true
  }
  if (!ctrl && (event.key === ']' || event.key === '[')) {
    chooseNext(desk, event.key === ']' ? 1 : -1)
    return true
  }
  if (event.key === 'Enter' && drawHere(desk, text)) return true
  const arrow = ARROWS[event.key]
  if (arrow === undefined || frame === null) return false
  const by = event.shiftKey ? 5 : 1
  const [columns, rows] = [arrow[0] * by, arrow[1] * by]
  if (event.altKey) growFrame(desk, text, columns, rows)
  else if (ctrl) nudgeRules(desk, text, rows < 0 || columns < 0 ? -1 : 1)
  else nudgeFrames(desk, text, { columns, rows })
  return true
}
