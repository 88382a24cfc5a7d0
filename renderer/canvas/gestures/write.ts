/** Text tool, a caret on the page or a double click: the caret stands where the press is, a drag selects. */
import { placeAt, type TextPlace } from '../../../core/display/hitTest'
import type { Desk } from '../../desk/context'
import { frameAt } from '../frameAt'
import type { Gesture, Press } from './gesture'

/** Far from all text, in the white of a frame: the place in its text that is nearest. */
function placeInFrame(desk: Desk, { point }: Press): TextPlace | null {
  const id = frameAt(desk, point)
  const own = desk.actions.lines().filter((line) => id !== null && line.record.frame === id)
  return placeAt(own, point, Infinity)
}

export const write: Gesture = (press, { desk, tools }) => {
  const { store, actions } = desk
  const { tool, selection } = store.get()
  const inText = tool === 'text' || (tool === 'select' && selection !== null)
  // the double click that takes the caret into a frame is a single one in its text
  const count = inText ? press.count : press.count - 1
  if (press.button !== 0 || count < 1 || (!inText && tool !== 'select')) return null
  const isMeant = tool === 'text' || press.count > 1
  const place =
    placeAt(actions.lines(), press.point) ?? (isMeant ? placeInFrame(desk, press) : null)
  if (place === null) return null
  actions.placeCaret(place, press.shift)
  tools.focusText()
  if (inText && count > 1) {
    const [from, to] = tools.span(place.pos, count > 2)
    actions.selectText(place.story, from, to)
    return {}
  }
  return {
    move({ point }) {
      const story = store.get().selection?.story
      const own = actions.lines().filter((line) => line.story === story)
      const at = placeAt(own, point, Infinity)
      if (at !== null) actions.placeCaret(at, true)
    },
  }
}
