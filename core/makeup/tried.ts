/**
 * Stories of pages that are composed to be held against each other: where two
 * of them have a story in the same place, it is composed once.
 */
import { composeEdition, type EditionDisplay } from '../compose'
import type { StoryEntry } from '../compose/cache'
import type { Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import type { PageFrames } from './frames'
import type { OwnFaults } from './rank'
import type { PageTask } from './types'

/** Frames of a page's tries by what they are, each with its story's layout. */
export interface Tried {
  readonly frames: Map<string, Frame>
  readonly layouts: WeakMap<Frame, StoryEntry>
  /** What the stories' own faults weigh, where they were seen. */
  readonly faults: OwnFaults
}

export const nothingTried = (): Tried => ({
  frames: new Map(),
  layouts: new WeakMap(),
  faults: new Map(),
})

/** The same frames; one that was tried before is the same object. */
export function sharedFrames({ tried }: PageTask, made: PageFrames): PageFrames {
  const shared = (frame: Frame): Frame => {
    const key = JSON.stringify(frame)
    const known = tried.frames.get(key) ?? frame
    tried.frames.set(key, known)
    return known
  }
  return { ...made, frames: made.frames.map(shared) }
}

/** Composes a try. The cache remembers one layout a story; here are all of this page's. */
export function composeTry(
  { tried, fonts, cache }: PageTask,
  edition: Edition,
  frames: readonly Frame[],
): EditionDisplay {
  const own = frames.flatMap((frame) =>
    frame.kind === 'rule' ? [] : [{ frame, story: frame.story }],
  )
  for (const { frame, story } of own) {
    const known = tried.layouts.get(frame)
    if (known !== undefined) cache.stories.set(story, known)
  }
  const display = composeEdition(edition, { fonts, cache })
  for (const { frame, story } of own) {
    const made = cache.stories.get(story)
    if (made !== undefined) tried.layouts.set(frame, made)
  }
  return display
}
