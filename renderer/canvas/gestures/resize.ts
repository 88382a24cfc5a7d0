/** A handle of the one chosen frame: its edges follow the pointer from cell to cell. */
import { type Cells, type Grid } from '../../../core/model/grid'
import { neighboursOf, nearestEdge, resizeFrame, rowEdges } from '../../../core/shape'
import { shapeTools } from '../../shape/doing'
import { frameRect } from '../frameAt'
import { guideRows } from '../guides'
import { handleUnder, reachOf, type Handle } from '../handles'
import { toScreen } from '../viewport'
import { columnsAt, rowsAt, SNAP, snapLines } from './cells'
import type { Gesture, Spot } from './gesture'
import { trialDrag } from './trial'

export const resize: Gesture = (press, glass) => {
  const { desk, text } = glass
  const { tool, selection, frame: id, also, inset, view } = desk.store.get()
  if (press.button !== 0 || tool !== 'select' || selection !== null || id === null) return null
  if (also.length > 0 || inset !== null) return null
  const { edition } = desk.session.getSnapshot()
  const frame = edition.frames[id]
  const page = frame && edition.pages[frame.page]
  if (frame === undefined || page === undefined) return null
  const drawn = toScreen(view, frameRect(page.grid, frame))
  const handle = handleUnder(drawn, reachOf(frame), press.x, press.y)
  if (handle === null) return null
  const edges = [...rowEdges(neighboursOf(edition, page, [id]), page), ...guideRows(desk, page)]
  return trialDrag(glass, (spot) => {
    const reach = spot.ctrl ? 0 : SNAP / (page.grid.leading * view.zoom)
    const area = pulled(frame.area, handle, spot, page.grid, (row) => {
      const snapped = nearestEdge(row, edges, reach)
      return snapped ?? Math.round(row)
    })
    return {
      key: JSON.stringify(area),
      label: text.shaping.resize,
      steps: () => resizeFrame(desk.session.getSnapshot().edition, id, area, shapeTools(desk)),
      frame: id,
      ghost: { snaps: spot.ctrl ? [] : snapLines(edition, page, area, [id], sidesOf(handle)) },
    }
  })
}

/** The sides that a handle moves. */
const sidesOf = ({ across, down }: Handle) => [
  ...(across === 0 ? [] : [across < 0 ? ('left' as const) : ('right' as const)]),
  ...(down === 0 ? [] : [down < 0 ? ('top' as const) : ('bottom' as const)]),
]

/** The cells with the handle's edges where the pointer is; Shift keeps the proportion. */
function pulled(
  area: Cells,
  { across, down }: Handle,
  { point, shift }: Spot,
  grid: Grid,
  rowOf: (row: number) => number,
): Cells {
  const hold = (value: number, most: number): number => Math.min(Math.max(value, 0), most)
  let { column, row } = area
  let right = area.column + area.columns
  let bottom = area.row + area.rows
  if (across < 0) column = Math.min(right - 1, hold(Math.round(columnsAt(grid, point.x)), right))
  if (across > 0) {
    const end = Math.round(columnsAt(grid, point.x + grid.gutter))
    right = Math.max(column + 1, hold(end, grid.columns))
  }
  if (down < 0) row = Math.min(bottom - 1, hold(rowOf(rowsAt(grid, point.y)), bottom))
  if (down > 0) bottom = Math.max(row + 1, hold(rowOf(rowsAt(grid, point.y)), grid.rows))
  if (shift && across !== 0 && down !== 0) {
    const rows = Math.max(1, Math.round(((right - column) * area.rows) / area.columns))
    if (down > 0) bottom = Math.min(grid.rows, row + rows)
    else row = Math.max(0, bottom - rows)
  }
  return { column, row, columns: right - column, rows: bottom - row }
}
