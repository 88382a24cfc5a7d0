/** Taking frames off the page: stories go back to those that wait, nothing of them is lost. */
import type { TransactionBuilder } from '../edit'
import type { FrameId, StoryId } from '../ids'
import { threadOf, type Edition } from '../model/edition'
import type { Head } from '../model/frame'
import { refitHead } from './headPlace'
import { openFrames, stepsOf, type Shaped } from './shaped'

/**
 * Removes the frames. When a story's first frame goes, the next takes its
 * headline group; a 栏目 that has lost its last frame goes too.
 */
export function removeFrames(edition: Edition, ids: readonly FrameId[]): Shaped {
  const opened = openFrames(edition, ids)
  if (!opened.ok) return opened
  return stepsOf(edition, (t) => {
    for (const { frame } of opened.value) {
      const head = frame.kind === 'story' ? headOf(t.edition, frame.story) : null
      t.remove('frames', frame.id)
      if (frame.kind !== 'story') continue
      keepHead(t, frame.story, head)
      const { rubric } = frame
      const empty = !Object.values(t.edition.frames).some(
        (one) => one.kind === 'story' && one.rubric === rubric,
      )
      if (rubric !== null && empty) t.remove('rubrics', rubric)
    }
  })
}

/** The headline group over a story's first frame; null when it has none. */
export const headOf = (edition: Edition, story: StoryId): Head | null =>
  threadOf(edition, story)[0]?.head ?? null

/** A story whose first frame went has the headline group it had over the one that is first now. */
export function keepHead(t: TransactionBuilder, story: StoryId, head: Head | null): void {
  const [first] = threadOf(t.edition, story)
  if (first !== undefined && first.head === null && head !== null)
    t.patch('frames', first.id, { head: refitHead(first, { ...first, head }).head })
}
