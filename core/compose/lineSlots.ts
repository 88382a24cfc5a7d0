/** Where lines may stand: the frame's grid minus its obstacles. Depends on geometry, never on text. */
import type { Inset } from '../model/frame'
import { milliEm, type MilliEm } from '../units'
import { insetOffHead } from './headBlock'
import type { TextArea } from './textArea'

export interface LineSlot {
  readonly column: number
  /** Which of the thread's stretches of text it is in, in reading order. */
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
function legsOf({ columns, rows, head }: TextArea): readonly Leg[] {
  const legs: Leg[] = []
  if (head === null) {
    for (let column = 0; column < columns; column++) legs.push({ column, from: 0, to: rows })
    return legs
  }
  const foot = head.row + head.rows
  if (head.columns === columns) {
    for (let column = 0; column < columns; column++) legs.push({ column, from: 0, to: head.row })
    for (let column = 0; column < columns; column++) legs.push({ column, from: foot, to: rows })
    return legs
  }
  for (let column = 0; column < columns; column++) {
    const isParted = column >= head.column && column < head.column + head.columns
    legs.push({ column, from: 0, to: isParted ? head.row : rows })
    if (isParted) legs.push({ column, from: foot, to: rows })
  }
  return legs
}

/**
 * Adds the slots of a frame in reading order: leg by leg, row by row, left to
 * right. Slots hold whole characters; beside an obstacle the text keeps
 * `clearance` and stays flush with the column's edge. Answers how many legs the
 * thread has then.
 */
export function addSlots<Frame>(
  slots: (LineSlot & { readonly frame: Frame })[],
  frame: Frame,
  area: TextArea,
  insets: readonly Inset[],
  clearance: MilliEm,
  legsBefore: number,
): number {
  const boxes = insets.map((inset) => insetOffHead(inset, area))
  let leg = legsBefore
  for (const { column, from: top, to: foot } of legsOf(area)) {
    const left = column * ((area.pitch * 1000) / area.size)
    const whole: readonly Segment[] = [[0, area.measure]]
    for (let row = top; row < foot; row++) {
      const segments = boxes.length === 0 ? whole : besideBoxes(whole, boxes, row, left, clearance)
      for (const [from, to] of segments) {
        const measure = Math.floor((to - from) / 1000) * 1000
        if (measure < NARROWEST) continue
        const isFlushRight = to === area.measure && from > 0
        const x = milliEm(Math.round(isFlushRight ? to - measure : from))
        slots.push({ column, leg, row, x, measure: milliEm(measure), frame })
      }
    }
    leg++
  }
  return leg
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
