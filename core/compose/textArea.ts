import type { StoryFrame } from '../model/frame'
import { cellsRect, type Grid } from '../model/grid'
import { milliEm, pt, type MilliEm, type Pt } from '../units'
import { NOTHING_ASIDE, type Aside } from './standingHead'

/** The text columns and rows of an area that the headline group takes. */
export interface HeadBlock {
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
}

/** The text columns of a frame: where they stand and how wide and deep they are. */
export interface TextArea {
  /** Left edge of the first column. */
  readonly x: Pt
  /** From one column's left edge to the next one's. */
  readonly pitch: Pt
  readonly columns: number
  readonly measure: MilliEm
  /** First row on the page grid, and how many rows deep the columns are. */
  readonly row: number
  readonly rows: number
  readonly size: Pt
  /** A headline that stands among the text; null when it stands over the area or beside it. */
  readonly head: HeadBlock | null
}

/**
 * Columns hold whole characters, so what the frame's width leaves over goes
 * into the gutters (破栏: 五破三 of 8 × 13 = 3 × 22 and 1 em); a single column
 * is centred. `headRows` stand over the columns, `head` among them.
 */
export function textAreaOf(
  frame: StoryFrame,
  grid: Grid,
  headRows: number,
  aside: Aside = NOTHING_ASIDE,
  head: HeadBlock | null = null,
): TextArea {
  const area = cellsRect(grid, frame.area)
  const width = area.width - 2 * frame.padding - aside.left - aside.right
  const { columns, measure } = frame.text
  const column = measure * grid.bodySize
  const left = width - columns * column
  const gutter = columns > 1 ? left / (columns - 1) : 0
  return {
    x: pt(area.x + frame.padding + aside.left + (columns > 1 ? 0 : left / 2)),
    pitch: pt(column + gutter),
    columns,
    measure: milliEm(measure * 1000),
    row: frame.area.row + headRows,
    rows: Math.max(0, frame.area.rows - headRows),
    size: grid.bodySize,
    head,
  }
}
