/** What a text frame's columns and headline group look like. */
import type { FrameId } from '../ids'
import type { Edition } from '../model/edition'
import type { Head, HeadPlace, StoryFrame } from '../model/frame'
import { headForm, headPlaceIn, type HeadForm } from '../model/headForm'
import { recordOf, withRecord } from '../model/tables'
import { ok, type Result } from '../result'
import { refitHead, turned, usualPlace, type TurnsOn } from './headPlace'
import { refitBoxes, shapeOf } from './refit'
import { openFrame, refuse, stepsOf, type Shaped, type ShapeTools } from './shaped'
import { columnChoices } from './textColumns'

/** 破栏: breaks the frame's width into so many text columns, or keeps them and takes another measure. */
export function setColumns(
  edition: Edition,
  id: FrameId,
  wanted: { readonly columns: number; readonly measure?: number },
  tools: ShapeTools,
): Shaped {
  const opened = openFrame(edition, id, 'story')
  if (!opened.ok) return opened
  const { frame, page } = opened.value
  const choices = columnChoices(edition, frame, page)
  const choice = choices.find(({ columns }) => columns === wanted.columns)
  if (choice === undefined) {
    return refuse(
      'columns',
      `The frame is too narrow for ${wanted.columns} columns; it takes 1 to ${choices.length}.`,
    )
  }
  const measure = Math.min(choice.measure, Math.max(1, wanted.measure ?? choice.measure))
  const text = { columns: choice.columns, measure }
  const after = refitBoxes(edition, frame, refitHead(frame, { ...frame, text }), tools)
  return stepsOf(edition, (t) => t.patch('frames', id, shapeOf(after)))
}

export interface HeadChange {
  readonly level?: number
  readonly face?: Head['face']
  /** Times its level's sizes. */
  readonly scale?: number
  /** 题文关系: another form than it has goes to its usual place, as deep as its lines need there. */
  readonly form?: HeadForm
  /** Among the text: over these columns, from this row on. */
  readonly place?: HeadPlace
  /** Least depth in rows; null for as little as the lines need. */
  readonly rows?: number | null
  /** Turns the 主题 anew where its group comes to another width; it keeps its turns without. */
  readonly turnsOn?: TurnsOn
}

/** Changes the headline group of a story's first frame. */
export function setHead(
  edition: Edition,
  id: FrameId,
  change: HeadChange,
  tools: ShapeTools,
): Shaped {
  const opened = openFrame(edition, id, 'story')
  if (!opened.ok) return opened
  const { frame, page } = opened.value
  if (frame.head === null)
    return refuse('head', 'A frame that continues a story has no headline of its own.')
  const levels = recordOf(edition, 'styleSheets', page.styleSheet)?.levels.length ?? 1
  const formed = headWith(edition, { ...frame, head: frame.head }, change, levels, tools)
  if (!formed.ok) return formed
  const asked: StoryFrame = { ...frame, head: formed.value }
  const choices = columnChoices(withRecord(edition, 'frames', asked), asked, page)
  const fits = choices.find(({ columns }) => columns === frame.text.columns) ?? choices.at(-1)
  const text = fits !== undefined && fits.measure < frame.text.measure ? fits : frame.text
  const placed = refitHead(asked, { ...asked, text })
  const { head } = placed
  const wider = head !== null && columnsOver(head, text) !== columnsOver(frame.head, frame.text)
  const set =
    change.turnsOn !== undefined && wider
      ? turned(edition, placed, head, change.turnsOn, tools)
      : placed
  return stepsOf(edition, (t) =>
    t.patch('frames', id, shapeOf(refitBoxes(edition, frame, set, tools))),
  )
}

/** Text columns that a head lies over; none under a 竖题. */
const columnsOver = (head: Head, { columns }: StoryFrame['text']): number =>
  head.vertical === undefined ? (headPlaceIn(head, columns)?.columns ?? columns) : 0

function headWith(
  edition: Edition,
  frame: StoryFrame & { readonly head: Head },
  change: HeadChange,
  levels: number,
  tools: ShapeTools,
): Result<Head> {
  const { vertical, place, rows, scale: own = 1, ...kept } = frame.head
  const { scale = own } = change
  const { form } = change
  const same = form === undefined || form === headForm(frame.head, frame.text.columns)
  const depth = change.rows === undefined ? (same ? rows : undefined) : (change.rows ?? undefined)
  const head: Head = {
    ...kept,
    level: Math.min(Math.max(0, change.level ?? kept.level), levels - 1),
    face: change.face ?? kept.face,
    ...(scale === 1 ? {} : { scale }),
    ...(depth === undefined ? {} : { rows: Math.max(1, depth) }),
  }
  if (change.place !== undefined) return ok({ ...head, place: change.place })
  if (form === undefined || same) {
    const stands = vertical === undefined ? {} : { vertical }
    return ok({ ...head, ...stands, ...(place === undefined ? {} : { place }) })
  }
  const usual = usualPlace(edition, frame, head, form, tools)
  if (!usual.ok) return usual
  if (form === 'left' || form === 'right') return ok({ ...head, vertical: form })
  return ok(usual.value === null ? head : { ...head, place: usual.value })
}

/** Locks frames, or unlocks them: a locked one refuses every other change of its shape. */
export function lockFrames(edition: Edition, ids: readonly FrameId[], locked: boolean): Shaped {
  const there = ids.filter((id) => recordOf(edition, 'frames', id) !== null)
  if (there.length === 0) return ok([])
  return stepsOf(edition, (t) => {
    for (const id of there) t.patch('frames', id, { locked })
  })
}
