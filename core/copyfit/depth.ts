/** 框加高, 框减高: an edge of the frame moves, and what stands beyond it gives or takes the rows. */
import type { EditionStep } from '../edit'
import { applySteps } from '../edit'
import type { StoryId } from '../ids'
import { framesOn, type Edition } from '../model/edition'
import type { Frame, PictureFrame, RuleFrame, StoryFrame } from '../model/frame'
import { resizeFrame } from '../shape'
import { enough, fitOf, tryOut, type Room } from './room'
import type { Edge, Remedy } from './types'

/** White between two blocks is not made less than this, where it was so much. */
const GAP = 2
/** A frame is not pushed together to less. */
const LEAST_ROWS = 6
/** No frame grows by more: then it is a matter of make-up. */
const MOST_ROWS = 24

const foot = ({ area }: { readonly area: Frame['area'] }): number => area.row + area.rows

const sharesColumns = (a: Frame['area'], b: Frame['area']): boolean =>
  a.column < b.column + b.columns && b.column < a.column + a.columns

const inside = (a: Frame['area'], b: Frame['area']): boolean =>
  a.column >= b.column && a.column + a.columns <= b.column + b.columns

interface Moved {
  readonly steps: readonly EditionStep[]
  readonly beside: readonly StoryId[]
}

/** How far a block is from the frame's edge, in rows; below 0 when it is not beyond it. */
const distance = (frame: StoryFrame, area: Frame['area'], edge: Edge): number =>
  edge === 'bottom' ? area.row - foot(frame) : frame.area.row - (area.row + area.rows)

function bound(edition: Edition, frame: StoryFrame, edge: Edge): number {
  const page = edition.pages[frame.page]
  if (page === undefined) return 0
  if (frame.rubric === null)
    return edge === 'bottom' ? page.grid.rows - foot(frame) : frame.area.row
  if (edge === 'top') return 0
  const members = framesOn(edition, frame.page).filter(
    (one) => one.kind === 'story' && one.rubric === frame.rubric,
  )
  return Math.max(...members.map(foot)) - foot(frame)
}

/** The steps that move an edge out by `rows`; null when something stands there that cannot give way. */
function moveOut(room: Room, frame: StoryFrame, edge: Edge, rows: number): Moved | null {
  const { edition, tools } = room
  if (rows > bound(edition, frame, edge)) return null
  const others = framesOn(edition, frame.page).filter(
    (one) => one.id !== frame.id && sharesColumns(one.area, frame.area),
  )
  const blocked = Object.values(edition.rubrics).some(
    (rubric) =>
      rubric.page === frame.page &&
      rubric.id !== frame.rubric &&
      sharesColumns(rubric.area, frame.area) &&
      distance(frame, rubric.area, edge) >= 0 &&
      distance(frame, rubric.area, edge) < rows + GAP,
  )
  if (blocked) return null
  const steps: EditionStep[] = []
  const beside: StoryId[] = []
  let current = edition
  const resize = (one: Frame, area: Frame['area']): boolean => {
    const made = resizeFrame(current, one.id, area, tools)
    const next = made.ok ? applySteps(current, made.value) : made
    if (!made.ok || !next.ok) return false
    steps.push(...made.value)
    current = next.value
    return true
  }
  for (const one of others) {
    const gap = distance(frame, one.area, edge)
    if (gap < 0) continue
    if (one.kind === 'rule') {
      const area = ruleBeyond(frame, one, edge, rows, gap)
      if (area !== null && !resize(one, area)) return null
      continue
    }
    const push = rows + Math.min(gap, GAP) - gap
    if (push <= 0) continue
    if (one.locked || !inside(one.area, frame.area) || one.area.rows - push < LEAST_ROWS)
      return null
    if (one.kind === 'story' && one.rubric !== null) return null
    const row = edge === 'bottom' ? one.area.row + push : one.area.row
    if (!resize(one, { ...one.area, row, rows: one.area.rows - push })) return null
    beside.push(one.story)
  }
  const row = edge === 'bottom' ? frame.area.row : frame.area.row - rows
  if (!resize(frame, { ...frame.area, row, rows: frame.area.rows + rows })) return null
  return { steps, beside }
}

