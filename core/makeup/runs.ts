/**
 * Stories too long for a page. Each page is measured with an excerpt of what is
 * left of them; where that ends on the page, the next one goes on. Composing
 * the whole story anew for every page would cost the square of its length.
 */
import { composeStory, type StoryLayout } from '../compose/composeStory'
import { frameId, type StoryId } from '../ids'
import type { Edition, Story } from '../model/edition'
import type { Frame, StoryFrame } from '../model/frame'
import { roomOf } from './report'
import type { Page } from '../model/page'
import { storyForm } from '../model/storySchema'
import { pt } from '../units'
import { emsOf, excerptOf, type Excerpt } from './excerpt'
import type { MakeUpJob } from './types'

/** How far a long story has come. */
export interface Run {
  /** Position in its document where the next page goes on. */
  readonly from: number
  /** Whether that was found by composing all pages before, not each for itself. */
  readonly exact: boolean
}

/** A long story on a page at work. */
export interface Running {
  readonly excerpt: Excerpt
  readonly run: Run
  /** Stands for the frames before: the page that the story comes from. */
  readonly before: readonly StoryFrame[]
}

/** A story of so many pages is long. */
const LONG = 1.25
/** Pages of text that an excerpt has at least, and the part of a page that must be left over. */
const EXCERPT = 1.5
const OVER = 0.25

type Context = Pick<MakeUpJob, 'fonts' | 'cache'>

const isLong = ({ doc }: Story, { grid }: Pick<Page, 'grid'>): boolean =>
  doc.content.size > LONG * roomOf(grid) && emsOf(doc.textContent) > LONG * roomOf(grid)

/** What of a long story is measured on a page, after `thread`, its frames so far; null when nothing is left. */
export function runningOn(
  edition: Edition,
  page: Page,
  story: Story,
  { thread, run }: { readonly thread: readonly StoryFrame[]; readonly run: Run | null },
  context: Context,
): Running | null {
  const start = run ?? startAfter(edition, page, story, thread, context)
  if (start === null) return null
  const running = excerptFor(edition, page, story, thread, start, context)
  if (!running.excerpt.whole || start.exact) return running
  // The last page must end with the story: here a line more or less counts.
  const exact = startAfter(edition, page, story, thread, context)
  return exact === null ? null : excerptFor(edition, page, story, thread, exact, context)
}

function excerptFor(
  edition: Edition,
  page: Page,
  story: Story,
  thread: readonly StoryFrame[],
  run: Run,
  context: Context,
): Running {
  const before = stubOf(page, thread)
  const placed = new Set(thread.flatMap((frame) => frame.insets.map(({ block }) => block)))
  const jumps = Math.max(0, partsOf(thread) - 1)
  const room = roomOf(page.grid)
  for (let pages = EXCERPT; ; pages *= 2) {
    const excerpt = excerptOf(story, { from: run.from, jumps, placed, ems: pages * room })
    if (excerpt.whole) return { excerpt, run, before }
    const layout = layoutIn(edition, excerpt.story, [...before, wholePage(page, story, 1)], context)
    const over = layout?.fit.oversetLines ?? 0
    if (over >= OVER * page.grid.columns * page.grid.rows) return { excerpt, run, before }
  }
}

/** Where the text goes on after a page; null when it has ended. */
export function runAfter(
  edition: Edition,
  { excerpt, before }: Running,
  frames: readonly StoryFrame[],
  context: Context,
): Run | null {
  const layout = layoutIn(edition, excerpt.story, [...before, ...frames], context)
  const [over] = layout?.fit.overset ?? []
  if (over !== undefined) return { from: excerpt.at(over.from), exact: false }
  return excerpt.whole ? null : { from: excerpt.at(excerpt.story.doc.content.size), exact: false }
}

/** Where a story goes on after its frames so far, all of them composed; null when it ends in them. */
function startAfter(
  edition: Edition,
  page: Page,
  story: Story,
  thread: readonly StoryFrame[],
  context: Context,
): Run | null {
  if (thread.length === 0) return { from: 0, exact: true }
  const next = wholePage(page, story, thread.length)
  const layout = layoutIn(edition, story, [...thread, next], context)
  const part = layout?.parts.find((one) => one.page === page.id)
  const jumps = jumpsIn(story)
  const starts = (part?.runs ?? []).flatMap(({ source }) =>
    source.kind === 'manuscript' &&
    !jumps.some(([from, to]) => from <= source.from && source.from < to)
      ? [source.from]
      : [],
  )
  return starts.length === 0 ? null : { from: Math.min(...starts), exact: true }
}

/** Stories whose frames together do not hold them, and where they go on. */
export function overAfter(
  edition: Edition,
  threads: ReadonlyMap<StoryId, readonly StoryFrame[]>,
  context: Context,
): ReadonlyMap<StoryId, Run> {
  return new Map(
    [...threads].flatMap(([id, thread]): readonly (readonly [StoryId, Run])[] => {
      const story = edition.stories[id]
      const layout = story && layoutIn(edition, story, thread, context)
      const [over] = layout?.fit.overset ?? []
      return over === undefined ? [] : [[id, { from: over.from, exact: true }]]
    }),
  )
}

function jumpsIn({ doc }: Story): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  doc.forEach((node, start) => {
    if (node.type.name === 'continuation') found.push([start, start + node.nodeSize])
  })
  return found
}

const partsOf = (thread: readonly StoryFrame[]): number =>
  new Set(thread.map(({ page }) => page)).size

/** A frame of one row on the page before: it holds the jump line and no text. */
function stubOf({ grid }: Page, thread: readonly StoryFrame[]): readonly StoryFrame[] {
  const last = thread.at(-1)
  if (last === undefined) return []
  return [
    {
      ...last,
      id: frameId('before'),
      area: { column: 0, columns: 1, row: 0, rows: 1 },
      order: 0,
      rubric: null,
      text: { columns: 1, measure: grid.measure },
      padding: pt(0),
      head: null,
      insets: [],
    },
  ]
}

function wholePage({ id, grid }: Page, story: Story, order: number): StoryFrame {
  const { columns, rows, measure } = grid
  return {
    kind: 'story',
    id: frameId('whole-page'),
    page: id,
    area: { column: 0, columns, row: 0, rows },
    locked: false,
    story: story.id,
    order,
    rubric: null,
    text: { columns, measure },
    padding: pt(0),
    head: null,
    insets: [],
  }
}

function layoutIn(
  edition: Edition,
  story: Story,
  frames: readonly Frame[],
  { fonts, cache }: Context,
): StoryLayout | null {
  const page = edition.pages[frames[0]?.page ?? ('' as Page['id'])]
  const sheet = page && edition.styleSheets[page.styleSheet]
  if (sheet === undefined) return null
  const only: Edition = {
    ...edition,
    stories: { ...edition.stories, [story.id]: story },
    frames: Object.fromEntries(frames.map((frame) => [frame.id, frame])),
  }
  return composeStory(only, story, { fonts, rules: sheet.rules }, cache)
}

/** Stories of text that are long for a page. */
export const longOn = (
  edition: Edition,
  page: Page,
  stories: readonly StoryId[],
): readonly Story[] =>
  stories.flatMap((id) => {
    const story = edition.stories[id]
    return story !== undefined && storyForm(story.doc) === 'story' && isLong(story, page)
      ? [story]
      : []
  })
