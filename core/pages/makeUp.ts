/** A proposal of make-up as a change: what stands on the pages and is not locked gives way to it. */
import type { PageId, StoryId } from '../ids'
import type { MakeUp, MakeUpJob } from '../makeup'
import { framesOn, pagesOf, storiesOf, type Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import { storyForm } from '../model/storySchema'
import { recordOf, recordsOf } from '../model/tables'
import { stepsOf, type PageSteps } from './order'

type Proposal = MakeUp['proposals'][number]

const storyOf = (frame: Frame): readonly StoryId[] => (frame.kind === 'rule' ? [] : [frame.story])

const inFrames = (edition: Edition): ReadonlySet<StoryId> =>
  new Set(recordsOf(edition, 'frames').flatMap(storyOf))

/** Stories of text or pictures that stand on no page, in manuscript order. */
export function waitingStories(edition: Edition): readonly StoryId[] {
  const placed = inFrames(edition)
  return storiesOf(edition)
    .filter(({ id, doc }) => !placed.has(id) && storyForm(doc) !== 'lines')
    .map(({ id }) => id)
}

/**
 * What make-up is to do with a page: the stories on it, and with `waiting` those
 * that stand nowhere. A story that also has frames on another page, or a locked
 * one here, is left out: it stays where it stands.
 */
export function makeUpOf(
  edition: Edition,
  page: PageId,
  waiting: boolean,
): MakeUpJob['pages'][number] {
  const locked = new Set(
    recordsOf(edition, 'frames')
      .filter((frame) => frame.locked)
      .flatMap(storyOf),
  )
  const here = new Set(framesOn(edition, page).flatMap(storyOf))
  const elsewhere = new Set(
    recordsOf(edition, 'frames')
      .filter((frame) => frame.page !== page)
      .flatMap(storyOf),
  )
  const extra = new Set(waiting ? waitingStories(edition) : [])
  const stories = storiesOf(edition)
    .map(({ id }) => id)
    .filter((id) => extra.has(id) || (here.has(id) && !locked.has(id) && !elsewhere.has(id)))
  return { page, stories }
}

/** Steps from the edition to the proposal on the pages of the job. */
export function proposalSteps(
  edition: Edition,
  {
    pages: job,
    made,
    proposal,
  }: {
    readonly pages: MakeUpJob['pages']
    readonly made: Pick<MakeUp, 'pages'>
    readonly proposal: Proposal
  },
): PageSteps {
  const on = new Set<PageId>(job.map(({ page }) => page))
  const moved = new Set(job.flatMap(({ stories }) => stories))
  return stepsOf(edition, (builder) => {
    const gone = recordsOf(edition, 'frames').filter(
      (frame) =>
        on.has(frame.page) && !frame.locked && (frame.kind === 'rule' || moved.has(frame.story)),
    )
    for (const frame of gone) builder.remove('frames', frame.id)
    for (const rubric of recordsOf(edition, 'rubrics')) {
      const isUsed = recordsOf(builder.edition, 'frames').some(
        (frame) => frame.kind === 'story' && frame.rubric === rubric.id,
      )
      if (on.has(rubric.page) && !isUsed) builder.remove('rubrics', rubric.id)
    }
    const added = pagesOf({
      ...edition,
      pages: Object.fromEntries(made.pages.map((p) => [p.id, p])),
    })
    for (const page of added)
      if (recordOf(builder.edition, 'pages', page.id) === null) builder.put('pages', page)
    for (const rubric of proposal.rubrics)
      if (recordOf(builder.edition, 'rubrics', rubric.id) === null) builder.put('rubrics', rubric)
    for (const frame of proposal.frames)
      if (recordOf(builder.edition, 'frames', frame.id) === null) builder.put('frames', frame)
  })
}

/** The edition as make-up is to see it: what stays on the page counts as fixed. */
export function heldForMakeUp(
  edition: Edition,
  { page, stories }: MakeUpJob['pages'][number],
): Edition {
  const moved = new Set(stories)
  const held = framesOn(edition, page)
    .filter((frame) => frame.kind !== 'rule' && !frame.locked && !moved.has(frame.story))
    .map((frame) => [frame.id, { ...frame, locked: true }] as const)
  return held.length === 0
    ? edition
    : { ...edition, frames: { ...edition.frames, ...Object.fromEntries(held) } }
}
