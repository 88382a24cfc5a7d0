/** Where a story's boxes and pictures stand among its text columns. */
import { boxRows } from '../compose/box'
import { captionRows } from '../compose/picture'
import type { Node } from 'prosemirror-model'
import type { Inset } from '../model/frame'
import { milliEm, pt } from '../units'
import type { TextColumns } from './measures'
import { pictureProportions } from './proportions'
import type { PageTask } from './types'

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
/** What it costs to set a box as part of the text. */
const RUNS_IN = 4
/** What it costs to set one at the side of text that is no deeper. */
const SHALLOW = 2
/** Rows above and below the middle of the text at which a box is tried: where it stands decides how columns end. */
const TRIES = [0, -2, 2, -4, 4]

function boxesOf(doc: Node, placed: ReadonlySet<string>): readonly Box[] {
  const boxes: Box[] = []
  doc.forEach((node, pos) => {
    const kind = node.type.name
    if (placed.has(String(node.attrs['id']))) return
    if (kind === 'figure' || kind === 'readingTip' || kind === 'editorNote') {
      boxes.push({ id: String(node.attrs['id']), node, pos, kind })
    }
  })
  return boxes
}

/** Depth that the text alone would have, roughly: where the middle of the columns is. */
function roughDepth(doc: Node, text: TextColumns, boxArea: number): number {
  let lines = 0
  doc.forEach((node) => {
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
 * of the last columns. The text runs around them. Boxes in `placed` stand on
 * an earlier page.
 */
export function insetPlans(
  task: PageTask,
  doc: Node,
  placed: ReadonlySet<string>,
  text: TextColumns,
): readonly InsetPlan[] {
  const boxes = boxesOf(doc, placed)
  const figures = boxes.filter((box) => box.kind === 'figure')
  const tips = boxes.filter((box) => box.kind !== 'figure')
  const none: InsetPlan = { insets: [], cost: 0 }
  const sets = figures.length === 0 ? [none] : figurePlans(task, figures, text)
  return sets.flatMap((set) => tipPlans(task, doc, tips, text, set))
}

const widthPt = (task: PageTask, milli: number): number => (milli * task.page.grid.bodySize) / 1000

/** Rounded down, so that what fills the last column does not reach over the frame. */
const pitchOf = (text: TextColumns): number => Math.floor((text.measure + text.gutter) * 1000)

function spanOf(
  text: TextColumns,
  column: number,
  count: number,
): { readonly x: number; readonly width: number } {
  const pitch = pitchOf(text)
  return { x: column * pitch, width: (count - 1) * pitch + text.measure * 1000 }
}

/** Each box in each of its places; one that has none runs in the text. */
function tipPlans(
  task: PageTask,
  doc: Node,
  tips: readonly Box[],
  text: TextColumns,
  beside: InsetPlan,
): readonly InsetPlan[] {
  const [first, ...more] = tips
  if (first === undefined) return [beside]
  const plans = placesOf(task, text)
    .flatMap((place) => tipRows(task, doc, first, text, beside, place))
    .filter(({ inset }) => !beside.insets.some((other) => touch(inset, other)))
  const found = plans.length > 0 ? plans : shallowPlaces(task, doc, first, text, beside)
  if (found.length === 0) {
    return tipPlans(task, doc, more, text, { ...beside, cost: beside.cost + RUNS_IN })
  }
  return found.flatMap(({ inset, cost }) => {
    const crowd = beside.insets.some((other) => isOver(inset, other)) ? 4 : 0
    const insets = [...beside.insets, inset]
    return tipPlans(task, doc, more, text, { insets, cost: beside.cost + cost + crowd })
  })
}

interface Placed {
  readonly inset: Inset
  readonly cost: number
}

interface TipPlace {
  readonly x: number
  readonly width: number
  readonly cost: number
}

/** A tip near the middle of the text's depth, an editor's note at its head. */
function tipRows(
  task: PageTask,
  doc: Node,
  box: Box,
  text: TextColumns,
  beside: InsetPlan,
  { x, width, cost }: TipPlace,
): readonly Placed[] {
  const rows = rowsOfBox(task, box, width)
  const depth = roughDepth(doc, text, rows * (width / 1000) + areaOf(beside.insets))
  if (depth < rows + 1) return []
  const at = (row: number, more: number) => ({
    inset: insetOf(box, x, width, row, rows),
    cost: cost + more,
  })
  const middle = Math.round((depth - rows) * 0.42)
  if (box.kind === 'editorNote') return [at(0, 0)]
  if (middle < LINES_AROUND) return [at(0, 2)]
  return TRIES.filter((shift) => middle + shift >= LINES_AROUND).map((shift) =>
    at(middle + shift, Math.abs(shift) * 0.15),
  )
}

/** Beside text too shallow for a box in its midst: over as few of the last columns as let it end with them. */
function shallowPlaces(
  task: PageTask,
  doc: Node,
  box: Box,
  text: TextColumns,
  beside: InsetPlan,
): readonly Placed[] {
  if (beside.insets.length > 0) return []
  for (let count = 1; count < text.columns; count++) {
    const { x, width } = spanOf(text, text.columns - count, count)
    const rows = rowsOfBox(task, box, width)
    if (rows <= roughDepth(doc, text, rows * (width / 1000)))
      return [{ inset: insetOf(box, x, width, 0, rows), cost: SHALLOW }]
  }
  return []
}

const areaOf = (insets: readonly Inset[]): number =>
  insets.reduce((sum, inset) => sum + (inset.rows * inset.width) / 1000, 0)

/** Whether two boxes share a column. */
const isOver = (a: Inset, b: Inset): boolean => a.x < b.x + b.width && b.x < a.x + a.width

/** Whether two boxes leave no decent run of text between them. */
const touch = (a: Inset, b: Inset): boolean =>
  a.x < b.x + b.width + 2000 &&
  b.x < a.x + a.width + 2000 &&
  a.row < b.row + b.rows + LINES_AROUND &&
  b.row < a.row + a.rows + LINES_AROUND

const insetOf = (box: Box, x: number, width: number, row: number, rows: number): Inset => ({
  block: box.id,
  x: milliEm(x),
  width: milliEm(width),
  row,
  rows,
})

function rowsOfBox(task: PageTask, box: Box, width: number): number {
  const ctx = { fonts: task.fonts, rules: task.sheet.rules }
  return boxRows(box, pt(widthPt(task, width)), task.sheet, ctx, task.cache)
}

/** Left edge and width of a tip box: straddling first, then each middle column. */
function placesOf(task: PageTask, text: TextColumns): readonly TipPlace[] {
  const { besideBox, boxMeasure } = task.house
  const clearance = task.sheet.spacing.insetClearance
  const pitch = pitchOf(text)
  const straddling = pitch + text.measure * 1000 - 2 * besideBox * 1000 - 2 * clearance
  const middle = Math.floor((text.columns - 1) / 2)
  const places: TipPlace[] = []
  if (text.columns >= 2 && straddling >= boxMeasure * 1000) {
    const column = Math.max(0, Math.floor((text.columns - 2) / 2))
    places.push({ x: column * pitch + besideBox * 1000 + clearance, width: straddling, cost: 0 })
  }
  places.push({ ...spanOf(text, middle, 1), cost: text.columns === 1 ? 1 : 0.5 })
  if (text.columns > 2 && text.columns % 2 === 0)
    places.push({ ...spanOf(text, middle + 1, 1), cost: 0.6 })
  return places
}

/** Figures at the heads of the last columns, from left to right; one under another when there are more of them. */
function figurePlans(
  task: PageTask,
  figures: readonly Box[],
  text: TextColumns,
): readonly InsetPlan[] {
  const spans = text.columns === 1 ? [1] : [1, 2]
  return spans.flatMap((span) =>
    [0, 1, 2].flatMap((step): readonly InsetPlan[] => {
      const places = Math.floor(text.columns / span)
      const depths = new Array<number>(places).fill(0)
      const insets: Inset[] = []
      let cost = span === text.columns ? 1 : 0
      figures.forEach((figure, i) => {
        const left = figures.length - i
        const at = Math.min(places - (i % places), left) - 1
        const place = spanOf(text, text.columns - span * (at + 1), span)
        const proportion = pictureProportions(task, figure.node)[step]
        if (proportion === undefined) return
        const rows = figureRows(task, figure, widthPt(task, place.width), proportion.ratio)
        insets.push(insetOf(figure, place.x, place.width, depths[at] ?? 0, rows))
        depths[at] = (depths[at] ?? 0) + rows
        cost += proportion.cost
      })
      return Math.max(...depths) < task.page.grid.rows ? [{ insets, cost }] : []
    }),
  )
}

function figureRows(task: PageTask, figure: Box, width: number, ratio: number): number {
  const { sheet, page } = task
  const ctx = { fonts: task.fonts, rules: sheet.rules }
  const words = captionRows(figure.node, pt(width), sheet, ctx, task.cache)
  return Math.ceil(width / ratio / page.grid.leading + words + 2 * sheet.spacing.insetMargin)
}
