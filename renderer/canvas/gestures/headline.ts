/** A headline among the text of the chosen frame: a drag moves it over columns and rows; at the head it goes over three. */
import { contains, rect } from '../../../core/geometry'
import { headRect, headRow, setHead, textAreaIn } from '../../../core/shape'
import { shapeTools } from '../../shape/doing'
import type { Gesture } from './gesture'
import { trialDrag } from './trial'

export const headline: Gesture = (press, glass) => {
  const { desk, text } = glass
  const { tool, selection, frame: id, also } = desk.store.get()
  if (press.button !== 0 || press.count > 1 || press.shift || press.alt) return null
  if (tool !== 'select' || selection !== null || id === null || also.length > 0) return null
  const { edition } = desk.session.getSnapshot()
  const frame = edition.frames[id]
  if (frame?.kind !== 'story' || frame.head?.place === undefined) return null
  const box = headRect(edition, frame, shapeTools(desk))
  const area = textAreaIn(edition, id, shapeTools(desk))
  const leading = edition.pages[frame.page]?.grid.leading ?? 1
  const { x, y } = press.point
  if (box === null || !area?.head || !contains(box, rect(x, y, 0, 0))) return null
  const { column, columns, row } = area.head
  const most = area.columns - columns
  return trialDrag(glass, (spot) => {
    const across = Math.round((spot.point.x - x) / area.pitch)
    const place = {
      column: Math.min(Math.max(0, column + across), most),
      columns,
      row: headRow(row + Math.round((spot.point.y - y) / leading)),
    }
    return {
      key: JSON.stringify(place),
      label: text.shaping.headSet,
      steps: () => setHead(desk.session.getSnapshot().edition, id, { place }, shapeTools(desk)),
      frame: id,
    }
  })
}
