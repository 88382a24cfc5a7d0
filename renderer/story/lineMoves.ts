/** Moving the caret along the lines as they are composed. */
import { caretOf, lineBeyond, placeOnLine } from '../../core/display/hitTest'
import type { Desk } from '../desk/context'
import { headPlace } from '../desk/store'

export type LineMove = 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

export function moveAlongLines(desk: Desk, key: LineMove, extend: boolean): void {
  const { selection } = desk.store.get()
  const lines = desk.actions.lines()
  const caret = selection && caretOf(lines, headPlace(selection))
  if (!caret) return
  const { line } = caret
  if (key === 'Home' || key === 'End') {
    const place = placeOnLine(line, key === 'Home' ? -Infinity : Infinity)
    const pos = key === 'Home' ? line.from : line.to
    return desk.actions.placeCaret({ ...place, pos, after: key === 'Home' }, extend)
  }
  const goal = selection.goal ?? caret.rect.x - line.record.x
  const next = lineBeyond(lines, line, key === 'ArrowUp' ? -1 : 1, goal)
  if (next !== null) desk.actions.placeCaret(next, extend, goal)
}
