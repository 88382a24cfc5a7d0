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
import type { Frame, Rubric, StoryFrame } from '../model/frame'
import type { Page } from '../model/page'
import { storyForm } from '../model/storySchema'
import type { Diagnostic } from '../result'
import { HOUSE } from './house'
import { makePage } from './makePage'
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
  let state: State = { edition, frames: [], rubrics: [], pages: [], diagnostics: [], score: 0 }
  const queue = inPageOrder(edition, job)
  const left: StoryId[] = []
  queue.forEach(({ page, stories }, i) => {
    const later = new Set(queue.slice(i + 1).flatMap((next) => next.stories))
    const result = onePage(state, job, page, stories, later)
    state = result.state
    left.push(...result.left.filter((story) => !later.has(story)))
  })
  return addPages(state, job, left)
}

interface State {
  /** With the pages added so far. */
  readonly edition: Edition
  readonly frames: readonly Frame[]
  readonly rubrics: readonly Rubric[]
  readonly pages: readonly Page[]
  readonly diagnostics: readonly Diagnostic[]
  readonly score: number
}

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
  const page = makePage(desk, unitsOf(desk, stories))
  return {
    left: page.left,
    state: {
      ...state,
      frames: [...state.frames, ...page.made.frames],
      rubrics: [...state.rubrics, ...page.made.rubrics],
      diagnostics: [...state.diagnostics, ...shortDiagnostic(desk, page.blocks)],
      score: state.score + page.score,
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
  for (const frame of state.frames.filter(isStoryFrame)) {
    if (stories.includes(frame.story))
      threads.set(frame.story, [...(threads.get(frame.story) ?? []), frame])
  }
  const goesOn = new Set(
    stories.filter((story) => {
      const doc = edition.stories[story]?.doc
      return later.has(story) && doc !== undefined && storyForm(doc) === 'story'
    }),
  )
  const { fonts, cache, segment } = job
  return { edition, page, sheet, house: job.house ?? HOUSE, fonts, cache, segment, threads, goesOn }
}

/** Puts what is left on pages like the last one, until nothing is left or nothing fits. */
function addPages(start: State, job: MakeUpJob, rest: readonly StoryId[]): MakeUp {
  let state = start
  let left = rest
  while (left.length > 0 && state.pages.length < MOST_ADDED) {
    const page = nextPage(state.edition)
    if (page === null) break
    const edition = { ...state.edition, pages: { ...state.edition.pages, [page.id]: page } }
    const result = onePage({ ...state, edition }, job, page.id, left, new Set())
    const placed = framedOn(result.state.frames, page.id)
    if (placed.length === 0) break
    state = {
      ...result.state,
      pages: [...state.pages, page],
      diagnostics: [...result.state.diagnostics, addedDiagnostic(edition, page, placed)],
    }
    left = result.left
  }
  const { frames, rubrics, pages, diagnostics, score } = state
  const lost = left.map((story) => impossibleDiagnostic(state.edition, story))
  return { frames, rubrics, pages, diagnostics: [...diagnostics, ...lost], score }
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
