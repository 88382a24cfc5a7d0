/** What of a story stands in some frames of its thread. */
import { Fragment, type Node } from 'prosemirror-model'
import { composeEdition, type ComposeContext } from '../compose'
import type { LineRole } from '../display/displayList'
import { hitLines } from '../display/hitTest'
import type { FrameId } from '../ids'
import { threadOf, type Edition, type Story } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { childOfType, storySchema } from '../model/storySchema'
import { turnBefore } from './thread'

const RUNNING = new Set<LineRole>(['body', 'subhead'])
const HEAD = new Set(['kicker', 'headline', 'deck', 'byline'])

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The words that stand in the frames, as a document of their own: the headline group with
 * the first frame of the thread, the boxes of each, what found no place with the last. A
 * part on another page has its own short headline. All of the frames hold all of the story.
 */
export function partIn(
  edition: Edition,
  story: Story,
  ids: readonly FrameId[],
  context: ComposeContext,
): Node {
  const thread = threadOf(edition, story.id)
  const frames = thread.filter(({ id }) => ids.includes(id))
  const first = frames[0]
  if (first === undefined || frames.length === thread.length) return story.doc
  const ranges = rangesOf(edition, thread, frames, story.doc.content.size, context)
  const boxes = new Set(frames.flatMap(({ insets }) => insets.map(({ block }) => block)))
  const blocks: Node[] = first === thread[0] ? [] : headOfPart(edition, story.doc, first)
  let hasText = false
  story.doc.forEach((block, at) => {
    if (HEAD.has(block.type.name)) {
      if (first === thread[0]) blocks.push(block)
      return
    }
    if (!block.isTextblock) {
      if (boxes.has(String(block.attrs['id']))) blocks.push(block)
      return
    }
    const words = within(block, at + 1, ranges)
    if (words === null) return
    blocks.push(words)
    hasText = true
  })
  if (!hasText) blocks.push(storySchema.nodes.paragraph.create())
  return storySchema.nodes.doc.create(null, blocks)
}

/** Where the running text of neighbouring frames begins and ends. */
function rangesOf(
  edition: Edition,
  thread: readonly StoryFrame[],
  frames: readonly StoryFrame[],
  end: number,
  context: ComposeContext,
): readonly Range[] {
  const found = new Map<FrameId, Range>()
  const own = new Set(thread.map(({ page }) => page))
  for (const page of composeEdition(edition, context).pages.filter((one) => own.has(one.page))) {
    for (const { record, from, to } of hitLines(page).values()) {
      if (record.frame === null || !RUNNING.has(record.role)) continue
      const known = found.get(record.frame) ?? { from, to }
      found.set(record.frame, {
        from: Math.min(known.from, from),
        to: Math.max(known.to, to),
      })
    }
  }
  return frames.flatMap((frame) => {
    const held = found.get(frame.id)
    if (held === undefined) return []
    const next = thread[thread.indexOf(frame) + 1]
    // blanks at the end of a line stand on none
    const following = next && frames.includes(next) ? found.get(next.id)?.from : undefined
    return [{ from: held.from, to: next === undefined ? end : (following ?? held.to) }]
  })
}

/** The part of a block whose content begins at `start`; null when none of it is in the ranges. */
function within(block: Node, start: number, ranges: readonly Range[]): Node | null {
  let words = Fragment.empty
  let touches = false
  for (const { from, to } of ranges) {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, block.content.size)]
    if (last < first || (last === first && block.content.size > 0)) continue
    touches = true
    words = words.append(block.content.cut(first, last))
  }
  return touches ? block.copy(words) : null
}

/** The short headline that a part on another page has there, as the headline of what it becomes. */
function headOfPart(edition: Edition, doc: Node, first: StoryFrame): Node[] {
  const turn = turnBefore(edition, first.id)
  const turns = doc.children.filter(({ type }) => type === storySchema.nodes.continuation)
  const words = turn === null ? null : childOfType(turns[turn] ?? doc, 'jumpHeadline')
  return words === null ? [] : [storySchema.nodes.headline.create(null, words.content)]
}
