/** A double click on the 报眉 takes up the field of the inspector that says what stands there. */
import { headFieldAt, headFieldOf } from '../../pages/headFields'
import type { Gesture } from './gesture'

export const pageHead: Gesture = (press, { desk }) => {
  const { tool, selection } = desk.store.get()
  if (press.button !== 0 || press.count !== 2 || tool !== 'select' || selection !== null)
    return null
  const field = headFieldAt(desk, press.point)
  if (field === null) return null
  desk.actions.selectFrame(null)
  desk.actions.showBeside()
  headFieldOf(desk).set({ field })
  return {}
}
