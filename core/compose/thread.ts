/** A story's frames as one row of slots: where the text runs, frame by frame, page by page. */
import type { Edition, Story } from '../model/edition'
import { pagesOf, threadOf } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { cellsRect } from '../model/grid'
import type { Page } from '../model/page'
import type { StyleSheet } from '../model/styleSheet'
import { pt } from '../units'
import type { ThreadSlot } from './threadFiller'
import { layoutHead, type HeadContext, type HeadLayout } from './head'
import { layoutJumpHead } from './jump'
import { lineSlots, type LineSlot } from './lineSlots'
import { asideOf, NOTHING_ASIDE } from './standingHead'
import { textAreaOf, type TextArea } from './textArea'

/** One frame of a thread, measured. */
export interface ThreadFrame {
  readonly frame: StoryFrame
  readonly page: Page
  readonly sheet: StyleSheet
  readonly head: HeadLayout
  readonly area: TextArea
  /** Frames on the same page, one after another, share a part; a jump lies between two parts. */
  readonly part: number
  /** Its 主题 stands beside the text (竖题). */
  readonly stands: boolean
}

export interface FrameSlot extends ThreadSlot {
  readonly frame: ThreadFrame
  readonly slot: LineSlot
}

/** The story's frames in thread order, with the sheets they need; frames on unknown pages are left out. */
export function threadFrames(
  edition: Edition,
  story: Story,
  context: HeadContext,
): readonly ThreadFrame[] {
  const order = new Map(pagesOf(edition).map((page) => [page.id, page]))
  const frames: ThreadFrame[] = []
  for (const frame of threadOf(edition, story.id)) {
    const page = order.get(frame.page)
    const sheet = page && edition.styleSheets[page.styleSheet]
    if (page === undefined || sheet === undefined) continue
    const before = frames.at(-1)
    const part = before === undefined ? 0 : before.part + (before.page.id === page.id ? 0 : 1)
    const width = pt(cellsRect(page.grid, frame.area).width - 2 * frame.padding)
    const jumped = before !== undefined && before.page.id !== page.id
    const aside = jumped ? null : asideOf(story.doc, frame, page.grid, sheet)
    const head = jumped
      ? layoutJumpHead(story.doc, part - 1, width, page.grid, sheet, context.ctx)
      : layoutHead(story.doc, aside === null ? frame.head : null, width, page.grid, sheet, context)
    const area = textAreaOf(frame, page.grid, head.rows, aside ?? NOTHING_ASIDE)
    frames.push({ frame, page, sheet, head, area, part, stands: aside !== null })
  }
  return frames
}

/** The slots of all frames at full depth. */
export function threadSlots(frames: readonly ThreadFrame[]): readonly FrameSlot[] {
  const slots: FrameSlot[] = []
  let columns = 0
  for (const frame of frames) {
    const { insetClearance } = frame.sheet.spacing
    for (const slot of lineSlots(frame.area, frame.frame.insets, insetClearance)) {
      slots.push({
        column: columns + slot.column,
        row: slot.row,
        measure: slot.measure,
        frame,
        slot,
      })
    }
    columns += frame.area.columns
  }
  return slots
}
