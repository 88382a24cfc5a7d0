/** What make-up has to say about the amount of copy. */
import { counted } from '../counted'
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import type { Grid } from '../model/grid'
import type { Page } from '../model/page'
import type { Template } from '../model/template'
import type { Diagnostic } from '../result'
import { bottomOf, rightOf, type Block } from './blocks'
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

/**
 * Too little copy: rows of white under the blocks, the lines and characters
 * that would fill them, and the template that the copy would fill.
 */
export function shortDiagnostic(
  task: PageTask,
  blocks: readonly Block[],
  templates: readonly Template[],
): readonly Diagnostic[] {
  const { grid, folio } = task.page
  if (blocks.length === 0) return []
  let lines = 0
  let deepest = 0
  for (let column = 0; column < grid.columns; column++) {
    const own = blocks.filter((block) => block.column <= column && rightOf(block) > column)
    const white = grid.rows - Math.max(0, ...own.map(bottomOf))
    deepest = Math.max(deepest, white)
    if (white > SILENT) lines += white
  }
  if (lines === 0) return []
  const characters = lines * grid.measure
  const advice = smallerTemplate(roomOf(grid) - characters, templates)
  return [
    {
      severity: 'warning',
      code: SHORT,
      message: `Page ${folio} is short: up to ${deepest} rows at its foot are white, room for about ${lines} lines or ${characters} characters; add copy, enlarge a picture${advice}.`,
      where: { page: folio },
      parts: { rows: deepest, lines, characters },
    },
  ]
}

/** The largest template that so many characters' room would fill. */
function smallerTemplate(needed: number, templates: readonly Template[]): string {
  const fit = templates
    .filter(({ grid }) => needed <= roomOf(grid) && needed >= FULL * roomOf(grid))
    .sort((a, b) => roomOf(b.grid) - roomOf(a.grid))[0]
  return fit === undefined ? ' or choose a smaller template' : ` or choose the template ${fit.id}`
}

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
