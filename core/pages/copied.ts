/**
 * Frames on their way to another place. What is copied is a small edition of one
 * page with the stories and pictures of the frames, so that it travels as editions
 * do, and fits a page of another edition with another grid.
 */
import type { Node } from 'prosemirror-model'
import { transact, type TransactionBuilder } from '../edit'
import { jsonEqual } from '../edit/equal'
import { storyId, type FrameId, type PageId, type StoryId } from '../ids'
import {
  emptyEdition,
  framesOn,
  pagesOf,
  storiesOf,
  threadOf,
  type Edition,
  type Story,
} from '../model/edition'
import type { StoryFrame } from '../model/frame'
import type { Cells, Grid } from '../model/grid'
import type { Page } from '../model/page'
import { pictureReferences } from '../model/references'
import { recordOf, recordsOf, withRecord, type TableName, type Tables } from '../model/tables'
import { ok } from '../result'
import {
  around,
  headOf,
  keepHead,
  sameCells,
  withinGrid,
  type Shift,
  type ShapeTools,
} from '../shape'
import { refuse, stepsOf, type Fresh, type Shaped } from '../shape/shaped'
import { partIn } from './partOf'
import { refitFrames } from './regrid'

/** The frames and the words that stand in them; null when none of them is there. */
export function copyFrames(
  edition: Edition,
  ids: readonly FrameId[],
  tools: ShapeTools,
): Edition | null {
  const frames = ids.flatMap((id) => recordOf(edition, 'frames', id) ?? [])
  const page = recordOf(edition, 'pages', frames[0]?.page ?? '')
  const sheet = page && recordOf(edition, 'styleSheets', page.styleSheet)
  if (page === null || sheet === null) return null
  let copied = emptyEdition(edition.meta)
  const put = <T extends TableName>(table: T, record: Tables[T] | null): void => {
    if (record !== null) copied = withRecord(copied, table, record)
  }
  put('styleSheets', sheet)
  put('pages', { ...page, credits: [] })
  for (const frame of frames) {
    const own = { ...frame, page: page.id }
    if (own.kind === 'story')
      put('frames', { ...own, rubric: null, head: own.head ?? headOf(edition, own.story) })
    else put('frames', own)
    if (own.kind === 'rule') continue
    const story = recordOf(edition, 'stories', own.story)
    const doc = story && partIn(edition, story, ids, tools)
    if (story === null || doc === null) continue
    put('stories', { ...story, doc, unplaced: [], removed: [] })
    for (const { id } of pictureReferences([doc]))
      put('pictures', recordOf(edition, 'pictures', id))
  }
  return copied
}

export interface Paste {
  readonly page: PageId
  readonly by: Shift
  /** The ids that the frames will have, in the order of `copied`. */
  readonly copies: readonly FrameId[]
  readonly fresh: Fresh
  readonly tools: ShapeTools
}

/**
 * Copied frames on a page, together as far as it reaches. Text stands in one place
 * only: the words of each story come as a story of their own, but where the frames of
 * one in this edition were cut or taken off, they stand again at their places in its
 * thread.
 */
export function pasteFrames(edition: Edition, copied: Edition, paste: Paste): Shaped {
  const page = recordOf(edition, 'pages', paste.page)
  if (page === null) return refuse('missing', 'The page is gone.')
  const fitted = fittedTo(page, copied, paste.tools)
  const areas = areasAt(fitted, page.grid, paste.by)
  const levels = recordOf(edition, 'styleSheets', page.styleSheet)?.levels.length ?? 1
  return stepsOf(edition, (t) => {
    for (const picture of recordsOf(copied, 'pictures'))
      if (recordOf(edition, 'pictures', picture.id) === null) t.put('pictures', picture)
    const stories = new Map(
      storiesOf(copied).map((story) => [story.id, storyFor(t, story, copied, paste.fresh)]),
    )
    for (const [i, frame] of recordsOf(fitted, 'frames').entries()) {
      const area = areas.get(frame.id) ?? frame.area
      const own = { id: paste.copies[i] ?? frame.id, area, page: page.id, locked: false }
      if (frame.kind === 'rule') {
        t.put('frames', { ...frame, ...own })
        continue
      }
      const story = stories.get(frame.story) ?? frame.story
      if (frame.kind === 'picture') {
        t.put('frames', { ...frame, ...own, story })
        continue
      }
      const isFirst = threadOf(copied, frame.story)[0]?.id === frame.id
      const head = frame.head && isFirst ? frame.head : null
      const level = Math.min(head?.level ?? 0, levels - 1)
      const twin = { ...frame, ...own, story, head: head && { ...head, level } }
      t.put('frames', { ...twin, rubric: rubricOn(t.edition, twin) })
    }
    for (const story of stories.values()) headOnFirst(t, story)
  })
}

