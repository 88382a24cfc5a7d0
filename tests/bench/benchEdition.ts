/** The bench text as an edition in one font: stories of the page's full width, one under another. */
import { fontId, frameId, pageId, storyId } from '../../core/ids'
import { emptyEdition, type Edition, type Story } from '../../core/model/edition'
import type { StoryFrame } from '../../core/model/frame'
import { storySchema } from '../../core/model/storySchema'
import { withRecord } from '../../core/model/tables'
import type { Template } from '../../core/model/template'
import { pt } from '../../core/units'
import type { StorySpace } from './benchText'

export const BENCH_FONT = fontId('NotoSerifSC-Medium')
export const STORIES_A_PAGE = 4

/** The template with one font for every style. */
export function inOneFont(template: Template): Template {
  const oneFace = (key: string, value: unknown): unknown =>
    key === 'han' || key === 'latin' ? BENCH_FONT : value
  return JSON.parse(JSON.stringify(template, oneFace)) as Template
}

const rowsOf = (template: Template): number => Math.floor(template.grid.rows / STORIES_A_PAGE)

/** What one story's frame holds. */
export const spaceOf = (template: Template): StorySpace => ({
  lines: template.grid.columns * rowsOf(template),
  measure: template.grid.measure,
})

/** One page for every four stories. */
export function benchEdition(template: Template, stories: readonly (readonly string[])[]): Edition {
  let edition = emptyEdition({ publication: '示例日报', date: '2025-12-26' })
  edition = withRecord(edition, 'styleSheets', template.styleSheet)
  stories.forEach((paragraphs, index) => {
    const place = index % STORIES_A_PAGE
    const page = Math.floor(index / STORIES_A_PAGE)
    if (place === 0) edition = withRecord(edition, 'pages', pageOf(template, page))
    edition = withRecord(edition, 'stories', storyOf(paragraphs, index))
    edition = withRecord(edition, 'frames', frameOf(template, index, page, place))
  })
  return edition
}

const pageOf = ({ id, styleSheet, sheet, grid, furniture }: Template, index: number) => ({
  id: pageId(`p${index + 1}`),
  order: index,
  folio: String(index + 1).padStart(2, '0'),
  section: '要闻',
  template: id,
  styleSheet: styleSheet.id,
  sheet,
  grid,
  furniture,
  credits: [],
})

function storyOf(paragraphs: readonly string[], index: number): Story {
  const blocks = paragraphs.map((text) =>
    storySchema.node('paragraph', null, [storySchema.text(text)]),
  )
  return {
    id: storyId(`s${index + 1}`),
    slug: `s${index + 1}`,
    order: index,
    doc: storySchema.node('doc', null, blocks),
    rubric: null,
    unplaced: [],
    removed: [],
  }
}

function frameOf(template: Template, index: number, page: number, place: number): StoryFrame {
  const { columns, measure } = template.grid
  const rows = rowsOf(template)
  return {
    id: frameId(`f${index + 1}`),
    kind: 'story',
    page: pageId(`p${page + 1}`),
    area: { column: 0, columns, row: place * rows, rows },
    locked: false,
    story: storyId(`s${index + 1}`),
    order: 0,
    rubric: null,
    text: { columns, measure },
    padding: pt(0),
    head: null,
    insets: [],
  }
}
