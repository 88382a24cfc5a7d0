/** Zoom tool: a click makes larger at the pointer, with Alt smaller. */
import { zoomAt } from '../viewport'
import type { Gesture } from './gesture'

const STEP = 1.5

export const zoom: Gesture = ({ button, x, y, alt }, { desk: { store } }) => {
  const { tool, view } = store.get()
  if (button !== 0 || tool !== 'zoom') return null
  const factor = alt ? 1 / STEP : STEP
  store.set({ view: zoomAt(view, x, y, view.zoom * factor), fit: null })
  return {}
}
