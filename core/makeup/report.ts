/** What make-up has to say about the amount of copy. */
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import type { Page } from '../model/page'
import type { Diagnostic } from '../result'
import { bottomOf, rightOf, type Block } from './blocks'
import type { Desk } from './types'

/** White at the foot up to this many rows is not worth a word. */
const SILENT = 2

/** Too little copy: rows of white under the blocks, and the characters that would fill them. */
export function shortDiagnostic(desk: Desk, blocks: readonly Block[]): readonly Diagnostic[] {
  const { grid, folio } = desk.page
  if (blocks.length === 0) return []
  let cells = 0
  let deepest = 0
  for (let column = 0; column < grid.columns; column++) {
    const own = blocks.filter((block) => block.column <= column && rightOf(block) > column)
    const white = grid.rows - Math.max(0, ...own.map(bottomOf))
    deepest = Math.max(deepest, white)
    if (white > SILENT) cells += white
  }
  if (cells === 0) return []
  return [
    {
      severity: 'warning',
      code: 'makeup.short',
      message: `Page ${folio} is short: up to ${deepest} rows at its foot are white, room for about ${cells * grid.measure} characters; add copy, enlarge a picture or choose a smaller template.`,
      where: { page: folio },
    },
  ]
}

const slugsOf = (edition: Edition, stories: readonly StoryId[]): string =>
  stories.map((story) => `《${edition.stories[story]?.slug ?? story}》`).join('')

export const addedDiagnostic = (
  edition: Edition,
  page: Page,
  stories: readonly StoryId[],
): Diagnostic => ({
  severity: 'warning',
  code: 'makeup.page-added',
  message: `The copy is more than its pages hold: page ${page.folio} was added for ${slugsOf(edition, stories)}; cut copy or keep the page.`,
  where: { page: page.folio },
})

export const impossibleDiagnostic = (edition: Edition, story: StoryId): Diagnostic => ({
  severity: 'warning',
  code: 'makeup.unplaced',
  message: `${slugsOf(edition, [story])} fits no page of this template in any form; place it by hand, divide it or choose another template.`,
  where: { story },
})
