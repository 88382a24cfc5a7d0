/** A story's frames as one row of slots: where the text runs, frame by frame, page by page. */
import type { Edition, Story } from '../model/edition'
import { pagesOf, threadOf } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { headPlaceIn } from '../model/headForm'
import type { Page } from '../model/page'
import type { StyleSheet } from '../model/styleSheet'
import { headBlock, headBox } from './headBlock'
import { layoutHead, type HeadContext, type HeadLayout } from './head'
import { layoutJumpHead } from './jump'
import { addSlots, type LineSlot } from './lineSlots'
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

export interface FrameSlot extends LineSlot {
  readonly frame: ThreadFrame
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
    const { grid } = page
    const jumped = before !== undefined && before.page.id !== page.id
    const aside = jumped ? null : asideOf(story.doc, frame, grid, sheet)
    const own = jumped || aside !== null ? null : frame.head
    const place = own && headPlaceIn(own, frame.text.columns)
    const { width } = headBox(frame, grid, textAreaOf(frame, grid, 0), place)
    const head = jumped
      ? layoutJumpHead(story.doc, part - 1, width, grid, sheet, context.ctx)
      : layoutHead(story.doc, own, width, grid, sheet, context)
    const among = place && head.rows > 0 ? headBlock(place, frame.area.rows, head.rows) : null
    const over = among === null ? head.rows : 0
    const area = textAreaOf(frame, grid, over, aside ?? NOTHING_ASIDE, among)
    frames.push({ frame, page, sheet, head, area, part, stands: aside !== null })
  }
  return frames
}

/** The slots of all frames at full depth. */
export function threadSlots(frames: readonly ThreadFrame[]): readonly FrameSlot[] {
  const slots: FrameSlot[] = []
  let legs = 0
  for (const frame of frames) {
    const { insetClearance } = frame.sheet.spacing
    legs = addSlots(slots, frame, frame.area, frame.frame.insets, insetClearance, legs)
  }
  return slots
}
