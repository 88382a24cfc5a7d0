/** Pages that come and go. */
import type { Fresh } from '../shape/shaped'
import type { TransactionBuilder } from '../edit'
import { frameId, pageId, rubricId, storyId, type PageId, type StoryId } from '../ids'
import { framesOn, isStoryFrame, pagesOf, storiesOf, type Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import { newFolio } from '../model/folio'
import type { Page } from '../model/page'
import { recordOf, recordsOf } from '../model/tables'
import type { Template } from '../model/template'
import { headOf, keepHead } from '../shape'
import { foliosOf, putInOrder, refuse, stepsOf, type PageSteps } from './order'

/** How a new page is to be: like a page of the edition, empty, or from a template. */
export type PageModel =
  | { readonly kind: 'like'; readonly page: PageId }
  | { readonly kind: 'template'; readonly template: Template }

/** An empty page behind `after`, or at the end. */
export function addPage(
  edition: Edition,
  id: PageId,
  model: PageModel,
  after: PageId | null,
  fresh: Fresh,
): PageSteps {
  const like = model.kind === 'like' ? recordOf(edition, 'pages', model.page) : null
  if (model.kind === 'like' && like === null) return refuse('missing', 'The page is gone.')
  return stepsOf(edition, (builder) => {
    const made = model.kind === 'template' ? fromTemplate(builder, model.template, fresh) : like
    if (made !== null) insert(builder, { ...made, id, section: '', credits: [] }, after)
  })
}

function fromTemplate(builder: TransactionBuilder, template: Template, fresh: Fresh): Page {
  const { sheet, grid, furniture, styleSheet } = template
  return {
    id: pageId(''),
    order: 0,
    folio: '',
    section: '',
    template: template.id,
    ...{ sheet, grid, furniture, credits: [] },
    styleSheet: sheetFor(builder, styleSheet, fresh),
  }
}

/** The template's style sheet in the edition: the one that is there when it says the same, else under a free name. */
export function sheetFor(
  builder: TransactionBuilder,
  sheet: Template['styleSheet'],
  fresh: Fresh,
): string {
  const known = recordsOf(builder.edition, 'styleSheets').find(
    (one) => JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...sheet, id: '' }),
  )
  if (known !== undefined) return known.id
  const isFree = recordOf(builder.edition, 'styleSheets', sheet.id) === null
  const id = isFree ? sheet.id : `sheet-${fresh()}`
  builder.put('styleSheets', { ...sheet, id })
  return id
}

function insert(builder: TransactionBuilder, page: Page, after: PageId | null): void {
  const pages = pagesOf(builder.edition)
  const folio = newFolio(pages)
  const folios = [...foliosOf(builder.edition), folio]
  const ids = pages.map(({ id }) => id)
  const at = after === null || !ids.includes(after) ? ids.length : ids.indexOf(after) + 1
  builder.put('pages', { ...page, order: (pages.at(-1)?.order ?? -1) + 1, folio })
  putInOrder(builder, [...ids.slice(0, at), page.id, ...ids.slice(at)], folios)
}

/**
 * A copy of a page behind it, with copies of its frames, 栏目 and their stories:
 * text stands in one place only. A story that also runs on other pages is copied whole.
 */
export function duplicatePage(edition: Edition, from: PageId, id: PageId, fresh: Fresh): PageSteps {
  const page = recordOf(edition, 'pages', from)
  if (page === null) return refuse('missing', 'The page is gone.')
  return stepsOf(edition, (builder) => {
    const copies = new Map<StoryId, StoryId>()
    const frames = framesOn(edition, from)
    const rubrics = recordsOf(edition, 'rubrics').filter((rubric) => rubric.page === from)
    const rubricOf = new Map(rubrics.map((rubric) => [rubric.id, rubricId(`rubric-${fresh()}`)]))
    const copyStory = (story: StoryId): StoryId => {
      const known = copies.get(story)
      const record = recordOf(edition, 'stories', story)
      if (known !== undefined || record === null) return known ?? story
      const copy = storyId(`story-${fresh()}`)
      const order = (storiesOf(builder.edition).at(-1)?.order ?? 0) + 1
      const rubric = record.rubric === null ? null : (rubricOf.get(record.rubric) ?? record.rubric)
      builder.put('stories', { ...record, id: copy, order, rubric, unplaced: [], removed: [] })
      copies.set(story, copy)
      return copy
    }
    const credits = page.credits.map(copyStory)
    insert(builder, { ...page, id, credits }, from)
    for (const rubric of rubrics) {
      const copy = rubricOf.get(rubric.id)
      if (copy === undefined) continue
      builder.put('rubrics', { ...rubric, id: copy, page: id, title: copyStory(rubric.title) })
    }
    for (const frame of frames) {
      const base = { id: frameId(`frame-${fresh()}`), page: id }
      builder.put(
        'frames',
        copyFrame(frame, base, copyStory, (one) => rubricOf.get(one) ?? null),
      )
    }
    for (const [story, copy] of copies) keepHead(builder, copy, headOf(edition, story))
  })
}

function copyFrame(
  frame: Frame,
  base: Pick<Frame, 'id' | 'page'>,
  story: (id: StoryId) => StoryId,
  rubric: (id: ReturnType<typeof rubricId>) => ReturnType<typeof rubricId> | null,
): Frame {
  switch (frame.kind) {
    case 'rule':
      return { ...frame, ...base }
    case 'picture':
      return { ...frame, ...base, story: story(frame.story) }
    case 'story': {
      const own = frame.rubric === null ? null : rubric(frame.rubric)
      return { ...frame, ...base, story: story(frame.story), rubric: own }
    }
  }
}

/** Takes a page away. Its stories go back to those that wait; nothing of them is lost. The last page stays. */
export function removePage(edition: Edition, id: PageId): PageSteps {
  const page = recordOf(edition, 'pages', id)
  if (page === null) return refuse('missing', 'The page is gone.')
  if (pagesOf(edition).length === 1)
    return refuse('last', 'This is the only page; an edition has at least one.')
  return stepsOf(edition, (builder) => {
    const folios = foliosOf(edition)
    const gone = framesOn(edition, id)
    for (const frame of gone) builder.remove('frames', frame.id)
    for (const rubric of recordsOf(edition, 'rubrics'))
      if (rubric.page === id) builder.remove('rubrics', rubric.id)
    builder.remove('pages', id)
    putInOrder(
      builder,
      pagesOf(builder.edition).map((one) => one.id),
      folios,
    )
    for (const { story } of gone.filter(isStoryFrame))
      keepHead(builder, story, headOf(edition, story))
  })
}
