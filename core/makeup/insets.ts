/** Where a story's boxes and pictures stand among its text columns. */
import { boxRows } from '../compose/box'
import { captionRows } from '../compose/picture'
import type { Node } from 'prosemirror-model'
import type { Inset } from '../model/frame'
import { milliEm, pt } from '../units'
import type { TextColumns } from './measures'
import { pictureProportions } from './proportions'
import type { Desk, Ranked } from './types'

/** One arrangement of all boxes and pictures of a story. */
export interface InsetPlan {
  readonly insets: readonly Inset[]
  readonly cost: number
}

interface Box {
  readonly id: string
  readonly node: Node
  readonly pos: number
  readonly kind: 'figure' | 'readingTip' | 'editorNote'
}

/** Text lines that stand above and below a box in mid-column at least. */
const LINES_AROUND = 4

function boxesOf(rank: Ranked): readonly Box[] {
  const boxes: Box[] = []
  rank.story.doc.forEach((node, pos) => {
    const kind = node.type.name
    if (kind === 'figure' || kind === 'readingTip' || kind === 'editorNote') {
      boxes.push({ id: String(node.attrs['id']), node, pos, kind })
    }
  })
  return boxes
}

/** Depth that the text alone would have, roughly: where the middle of the columns is. */
function roughDepth(rank: Ranked, text: TextColumns, boxArea: number): number {
  let lines = 0
  rank.story.doc.forEach((node) => {
    const type = node.type.name
    if (type === 'paragraph')
      lines += Math.ceil((node.textContent.length + 2) / (text.measure - 0.3))
    if (type === 'subhead') lines += 2
  })
  return (lines + boxArea / text.measure) / text.columns
}

/**
 * Arrangements worth trying. A tip straddles two columns where enough text
 * stays beside it, else it fills a middle column; a picture stands at the head
 * of the last columns. The text runs around them.
 */
export function insetPlans(desk: Desk, rank: Ranked, text: TextColumns): readonly InsetPlan[] {
  const boxes = boxesOf(rank)
  if (boxes.length === 0) return [{ insets: [], cost: 0 }]
  const figures = boxes.filter((box) => box.kind === 'figure')
  const figureSets =
    figures.length === 0 ? [{ insets: [], cost: 0 }] : figurePlans(desk, figures, text)
  const tips = boxes.filter((box) => box.kind !== 'figure')
  return figureSets.flatMap((set) => tipPlans(desk, rank, tips, text, set))
}

const widthPt = (desk: Desk, milli: number): number => (milli * desk.page.grid.bodySize) / 1000

const pitchOf = (text: TextColumns): number => Math.round((text.measure + text.gutter) * 1000)

function spanOf(
  text: TextColumns,
  column: number,
  count: number,
): { readonly x: number; readonly width: number } {
  const pitch = pitchOf(text)
  return { x: column * pitch, width: (count - 1) * pitch + text.measure * 1000 }
}

function tipPlans(
  desk: Desk,
  rank: Ranked,
  tips: readonly Box[],
  text: TextColumns,
  beside: InsetPlan,
): readonly InsetPlan[] {
  if (tips.length === 0) return [beside]
  const [first, ...more] = tips
  if (first === undefined) return [beside]
  const plans = placesOf(desk, text).flatMap(({ x, width, cost }) => {
    const rows = rowsOfBox(desk, first, width)
    const depth = roughDepth(rank, text, rows * (width / 1000) + areaOf(beside.insets))
    const middle = first.kind === 'editorNote' ? 0 : Math.round((depth - rows) * 0.42)
    if (first.kind === 'readingTip' && middle < LINES_AROUND) {
      return depth < rows ? [] : [insetAt(first, x, width, 0, rows, cost + 2)]
    }
    const tries = first.kind === 'editorNote' ? [0] : [middle, middle - 3, middle + 3]
    return tries
      .filter((row) => row === 0 || row >= LINES_AROUND)
      .map((row, i) => insetAt(first, x, width, row, rows, cost + i * 0.4))
  })
  return plans
    .filter(({ inset }) => !beside.insets.some((other) => touch(inset, other)))
    .flatMap(({ inset, cost }) =>
      tipPlans(desk, rank, more, text, {
        insets: [...beside.insets, inset],
        cost: beside.cost + cost,
      }),
    )
}

