/** Making a page up again: the worker proposes, the best stands at once, the others are a key away. */
import { toast } from 'sonner'
import type { MakeUp } from '../../core/makeup'
import type { PageId, StoryId } from '../../core/ids'
import { framesOn, type Edition } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import { heldForMakeUp, makeUpOf, proposalSteps } from '../../core/pages'
import { storyForm } from '../../core/model/storySchema'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import { progressOf } from '../desk/underWay'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'

export interface Proposals {
  readonly page: PageId | null
  readonly made: MakeUp | null
  readonly job: ReturnType<typeof makeUpOf> | null
  readonly shown: number
  /** The edition with the shown proposal: when the edition is another, the proposals are of yesterday. */
  readonly edition: Edition | null
  readonly working: boolean
}

const NONE: Proposals = {
  ...{ page: null, made: null, job: null, shown: 0, edition: null, working: false },
}

export const proposalsOf = perDesk<Proposals>(NONE)

export const dismissProposals = (desk: Desk): void => proposalsOf(desk).set(NONE)

let runs = 0

/** Where stories stand, in one word that is the same for the same places. */
const placesOf = (frames: readonly Frame[], stories: readonly StoryId[]): string =>
  frames
    .flatMap((frame) => (frame.kind === 'rule' ? [] : [frame]))
    .filter(({ story }) => stories.includes(story))
    .map(({ story, area: { column, columns, row, rows } }) =>
      [story, column, columns, row, rows].join(' '),
    )
    .sort()
    .join(', ')

/**
 * Makes the page in front up anew, with its own stories, or with those that wait as well.
 * Where `another` is asked for, a best proposal that stands already gives way to the next.
 */
export async function makeUpPage(
  desk: Desk,
  text: Text,
  waiting: boolean,
  another = false,
): Promise<void> {
  const shelf = proposalsOf(desk)
  if (shelf.get().working) return
  const { page } = desk.store.get()
  const { edition } = desk.session.getSnapshot()
  const job = makeUpOf(edition, page, waiting)
  if (job.stories.length === 0) {
    toast(text.making.nothing)
    return
  }
  const stop = new AbortController()
  const progress = progressOf(desk, 'make-up', text.making.working, () => stop.abort())
  shelf.set({ ...NONE, page, working: true })
  const templates = await desk.host.listTemplates({})
  const outcome = await desk.workshop.run(
    'makeUp',
    heldForMakeUp(edition, job),
    { pages: [job], templates: templates.ok ? templates.value : [] },
    { signal: stop.signal, onProgress: progress.set },
  )
  progress.end()
  shelf.set(NONE)
  if (outcome === null) return
  if (!outcome.ok) {
    toast.error(trouble(text, outcome.error))
    return
  }
  const made = outcome.value
  runs++
  shelf.set({ page, made, job, shown: 0, edition, working: false })
  const best = placesOf(made.proposals[0]?.frames ?? [], job.stories)
  const stands = best === placesOf(framesOn(edition, page), job.stories)
  show(desk, text, another && stands && made.proposals.length > 1 ? 1 : 0)
  for (const told of made.diagnostics) toast.warning(trouble(text, told), { duration: 8000 })
}

/** Puts another proposal in the place of the one shown; all of them are one undo entry. */
export function showProposal(desk: Desk, text: Text, by: 1 | -1): void {
  const { made, page, edition, shown, working } = proposalsOf(desk).get()
  if (working) return
  const isOld = page !== desk.store.get().page || edition !== desk.session.getSnapshot().edition
  if (made === null || isOld) return void makeUpPage(desk, text, hasNothing(desk), true)
  const count = made.proposals.length
  show(desk, text, (shown + by + count) % count)
}

const hasNothing = (desk: Desk): boolean => {
  const { edition } = desk.session.getSnapshot()
  return makeUpOf(edition, desk.store.get().page, false).stories.length === 0
}

function show(desk: Desk, text: Text, index: number): void {
  const shelf = proposalsOf(desk)
  const { made, job } = shelf.get()
  const proposal = made?.proposals[index]
  if (made === null || job === null || proposal === undefined) return
  const { edition } = desk.session.getSnapshot()
  const steps = proposalSteps(edition, { pages: [job], made, proposal })
  if (
    !steps.ok ||
    !desk.actions.change({ label: text.making.label, steps: steps.value }, `make-up ${runs}`)
  )
    return
  desk.store.set({ frame: null, also: [], selection: null })
  shelf.set({ shown: index, edition: desk.session.getSnapshot().edition })
}

/** Whether a page has stories that make-up could place. */
export const canMakeUp = (edition: Edition, page: PageId): boolean =>
  edition.pages[page] !== undefined &&
  Object.values(edition.stories).some(({ doc }) => storyForm(doc) !== 'lines')
