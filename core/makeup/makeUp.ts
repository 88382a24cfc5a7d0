/**
 * Automatic make-up: places the stories and pictures of every page of a job.
 *
 * Each page goes units → forms (depths measured by the composer) → search over
 * slicing trees and wheels → judgement of the best arrangements as whole pages
 * → frames. Pages follow in order, so that a story that jumps is measured on
 * its second page with its first frame in place. What does not fit goes on
 * pages added at the end, so that nothing is lost. A story too long for a page
 * is measured piece by piece (`runs.ts`), so that the cost is linear in its length.
 */
import { pageId, type PageId, type StoryId } from '../ids'
import { pagesOf, type Edition } from '../model/edition'
import { newFolio } from '../model/folio'
import type { Frame } from '../model/frame'
import type { Page } from '../model/page'
import type { Diagnostic } from '../result'
import { withEvenPages } from './evenPages'
import { jobPage } from './jobPage'
import { proposalsFrom } from './proposals'
import { addedDiagnostic, impossibleDiagnostic, tooMuchDiagnostic } from './report'
import { overAfter } from './runs'
import { aloneOn, pagesOfText, textLeft } from './share'
import { framesIn, threadsOf, type State } from './state'
import type { MakeUp, MakeUpJob, Segmenter } from './types'

/** More pages than this are not added by themselves: the template cannot be right. */
const MOST_ADDED = 64

/**
 * Frames, rubrics and added pages for a job; the caller makes a Transaction of
 * them. Pure and deterministic: the same edition and job give the same page.
 * Copy that is too much or too little is told in the diagnostics
 * (`makeup.page-added`, `makeup.short`, `makeup.unplaced`, `makeup.too-much`).
 */
export function makeUp(edition: Edition, given: MakeUpJob): MakeUp {
  const job = { ...given, segment: remembering(given.segment) }
  const cancelled = job.cancelled ?? (() => false)
  let state: State = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const queue = inPageOrder(edition, job)
  const left: StoryId[] = []
  queue.forEach(({ page, stories }, i) => {
    const later = new Set(queue.slice(i + 1).flatMap((next) => next.stories))
    const result = jobPage(state, job, page, stories, later)
    state = result.state
    left.push(...result.left.filter((story) => !later.has(story)))
    tell(job, state, queue.length - i - 1, left)
  })
  const whole = withEvenPages(endRuns(addPages(state, job, left), job), job)
  if (cancelled()) return STOPPED
  const proposals = proposalsFrom(whole.edition, whole.made, job)
  const [best] = proposals
  const { pages, diagnostics } = whole
  job.progress?.(1)
  return { ...best, pages, diagnostics, proposals, cancelled: false }
}

/** A page asks for the words of the same headlines at every width and for every proposal. */
function remembering(segment: Segmenter): Segmenter {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const words = known.get(text) ?? segment(text)
    known.set(text, words)
    return words
  }
}

const STOPPED: MakeUp = {
  ...{ frames: [], rubrics: [], score: 0, pages: [], diagnostics: [], proposals: [] },
  cancelled: true,
}

function inPageOrder(edition: Edition, job: MakeUpJob): MakeUpJob['pages'] {
  const order = new Map(pagesOf(edition).map((page, i) => [page.id, i]))
  return [...job.pages]
    .filter(({ page }) => order.has(page))
    .sort((a, b) => (order.get(a.page) ?? 0) - (order.get(b.page) ?? 0))
}

/** Tells how much of the job is done: pages made of those that `left` and the job's own need. */
function tell(job: MakeUpJob, state: State, pages: number, left: readonly StoryId[]): void {
  const done = state.made.length
  job.progress?.(done / (done + 1 + pages + pagesOfText(state, left)))
}

/** Puts what is left on pages like the last one, until nothing is left or nothing fits. */
function addPages(start: State, job: MakeUpJob, rest: readonly StoryId[]): State {
  let state = start
  let left = rest
  while (left.length > 0 && state.pages.length < MOST_ADDED && !job.cancelled?.()) {
    const page = nextPage(state.edition)
    if (page === null) break
    const edition = { ...state.edition, pages: { ...state.edition.pages, [page.id]: page } }
    const alone = aloneOn({ ...state, edition }, page, left)
    const queue = alone === null ? left : [alone]
    const result = jobPage({ ...state, edition }, job, page.id, queue, new Set())
    const placed = framedOn(framesIn(result.state), page.id)
    const isEnded = left.some((story) => result.state.runs.get(story) === null)
    if (placed.length === 0 && !isEnded) break
    const took = takenBy({ ...state, edition }, result, placed)
    left = [...result.left, ...left.filter((story) => !queue.includes(story))]
    state =
      placed.length === 0
        ? { ...state, runs: result.state.runs }
        : withPage(result.state, page, addedDiagnostic(edition, page, took, job.templates ?? []))
    tell(job, state, 0, left)
  }
  return { ...state, diagnostics: [...state.diagnostics, ...lostDiagnostics(state, left)] }
}

/** Why stories stand nowhere: there would be too many pages, or no page holds them. */
function lostDiagnostics(state: State, left: readonly StoryId[]): readonly Diagnostic[] {
  const { edition, pages } = state
  if (left.length === 0) return []
  if (pages.length < MOST_ADDED) return left.map((story) => impossibleDiagnostic(edition, story))
  const characters = left.reduce((sum, story) => sum + textLeft(state, story).length, 0)
  return [tooMuchDiagnostic(MOST_ADDED, left.length, characters)]
}

/** The stories on a page and how much of their text it took. */
function takenBy(
  before: State,
  { state: after, left }: { readonly state: State; readonly left: readonly StoryId[] },
  placed: readonly StoryId[],
): { readonly stories: readonly StoryId[]; readonly characters: number } {
  const stories = [...new Set(placed)]
  const characters = stories.reduce((sum, story) => {
    const rest = left.includes(story) ? textLeft(after, story).length : 0
    return sum + textLeft(before, story).length - rest
  }, 0)
  return { stories, characters }
}

const withPage = (state: State, page: Page, added: Diagnostic): State => ({
  ...state,
  pages: [...state.pages, page],
  diagnostics: [...state.diagnostics, added],
})

/** Long stories were measured in pieces; what their frames together do not hold goes on another page. */
function endRuns(start: State, job: MakeUpJob): State {
  let state = start
  for (;;) {
    const over = overAfter(state.edition, endedThreads(state), job)
    if (over.size === 0 || state.pages.length >= MOST_ADDED || job.cancelled?.()) return state
    const before = state.pages.length
    state = addPages({ ...state, runs: new Map([...state.runs, ...over]) }, job, [...over.keys()])
    if (state.pages.length === before) return state
  }
}

const endedThreads = (state: State) =>
  threadsOf(
    state,
    null,
    [...state.runs].flatMap(([story, run]) => (run === null ? [story] : [])),
  )

const framedOn = (frames: readonly Frame[], page: PageId): readonly StoryId[] =>
  frames.flatMap((frame) => (frame.page === page && frame.kind !== 'rule' ? [frame.story] : []))

/** A page after the last one, of the same make. */
function nextPage(edition: Edition): Page | null {
  const last = pagesOf(edition).at(-1)
  if (last === undefined) return null
  let count = Object.keys(edition.pages).length + 1
  while (Object.hasOwn(edition.pages, `p${count}`)) count++
  const folio = newFolio(pagesOf(edition))
  return { ...last, id: pageId(`p${count}`), order: last.order + 1, folio, credits: [] }
}
