/** A line of the page's own, in no frame: the 报眉's, or one of the manuscript at the foot. */
import type { StoryId } from '../ids'
import type { TextStyle } from '../model/styles'
import type { SetLine } from '../text/types'
import type { Pt } from '../units'
import { placeLine, type PlacedLine } from './placeLines'

/** Where in the manuscript a line's text stands. */
export interface Standing {
  readonly story: StoryId
  /** Position of its first character. */
  readonly base: number
}

/** `style.size` is that of the line; `from` is null for words that no manuscript has. */
export const standingLine = (
  line: SetLine,
  { size, ink }: Pick<TextStyle, 'size' | 'ink'>,
  x: Pt,
  y: Pt,
  from: Standing | null = null,
): PlacedLine =>
  placeLine(line, {
    ...{ x, y, size, ink, scaleX: 1, role: 'furniture' },
    ...{ story: from?.story ?? null, base: from?.base ?? null },
    ...{ frame: null, column: -1, row: -1, first: true, last: true },
  })
