/** 串文, 眉心 and 腰题: a headline that would be lost over all columns stands over some of them, or in mid-text. */
import { hasHead } from '../compose/head'
import type { StoryId } from '../ids'
import type { Head, HeadPlace } from '../model/frame'
import { spanWidth } from '../model/grid'
import { headForm } from '../model/headForm'
import { headForms } from './headForms'
import type { TextColumns } from './measures'
import type { PageTask, Ranked, StoryForm, Unit } from './types'

/** Lines of text under such a headline at least, for the group to seem part of it. */
export const UNDER = 5
/** What it costs to leave the usual form. */
const UNUSUAL = { beside: 2, between: 3, waist: 3 }
/** The cheapest headlines of a place, which differ in depth, that are tried: of few stories more, but for the lead, whose text takes long to set. */
const TRIED = { usual: 2, few: 5 }
/** Text columns of few stories from which on a headline may also stand over three of them. */
const BROAD = 5

const triedOf = (task: PageTask, { level }: Ranked): number =>
  task.isFew && level > 0 ? TRIED.few : TRIED.usual

export interface AmongForm {
  readonly head: Head
  readonly rows: number
  readonly cost: number
}

/** Stories whose headline may stand among the text, the weightiest first: none that jumps or has boxes, and the lead only of few. */
export const mayStandAmong = (task: PageTask, units: readonly Unit[]): readonly StoryId[] =>
  units
    .flatMap((unit) => (unit.kind === 'story' ? [unit.rank] : []))
    .filter(
      ({ story, level, goesOn }) =>
        (level >= 1 || task.isFew) &&
        !goesOn &&
        !task.threads.has(story.id) &&
        hasHead(story.doc) &&
        story.doc.children.every(({ type }) => !BOXES.has(type.name)),
    )
    .sort((a, b) => b.weight - a.weight)
    .map(({ story }) => story.id)

const BOXES: ReadonlySet<string> = new Set(['figure', 'readingTip', 'editorNote', 'continuation'])

/** The forms of a headline among so many text columns. */
export const amongHeads = (task: PageTask, rank: Ranked, text: TextColumns): readonly AmongForm[] =>
  placesOf(text.columns, task.isFew).flatMap((place) =>
    [...headForms(task, rank, widthOf(task, place, text))]
      .sort((a, b) => a.cost - b.cost || a.rows - b.rows)
      .slice(0, triedOf(task, rank))
      .map(({ head, rows, cost }) => {
        const placed = { ...head, place }
        const form = headForm(placed, text.columns) === 'between' ? 'between' : 'beside'
        return { head: placed, rows, cost: cost + UNUSUAL[form] }
      }),
  )

/** The forms of a headline in the middle of its text, which alone would be `depth` rows deep; only where few stories leave time for it. */
export function waistHeads(
  task: PageTask,
  rank: Ranked,
  text: TextColumns,
  depth: number,
): readonly AmongForm[] {
  if (!task.isFew || rank.level === 0 || text.columns < 2) return []
  const columns = text.columns > 3 ? text.columns - 2 : text.columns
  const place = { column: (text.columns - columns) / 2, columns, row: 0 }
  return headForms(task, rank, widthOf(task, place, text))
    .filter(({ rows }) => depth >= rows * (columns / text.columns) + 2 * UNDER)
    .sort((a, b) => a.cost - b.cost || a.rows - b.rows)
    .slice(0, TRIED.usual)
    .map(({ head, rows, cost }) => {
      const whole = depth + (rows * columns) / text.columns
      const row = Math.max(UNDER, Math.round((whole - rows) / 2))
      return { head: { ...head, place: { ...place, row } }, rows, cost: cost + UNUSUAL.waist }
    })
}

/** Over the first column of two, the first two of more, or as many in the middle where text stands on both sides. */
function placesOf(columns: number, isFew: boolean): readonly HeadPlace[] {
  if (columns < 2) return []
  const usual = columns === 2 ? 1 : 2
  const spans = isFew && columns >= BROAD ? [usual, 3] : [usual]
  return spans.flatMap((across) => {
    const middle = (columns - across) / 2
    const between = columns > 3 && Number.isInteger(middle) ? [middle] : []
    return [0, ...between].map((column) => ({ column, columns: across, row: 0 }))
  })
}

/** Points from the left of a place's first column to the right of its last. */
export const widthOf = (
  { page: { grid } }: PageTask,
  place: HeadPlace,
  { measure, gutter }: Pick<TextColumns, 'measure' | 'gutter'>,
): number => (place.columns * measure + (place.columns - 1) * gutter) * grid.bodySize

/** Body ems between the text columns of a form over so many base columns; it has two at least. */
export const gutterOf = (
  { page: { grid } }: PageTask,
  { padding, text }: StoryForm,
  columns: number,
): number =>
  ((spanWidth(grid, columns) - 2 * padding) / grid.bodySize - text.columns * text.measure) /
  (text.columns - 1)
