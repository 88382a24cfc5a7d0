/** What make-up has to say about the amount of copy. */
import { counted } from '../counted'
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { cellsRect, type Grid } from '../model/grid'
import type { Page } from '../model/page'
import type { Template } from '../model/template'
import type { Diagnostic } from '../result'
import { mmFromPt, pt } from '../units'
import type { Block } from './blocks'
import { footRectangle, whiteUnder } from './footWhite'
import type { PageTask } from './types'

/** Codes of what is told of a page with too little copy, and of one added for too much. */
export const SHORT = 'makeup.short'
export const ADDED = 'makeup.page-added'

/** White at the foot up to this many rows is not worth a word. */
const SILENT = 2
/** A page is well filled from this part of its type area on. */
const FULL = 0.9

/** Characters of body text that a type area holds. */
export const roomOf = ({ columns, measure, rows }: Grid): number => columns * measure * rows

/** A rectangle of fewer rows at the foot is for no picture or advertisement. */
const SHALLOW = 8

/**
 * Too little copy: rows of white under the blocks, the lines and characters
 * that would fill them, the template that the copy would fill, and the largest
 * rectangle of white at the foot. Its `parts` have that in cells (`column`,
 * `columns`, `row`, `depth` in rows) and in whole millimetres (`width`, `height`);
 * there `columns` is 0 where it is too shallow for a picture or an advertisement.
 */
export function shortDiagnostic(
  task: PageTask,
  blocks: readonly Block[],
  templates: readonly Template[],
): readonly Diagnostic[] {
  const { grid, folio } = task.page
  if (blocks.length === 0) return []
  const white = whiteUnder(grid, blocks)
  const lines = white.reduce((sum, rows) => sum + (rows > SILENT ? rows : 0), 0)
  if (lines === 0) return []
  const deepest = Math.max(...white)
  const characters = lines * grid.measure
  const template = smallerTemplate(roomOf(grid) - characters, templates)
  const free = freeAtFoot(task, blocks)
  const filling =
    free.columns === 0
      ? 'enlarge a picture'
      : `put a picture or an advertisement of ${free.width} × ${free.height} mm (${counted(free.columns, 'column')} × ${counted(free.depth, 'row')}) there`
  const smaller = template === '' ? 'a smaller template' : `the template ${template}`
  return [
    {
      severity: 'warning',
      code: SHORT,
      message: `Page ${folio} is short: up to ${deepest} rows at its foot are white, room for about ${lines} lines or ${characters} characters; add copy, ${filling} or choose ${smaller}.`,
      where: { page: folio },
      parts: { rows: deepest, lines, characters, template, ...free },
    },
  ]
}

/** The rectangle at the foot that a picture or an advertisement would fill: in cells and in millimetres. */
function freeAtFoot({ page: { grid }, house }: PageTask, blocks: readonly Block[]) {
  const cells = footRectangle(grid, blocks, house.gapRows)
  if (cells === null || cells.rows < SHALLOW)
    return { column: 0, columns: 0, row: 0, depth: 0, width: 0, height: 0 }
  const { column, columns, row, rows: depth } = cells
  const { width, height } = cellsRect(grid, cells)
  const [wide, high] = [width, height].map((side) => Math.round(mmFromPt(pt(side))))
  return { column, columns, row, depth, width: wide ?? 0, height: high ?? 0 }
}

/** The largest template that so many characters' room would fill; empty without one. */
const smallerTemplate = (needed: number, templates: readonly Template[]): string =>
  templates
    .filter(({ grid }) => needed <= roomOf(grid) && needed >= FULL * roomOf(grid))
    .sort((a, b) => roomOf(b.grid) - roomOf(a.grid))[0]?.id ?? ''

const slugsOf = (edition: Edition, stories: readonly StoryId[]): string =>
  stories.map((story) => `《${edition.stories[story]?.slug ?? story}》`).join('')

/**
 * Too much copy: what the added page took, in lines and characters, and the
 * template whose page would hold all, when there is one.
 */
export function addedDiagnostic(
  edition: Edition,
  page: Page,
  { stories, characters }: { readonly stories: readonly StoryId[]; readonly characters: number },
  templates: readonly Template[],
): Diagnostic {
  const { grid } = page
  const lines = Math.ceil(characters / grid.measure)
  const needed = roomOf(grid) + characters
  const larger = templates
    .filter((template) => roomOf(template.grid) >= needed)
    .sort((a, b) => roomOf(a.grid) - roomOf(b.grid))[0]
  const advice = larger === undefined ? '' : `, choose the template ${larger.id}`
  return {
    severity: 'warning',
    code: ADDED,
    message: `The copy is more than its pages hold by about ${counted(lines, 'line')} or ${counted(characters, 'character')}: page ${page.folio} was added for ${slugsOf(edition, stories)}; cut copy${advice} or keep the page.`,
    where: { page: page.folio },
    parts: { lines, characters, stories: slugsOf(edition, stories), template: larger?.id ?? '' },
  }
}

export const impossibleDiagnostic = (edition: Edition, story: StoryId): Diagnostic => ({
  severity: 'error',
  code: 'makeup.unplaced',
  message: `${slugsOf(edition, [story])} fits no page of this template in any form; place it by hand, divide it or choose another template.`,
  where: { story },
  parts: { stories: slugsOf(edition, [story]) },
})

/** Copy that waits because `pages` were added already and are enough. */
export const tooMuchDiagnostic = (
  pages: number,
  stories: number,
  characters: number,
): Diagnostic => ({
  severity: 'error',
  code: 'makeup.too-much',
  message: `${pages} pages were added and the copy is still not placed: ${stories === 1 ? '1 story' : `${stories} stories`} with ${counted(characters, 'character')} ${stories === 1 ? 'waits' : 'wait'}. Choose a template that holds more, or make up fewer stories at once.`,
  parts: { pages, stories, characters },
})
