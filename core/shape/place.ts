/** Moving and sizing frames on the grid. */
import type { FrameId } from '../ids'
import type { Edition } from '../model/edition'
import type { Frame, RuleFrame } from '../model/frame'
import type { Cells } from '../model/grid'
import { ok } from '../result'
import { around, sameCells, withinGrid } from './cells'
import { refit, shapeOf } from './refit'
import { openFrames, stepsOf, type Shaped, type ShapeTools } from './shaped'

/** Whole columns and rows; `offset` parts of a row, which only rules take. */
export interface Shift {
  readonly columns: number
  readonly rows: number
  readonly offset?: number
}

/** Moves frames together, as far as the page reaches. A 栏目 whose frames all move goes with them. */
export function moveFrames(edition: Edition, ids: readonly FrameId[], by: Shift): Shaped {
  const opened = openFrames(edition, ids)
  if (!opened.ok) return opened
  const first = opened.value[0]
  if (first === undefined) return ok([])
  const rubrics = Object.values(edition.rubrics).filter((rubric) => {
    const members = Object.values(edition.frames).filter(
      (one) => one.kind === 'story' && one.rubric === rubric.id,
    )
    return members.length > 0 && members.every(({ id }) => ids.includes(id))
  })
  const all = around([
    ...opened.value.map(({ frame }) => frame.area),
    ...rubrics.map((r) => r.area),
  ])
  const moved = { ...all, column: all.column + by.columns, row: all.row + by.rows }
  const to = withinGrid(first.page.grid, moved, 0)
  const shifted = (area: Cells): Cells => ({
    ...area,
    column: area.column + to.column - all.column,
    row: area.row + to.row - all.row,
  })
  return stepsOf(edition, (t) => {
    for (const rubric of rubrics) t.patch('rubrics', rubric.id, { area: shifted(rubric.area) })
    for (const { frame } of opened.value) {
      const area = shifted(frame.area)
      if (frame.kind !== 'rule' || by.offset === undefined) t.patch('frames', frame.id, { area })
      else t.patch('frames', frame.id, { area, offset: offsetBy(frame, by.offset) })
    }
  })
}

/** Parts of a row, less than one either way. */
const offsetBy = ({ offset }: RuleFrame, by: number): number =>
  Math.round(Math.min(0.99, Math.max(-0.99, offset + by)) * 1000) / 1000

/** The least block a frame of the kind may cover: rules are lines without depth. */
const leastOf = (frame: Frame): 0 | 1 => (frame.kind === 'rule' ? 0 : 1)

/** Gives a frame other cells, kept on the page; what it holds is made to fit. */
export function resizeFrame(
  edition: Edition,
  id: FrameId,
  wanted: Cells,
  tools: ShapeTools,
): Shaped {
  const opened = openFrames(edition, [id])
  if (!opened.ok) return opened
  const placed = opened.value[0]
  if (placed === undefined) return ok([])
  const { frame, page } = placed
  const area = withinGrid(page.grid, ruleCells(frame, wanted), leastOf(frame))
  if (sameCells(area, frame.area)) return ok([])
  const after = refit(edition, frame, area, page, tools)
  return stepsOf(edition, (t) => t.patch('frames', id, shapeOf(after)))
}

/** A rule has length along its direction only. */
function ruleCells(frame: Frame, area: Cells): Cells {
  if (frame.kind !== 'rule') return area
  return frame.direction === 'horizontal'
    ? { ...area, columns: Math.max(1, area.columns), rows: frame.area.rows }
    : { ...area, rows: Math.max(1, area.rows), columns: frame.area.columns }
}
