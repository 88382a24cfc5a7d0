import { printersMarks, slugMeasure, slugOrigin, type MarkStyle } from '../../../core/display/marks'
import type { PageDisplay, TextRun } from '../../../core/display/displayList'
import type { FontSet } from '../../../core/text/types'
import type { ContentWriter } from './content'
import { furnitureRun } from './furnitureRun'

/** Draws the marks of a page as artifacts, those for register on all plates. */
export function drawMarks(content: ContentWriter, page: PageDisplay, style: MarkStyle): void {
  for (const { points, colour } of printersMarks(page, style)) {
    content.mark('artifact')
    if (colour === 'registration') content.registration()
    else content.ink(colour)
    content.outline(points)
  }
}

/** The slug line below the bleed; it runs into no mark. Null when it is not wanted. */
export const slugRun = (
  page: PageDisplay,
  style: MarkStyle,
  text: string,
  fonts: FontSet,
): TextRun | null =>
  style.show.includes('slug')
    ? furnitureRun(text, slugOrigin(page, style), style.slugSize, slugMeasure(page, style), fonts)
    : null
