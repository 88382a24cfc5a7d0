/** Where a headline group may stand among its text, and where its forms usually do. */
import { composeStory } from '../compose/composeStory'
import { headBox, WAIST_KEEPS } from '../compose/headBlock'
import { rect, type Rect } from '../geometry'
import { threadFrames, type ThreadFrame } from '../compose/thread'
import { threadOf, type Edition } from '../model/edition'
import type { Head, HeadPlace, StoryFrame } from '../model/frame'
import { headPlaceIn, type HeadForm } from '../model/headForm'
import { headSizes } from '../model/headSizes'
import { withRecord } from '../model/tables'
import { ok, type Result } from '../result'
import { contextOf, refuse, type ShapeTools } from './shaped'

/** Text columns that a form needs at least. */
const LEAST_COLUMNS: Readonly<Record<HeadForm, number>> = {
  ...{ over: 1, beside: 2, between: 3, waist: 1, left: 1, right: 1 },
}

export const hasColumnsFor = (form: HeadForm, columns: number): boolean =>
  columns >= LEAST_COLUMNS[form]

/** 串文 takes half of the columns from the left, 眉心 about half in the middle, 腰题 all. */
function usualSpan(form: HeadForm, columns: number): Omit<HeadPlace, 'row'> {
  if (form === 'waist') return { column: 0, columns }
  const half = Math.ceil(columns / 2)
  if (form === 'beside') return { column: 0, columns: half }
  const across = (columns - half) % 2 === 0 ? half : half - 1
  return { column: (columns - across) / 2, columns: across }
}

/** The place a form usually has in a frame; null for the forms that have none. */
export function usualPlace(
  edition: Edition,
  frame: StoryFrame,
  head: Head,
  form: HeadForm,
  tools: ShapeTools,
): Result<HeadPlace | null> {
  const { columns } = frame.text
  if (!hasColumnsFor(form, columns))
    return refuse('headColumns', `The frame has too few text columns; it has ${columns}.`)
  if (form === 'over' || form === 'left' || form === 'right') return ok(null)
  const span = usualSpan(form, columns)
  if (form !== 'waist') return ok({ ...span, row: 0 })
  const row = middleRow(edition, { ...frame, head: { ...head, place: { ...span, row: 1 } } }, tools)
  if (row !== null) return ok({ ...span, row })
  return refuse('headDepth', 'The frame is too shallow to have text above and below its headline.')
}

/** The row in which a group stands in the middle of its text as deep as that is now; null without three lines on both sides. */
function middleRow(edition: Edition, frame: StoryFrame, tools: ShapeTools): number | null {
  const rows = measured(edition, frame, tools)?.head.rows ?? 0
  const story = edition.stories[frame.story]
  const context = contextOf(edition, tools)
  if (story === undefined || context === null) return null
  const alone = threadOf(edition, frame.story).length === 1
  const room = alone
    ? (composeStory(edition, story, context.ctx, context.cache)?.fit.roomLines ?? 0)
    : 0
  const depth = frame.area.rows - Math.floor(room / frame.text.columns)
  if (frame.area.rows < rows + 2 * WAIST_KEEPS) return null
  return Math.max(WAIST_KEEPS, Math.floor((depth - rows) / 2))
}

/** The frame as the composer would measure it in its thread. */
function measured(edition: Edition, frame: StoryFrame, tools: ShapeTools): ThreadFrame | undefined {
  const story = edition.stories[frame.story]
  const context = contextOf(edition, tools)
  if (story === undefined || context === null) return undefined
  const frames = threadFrames(withRecord(edition, 'frames', frame), story, context)
  return frames.find((one) => one.frame.id === frame.id)
}

/** A headline among its frame's text, where it stands on the page; null for the others. */
export function headRect(edition: Edition, frame: StoryFrame, tools: ShapeTools): Rect | null {
  const found = measured(edition, frame, tools)
  if (found === undefined || found.area.head === null) return null
  const { grid } = found.page
  const { x, y, width } = headBox(frame, grid, found.area, found.area.head)
  return rect(x, y, width, found.area.head.rows * grid.leading)
}

/** Lines a 主题 is turned to at most. */
const MOST_LINES = 4

/** Turns of a 主题 on so many lines, or null when it has no such places. */
export type TurnsOn = (lines: number) => readonly number[] | null

/** The frame with its 主题 on the fewest lines that keep its level's size, else on those that keep the most of it. */
export function turned(
  edition: Edition,
  frame: StoryFrame,
  head: Head,
  turnsOn: TurnsOn,
  tools: ShapeTools,
): StoryFrame {
  let best: StoryFrame = { ...frame, head }
  let largest = 0
  for (let lines = 1; lines <= MOST_LINES; lines++) {
    const turns = turnsOn(lines)
    if (turns === null) continue
    const tried: StoryFrame = { ...frame, head: { ...head, turns } }
    const found = measured(edition, tried, tools)
    const size = found?.head.lines.find(({ role }) => role === 'headline')?.size ?? 0
    if (size <= largest) continue
    best = tried
    largest = size
    if (size >= ((found && headSizes(found.sheet, head)?.size) ?? 0)) break
  }
  return best
}

/** The row for a headline asked for in one: between the head and the third line there is none to stand in. */
export const headRow = (row: number): number =>
  row >= WAIST_KEEPS ? row : row > WAIST_KEEPS / 2 ? WAIST_KEEPS : 0

/** The frame's headline in its text columns as they are now: it keeps its form, its share of them and its side. */
export function refitHead(before: StoryFrame, after: StoryFrame): StoryFrame {
  const { head } = after
  if (head === null) return after
  const { place: asked, ...over } = head
  if (asked === undefined) return after
  const from = before.text.columns
  const to = after.text.columns
  const was = headPlaceIn(head, from)
  const span = was && (from === to ? was : refitSpan(was, from, to))
  const place = was && span && { ...span, row: Math.min(was.row, after.area.rows - 1) }
  const stands = place !== null && headPlaceIn({ ...head, place }, to) !== null
  return { ...after, head: stands ? { ...head, place } : over }
}

/** Columns of a head that had its place among `from` of them, among `to`. */
function refitSpan({ column, columns }: HeadPlace, from: number, to: number) {
  const right = from - column - columns
  const sides = [column, right].filter((free) => free > 0).length
  const share = Math.round((columns * to) / from)
  const across = sides === 0 ? to : Math.max(1, Math.min(share, to - sides))
  const left = sides === 0 ? 0 : Math.round(((to - across) * column) / (column + right))
  return { column: left, columns: across }
}
