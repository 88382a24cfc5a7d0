/** A reading tip or an editor's note in its box: bar, label between hairlines, text on the grid's leading. */
import type { Fill } from '../display/displayList'
import { bottom, rect, right, type Rect } from '../geometry'
import type { FrameId, StoryId } from '../ids'
import type { Ink } from '../ink'
import type { Inset } from '../model/frame'
import { rowY, type Grid } from '../model/grid'
import type { StyleSheet } from '../model/styleSheet'
import type { ShapingContext } from '../text/types'
import { pt, type Pt } from '../units'
import type { ComposeCache } from './cache'
import { boxTexts, type BoxBlock } from './collect'
import { insetOffHead } from './headBlock'
import type { PlacedLine } from './placeLines'
import { fillOf } from './rules'
import { placeStack, rangesOf, stackLines, type StackedLine } from './stack'
import type { TextArea } from './textArea'
import type { TextRange } from './types'

/** Rows of the label, and of white under the last line. */
const LABEL_ROWS = 1.8
const FOOT_ROWS = 0.4
const BAR = pt(2)
const EDGE = pt(0.5)
const HAIRLINE = pt(0.3)

export interface BoxLayout {
  readonly items: readonly Fill[]
  readonly lines: readonly PlacedLine[]
  readonly overset: readonly TextRange[]
  readonly oversetLines: number
}

const innerWidth = (width: Pt, sheet: StyleSheet): Pt =>
  pt(width - (2 * sheet.spacing.boxPadding * sheet.tip.size) / 1000)

function boxLines(
  box: BoxBlock,
  width: Pt,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
) {
  const texts = boxTexts(box, sheet)
  const inner = innerWidth(width, sheet)
  const label = stackLines(
    texts.filter((block) => block.role === 'label'),
    inner,
    ctx,
    cache,
  )
  const body = stackLines(
    texts.filter((block) => block.role !== 'label'),
    inner,
    ctx,
    cache,
  )
  return { label, body }
}

/** Whole rows a box of `width` needs, the free space above and below it included. */
export function boxRows(
  box: BoxBlock,
  width: Pt,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): number {
  const { body } = boxLines(box, width, sheet, ctx, cache)
  return Math.ceil(2 * sheet.spacing.insetMargin + LABEL_ROWS + body.length + FOOT_ROWS - 0.02)
}

/** The rectangle of an inset's box on the page, its margins taken off. */
export function insetRect(inset: Inset, area: TextArea, grid: Grid, sheet: StyleSheet): Rect {
  const margin = sheet.spacing.insetMargin * grid.leading
  const { x, width, row, rows } = insetOffHead(inset, area)
  return rect(
    area.x + (x * area.size) / 1000,
    rowY(grid, area.row + row) + margin,
    (width * area.size) / 1000,
    rows * grid.leading - 2 * margin,
  )
}

export function layoutBox(
  box: BoxBlock,
  frame: Rect,
  at: { readonly story: StoryId; readonly frame: FrameId },
  grid: Grid,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): BoxLayout {
  const { label, body } = boxLines(box, frame.width, sheet, ctx, cache)
  const room = Math.max(0, Math.floor(frame.height / grid.leading - LABEL_ROWS - FOOT_ROWS + 0.35))
  const shown = body.slice(0, room)
  const labelBaseline = pt(
    frame.y + BAR + LABEL_ROWS * 0.5 * grid.leading + 0.38 * sheet.tipLabel.size,
  )
  const free = frame.height - (LABEL_ROWS + shown.length) * grid.leading
  const firstBaseline =
    frame.y +
    LABEL_ROWS * grid.leading +
    Math.max(0, free) * 0.4 +
    0.5 * grid.leading +
    0.38 * sheet.tip.size
  const place = {
    x: frame.x,
    width: frame.width,
    leading: grid.leading,
    role: 'tip',
    ...at,
  } as const
  return {
    items: [
      ...frameEdges(frame, sheet.accent, sheet.body.ink),
      ...labelHairlines(label, frame, labelBaseline, sheet),
    ],
    lines: [
      ...placeStack(label, { ...place, baseline: labelBaseline }),
      ...placeStack(shown, { ...place, baseline: pt(firstBaseline) }),
    ],
    overset: rangesOf(body.slice(room)),
    oversetLines: body.length - shown.length,
  }
}

function frameEdges(frame: Rect, accent: Ink, ink: Ink): readonly Fill[] {
  return [
    fillOf(rect(frame.x, frame.y, frame.width, BAR), accent),
    fillOf(rect(frame.x, frame.y, EDGE, frame.height), ink),
    fillOf(rect(right(frame) - EDGE, frame.y, EDGE, frame.height), ink),
    fillOf(rect(frame.x, bottom(frame) - EDGE, frame.width, EDGE), ink),
  ]
}

function labelHairlines(
  label: readonly StackedLine[],
  frame: Rect,
  baseline: Pt,
  sheet: StyleSheet,
): readonly Fill[] {
  const first = label[0]
  if (first === undefined) return []
  const { size } = sheet.tipLabel
  const text = (first.line.setWidth * size) / 1000
  const pad = (sheet.spacing.boxPadding * sheet.tip.size) / 1000
  const length = (frame.width - text) / 2 - pad - 0.6 * size
  if (length < size) return []
  const y = baseline - 0.36 * size
  return [
    fillOf(rect(frame.x + pad, y, length, HAIRLINE), sheet.accent),
    fillOf(rect(right(frame) - pad - length, y, length, HAIRLINE), sheet.accent),
  ]
}
