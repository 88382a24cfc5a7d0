/** One story in its thread of frames: head, text, boxes, jump lines, and how the copy fits. */
import type { Edition, Story } from '../model/edition'
import type { Diagnostic } from '../result'
import type { ShapingContext } from '../text/types'
import type { ComposeCache } from './cache'
import { collectStory, type CollectedStory } from './collect'
import { missingGlyphs, misfit, oversetDiagnostic } from './diagnose'
import { fillStory, type StoryFill } from './fillStory'
import { insetPieces } from './placeStory'
import { rangesOf } from './stack'
import { placedJumps, storyPart, type StoryPart } from './storyPart'
import { threadFrames, type ThreadFrame } from './thread'
import type { StoryFit, TextRange } from './types'

export interface StoryLayout {
  readonly parts: readonly StoryPart[]
  readonly fit: StoryFit
  readonly diagnostics: readonly Diagnostic[]
  /** Rows of text to which the last frame may be cut and still holds the story; 0 for a picture. */
  readonly depth: number
}

/** A story's text and boxes in their places, before anything is drawn. */
export interface FilledStory {
  readonly frames: readonly ThreadFrame[]
  readonly collected: CollectedStory
  readonly fill: StoryFill
  readonly boxes: ReturnType<typeof insetPieces>
  /** Text that found no place. */
  readonly overset: readonly TextRange[]
}

/** The first half of composing a story, all that its depth depends on. Null when it has no frame. */
export function fillFrames(
  edition: Edition,
  story: Story,
  ctx: ShapingContext,
  cache: ComposeCache,
): FilledStory | null {
  const frames = threadFrames(edition, story, { ctx, cache })
  const last = frames.at(-1)
  if (last === undefined) return null
  const inset = new Set(frames.flatMap(({ frame }) => frame.insets.map(({ block }) => block)))
  const collected = collectStory(story.doc, last.sheet, inset)
  const fill = fillStory(frames, collected, ctx, cache)
  const boxes = insetPieces(edition, story.id, frames, collected, ctx, cache)
  const stray = collected.boxes.filter((box) => !inset.has(box.id))
  const unfilled = fill.thread.lines.filter((line) => line.slot === null)
  const overset: readonly TextRange[] = [
    ...rangesOf(unfilled),
    ...boxes.flatMap((box) => box.overset),
    ...stray.map((box) => ({ from: box.pos + 1, to: box.pos + 1 + box.node.content.size })),
  ]
  return { frames, collected, fill, boxes, overset }
}

export function composeStory(
  edition: Edition,
  story: Story,
  ctx: ShapingContext,
  cache: ComposeCache,
): StoryLayout | null {
  const filled = fillFrames(edition, story, ctx, cache)
  if (filled === null) return null
  const { frames, collected, fill, boxes, overset } = filled
  const jumps = placedJumps(frames, collected, fill, ctx)
  const parts = frames
    .map((frame) => frame.part)
    .filter((part, i, all) => all.indexOf(part) === i)
    .map((part) => storyPart(story, frames, part, fill, boxes, jumps, ctx))
  const inBoxes = boxes.reduce((sum, { oversetLines }) => sum + oversetLines, 0)
  const fit: StoryFit = {
    story: story.id,
    ...misfit(story.doc, fill.thread.oversetLines, inBoxes, overset, fill.room),
    overset,
    replaced: jumps.flatMap(({ jump }) => (jump.replaced === null ? [] : [jump.replaced])),
  }
  const diagnostics = diagnose(story, frames, collected, fit, fill, ctx, cache)
  return { parts, fit, diagnostics, depth: fill.depth }
}

function diagnose(
  story: Story,
  frames: readonly ThreadFrame[],
  collected: CollectedStory,
  fit: StoryFit,
  fill: StoryFill,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly Diagnostic[] {
  const page = frames[0]?.page.folio ?? ''
  const where = { story: story.id, page }
  const found: Diagnostic[] = [
    ...missingGlyphs(story, collected, ctx, cache, where),
    ...oversetDiagnostic(story, fit, page),
  ]
  const parts = (frames.at(-1)?.part ?? 0) + 1
  if (collected.jumps.length > parts - 1) {
    found.push({
      severity: 'warning',
      code: 'jump.unresolved',
      message: `《${story.slug}》 on page ${page} is cut off or jumps, but no frame on another page takes it up; thread it or remove the jump line.`,
      where,
    })
  }
  if (fill.endsAtStop) {
    found.push({
      severity: 'warning',
      code: 'jump.at-stop',
      message: `《${story.slug}》 jumps from page ${page} at the end of a sentence; move the frame's end by a row so that it breaks in mid-sentence.`,
      where,
    })
  }
  return found
}
