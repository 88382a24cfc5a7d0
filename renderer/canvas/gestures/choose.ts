/** A press on a frame chooses it, one on empty paper chooses nothing. */
import { frameAt } from '../frameAt'
import type { Gesture } from './gesture'

export const choose: Gesture = ({ button, point }, { desk, element }) => {
  if (button !== 0) return null
  desk.actions.selectFrame(frameAt(desk, point))
  element.focus({ preventScroll: true })
  return {}
}
