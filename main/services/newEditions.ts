/** Editions to begin with: blank pages from a template, or yesterday's pages without its stories. */
import { Fragment, type Node } from 'prosemirror-model'
import { pageId, type StoryId } from '../../core/ids'
import {
  emptyEdition,
  isPictureFrame,
  isRuleFrame,
  isStoryFrame,
  type Edition,
  type Story,
} from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { storySchema } from '../../core/model/storySchema'
import { recordsOf } from '../../core/model/tables'
import type { Template } from '../../core/model/template'
import { nextFolio } from '../../core/model/folio'

export interface BlankEdition {
  readonly template: Template
  readonly pages: number
  /** 版次 of the first page; the others count on from it. */
  readonly folio: string
  readonly publication: string
  readonly date: string
}

export function blankEdition(blank: BlankEdition): Edition {
  const { template, pages, publication, date } = blank
  const folios = [blank.folio]
  while (folios.length < pages) folios.push(nextFolio(folios.at(-1) ?? ''))
  const made = folios.map((folio, index): Page => ({
    id: pageId(`page${index + 1}`),
    order: index,
    folio,
    section: '',
    template: template.id,
    sheet: template.sheet,
    grid: template.grid,
    styleSheet: template.styleSheet.id,
    furniture: template.furniture,
    credits: [],
  }))
  return {
    ...emptyEdition({ publication, date }),
    pages: byId(made),
    styleSheets: { [template.styleSheet.id]: template.styleSheet },
  }
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(records.map((record) => [record.id, record])) as Record<T['id'], T>

const { nodes } = storySchema

/** What every story frame can hold: a headline to be written and one paragraph. */
const blankStory = (): Node =>
  nodes.doc.create(null, [nodes.headline.create(), nodes.paragraph.create()])

/** The figure stays, under its own id, with no picture and no words. */
function blankPictureStory(doc: Node): Node {
  const id = doc.firstChild?.attrs['id'] as unknown
  const words = [nodes.figureTitle, nodes.caption, nodes.credit].map((type) => type.create())
  return nodes.doc.create(null, nodes.figure.create({ id, picture: null }, Fragment.from(words)))
}

function emptied(story: Story, isPicture: boolean): Story {
  const doc = isPicture ? blankPictureStory(story.doc) : blankStory()
  return { ...story, slug: '', doc, unplaced: [], removed: [] }
}

const withoutInsets = (frame: Frame): Frame =>
  frame.kind === 'story' ? { ...frame, insets: [] } : frame

/**
 * 昨日版面: pages, frames, 栏目 titles and standing lines as they were; each story
 * that stands in a frame is emptied, the others and all pictures are gone. The
 * 期号 counts on.
 */
export function withoutStories(edition: Edition, date: string): Edition {
  const frames = recordsOf(edition, 'frames')
  const inPictures = new Set<StoryId>(frames.filter(isPictureFrame).map(({ story }) => story))
  const inText = new Set<StoryId>(frames.filter(isStoryFrame).map(({ story }) => story))
  const standing = new Set<StoryId>([
    ...recordsOf(edition, 'rubrics').map(({ title }) => title),
    ...recordsOf(edition, 'pages').flatMap(({ credits }) => credits),
  ])
  const stories = recordsOf(edition, 'stories').flatMap((story): readonly Story[] => {
    if (standing.has(story.id)) return [story]
    if (inPictures.has(story.id)) return [emptied(story, true)]
    return inText.has(story.id) ? [emptied(story, false)] : []
  })
  return {
    ...edition,
    meta: { ...edition.meta, date, issue: edition.meta.issue && edition.meta.issue + 1 },
    frames: byId(frames.map((frame) => (isRuleFrame(frame) ? frame : withoutInsets(frame)))),
    stories: byId(stories),
    pictures: {},
  }
}
