/** Taking frames off the page: stories go back to those that wait, nothing of them is lost. */
import type { FrameId } from '../ids'
import { threadOf, type Edition } from '../model/edition'
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
      const thread = frame.kind === 'story' ? threadOf(t.edition, frame.story) : []
      const next = thread[0]?.id === frame.id ? thread[1] : undefined
      t.remove('frames', frame.id)
      if (frame.kind !== 'story') continue
      if (next !== undefined && next.head === null && frame.head !== null)
        t.patch('frames', next.id, { head: frame.head })
      const { rubric } = frame
      const empty = !Object.values(t.edition.frames).some(
        (one) => one.kind === 'story' && one.rubric === rubric,
      )
      if (rubric !== null && empty) t.remove('rubrics', rubric)
    }
  })
}
