/** Several frames brought into line, and which comes before which. */
import type { FrameId } from '../ids'
import { framesOn, storiesOf, type Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import type { Cells } from '../model/grid'
import { ok } from '../result'
import { around, withinGrid } from './cells'
import { openFrame, openFrames, stepsOf, type Shaped } from './shaped'

export const ALIGNMENTS = ['left', 'right', 'top', 'bottom'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

/** Brings the edges of several frames to the outermost one; a single frame goes to the type area's edge. */
export function alignFrames(edition: Edition, ids: readonly FrameId[], to: Alignment): Shaped {
  const opened = openFrames(edition, ids)
  if (!opened.ok) return opened
  const first = opened.value[0]
  if (first === undefined) return ok([])
  const { grid } = first.page
  const page = { column: 0, columns: grid.columns, row: 0, rows: grid.rows }
  const all = opened.value.length > 1 ? around(opened.value.map(({ frame }) => frame.area)) : page
  return stepsOf(edition, (t) => {
    for (const { frame } of opened.value)
      t.patch('frames', frame.id, { area: withinGrid(grid, aligned(frame.area, all, to), 0) })
  })
}

function aligned(area: Cells, all: Cells, to: Alignment): Cells {
  switch (to) {
    case 'left':
      return { ...area, column: all.column }
    case 'right':
      return { ...area, column: all.column + all.columns - area.columns }
    case 'top':
      return { ...area, row: all.row }
    case 'bottom':
      return { ...area, row: all.row + all.rows - area.rows }
  }
}

/** Gives three frames or more the same white between them, in whole cells; what does not divide goes to the first gaps. */
export function distributeFrames(
  edition: Edition,
  ids: readonly FrameId[],
  along: 'across' | 'down',
): Shaped {
  const opened = openFrames(edition, ids)
  if (!opened.ok) return opened
  const start = (area: Cells): number => (along === 'across' ? area.column : area.row)
  const length = (area: Cells): number => (along === 'across' ? area.columns : area.rows)
  const row = opened.value
    .map(({ frame }) => frame)
    .sort((a, b) => start(a.area) - start(b.area) || (a.id < b.id ? -1 : 1))
  if (row.length < 3) return ok([])
  const areas = row.map(({ area }) => area)
  const span = around(areas)
  const white = length(span) - areas.reduce((sum, area) => sum + length(area), 0)
  const gaps = row.length - 1
  if (white < 0) return ok([])
  return stepsOf(edition, (t) => {
    let at = start(span)
    for (const [i, { id, area }] of row.entries()) {
      t.patch('frames', id, {
        area: along === 'across' ? { ...area, column: at } : { ...area, row: at },
      })
      at += length(area) + Math.floor(white / gaps) + (i < white % gaps ? 1 : 0)
    }
  })
}

/**
 * Changes places with the story before or after on the page: the order of
 * stories is the order they are read in, lettered by and painted in.
 */
export function reorderFrame(edition: Edition, id: FrameId, by: -1 | 1): Shaped {
  const found = edition.frames[id]
  if (found === undefined || found.kind === 'rule') return ok([])
  const opened = openFrame(edition, id, found.kind)
  if (!opened.ok) return opened
  const here = new Set(framesOn(edition, found.page).flatMap(storyOf))
  const stories = storiesOf(edition).filter((story) => here.has(story.id))
  const at = stories.findIndex((story) => story.id === found.story)
  const own = stories[at]
  const other = stories[at + by]
  if (own === undefined || other === undefined) return ok([])
  const apart = own.order === other.order ? by : 0
  return stepsOf(edition, (t) => {
    t.patch('stories', own.id, { order: other.order + apart })
    t.patch('stories', other.id, { order: own.order })
  })
}

const storyOf = (frame: Frame) => (frame.kind === 'rule' ? [] : [frame.story])
