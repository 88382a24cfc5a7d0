/** Text tool, a caret on the page or a double click: the caret stands where the press is, a drag selects. */
import { placeAt } from '../../../core/display/hitTest'
import type { Gesture } from './gesture'

export const write: Gesture = (press, { desk, tools }) => {
  const { store, actions } = desk
  const { tool, selection } = store.get()
  const inText = tool === 'text' || (tool === 'select' && selection !== null)
  // the double click that takes the caret into a frame is a single one in its text
  const count = inText ? press.count : press.count - 1
  if (press.button !== 0 || count < 1 || (!inText && tool !== 'select')) return null
  const place = placeAt(actions.lines(), press.point)
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
