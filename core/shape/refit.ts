/** A frame in other cells: what it holds is made to fit. */
import { captionRows } from '../compose/picture'
import type { Patch } from '../edit/transaction'
import type { Edition } from '../model/edition'
import type { Frame, PictureFrame, StoryFrame } from '../model/frame'
import { spanWidth, type Cells } from '../model/grid'
import type { Page } from '../model/page'
import { withRecord } from '../model/tables'
import { pt } from '../units'
import { refitHead } from './headPlace'
import { refitInset, textAreaIn } from './insets'
import type { ShapeTools } from './shaped'
import { refitColumns } from './textColumns'

/**
 * The frame with the area: text columns, boxes, picture and words keep their
 * proportions as well as the new size lets them.
 */
export function refit(
  edition: Edition,
  frame: Frame,
  area: Cells,
  page: Page,
  tools: ShapeTools,
): Frame {
  const sized = area.columns !== frame.area.columns || area.rows !== frame.area.rows
  if (!sized) return { ...frame, area }
  switch (frame.kind) {
    case 'story':
      return refitText(edition, frame, area, page, tools)
    case 'picture':
      return refitPicture(edition, frame, area, page, tools)
    case 'rule':
      return { ...frame, area }
  }
}

function refitText(
  edition: Edition,
  frame: StoryFrame,
  area: Cells,
  page: Page,
  tools: ShapeTools,
): StoryFrame {
  const after = { ...frame, area }
  const text = refitColumns(edition, frame, after, page)
  return refitBoxes(edition, frame, refitHead(frame, { ...after, text }), tools)
}

/** `after` with its boxes in its columns; `before` is the frame it was. */
export function refitBoxes(
  edition: Edition,
  before: StoryFrame,
  after: StoryFrame,
  tools: ShapeTools,
): StoryFrame {
  if (after.insets.length === 0) return after
  const was = textAreaIn(edition, before.id, tools)
  const is = textAreaIn(withRecord(edition, 'frames', after), before.id, tools)
  if (was === null || is === null) return after
  return { ...after, insets: after.insets.map((inset) => refitInset(inset, was, is)) }
}

/** What of a frame its shape is made of, as a patch sets it. */
export function shapeOf(frame: Frame): Patch<'frames'> {
  switch (frame.kind) {
    case 'story':
      return { area: frame.area, text: frame.text, head: frame.head, insets: frame.insets }
    case 'picture':
      return { area: frame.area, pictureRows: frame.pictureRows, crop: frame.crop }
    case 'rule':
      return { area: frame.area }
  }
}

function refitPicture(
  edition: Edition,
  frame: PictureFrame,
  area: Cells,
  page: Page,
  tools: ShapeTools,
): PictureFrame {
  const before = wordRows(edition, frame, frame.area.columns, page, tools)
  const loose = Math.max(0, frame.area.rows - frame.pictureRows - before)
  const words = wordRows(edition, frame, area.columns, page, tools) + loose
  const pictureRows = Math.min(area.rows, Math.max(1, area.rows - words))
  const wider = spanWidth(page.grid, area.columns) / spanWidth(page.grid, frame.area.columns)
  const deeper = pictureRows / Math.max(1, frame.pictureRows)
  return { ...frame, area, pictureRows, crop: refitCrop(frame.crop, wider, deeper) }
}

/** The picture keeps its scale under the new window, and its centre; near its edges it grows instead. */
export function refitCrop(
  crop: PictureFrame['crop'],
  wider: number,
  deeper: number,
): PictureFrame['crop'] {
  if (crop === null) return null
  const width = crop.width * wider
  const height = crop.height * deeper
  const shrink = Math.min(1, 1 / width, 1 / height)
  const shown = { width: width * shrink, height: height * shrink }
  const inside = (from: number, was: number, is: number): number =>
    Math.min(Math.max(0, from + (was - is) / 2), 1 - is)
  return {
    ...shown,
    x: inside(crop.x, crop.width, shown.width),
    y: inside(crop.y, crop.height, shown.height),
  }
}

/** Rows that a picture's words need under it in so many columns. */
export function wordRows(
  edition: Edition,
  frame: PictureFrame,
  columns: number,
  page: Page,
  { fonts, cache }: ShapeTools,
): number {
  const figure = edition.stories[frame.story]?.doc.firstChild
  const sheet = edition.styleSheets[page.styleSheet]
  if (!figure || sheet === undefined || figure.type.name !== 'figure') return 0
  const width = pt(spanWidth(page.grid, columns) - 2 * frame.padding)
  return captionRows(figure, width, sheet, { fonts, rules: sheet.rules }, cache)
}
