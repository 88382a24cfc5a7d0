/**
 * Automatic make-up: places the stories and pictures of every page of a job.
 *
 * Each page goes units → forms (depths measured by the composer) → search over
 * slicing trees and wheels → judgement of the best arrangements as whole pages
 * → frames. Pages follow in order, so that a story that jumps is measured on
 * its second page with its first frame in place. What does not fit goes on
 * pages added at the end, so that nothing is lost.
 */
import { pageId, type PageId, type StoryId } from '../ids'
import { isStoryFrame, pagesOf, type Edition } from '../model/edition'
import type { Frame, StoryFrame } from '../model/frame'
import type { Page } from '../model/page'
import { storyForm } from '../model/storySchema'
import type { Diagnostic } from '../result'
import type { MadePage } from './choose'
import { HOUSE } from './house'
import { fixedOn } from './locks'
import { makePage } from './makePage'
import { proposalsFrom } from './proposals'
import { addedDiagnostic, impossibleDiagnostic, shortDiagnostic } from './report'
import type { Desk, MakeUp, MakeUpJob } from './types'
import { unitsOf } from './units'

/** More pages than this are not added by themselves: the template cannot be right. */
const MOST_ADDED = 64

/**
 * Frames, rubrics and added pages for a job; the caller makes a Transaction of
 * them. Pure and deterministic: the same edition and job give the same page.
 * Copy that is too much or too little is told in the diagnostics
 * (`makeup.page-added`, `makeup.short`, `makeup.unplaced`).
 */
export function makeUp(edition: Edition, job: MakeUpJob): MakeUp {
  const cancelled = job.cancelled ?? (() => false)
  let state: State = { edition, made: [], pages: [], diagnostics: [] }
  const queue = inPageOrder(edition, job)
  const left: StoryId[] = []
  queue.forEach(({ page, stories }, i) => {
    const later = new Set(queue.slice(i + 1).flatMap((next) => next.stories))
    const result = onePage(state, job, page, stories, later)
    state = result.state
    left.push(...result.left.filter((story) => !later.has(story)))
    job.progress?.((i + 1) / (queue.length + 1))
  })
  const whole = addPages(state, job, left)
  if (cancelled()) return STOPPED
  const proposals = proposalsFrom(whole.edition, whole.made, job)
  const [best] = proposals
  const { pages, diagnostics } = whole
  job.progress?.(1)
  return { ...best, pages, diagnostics, proposals, cancelled: false }
}

const STOPPED: MakeUp = {
  ...{ frames: [], rubrics: [], score: 0, pages: [], diagnostics: [], proposals: [] },
  cancelled: true,
}

interface State {
  /** With the pages added so far. */
  readonly edition: Edition
  /** The best of each page and its alternatives, in page order. */
  readonly made: readonly (readonly [MadePage, ...MadePage[]])[]
  readonly pages: readonly Page[]
  readonly diagnostics: readonly Diagnostic[]
}

const framesIn = ({ edition, made }: State): readonly Frame[] => [
  ...made.flatMap(([best]) => best.made.frames),
  ...Object.values(edition.frames).filter(({ locked }) => locked),
]

function inPageOrder(edition: Edition, job: MakeUpJob): MakeUpJob['pages'] {
  const order = new Map(pagesOf(edition).map((page, i) => [page.id, i]))
  return [...job.pages]
    .filter(({ page }) => order.has(page))
    .sort((a, b) => (order.get(a.page) ?? 0) - (order.get(b.page) ?? 0))
}

function onePage(
  state: State,
  job: MakeUpJob,
  id: PageId,
  stories: readonly StoryId[],
  later: ReadonlySet<StoryId>,
): { readonly state: State; readonly left: readonly StoryId[] } {
  const desk = deskFor(state, job, id, stories, later)
  const options = makePage(desk, unitsOf(desk, stories))
  const [best] = options
  return {
    left: best.left,
    state: {
      ...state,
      made: [...state.made, options],
      diagnostics: [
        ...state.diagnostics,
        ...shortDiagnostic(desk, best.blocks, job.templates ?? []),
      ],
    },
  }
}

function deskFor(
  state: State,
  job: MakeUpJob,
  id: PageId,
  stories: readonly StoryId[],
  later: ReadonlySet<StoryId>,
): Desk {
  const { edition } = state
  const page = edition.pages[id]
  const sheet = page && edition.styleSheets[page.styleSheet]
  if (page === undefined || sheet === undefined)
    throw new RangeError(`Page ${id} has no style sheet`)
  const threads = new Map<StoryId, readonly StoryFrame[]>()
  for (const frame of framesIn(state).filter(isStoryFrame)) {
    if (stories.includes(frame.story) && frame.page !== id)
      threads.set(frame.story, [...(threads.get(frame.story) ?? []), frame])
  }
  const goesOn = new Set(
    stories.filter((story) => {
      const doc = edition.stories[story]?.doc
      return later.has(story) && doc !== undefined && storyForm(doc) === 'story'
    }),
  )
  const { fonts, cache, segment } = job
  const house = job.house ?? HOUSE
  const pictures = picturesIn(edition, stories)
  const fixed = fixedOn({ edition, page })
  const cancelled = job.cancelled ?? (() => false)
  return {
    ...{ edition, page, sheet, house, fonts, cache, segment },
    ...{ threads, goesOn, pictures, fixed, cancelled, standing: new Set() },
  }
}

/** Picture stories, and pictures set into others. */
const picturesIn = (edition: Edition, stories: readonly StoryId[]): number =>
  stories.reduce((sum, id) => {
    const doc = edition.stories[id]?.doc
    return sum + (doc?.children.filter(({ type }) => type.name === 'figure').length ?? 0)
  }, 0)

/** Puts what is left on pages like the last one, until nothing is left or nothing fits. */
function addPages(start: State, job: MakeUpJob, rest: readonly StoryId[]): State {
  let state = start
  let left = rest
  while (left.length > 0 && state.pages.length < MOST_ADDED && !job.cancelled?.()) {
    const page = nextPage(state.edition)
    if (page === null) break
    const edition = { ...state.edition, pages: { ...state.edition.pages, [page.id]: page } }
    const result = onePage({ ...state, edition }, job, page.id, left, new Set())
    const placed = framedOn(framesIn(result.state), page.id)
    if (placed.length === 0) break
    state = {
      ...result.state,
      pages: [...state.pages, page],
      diagnostics: [
        ...result.state.diagnostics,
        addedDiagnostic(edition, page, placed, job.templates ?? []),
      ],
    }
    left = result.left
  }
  const lost = left.map((story) => impossibleDiagnostic(state.edition, story))
  return { ...state, diagnostics: [...state.diagnostics, ...lost] }
}

const framedOn = (frames: readonly Frame[], page: PageId): readonly StoryId[] =>
  frames.flatMap((frame) => (frame.page === page && frame.kind !== 'rule' ? [frame.story] : []))

/** A page after the last one, of the same make. */
function nextPage(edition: Edition): Page | null {
  const last = pagesOf(edition).at(-1)
  if (last === undefined) return null
  let count = Object.keys(edition.pages).length + 1
  while (Object.hasOwn(edition.pages, `p${count}`)) count++
  const number = Number.parseInt(last.folio, 10)
  const folio = Number.isNaN(number)
    ? last.folio
    : String(number + 1).padStart(last.folio.length, '0')
  return { ...last, id: pageId(`p${count}`), order: last.order + 1, folio, credits: [] }
}
