/** 题文关系: how a headline group stands to its text, by the names of the trade. */
import type { Head, HeadPlace } from './frame'

/**
 * 盖文 over all columns, 串文 over some at a side of the frame's head, 眉心 in
 * the middle of its head, 腰题 in mid-text, 竖题 left or right of the text.
 */
export type HeadForm = 'over' | 'beside' | 'between' | 'waist' | 'left' | 'right'

export const HEAD_FORMS: readonly HeadForm[] = [
  'over',
  'beside',
  'between',
  'waist',
  'left',
  'right',
]

/** The place of a head, kept within so many text columns; null where it stands over them all (盖文). */
export function headPlaceIn({ place }: Head, columns: number): HeadPlace | null {
  if (place === undefined) return null
  const across = Math.min(Math.max(1, place.columns), columns)
  const column = Math.min(place.column, columns - across)
  return across === columns && place.row === 0 ? null : { column, columns: across, row: place.row }
}

/** The name of what a head asks for over so many text columns. */
export function headForm(head: Head, columns: number): HeadForm {
  if (head.vertical !== undefined) return head.vertical
  const place = headPlaceIn(head, columns)
  if (place === null) return 'over'
  if (place.row > 0) return 'waist'
  const atSide = place.column === 0 || place.column + place.columns === columns
  return atSide ? 'beside' : 'between'
}
