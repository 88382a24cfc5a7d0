/** Where lines may stand: the frame's grid minus its obstacles. Depends on geometry, never on text. */
import type { Inset } from '../model/frame'
import { milliEm, type MilliEm } from '../units'
import type { TextArea } from './textArea'

export interface LineSlot {
  readonly column: number
  /** Row counted from the top of the text area. */
  readonly row: number
  /** From the column's left edge. */
  readonly x: MilliEm
  readonly measure: MilliEm
}

/** A slot narrower than this holds no line: text of four characters cannot be justified. */
const NARROWEST = 5000

/** [from, to) of a row still free, in thousandths of an em from the column's left. */
type Segment = readonly [number, number]

function subtract(segments: readonly Segment[], from: number, to: number): readonly Segment[] {
  return segments.flatMap(([a, b]): Segment[] => {
    const kept: Segment[] = []
    if (from > a) kept.push([a, Math.min(b, from)])
    if (to < b) kept.push([Math.max(a, to), b])
    return kept.filter(([x, y]) => y > x)
  })
}

/**
 * Slots in reading order: column by column, row by row, left to right. Slots
 * hold whole characters; beside an obstacle the text keeps `clearance` and
 * stays flush with the column's edge. `depths` limits single columns
 * (balancing); all are `area.rows` deep without it.
 */
export function lineSlots(
  area: TextArea,
  insets: readonly Inset[],
  clearance: MilliEm,
  depths?: readonly number[],
): readonly LineSlot[] {
  const slots: LineSlot[] = []
  const pitch = (area.pitch * 1000) / area.size
  for (let column = 0; column < area.columns; column++) {
    const depth = Math.min(area.rows, depths?.[column] ?? area.rows)
    for (let row = 0; row < depth; row++) {
      let segments: readonly Segment[] = [[0, area.measure]]
      for (const inset of insets) {
        if (row < inset.row || row >= inset.row + inset.rows) continue
        const from = inset.x - column * pitch
        segments = subtract(segments, from - clearance, from + inset.width + clearance)
      }
      for (const [from, to] of segments) {
        const whole = Math.floor((to - from) / 1000) * 1000
        if (whole < NARROWEST) continue
        const flushRight = to === area.measure && from > 0
        slots.push({
          column,
          row,
          x: milliEm(Math.round(flushRight ? to - whole : from)),
          measure: milliEm(whole),
        })
      }
    }
  }
  return slots
}
