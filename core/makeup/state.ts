/** A job so far: the pages made, and how far its long stories have come. */
import type { PageId, StoryId } from '../ids'
import { isStoryFrame, type Edition } from '../model/edition'
import type { Frame, StoryFrame } from '../model/frame'
import type { Page } from '../model/page'
import type { Diagnostic } from '../result'
import type { MadePage } from './choose'
import type { Run } from './runs'

export interface State {
  /** With the pages added so far. */
  readonly edition: Edition
  /** The best of each page and its alternatives, in page order. */
  readonly made: readonly (readonly [MadePage, ...MadePage[]])[]
  readonly pages: readonly Page[]
  readonly diagnostics: readonly Diagnostic[]
  /** How far the stories have come that are too long for a page; null for one that has ended. */
  readonly runs: ReadonlyMap<StoryId, Run | null>
}

export const framesIn = ({ edition, made }: State): readonly Frame[] => [
  ...made.flatMap(([best]) => best.made.frames),
  ...Object.values(edition.frames).filter(({ locked }) => locked),
]

/** Frames that stories of a page have on others. */
export function threadsOf(
  state: State,
  page: PageId | null,
  stories: readonly StoryId[],
): ReadonlyMap<StoryId, readonly StoryFrame[]> {
  const wanted = new Set(stories)
  const threads = new Map<StoryId, StoryFrame[]>()
  for (const frame of framesIn(state).filter(isStoryFrame)) {
    if (!wanted.has(frame.story) || frame.page === page) continue
    const known = threads.get(frame.story)
    if (known === undefined) threads.set(frame.story, [frame])
    else known.push(frame)
  }
  return threads
}
