/**
 * Copy that is somewhat more than its pages hold: the page added for it would be
 * mostly white. It and the page before it share theirs, so that both are filled.
 */
import { storyForm } from '../model/storySchema'
import { isRuleFrame, type Edition, type Story } from '../model/edition'
import type { PageId, StoryId } from '../ids'
import type { Page } from '../model/page'
import type { Block } from './blocks'
import type { MadePage } from './choose'
import { isHole } from './rank'
import { emsOf } from './excerpt'
import { jobPage } from './jobPage'
import { ADDED, addedDiagnostic, roomOf, SHORT } from './report'
import type { State } from './state'
import type { MakeUpJob } from './types'

/** What a headline group takes beside the text, in rows and base columns. */
const HEADLINE = { rows: 8, columns: 2 }
/** The share of a page that a picture with its caption takes. */
const PICTURE = 0.08
/** Groups of stories that are held against each other: the last ones. */
const MOST_GROUPS = 12
/** To take a group from its page is worth so much of a page more evenness. */
const MOVED = 0.02

/** Ways to share the stories that are tried, one after another, until one leaves no hole. */
const TRIED = 3

/** The job with its last added page and the one before it filled alike, where both are better for it. */
export function withEvenPages(state: State, job: MakeUpJob): State {
  const pair = lastPair(state, job)
  if (pair === null) return state
  let best = state
  for (const moved of pair.moved) {
    if (job.cancelled?.() || (best !== state && !hasHole(best))) break
    const shared = sharedOut(state, job, pair, moved)
    if (shared !== null && rankOf(shared) < rankOf(best)) best = shared
  }
  return best === state ? state : retold(best, pair.added, job)
}

/** The two pages with the stories that are moved on the second; null when they find no place there. */
function sharedOut(
  state: State,
  job: MakeUpJob,
  pair: Pair,
  moved: readonly StoryId[],
): State | null {
  const { before, added, all } = pair
  const none: ReadonlySet<StoryId> = new Set()
  const goes = new Set(moved)
  const first = jobPage(
    withoutLastPair(state, pair),
    job,
    before.id,
    all.filter((story) => !goes.has(story)),
    none,
  )
  const rest = [...first.left, ...all.filter((story) => goes.has(story))]
  const second = jobPage(first.state, job, added.id, rest, none)
  return second.left.length === 0 ? second.state : null
}

/** A page whose faults take off so much has too much or too little copy for what it is made of. */
const POOR = 60

/** Whether pages would be better for other copy: one has a hole, or was filled with what is worse. */
export const arePoor = (pages: readonly Pick<MadePage, 'faults' | 'score'>[]): boolean =>
  pages.some(({ faults, score }) => score >= POOR || faults.some(isHole))

const hasHole = ({ made }: State): boolean =>
  made.slice(-2).some(([best]) => best.faults.some(isHole))

interface Pair {
  readonly before: Page
  readonly added: Page
  /** Their stories, in their order. */
  readonly all: readonly StoryId[]
  /** Those that the added page may have, the likeliest choice first. */
  readonly moved: readonly (readonly StoryId[])[]
}

/** The last two pages and which story each is to have; null when there is nothing to share. */
function lastPair(state: State, job: MakeUpJob): Pair | null {
  const { edition } = state
  const [first, second] = state.made.slice(-2).map(([best]) => best)
  const added = state.pages.at(-1)
  if (first === undefined || second === undefined || added === undefined) return null
  const before = edition.pages[pageOf(first) ?? added.id]
  if (before === undefined || pageOf(second) !== added.id || before === added) return null
  if (!arePoor([first, second])) return null
  const listed = job.pages.find(({ page }) => page === before.id)?.stories
  const own = storiesOn(first)
  const over = storiesOn(second)
  const isOfBefore = listed === undefined || over.every((story) => listed.includes(story))
  if (!isOfBefore || isRunning(state, [...own, ...over])) return null
  const all = listed ?? [...own, ...over]
  const stories = all.filter((story) => own.includes(story))
  const ways = leaving(edition, before, { stories, stays: leadOf(first), over })
  return { before, added, all, moved: ways.slice(0, TRIED).map((goes) => [...over, ...goes]) }
}

const framesOf = ({ made }: MadePage) => made.frames.filter((frame) => !isRuleFrame(frame))

const pageOf = (made: MadePage): PageId | undefined => framesOf(made)[0]?.page

