/** A press on a frame chooses it, with Shift beside others; a drag moves what is chosen, with Alt a copy. */
import type { FrameId } from '../../../core/ids'
import { frameId } from '../../../core/ids'
import type { Cells } from '../../../core/model/grid'
import {
  around,
  moveFrames,
  nearestEdge,
  neighboursOf,
  rowEdges,
  type Shift,
} from '../../../core/shape'
import { duplicateFrames } from '../../../core/pages'
import { chosenFrames } from '../../desk/store'
import { fresh, shapeTools } from '../../shape/doing'
import { frameAt } from '../frameAt'
import { guideRows } from '../guides'
import { pitchOf, SNAP, snapLines } from './cells'
import type { Drag, Gesture, Glass, Press, Spot } from './gesture'
import { trialDrag } from './trial'

export const move: Gesture = (press, glass) => {
  const { desk, element } = glass
  const { tool, selection } = desk.store.get()
  if (press.button !== 0 || (tool !== 'select' && selection === null)) return null
  const under = frameAt(desk, press.point)
  if (under === null) return null
  element.focus({ preventScroll: true })
  const chosen = chosenFrames(desk.store.get())
  if (press.shift) return addOnClick(press, glass, under, chosen)
  const kept = chosen.includes(under) && selection === null
  if (!kept) desk.actions.selectFrame(under)
  return {
    ...moveDrag(glass, press, kept ? chosen : [under]),
    click: () => kept && desk.actions.selectFrame(under),
  }
}

/** Shift: the frame joins the chosen ones or leaves them; dragged, all move along one axis. */
function addOnClick(press: Press, glass: Glass, under: FrameId, chosen: readonly FrameId[]): Drag {
  const { desk } = glass
  const rest = chosen.filter((id) => id !== under)
  const all = [under, ...rest]
  if (!chosen.includes(under)) desk.actions.selectFrame(under, rest)
  return {
    ...moveDrag(glass, press, all),
    click() {
      const [first, ...others] = chosen.includes(under) ? rest : all
      desk.actions.selectFrame(first ?? null, others)
    },
  }
}

function moveDrag(glass: Glass, press: Press, ids: readonly FrameId[]): Drag {
  const { desk, text } = glass
  const { edition } = desk.session.getSnapshot()
  const frames = ids.flatMap((id) => edition.frames[id] ?? [])
  const page = frames[0] && edition.pages[frames[0].page]
  if (page === undefined) return {}
  const { grid } = page
  const area = around(frames.map((frame) => frame.area))
  const rules = frames.every((frame) => frame.kind === 'rule')
  const edges = [...rowEdges(neighboursOf(edition, page, ids), page), ...guideRows(desk, page)]
  const shiftAt = (spot: Spot): Shift => {
    const across = spot.point.x - press.point.x
    const down = spot.point.y - press.point.y
    const along = spot.shift && Math.abs(across) > Math.abs(down) ? 0 : down
    const columns = spot.shift && along !== 0 ? 0 : Math.round(across / pitchOf(grid))
    const rows = along / grid.leading
    if (spot.ctrl && rules) return { columns, rows: Math.trunc(rows), offset: rows % 1 }
    const reach = spot.ctrl || along === 0 ? 0 : SNAP / (grid.leading * desk.store.get().view.zoom)
    return { columns, rows: snappedRows(area, rows, edges, reach) }
  }
  return trialDrag(glass, (spot) => {
    const by = shiftAt(spot)
    const now = { ...area, column: area.column + by.columns, row: area.row + by.rows }
    const copies = spot.alt ? ids.map(() => frameId(`frame-${fresh()}`)) : ids
    return {
      key: `${spot.alt ? 'copy' : 'move'} ${JSON.stringify(by)}`,
      label: spot.alt ? text.shaping.duplicate : text.shaping.move,
      steps: () => {
        const current = desk.session.getSnapshot().edition
        return spot.alt
          ? duplicateFrames(current, ids, { by, copies, fresh, tools: shapeTools(desk) })
          : moveFrames(current, ids, by)
      },
      frame: spot.alt ? (copies[0] ?? null) : (ids[0] ?? null),
      choose: copies,
      ghost: { snaps: spot.ctrl ? [] : snapLines(edition, page, now, spot.alt ? [] : ids) },
    }
  })
}

/** Whole rows, drawn to a neighbour's edge that the upper or lower edge comes near. */
function snappedRows(area: Cells, rows: number, edges: readonly number[], reach: number): number {
  const top = area.row + rows
  const bottom = top + area.rows
  const pulls = [
    [nearestEdge(top, edges, reach), area.row],
    [nearestEdge(bottom, edges, reach), area.row + area.rows],
  ] as const
  let best = Math.round(rows)
  let least = Infinity
  for (const [edge, from] of pulls) {
    if (edge === null) continue
    const off = Math.abs(edge - from - rows)
    if (off < least) [best, least] = [edge - from, off]
  }
  return best
}