const areaOf = (insets: readonly Inset[]): number =>
  insets.reduce((sum, inset) => sum + (inset.rows * inset.width) / 1000, 0)

const touch = (a: Inset, b: Inset): boolean =>
  a.x < b.x + b.width + 2000 &&
  b.x < a.x + a.width + 2000 &&
  a.row <= b.row + b.rows &&
  b.row <= a.row + a.rows

const insetAt = (box: Box, x: number, width: number, row: number, rows: number, cost: number) => ({
  inset: { block: box.id, x: milliEm(x), width: milliEm(width), row, rows } satisfies Inset,
  cost,
})

function rowsOfBox(desk: Desk, box: Box, width: number): number {
  const ctx = { fonts: desk.fonts, rules: desk.sheet.rules }
  return boxRows(box, pt(widthPt(desk, width)), desk.sheet, ctx, desk.cache)
}

/** Left edge and width of a tip box: straddling first, then each middle column. */
function placesOf(
  desk: Desk,
  text: TextColumns,
): readonly { readonly x: number; readonly width: number; readonly cost: number }[] {
  const { besideBox, boxMeasure } = desk.house
  const clearance = desk.sheet.spacing.insetClearance
  const pitch = pitchOf(text)
  const straddling = pitch + text.measure * 1000 - 2 * besideBox * 1000 - 2 * clearance
  const middle = Math.floor((text.columns - 1) / 2)
  const places: { x: number; width: number; cost: number }[] = []
  if (text.columns >= 2 && straddling >= boxMeasure * 1000) {
    const column = Math.max(0, Math.floor((text.columns - 2) / 2))
    places.push({ x: column * pitch + besideBox * 1000 + clearance, width: straddling, cost: 0 })
  }
  places.push({ ...spanOf(text, middle, 1), cost: text.columns === 1 ? 1 : 0.5 })
  if (text.columns > 2 && text.columns % 2 === 0)
    places.push({ ...spanOf(text, middle + 1, 1), cost: 0.6 })
  return places
}

/** All figures side by side or one under another at the head of the last columns. */
function figurePlans(desk: Desk, figures: readonly Box[], text: TextColumns): readonly InsetPlan[] {
  const plans: InsetPlan[] = []
  const widest = Math.min(2, text.columns)
  for (let span = 1; span <= widest; span++) {
    for (const step of [0, 1, 2]) {
      let row = 0
      let cost = 0
      const insets: Inset[] = []
      for (const figure of figures) {
        const place = spanOf(text, text.columns - span, span)
        const width = widthPt(desk, place.width)
        const proportion = pictureProportions(desk, figure.node)[step]
        if (proportion === undefined) break
        const rows = figureRows(desk, figure, width, proportion.ratio)
        insets.push({
          block: figure.id,
          x: milliEm(place.x),
          width: milliEm(place.width),
          row,
          rows,
        })
        cost += proportion.cost + (span === text.columns ? 1 : 0)
        row += rows
      }
      if (insets.length === figures.length && row < desk.page.grid.rows)
        plans.push({ insets, cost })
    }
  }
  return plans
}

function figureRows(desk: Desk, figure: Box, width: number, ratio: number): number {
  const { sheet, page } = desk
  const ctx = { fonts: desk.fonts, rules: sheet.rules }
  const words = captionRows(figure.node, pt(width), sheet, ctx, desk.cache)
  return Math.ceil(width / ratio / page.grid.leading + words + 2 * sheet.spacing.insetMargin)
}