const storiesOn = (made: MadePage): readonly StoryId[] => [
  ...new Set(framesOf(made).map(({ story }) => story)),
]

/** The stories of the block in the page's upper left corner. */
const leadOf = ({ blocks }: MadePage): readonly StoryId[] =>
  blocks.flatMap(({ row, column, form }) => (row + column === 0 ? storiesInForm(form) : []))

const storiesInForm = (form: Block['form']): readonly StoryId[] =>
  form.kind === 'rubric'
    ? form.members.map(({ rank }) => rank.story.id)
    : [form.kind === 'picture' ? form.story.id : form.rank.story.id]

/** Whether one of the stories is too long for a page, or stands on several. */
function isRunning({ runs, made }: State, stories: readonly StoryId[]): boolean {
  const elsewhere = new Set(made.slice(0, -2).flatMap(([best]) => storiesOn(best)))
  const twice = new Set(stories).size < stories.length
  return twice || stories.some((story) => runs.has(story) || elsewhere.has(story))
}

interface Group {
  /** Those of a 栏目, or one alone. */
  readonly stories: readonly StoryId[]
  /** In body ems, headlines among them. */
  readonly size: number
}

/**
 * Which of a page's stories may leave it for the added one, the likeliest first: so that
 * both hold about as much, few of them, and never the one that leads the page.
 */
export function leaving(
  edition: Edition,
  page: Page,
  { stories, stays, over }: { readonly [list in 'stories' | 'stays' | 'over']: readonly StoryId[] },
): readonly (readonly StoryId[])[] {
  const sizeOfAll = (groups: readonly Group[]): number =>
    groups.reduce((sum, { size }) => sum + size, 0)
  const groups = groupsOf(edition, page, stories)
  const excess = sizeOfAll(groups) - sizeOfAll(groupsOf(edition, page, over))
  const free = groups.filter((group) => !group.stories.some((story) => stays.includes(story)))
  const last = free.slice(-MOST_GROUPS)
  const ways = Array.from({ length: 1 << last.length }, (_, set) => {
    const chosen = last.filter((_, i) => (set >> i) & 1)
    const uneven = Math.abs(excess - 2 * sizeOfAll(chosen)) / roomOf(page.grid)
    return { chosen, price: uneven + chosen.length * MOVED }
  })
  return ways
    .filter(({ chosen }) => chosen.length > 0)
    .sort((a, b) => a.price - b.price)
    .map(({ chosen }) => chosen.flatMap((group) => group.stories))
}

function groupsOf(edition: Edition, page: Page, ids: readonly StoryId[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const id of ids) {
    const story = edition.stories[id]
    if (story === undefined) continue
    const key = story.rubric ?? id
    const known = groups.get(key) ?? { stories: [], size: 0 }
    groups.set(key, {
      stories: [...known.stories, id],
      size: known.size + sizeOf(story, page),
    })
  }
  return [...groups.values()]
}

function sizeOf({ doc }: Story, { grid }: Page): number {
  const figures = doc.children.filter(({ type }) => type.name === 'figure').length
  const head = storyForm(doc) === 'story' ? HEADLINE.rows * HEADLINE.columns * grid.measure : 0
  return emsOf(doc.textContent) + head + figures * PICTURE * roomOf(grid)
}

/** The job before its last two pages were made. */
function withoutLastPair(state: State, { before, added }: Pair): State {
  const isOld = (page: string | undefined) => page === before.folio || page === added.folio
  return {
    ...state,
    made: state.made.slice(0, -2),
    diagnostics: state.diagnostics.filter(
      ({ code, where }) => code !== SHORT || !isOld(where?.page),
    ),
  }
}

/** The added page has other stories now; the copy that is too much is what it was. */
function retold({ edition, diagnostics, ...state }: State, added: Page, job: MakeUpJob): State {
  const [best] = state.made.at(-1) ?? []
  const stories = best === undefined ? [] : storiesOn(best)
  return {
    ...state,
    edition,
    diagnostics: diagnostics.map((one) => {
      const characters = one.parts?.['characters']
      const isIts = one.code === ADDED && one.where?.page === added.folio
      if (!isIts || typeof characters !== 'number') return one
      return addedDiagnostic(edition, added, { stories, characters }, job.templates ?? [])
    }),
  }
}

/** What the two pages have to mend. */
const rankOf = ({ made }: State): number =>
  made.slice(-2).reduce((sum, [best]) => sum + best.rank, 0)
