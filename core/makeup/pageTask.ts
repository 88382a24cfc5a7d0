/** What every stage of a page's make-up asks for, long stories cut down to what the page can hold. */
import type { Node } from 'prosemirror-model'
import type { PageId, StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { storyForm } from '../model/storySchema'
import type { Page } from '../model/page'
import { picturesBeside } from '../preflight'
import { emsOf } from './excerpt'
import { HOUSE } from './house'
import { fixedOn } from './locks'
import type { Air } from './measures'
import { roomOf } from './report'
import { isThere } from './proportions'
import { longOn, runningOn, type Running } from './runs'
import { nothingTried } from './tried'
import { threadsOf, type State } from './state'
import type { PageTask, MakeUpJob } from './types'

export interface ReadyTask {
  readonly task: PageTask
  /** The page's long stories; the task's edition has their excerpts. */
  readonly running: ReadonlyMap<StoryId, Running>
  /** Long stories of which nothing is left for the page. */
  readonly ended: ReadonlySet<StoryId>
}

/** The task of a page with these stories; `later` are those that stand on a later page of the job too. */
export function taskFor(
  state: State,
  job: MakeUpJob,
  id: PageId,
  stories: readonly StoryId[],
  later: ReadonlySet<StoryId>,
): ReadyTask {
  const page = state.edition.pages[id]
  const sheet = page && state.edition.styleSheets[page.styleSheet]
  if (page === undefined || sheet === undefined)
    throw new RangeError(`Page ${id} has no style sheet`)
  const placed = threadsOf(state, id, stories)
  const running = new Map<StoryId, Running>()
  const ended = new Set<StoryId>()
  for (const story of longOn(state.edition, page, stories)) {
    const thread = placed.get(story.id) ?? []
    const run = state.runs.get(story.id) ?? null
    const found = runningOn(state.edition, page, story, { thread, run }, job)
    if (found === null) ended.add(story.id)
    else running.set(story.id, found)
  }
  const edition = withExcerpts(state.edition, running)
  const goesOn = new Set(
    stories.filter((story) => {
      const doc = edition.stories[story]?.doc
      return later.has(story) && doc !== undefined && storyForm(doc) === 'story'
    }),
  )
  const stubs = [...running].map(([story, { before }]) => [story, before] as const)
  const { fonts, cache, segment, house = HOUSE } = job
  const text = textShareOf(edition, page, stories)
  const figures = figuresIn(edition, stories)
  const besidePictures = picturesBeside(text, house.pictureShare.max)
  const isWhole = figures.every((figure) => isThere(edition, figure))
  const emptyShare = isWhole ? besidePictures : house.pictureShare.max
  const task: PageTask = {
    ...{ edition, page, sheet, fonts, cache, segment, goesOn },
    house,
    threads: new Map([...placed, ...stubs].filter(([, frames]) => frames.length > 0)),
    threaded: new Map([...placed].map(([story, frames]) => [story, frames.length])),
    filling: new Set(
      [...running].flatMap(([story, { excerpt }]) => (excerpt.whole ? [] : [story])),
    ),
    pictures: figures.length,
    pictureShare: { ...house.pictureShare, max: besidePictures },
    emptyShare,
    air: airOf(text + (figures.length > 0 ? emptyShare : 0)),
    fixed: fixedOn({ edition, page }),
    trials: new WeakMap(),
    bodies: new WeakMap(),
    turns: new WeakMap(),
    heads: new WeakMap(),
    tried: nothingTried(),
    depth: page.grid.rows,
    headScale: 1,
    standing: new Set(),
    among: new Set(),
    isFew: false,
    isCrowd: false,
    cancelled: job.cancelled ?? (() => false),
  }
  return { task, running, ended }
}

const withExcerpts = (edition: Edition, running: ReadonlyMap<StoryId, Running>): Edition => ({
  ...edition,
  stories: {
    ...edition.stories,
    ...Object.fromEntries([...running].map(([id, { excerpt }]) => [id, excerpt.story])),
  },
})

/** Picture stories, and pictures set into others. */
const figuresIn = (edition: Edition, stories: readonly StoryId[]): readonly Node[] =>
  stories.flatMap((id) => {
    const doc = edition.stories[id]?.doc
    return doc?.children.filter(({ type }) => type.name === 'figure') ?? []
  })

/** Lines that paragraphs do not fill, as a part of their text. */
const UNFILLED = 1.1

/** Text and pictures that take less of a page leave it airy, or open. */
const AIRY = 0.55
const OPEN = 0.43

const airOf = (share: number): Air => (share < OPEN ? 'open' : share < AIRY ? 'airy' : 'usual')

/** The part of the page that the stories' text takes, about. */
const textShareOf = (edition: Edition, { grid }: Page, stories: readonly StoryId[]): number =>
  (stories.reduce((sum, id) => sum + emsOf(edition.stories[id]?.doc.textContent ?? ''), 0) *
    UNFILLED) /
  roomOf(grid)
