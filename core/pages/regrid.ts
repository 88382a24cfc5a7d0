/** A page on another grid: another template, body size or leading. Its frames keep their cells as far as the new grid reaches. */
import type { ComposeContext } from '../compose'
import type { EditionStep, TransactionBuilder } from '../edit'
import type { PageId } from '../ids'
import { framesOn, pagesOf, type Edition } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { spanWidth, type Grid } from '../model/grid'
import type { Page } from '../model/page'
import { recordOf, recordsOf } from '../model/tables'
import type { Template } from '../model/template'
import type { Result } from '../result'
import { columnChoices, holdInset, refitHead, textAreaIn, withinGrid } from '../shape'
import type { Fresh } from '../shape/shaped'
import { EPS, pt } from '../units'
import { sheetFor } from './make'
import { refuse, stepsOf } from './order'

/** Gutters of a page are this wide at least, in body ems. */
const LEAST_GUTTER = 0.6

/** Takes another template's sheet, grid, furniture and styles; stories and frames stay. */
export function setTemplate(
  edition: Edition,
  id: PageId,
  template: Template,
  fresh: Fresh,
  tools: ComposeContext,
): Result<readonly EditionStep[]> {
  const page = recordOf(edition, 'pages', id)
  if (page === null) return refuse('missing', 'The page is gone.')
  const { sheet, grid, furniture } = template
  return stepsOf(edition, (builder) => {
    const styleSheet = sheetFor(builder, template.styleSheet, fresh)
    builder.patch('pages', id, { template: template.id, sheet, grid, furniture, styleSheet })
    refitFrames(builder, id, tools)
  })
}

/**
 * Body size and leading of every page with this style sheet. The type area keeps
 * its width, gutters take or give what columns need, and its height, in as many
 * rows as it holds.
 */
export function setBody(
  edition: Edition,
  styleSheet: string,
  wanted: { readonly size?: number; readonly leading?: number },
  tools: ComposeContext,
): Result<readonly EditionStep[]> {
  const sheet = recordOf(edition, 'styleSheets', styleSheet)
  const pages = pagesOf(edition).filter((page) => page.styleSheet === styleSheet)
  if (sheet === null) return refuse('missing', 'The styles are gone.')
  const size = wanted.size ?? sheet.body.size
  const grids: (readonly [Page, Grid])[] = []
  for (const page of pages) {
    const grid = gridWith(page.grid, size, wanted.leading ?? page.grid.leading)
    if (grid === null) {
      return refuse(
        'narrow',
        `On page ${page.folio} the columns and rows have no room for a body of ${size} pt.`,
      )
    }
    grids.push([page, grid])
  }
  return stepsOf(edition, (builder) => {
    builder.patch('styleSheets', styleSheet, { body: { ...sheet.body, size: pt(size) } })
    for (const [{ id }, grid] of grids) {
      builder.patch('pages', id, { grid })
      refitFrames(builder, id, tools)
    }
  })
}

function gridWith(grid: Grid, size: number, leading: number): Grid | null {
  const width = spanWidth(grid, grid.columns)
  const gaps = grid.columns - 1
  const free = width - grid.columns * grid.measure * size
  const gutter = size === grid.bodySize ? grid.gutter : gaps === 0 ? 0 : free / gaps
  const rows = Math.floor((grid.rows * grid.leading) / leading + EPS)
  if (gutter < (gaps === 0 ? 0 : LEAST_GUTTER * size) || free < 0 || leading < size || rows < 1)
    return null
  return { ...grid, bodySize: pt(size), leading: pt(leading), gutter: pt(gutter), rows }
}

/** What stands on the page as its grid is now. */
export function refitFrames(builder: TransactionBuilder, id: PageId, tools: ComposeContext): void {
  const page = recordOf(builder.edition, 'pages', id)
  if (page === null) return
  for (const rubric of recordsOf(builder.edition, 'rubrics')) {
    if (rubric.page === id)
      builder.patch('rubrics', rubric.id, { area: withinGrid(page.grid, rubric.area) })
  }
  for (const frame of framesOn(builder.edition, id)) {
    const area = withinGrid(page.grid, frame.area, frame.kind === 'rule' ? 0 : 1)
    builder.patch('frames', frame.id, { area })
    if (frame.kind === 'picture') {
      const pictureRows = Math.min(frame.pictureRows, area.rows)
      builder.patch('frames', frame.id, { pictureRows })
    }
    if (frame.kind === 'story') refitText(builder, { ...frame, area }, page, tools)
  }
}

function refitText(
  builder: TransactionBuilder,
  frame: StoryFrame,
  page: Page,
  tools: ComposeContext,
): void {
  const choices = columnChoices(builder.edition, frame, page)
  const choice =
    choices.find(({ columns }) => columns === frame.text.columns) ?? choices.at(-1) ?? frame.text
  const measure = Math.min(frame.text.measure, choice.measure)
  const text = { columns: choice.columns, measure }
  const { head } = refitHead(frame, { ...frame, text })
  builder.patch('frames', frame.id, { text, head })
  const area = textAreaIn(builder.edition, frame.id, tools)
  if (area === null) return
  const insets = frame.insets.map((inset) => holdInset(inset, area))
  builder.patch('frames', frame.id, { insets })
}
