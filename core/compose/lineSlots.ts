/** Where lines may stand: the frame's grid minus its obstacles. Depends on geometry, never on text. */
import type { Inset } from '../model/frame'
import { milliEm, type MilliEm } from '../units'
import { insetOffHead } from './headBlock'
import type { TextArea } from './textArea'

export interface LineSlot {
  readonly column: number
  /** Which of the area's stretches of text it is in, in reading order. */
  readonly leg: number
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

/** A stretch of a column that is read without a break: a headline among the text ends one and begins another. */
interface Leg {
  readonly column: number
  readonly from: number
  readonly to: number
}

/**
 * The stretches in reading order: column by column, each above its headline and
 * then below it. A headline over all columns bars the way down, so that all
 * columns above it are read before those below.
 */
export function legsOf({ columns, rows, head }: TextArea): readonly Leg[] {
  const all = Array.from({ length: columns }, (_, column) => column)
  if (head === null) return all.map((column) => ({ column, from: 0, to: rows }))
  const above = (column: number): Leg => ({ column, from: 0, to: head.row })
  const below = (column: number): Leg => ({ column, from: head.row + head.rows, to: rows })
  if (head.columns === columns) return [...all.map(above), ...all.map(below)]
  return all.flatMap((column) =>
    column < head.column || column >= head.column + head.columns
      ? [{ column, from: 0, to: rows }]
      : [above(column), below(column)],
  )
}

/**
 * Slots in reading order: leg by leg, row by row, left to right. Slots hold
 * whole characters; beside an obstacle the text keeps `clearance` and stays
 * flush with the column's edge.
 */
export function lineSlots(
  area: TextArea,
  insets: readonly Inset[],
  clearance: MilliEm,
): readonly LineSlot[] {
  const slots: LineSlot[] = []
  const boxes = insets.map((inset) => insetOffHead(inset, area))
  legsOf(area).forEach((leg, index) => addSlots(slots, area, leg, index, boxes, clearance))
  return slots
}

/** Adds the slots of a leg, the `index`th of the area. */
function addSlots(
  slots: LineSlot[],
  area: TextArea,
  { column, from: top, to: foot }: Leg,
  index: number,
  boxes: readonly Inset[],
  clearance: number,
): void {
  const left = column * ((area.pitch * 1000) / area.size)
  const whole: readonly Segment[] = [[0, area.measure]]
  for (let row = top; row < foot; row++) {
    const segments = boxes.length === 0 ? whole : besideBoxes(whole, boxes, row, left, clearance)
    for (const [from, to] of segments) {
      const measure = Math.floor((to - from) / 1000) * 1000
      if (measure < NARROWEST) continue
      const flushRight = to === area.measure && from > 0
      slots.push({
        column,
        leg: index,
        row,
        x: milliEm(Math.round(flushRight ? to - measure : from)),
        measure: milliEm(measure),
      })
    }
  }
}

/** What the boxes leave of a row, in a column whose left edge is `left` from that of the area. */
const besideBoxes = (
  whole: readonly Segment[],
  boxes: readonly Inset[],
  row: number,
  left: number,
  clearance: number,
): readonly Segment[] =>
  boxes
    .filter((box) => row >= box.row && row < box.row + box.rows)
    .reduce((segments, { x, width }) => {
      const from = x - left
      return subtract(segments, from - clearance, from + width + clearance)
    }, whole)
