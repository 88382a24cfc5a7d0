/** Which of the stories that wait an added page takes, so that its cost does not grow with those behind. */
import type { PageId, StoryId } from '../ids'
import { pagesOf } from '../model/edition'
import type { Page } from '../model/page'
import { emsOf } from './excerpt'
import { roomOf } from './report'
import { threadsOf, type State } from './state'

/** Text offered to a page, in pages: more than it holds, so that it has a choice. */
const OFFERED = 1.2
/** A story that goes on and is longer than this, in pages, has the page for itself. */
const ALONE = 1

/**
 * The first stories in the queue, enough to fill the page; those that run on to
 * a later page or come from an earlier one are always among them.
 */
export function shareOf(
  state: State,
  id: PageId,
  queue: readonly StoryId[],
  later: ReadonlySet<StoryId>,
): readonly StoryId[] {
  const page = state.edition.pages[id]
  if (page === undefined) return []
  const room = roomOf(page.grid)
  const threads = threadsOf(state, id, queue)
  let ems = 0
  return queue.filter((story) => {
    const isOffered = ems < OFFERED * room
    ems += Math.min(room, emsLeft(state, story))
    return isOffered || later.has(story) || threads.has(story)
  })
}

/** The story that goes on through all of an added page; null when there is none. */
export const aloneOn = (state: State, page: Page, queue: readonly StoryId[]): StoryId | null =>
  queue.find(
    (story) => state.runs.has(story) && emsLeft(state, story) > ALONE * roomOf(page.grid),
  ) ?? null

/** How many pages like the last one the stories that wait would fill, about. */
export function pagesOfText(state: State, queue: readonly StoryId[]): number {
  const last = pagesOf(state.edition).at(-1)
  const ems = queue.reduce((sum, story) => sum + emsLeft(state, story), 0)
  return last === undefined ? 0 : ems / roomOf(last.grid)
}

const emsLeft = (state: State, id: StoryId): number => emsOf(textLeft(state, id))

/** The text of a story that no page before has taken. */
export function textLeft({ edition, runs }: State, id: StoryId): string {
  const doc = edition.stories[id]?.doc
  return doc?.textBetween(runs.get(id)?.from ?? 0, doc.content.size) ?? ''
}
