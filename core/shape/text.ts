/** What a text frame's columns and headline group look like. */
import type { FrameId } from '../ids'
import type { Edition } from '../model/edition'
import type { Head, StoryFrame } from '../model/frame'
import { recordOf, withRecord } from '../model/tables'
import { ok } from '../result'
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
  const after = refitBoxes(edition, frame, { ...frame, text }, tools)
  return stepsOf(edition, (t) => t.patch('frames', id, shapeOf(after)))
}

/** Where the 主题 stands: over the text (盖文), or left or right of it (竖题). */
export type HeadForm = 'over' | 'left' | 'right'

export const headFormOf = (head: Head): HeadForm => head.vertical ?? 'over'

export interface HeadChange {
  readonly level?: number
  readonly face?: Head['face']
  readonly form?: HeadForm
  /** Least depth in rows; null for as little as the lines need. */
  readonly rows?: number | null
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
  const head = headWith(frame.head, change, levels)
  const asked: StoryFrame = { ...frame, head }
  const choices = columnChoices(withRecord(edition, 'frames', asked), asked, page)
  const fits = choices.find(({ columns }) => columns === frame.text.columns) ?? choices.at(-1)
  const text = fits !== undefined && fits.measure < frame.text.measure ? fits : frame.text
  const after = refitBoxes(edition, frame, { ...asked, text }, tools)
  return stepsOf(edition, (t) => t.patch('frames', id, shapeOf(after)))
}

function headWith(head: Head, change: HeadChange, levels: number): Head {
  const { vertical, rows, ...kept } = head
  const form = change.form ?? vertical ?? 'over'
  const depth = change.rows === undefined ? rows : (change.rows ?? undefined)
  return {
    ...kept,
    level: Math.min(Math.max(0, change.level ?? head.level), levels - 1),
    face: change.face ?? head.face,
    ...(depth === undefined ? {} : { rows: Math.max(1, depth) }),
    ...(form === 'over' ? {} : { vertical: form }),
  }
}

/** Locks frames, or unlocks them: a locked one refuses every other change of its shape. */
export function lockFrames(edition: Edition, ids: readonly FrameId[], locked: boolean): Shaped {
  const there = ids.filter((id) => recordOf(edition, 'frames', id) !== null)
  if (there.length === 0) return ok([])
  return stepsOf(edition, (t) => {
    for (const id of there) t.patch('frames', id, { locked })
  })
}