/** Copies of frames on their page. */
export function duplicateFrames(
  edition: Edition,
  ids: readonly FrameId[],
  how: Omit<Paste, 'page'>,
): Shaped {
  const copied = copyFrames(edition, ids, how.tools)
  const [page] = copied === null ? [] : pagesOf(copied)
  if (copied === null || page === undefined) return ok([])
  return pasteFrames(edition, copied, { ...how, page: page.id })
}

/** A cell to the right and down for each time that a frame stands where the first would. */
export function besideStanding(edition: Edition, copied: Edition, { id, grid }: Page): Shift {
  const standing = framesOn(edition, id)
  const [first] = recordsOf(copied, 'frames')
  for (let cells = 0; cells < grid.rows; cells++) {
    const by = { columns: cells, rows: cells }
    const area = first && areasAt(copied, grid, by).get(first.id)
    if (area === undefined || !standing.some((one) => sameCells(one.area, area))) return by
  }
  return { columns: 0, rows: 0 }
}

/** Where the frames come to stand: the block around them goes as far as the page reaches. */
function areasAt(copied: Edition, grid: Grid, by: Shift): ReadonlyMap<FrameId, Cells> {
  const frames = recordsOf(copied, 'frames')
  const all = around(frames.map(({ area }) => area))
  const wanted = { ...all, column: all.column + by.columns, row: all.row + by.rows }
  const to = withinGrid(grid, wanted, 0)
  return new Map(
    frames.map(({ id, kind, area }) => {
      const column = area.column + to.column - all.column
      const row = area.row + to.row - all.row
      return [id, withinGrid(grid, { ...area, column, row }, kind === 'rule' ? 0 : 1)]
    }),
  )
}

/** Which story of the edition the frames show: the copied one itself where their places in its thread are free, else a new one. */
function storyFor(t: TransactionBuilder, story: Story, copied: Edition, fresh: Fresh): StoryId {
  const own = recordOf(t.edition, 'stories', story.id)
  const isOurs = own !== null && hasWordsOf(own, story)
  if (isOurs && !isTaken(t.edition, copied, story.id)) return story.id
  const id = storyId(`story-${fresh()}`)
  const order = Math.floor(storiesOf(t.edition).at(-1)?.order ?? 0) + 1
  t.put('stories', { ...story, id, order, rubric: isOurs ? story.rubric : null })
  return id
}

/** Stories of two editions may be called alike. */
function hasWordsOf(own: Story, { doc }: Story): boolean {
  if (own.doc.eq(doc)) return true
  const blocks = textsOf(own.doc)
  return (
    doc.textContent !== '' && textsOf(doc).every((text) => blocks.some((one) => one.includes(text)))
  )
}

function textsOf(doc: Node): readonly string[] {
  const texts: string[] = []
  doc.descendants((node) => {
    if (node.isTextblock) texts.push(node.textContent)
    return !node.isTextblock
  })
  return texts
}

/** Whether a frame of the story stands where one of the copied would in its thread. */
function isTaken(edition: Edition, copied: Edition, story: StoryId): boolean {
  const places = new Set(threadOf(copied, story).map(({ order }) => order))
  return recordsOf(edition, 'frames').some(
    (frame) =>
      (frame.kind === 'picture' && frame.story === story) ||
      (frame.kind === 'story' && frame.story === story && places.has(frame.order)),
  )
}

/** A thread has its headline group on its first frame. */
function headOnFirst(t: TransactionBuilder, story: StoryId): void {
  const thread = threadOf(t.edition, story)
  keepHead(t, story, thread.find(({ head }) => head !== null)?.head ?? null)
  for (const { id, head } of thread.slice(1))
    if (head !== null) t.patch('frames', id, { head: null })
}

/** The 栏目 that the story belongs to, where it has its place on the page. */
function rubricOn(edition: Edition, { story, page }: StoryFrame): StoryFrame['rubric'] {
  const rubric = recordOf(edition, 'rubrics', recordOf(edition, 'stories', story)?.rubric ?? '')
  return rubric?.page === page ? rubric.id : null
}

/** The copied frames with what they hold on the grid of a page. */
function fittedTo({ grid }: Page, copied: Edition, tools: ShapeTools): Edition {
  const [from] = pagesOf(copied)
  const t = transact(copied)
  if (from !== undefined && !jsonEqual(from.grid, grid)) {
    t.patch('pages', from.id, { grid })
    refitFrames(t, from.id, tools)
  }
  return t.edition
}
