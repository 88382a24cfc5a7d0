/** A headline group that stands among its text (串文, 眉心, 腰题): an obstacle of whole columns and rows. */
import type { HeadPlace, Inset, StoryFrame } from '../model/frame'
import { cellsRect, rowY, type Grid } from '../model/grid'
import { pt, type Pt } from '../units'
import type { HeadBlock, TextArea } from './textArea'

/** Lines of text above and below a 腰题 at least. */
export const WAIST_KEEPS = 3

/** The cells of a group of `rows` in a frame of `depth` rows, asked for at a place. */
export function headBlock(place: HeadPlace, depth: number, rows: number): HeadBlock {
  const { column, columns } = place
  const last = depth - rows - WAIST_KEEPS
  const inText = place.row > 0 && last >= WAIST_KEEPS
  const row = inText ? Math.min(Math.max(place.row, WAIST_KEEPS), last) : 0
  return { column, columns, row, rows }
}

/** What a headline group is centred in, in points on the page: from where down and how wide. */
export interface HeadBox {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
}

/** A group's columns from the first one's left to the last one's right; over all, the frame inside its padding. */
export function headBox(
  frame: StoryFrame,
  grid: Grid,
  area: TextArea,
  head: Omit<HeadBlock, 'rows'> | null,
): HeadBox {
  const cells = cellsRect(grid, frame.area)
  const y = rowY(grid, frame.area.row + (head?.row ?? 0))
  if (head === null || head.columns === area.columns)
    return { x: pt(cells.x + frame.padding), y, width: pt(cells.width - 2 * frame.padding) }
  const width = (head.columns - 1) * area.pitch + (area.measure * area.size) / 1000
  return { x: pt(area.x + head.column * area.pitch), y, width: pt(width) }
}

/** [from, to) of the text's width that a headline takes, in thousandths of the body em from its left. */
function spanOf({ pitch, size, measure }: TextArea, head: HeadBlock): readonly [number, number] {
  const step = (pitch * 1000) / size
  return [head.column * step, (head.column + head.columns - 1) * step + measure]
}

/** Whether an inset lies on a headline among the text. */
export function insetOverHead(inset: Inset, area: TextArea): boolean {
  const { head } = area
  if (head === null) return false
  const [left, right] = spanOf(area, head)
  const across = inset.x < right && inset.x + inset.width > left
  return across && inset.row < head.row + head.rows && inset.row + inset.rows > head.row
}

/** An inset where it really stands: above or below a headline that it would lie on, whichever is nearer and has room. */
export function insetOffHead(inset: Inset, area: TextArea): Inset {
  const { head } = area
  if (head === null || !insetOverHead(inset, area)) return inset
  const foot = head.row + head.rows
  const off = (row: number): number => Math.abs(row - inset.row)
  const rows = [head.row - inset.rows, foot].filter(
    (row) => row >= 0 && row + inset.rows <= area.rows,
  )
  const row = rows.sort((a, b) => off(a) - off(b))[0]
  return row === undefined ? inset : { ...inset, row }
}
