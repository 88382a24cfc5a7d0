/** An import as one change to an open edition. */
import { transact, type Transaction } from '../../core/edit'
import { pageId, rubricId, storyId, frameId, type RubricId } from '../../core/ids'
import {
  framesOn,
  pagesOf,
  storiesOf,
  type Edition,
  type EditionMeta,
  type Picture,
  type Story,
} from '../../core/model/edition'
import type { Frame, Rubric } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import type { StyleSheet } from '../../core/model/styleSheet'
import { recordOf, recordsOf, type TableName } from '../../core/model/tables'
import { figuresOf } from '../../core/manuscript/figures'
import { withoutHead } from '../../core/manuscript/masthead/setAnew'
import { emptyStory } from '../../core/shape'

export interface MergeOptions {
  readonly author: string
  readonly label: string
  readonly time: number
}

export interface Merged {
  readonly transaction: Transaction
  readonly pages: readonly string[]
  readonly stories: readonly string[]
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Nothing stands on it but what its template brought. */
const isEmpty = (edition: Edition, page: Page): boolean =>
  page.credits.length === 0 &&
  framesOn(edition, page.id).length === 0 &&
  recordsOf(edition, 'rubrics').every((rubric) => rubric.page !== page.id)

/** `id` as it is, or with the first free number behind it. */
function freeId(edition: Edition, table: TableName, id: string, taken: Set<string>): string {
  let free = id
  for (let n = 2; taken.has(free) || recordOf(edition, table, free) !== null; n++) {
    const ending = `-${n}`
    free = id.slice(0, 64 - ending.length) + ending
  }
  taken.add(free)
  return free
}

type Names = (table: TableName, id: string) => string

function freeNames(open: Edition, imported: Edition): Names {
  const names = new Map<string, string>()
  for (const table of ['pages', 'frames', 'rubrics', 'stories'] as const) {
    const taken = new Set<string>()
    for (const { id } of recordsOf(imported, table)) {
      names.set(`${table}/${id}`, freeId(open, table, id, taken))
    }
  }
  const taken = new Set<string>()
  for (const sheet of recordsOf(imported, 'styleSheets')) {
    const known = recordOf(open, 'styleSheets', sheet.id)
    const isSame = known !== null && sameSheet(known, sheet)
    const name = isSame ? sheet.id : freeId(open, 'styleSheets', sheet.id, taken)
    names.set(`styleSheets/${sheet.id}`, name)
  }
  return (table, id) => names.get(`${table}/${id}`) ?? id
}

const sameSheet = (a: StyleSheet, b: StyleSheet): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The imported records under names that are free in the open edition. */
function renamed(imported: Edition, name: Names) {
  const story = (id: string) => storyId(name('stories', id))
  const page = (id: string) => pageId(name('pages', id))
  const rubric = (id: RubricId | null): RubricId | null =>
    id === null ? null : rubricId(name('rubrics', id))
  return {
    styleSheets: recordsOf(imported, 'styleSheets').map((sheet) => ({
      ...sheet,
      id: name('styleSheets', sheet.id),
    })),
    stories: storiesOf(imported).map((record): Story => ({
      ...record,
      id: story(record.id),
      rubric: rubric(record.rubric),
    })),
    pages: pagesOf(imported).map((record): Page => ({
      ...record,
      id: page(record.id),
      styleSheet: name('styleSheets', record.styleSheet),
      credits: record.credits.map(story),
    })),
    rubrics: recordsOf(imported, 'rubrics').map((record): Rubric => ({
      ...record,
      id: rubricId(name('rubrics', record.id)),
      page: page(record.page),
      title: story(record.title),
    })),
    frames: recordsOf(imported, 'frames').map((record): Frame => {
      const placed = { id: frameId(name('frames', record.id)), page: page(record.page) }
      switch (record.kind) {
        case 'story':
          return { ...record, ...placed, story: story(record.story), rubric: rubric(record.rubric) }
        case 'picture':
          return { ...record, ...placed, story: story(record.story) }
        case 'rule':
          return { ...record, ...placed }
      }
    }),
  }
}

function freeFolio(folio: string, taken: Set<string>): string {
  let free = folio
  for (let n = 1; taken.has(free); n++) free = twoDigits(n)
  taken.add(free)
  return free
}

const stem = (name: string): string => name.replace(/\.[^.]*$/u, '') || name

/** Pictures no story shows: each waits as a picture story, so that they are in sight. */
function spareIn(imported: Edition, open: Edition): readonly Picture[] {
  const shown = new Set(
    [imported, open]
      .flatMap(storiesOf)
      .flatMap((story) => figuresOf(story).map((one) => one.picture)),
  )
  return recordsOf(imported, 'pictures').filter(({ id }) => !shown.has(id))
}

/** What an edition says of itself that had no story, once pages are imported. */
const takenOver = (open: EditionMeta, { publication, date, issue }: EditionMeta): EditionMeta => ({
  publication: publication === '' ? open.publication : publication,
  ...{ date, issue: issue ?? open.issue },
})

/** The standing lines of the pages as they are beside the 报眉 that the pages get here. */
const standingOn = (
  pages: readonly Page[],
  stories: readonly Story[],
  meta: EditionMeta,
): ReadonlyMap<string, Story> =>
  new Map(
    pages
      .flatMap((page) =>
        withoutHead(
          page,
          page.credits.flatMap((id) => stories.find((story) => story.id === id) ?? []),
          meta,
        ),
      )
      .map((story) => [story.id, story]),
  )

/**
 * Pages that stand empty go, the imported ones follow those that stay. An edition
 * that had no story takes over what the imported pages say of paper and date.
 */
export function mergeImport(open: Edition, imported: Edition, options: MergeOptions): Merged {
  const change = transact(open)
  const isFresh = recordsOf(open, 'stories').length === 0
  for (const page of pagesOf(open)) if (isEmpty(open, page)) change.remove('pages', page.id)
  const left = change.edition
  const records = renamed(imported, freeNames(left, imported))
  const after = (orders: readonly number[]): number => Math.max(-1, ...orders) + 1
  const firstPage = after(pagesOf(left).map(({ order }) => order))
  const firstStory = after(storiesOf(left).map(({ order }) => order))
  const folios = new Set(pagesOf(left).map(({ folio }) => folio))
  const pages = records.pages.map((page, index): Page => ({
    ...page,
    folio: freeFolio(page.folio, folios),
    order: firstPage + index,
  }))
  const meta = isFresh ? takenOver(open.meta, imported.meta) : open.meta
  const standing = standingOn(pages, records.stories, meta)

  for (const sheet of records.styleSheets) {
    if (recordOf(left, 'styleSheets', sheet.id) === null) change.put('styleSheets', sheet)
  }
  for (const picture of recordsOf(imported, 'pictures')) {
    if (recordOf(left, 'pictures', picture.id) === null) change.put('pictures', picture)
  }
  for (const [index, story] of records.stories.entries()) {
    change.put('stories', { ...(standing.get(story.id) ?? story), order: firstStory + index })
  }
  for (const picture of spareIn(imported, left)) {
    const fresh = (): string => picture.id
    change.put(
      'stories',
      emptyStory(change.edition, 'picture', stem(picture.name), fresh, picture.id),
    )
  }
  for (const page of pages) change.put('pages', page)
  for (const rubric of records.rubrics) change.put('rubrics', rubric)
  for (const frame of records.frames) change.put('frames', frame)
  if (isFresh) change.meta(meta)
  return {
    transaction: change.done(options),
    pages: records.pages.map(({ id }) => id),
    stories: records.stories.map(({ id }) => id),
  }
}
