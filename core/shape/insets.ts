/** Boxes and pictures in a frame's text: where they may stand. */
import type { Rect } from '../geometry'
import { boxRows, insetRect } from '../compose/box'
import { insetOffHead } from '../compose/headBlock'
import { captionRows } from '../compose/picture'
import { threadFrames } from '../compose/thread'
import type { TextArea } from '../compose/textArea'
import type { FrameId, StoryId } from '../ids'
import { isStoryFrame, threadOf, type Edition } from '../model/edition'
import type { Inset, StoryFrame } from '../model/frame'
import { recordOf } from '../model/tables'
import { ok } from '../result'
import { milliEm, pt } from '../units'
import { contextOf, openFrame, refuse, stepsOf, type Shaped, type ShapeTools } from './shaped'

/** The text columns of a frame as the composer measures them; null for a frame without a story. */
export function textAreaIn(edition: Edition, id: FrameId, tools: ShapeTools): TextArea | null {
  const frame = recordOf(edition, 'frames', id)
  const story = frame !== null && isStoryFrame(frame) ? edition.stories[frame.story] : undefined
  const context = contextOf(edition, tools)
  if (story === undefined || context === null) return null
  return threadFrames(edition, story, context).find((one) => one.frame.id === id)?.area ?? null
}

/** The boxes in a frame's text, where they stand on the page. */
export function insetRects(
  edition: Edition,
  id: FrameId,
  tools: ShapeTools,
): readonly { readonly block: string; readonly rect: Rect }[] {
  const frame = recordOf(edition, 'frames', id)
  const page = frame && recordOf(edition, 'pages', frame.page)
  const sheet = page && recordOf(edition, 'styleSheets', page.styleSheet)
  const area = textAreaIn(edition, id, tools)
  if (frame?.kind !== 'story' || !page || !sheet || area === null) return []
  return frame.insets.map((inset) => ({
    block: inset.block,
    rect: insetRect(inset, area, page.grid, sheet),
  }))
}

const ems = (area: TextArea, points: number): number => Math.round((points / area.size) * 1000)

/** From one column's left edge to the next one's, in thousandths of the body em. */
const pitchOf = (area: TextArea): number => ems(area, area.pitch)

/** Where `count` columns from `column` begin and how wide they are. */
export function columnSpan(
  area: TextArea,
  column: number,
  count: number,
): Pick<Inset, 'x' | 'width'> {
  const span = Math.min(Math.max(1, count), area.columns)
  const from = Math.min(Math.max(0, column), area.columns - span)
  const pitch = pitchOf(area)
  return { x: milliEm(from * pitch), width: milliEm((span - 1) * pitch + area.measure) }
}

/** Near enough to a column's edge to be meant for it, in thousandths of an em. */
const NEAR = 700

/** The columns an inset stands in when it fills them; null for one that stands free. */
export function columnsOf(
  inset: Pick<Inset, 'x' | 'width'>,
  area: TextArea,
): { readonly column: number; readonly columns: number } | null {
  const pitch = pitchOf(area)
  const column = Math.round(inset.x / pitch)
  const columns = Math.max(1, Math.round((inset.width - area.measure) / pitch) + 1)
  const span = columnSpan(area, column, columns)
  const fills = Math.abs(span.x - inset.x) < NEAR && Math.abs(span.width - inset.width) < NEAR
  return fills ? { column, columns } : null
}

/** The inset kept inside the text columns and off the headline, as near as can be to where it is wanted. */
export function holdInset(inset: Inset, area: TextArea): Inset {
  const most = (area.columns - 1) * pitchOf(area) + area.measure
  const width = Math.min(Math.max(1000, inset.width), most)
  const rows = Math.min(Math.max(1, inset.rows), Math.max(1, area.rows))
  const inside = {
    block: inset.block,
    width: milliEm(width),
    rows,
    x: milliEm(Math.min(Math.max(0, inset.x), most - width)),
    row: Math.min(Math.max(0, inset.row), Math.max(0, area.rows - rows)),
  }
  return insetOffHead(inside, area)
}

/**
 * An inset in columns that became others: it keeps the columns it filled, or
 * its place, and its rows from the head of the text; on the page where the
 * headline went among the text or came out of it.
 */
export function refitInset(inset: Inset, before: TextArea, after: TextArea): Inset {
  const filled = columnsOf(inset, before)
  const across = filled === null ? {} : columnSpan(after, filled.column, filled.columns)
  const turned = (before.head === null) !== (after.head === null)
  const row = inset.row + (turned ? before.row - after.row : 0)
  return holdInset({ ...inset, ...across, row }, after)
}