/** Where a rule lies across the moving edge, it goes along. */
function ruleBeyond(
  frame: StoryFrame,
  rule: RuleFrame,
  edge: Edge,
  rows: number,
  gap: number,
): Frame['area'] | null {
  if (rule.direction !== 'horizontal' || gap > rows + GAP) return null
  return { ...rule.area, row: rule.area.row + (edge === 'bottom' ? rows : -rows) }
}

export function* deeper(room: Room): Generator<Remedy> {
  for (const frame of [...room.thread].reverse()) {
    if (frame.locked) continue
    for (const edge of ['bottom', 'top'] as const) {
      const first = Math.max(1, Math.floor(room.misfit / frame.text.columns) - 1)
      yield* enough(room, attempts(room, frame, edge, first))
    }
  }
}

/** From about enough rows up; where so many cannot be had, as many as there are. */
function* attempts(
  room: Room,
  frame: StoryFrame,
  edge: Edge,
  first: number,
): Generator<Remedy | null> {
  const grown = (rows: number): Remedy | null => {
    const moved = moveOut(room, frame, edge, rows)
    if (moved === null) return null
    const { steps, beside } = moved
    return tryOut(room, { kind: 'deeper', rows, edge, from: beside }, steps, beside)
  }
  let start = Math.min(first, MOST_ROWS)
  while (start > 1 && grown(start) === null) start--
  for (let rows = start; rows <= MOST_ROWS; rows++) yield grown(rows)
}

/** The lower edge moved in; a story below that is over, or a free picture, takes the rows. */
export function* shallower(room: Room): Generator<Remedy> {
  const frame = room.thread.at(-1)
  if (frame === undefined || frame.locked) return
  yield* enough(room, rising(room, frame))
}

function* rising(room: Room, frame: StoryFrame): Generator<Remedy | null> {
  const { edition, tools } = room
  const below = framesOn(edition, frame.page).filter(
    (one) => sharesColumns(one.area, frame.area) && distance(frame, one.area, 'bottom') >= 0,
  )
  const nearest = below
    .filter((one): one is StoryFrame | PictureFrame => one.kind !== 'rule')
    .sort((a, b) => a.area.row - b.area.row)[0]
  const wants = (one: StoryFrame | PictureFrame): boolean =>
    one.kind === 'picture' ||
    (one.rubric === null && (fitOf(edition, one.story, tools)?.oversetLines ?? 0) > 0)
  const takes = nearest !== undefined && !nearest.locked && wants(nearest) ? nearest : null
  const fills = takes !== null && inside(takes.area, frame.area) && inside(frame.area, takes.area)
  for (let rows = 1; rows <= MOST_ROWS && frame.area.rows - rows >= LEAST_ROWS; rows++) {
    const made = resizeFrame(
      edition,
      frame.id,
      { ...frame.area, rows: frame.area.rows - rows },
      tools,
    )
    if (!made.ok) return
    const steps = [...made.value]
    if (fills) {
      const { area } = takes
      const up = { ...area, row: area.row - rows, rows: area.rows + rows }
      const risen = resizeFrame(edition, takes.id, up, tools)
      if (!risen.ok) return
      steps.push(...risen.value, ...rulesUp(below, frame, rows, takes))
    }
    yield tryOut(room, { kind: 'shallower', rows, to: fills ? [takes.story] : [] }, steps)
  }
}

/** Rules between the frame and the one that comes up go up with it. */
const rulesUp = (
  below: readonly Frame[],
  frame: StoryFrame,
  rows: number,
  takes: StoryFrame | PictureFrame,
): readonly EditionStep[] =>
  below
    .filter((one) => one.kind === 'rule' && one.direction === 'horizontal' && !one.locked)
    .filter((one) => one.area.row <= takes.area.row && one.area.row >= foot(frame))
    .map((one) => ({
      kind: 'patch',
      table: 'frames',
      id: one.id,
      changes: { area: { before: one.area, after: { ...one.area, row: one.area.row - rows } } },
    }))