/** Rows that a block of the story needs in a box `width` thousandths of an em wide. */
export function rowsNeeded(
  edition: Edition,
  frame: StoryFrame,
  block: string,
  width: number,
  tools: ShapeTools,
): number | null {
  const page = recordOf(edition, 'pages', frame.page)
  const sheet = page && recordOf(edition, 'styleSheets', page.styleSheet)
  const doc = recordOf(edition, 'stories', frame.story)?.doc
  const context = contextOf(edition, tools)
  if (!page || !sheet || !doc || context === null) return null
  const { grid } = page
  const points = pt((width * grid.bodySize) / 1000)
  let rows: number | null = null
  doc.forEach((node, pos) => {
    if (node.attrs['id'] !== block) return
    const { ctx, cache } = context
    if (node.type.name !== 'figure') {
      rows = boxRows({ id: block, node, pos }, points, sheet, ctx, cache)
      return
    }
    const picture = edition.pictures[node.attrs['picture'] as keyof typeof edition.pictures]
    const deep = picture === undefined ? 0.66 : picture.height / picture.width
    const margins = 2 * sheet.spacing.insetMargin
    rows =
      Math.round((points * deep) / grid.leading + margins) +
      captionRows(node, points, sheet, ctx, cache)
  })
  return rows
}

/** Moves or sizes one inset of a frame; rows too few for a tip's words are given back to it. */
export function placeInset(
  edition: Edition,
  id: FrameId,
  wanted: Inset,
  tools: ShapeTools,
): Shaped {
  const opened = openFrame(edition, id, 'story')
  if (!opened.ok) return opened
  const { frame } = opened.value
  const area = textAreaIn(edition, id, tools)
  if (area === null || !frame.insets.some(({ block }) => block === wanted.block))
    return refuse('inset', `The frame ${id} has no box ${wanted.block}.`)
  const held = holdInset(wanted, area)
  const insets = frame.insets.map((one) => (one.block === wanted.block ? held : one))
  return stepsOf(edition, (t) => t.patch('frames', id, { insets }))
}

/** Blocks of a story that stand in boxes, in the order of the document. */
export function boxesOf(edition: Edition, frame: StoryFrame): readonly string[] {
  const found: string[] = []
  recordOf(edition, 'stories', frame.story)?.doc.forEach((node) => {
    const id: unknown = node.attrs['id']
    if (typeof id === 'string') found.push(id)
  })
  return found
}

/** Places for the boxes of a story that stand in no frame yet: in the last columns, one under another. */
export function firstInsets(
  edition: Edition,
  frame: StoryFrame,
  tools: ShapeTools,
): readonly Inset[] {
  const area = textAreaIn(edition, frame.id, tools)
  if (area === null) return frame.insets
  const standing = new Set(
    Object.values(edition.frames)
      .filter(isStoryFrame)
      .filter((one) => one.story === frame.story)
      .flatMap((one) => one.insets.map(({ block }) => block)),
  )
  let row = Math.min(4, Math.floor(area.rows / 4))
  const added = boxesOf(edition, frame)
    .filter((block) => !standing.has(block))
    .map((block) => {
      const columns = area.columns > 2 ? 2 : 1
      const place = columnSpan(area, area.columns - columns, columns)
      const rows = rowsNeeded(edition, frame, block, place.width, tools) ?? 1
      const inset = holdInset({ block, ...place, row, rows }, area)
      row += rows + 2
      return inset
    })
  return [...frame.insets, ...added]
}

/**
 * Insets after a story's text has changed from `before`: those whose box is gone
 * go too, so that no hole is left, and boxes that came find a place, in the
 * frame `into` when it is of the story, else in its first one.
 */
export function followBoxes(
  before: Edition,
  after: Edition,
  story: StoryId,
  into: FrameId | null,
  tools: ShapeTools,
): Shaped {
  const frames = threadOf(after, story)
  const chosen = frames.find(({ id }) => id === into) ?? frames[0]
  if (chosen === undefined) return ok([])
  const known = new Set(boxesOf(before, chosen))
  const boxes = new Set(boxesOf(after, chosen))
  return stepsOf(after, (t) => {
    for (const { id, insets } of frames) {
      const left = insets.filter(({ block }) => boxes.has(block) || !known.has(block))
      if (left.length < insets.length) t.patch('frames', id, { insets: left })
    }
    const frame = recordOf(t.edition, 'frames', chosen.id)
    if (frame?.kind !== 'story') return
    const came = firstInsets(t.edition, frame, tools).filter(
      (inset) => !known.has(inset.block) && !frame.insets.includes(inset),
    )
    if (came.length > 0) t.patch('frames', frame.id, { insets: [...frame.insets, ...came] })
  })
}
