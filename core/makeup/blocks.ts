/** Blocks in their places: what the search found, with stacks taken apart and white moved from the foot. */
import { LABEL_ROWS } from '../compose/rubric'
import { hasHead } from '../compose/head'
import { headForm, headPlaceIn, type HeadForm } from '../model/headForm'
import type { Spot } from './plan'
import { LEFT_HEAD, RIGHT_HEAD } from './slicing'
import type { PageTask, Form, PictureForm, RubricForm, StoryForm } from './types'

/** One story, picture story or 栏目 on the page. The rows are those it fills. */
export interface Block {
  readonly form: StoryForm | PictureForm | RubricForm
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
  /** Fixed by hand: its frame is in the edition already. */
  readonly fixed?: true
}

export interface FormChoice {
  /** The form whose depth and white come cheapest for a spot. */
  (spot: Spot): Form
}

/** Upper corners of its block that a form's headline takes. */
export function cornersOf(form: Form): number {
  if (form.kind === 'stack') return LEFT_HEAD | RIGHT_HEAD
  if (isOpenRubric(form)) return LEFT_HEAD | RIGHT_HEAD
  if (form.kind !== 'story') return 0
  if (form.head === null) return LEFT_HEAD | RIGHT_HEAD
  return CORNERS[headForm(form.head, form.text.columns)]
}

const CORNERS: Readonly<Record<HeadForm, number>> = {
  over: LEFT_HEAD | RIGHT_HEAD,
  beside: LEFT_HEAD,
  between: 0,
  waist: 0,
  left: LEFT_HEAD,
  right: RIGHT_HEAD,
}

/**
 * White below a block that reaches the page's foot goes above it, so that the
 * foot is even; nothing moves into a neighbour, for it stays in its own spot.
 */
export function blocksOf(
  task: PageTask,
  spots: readonly Spot[],
  choose: FormChoice,
): readonly Block[] {
  const depth = Math.max(0, ...spots.map((spot) => spot.row + spot.rows))
  return spots.flatMap((spot) => {
    const form = choose(spot)
    const atFoot = spot.row + spot.rows === depth && spot.row > 0
    const row = spot.row + (atFoot ? spot.rows - form.rows : 0)
    return unstacked(task, form, spot.column, spot.columns, row)
  })
}

function unstacked(
  task: PageTask,
  form: Form,
  column: number,
  columns: number,
  top: number,
): readonly Block[] {
  if (form.kind !== 'stack') return [{ form, column, columns, row: top, rows: form.rows }]
  let row = top
  return form.parts.flatMap((part) => {
    const blocks = unstacked(task, part, column, columns, row)
    row += part.rows + task.house.gapRows
    return blocks
  })
}

/** A 栏目 under a rule instead of in a box: its title meets a headline beside it. */
export const isOpenRubric = (form: Form): form is RubricForm =>
  form.kind === 'rubric' && form.rubric.style === 'rule'

/** One whose title has a rule of its own over it. */
export const isRuledRubric = (form: Form): boolean =>
  isOpenRubric(form) && form.titleRows > LABEL_ROWS

/** Blocks with a frame or a tint of their own: no rule stands beside them. */
export const isBoxed = ({ form }: Block): boolean =>
  (form.kind === 'rubric' && !isOpenRubric(form)) || (form.kind === 'picture' && form.tint)

/** Level of the block's headline; 9 when it has none. */
export const levelOf = ({ form }: Block): number =>
  form.kind === 'story' ? (form.head?.level ?? 9) : 9

/** Rows that the short headline of a continued story takes, about. */
const JUMP_HEAD_ROWS = 2

/** Rows of the page in which the block's headline meets a neighbour at a side; empty when it does not. */
export function headSpan(block: Block, side: 'left' | 'right'): readonly [number, number] {
  const { form, row } = block
  if (isOpenRubric(form)) return [row, row + form.titleRows + (form.members[0]?.headRows ?? 0)]
  if (form.kind !== 'story') return [row, row]
  const standing = form.head?.vertical
  if (standing !== undefined) return standing === side ? [row, bottomOf(block)] : [row, row]
  const place = form.head && headPlaceIn(form.head, form.text.columns)
  if (place && place.row > 0) {
    const end = side === 'left' ? place.column : form.text.columns - place.column - place.columns
    const head = row + place.row
    return end === 0 ? [head, head + form.headRows] : [row, row]
  }
  if (form.head !== null) {
    const corner = side === 'left' ? LEFT_HEAD : RIGHT_HEAD
    return (cornersOf(form) & corner) === 0 ? [row, row] : [row, row + form.headRows]
  }
  return [row, hasHead(form.rank.story.doc) ? row + JUMP_HEAD_ROWS : row]
}

export const bottomOf = (block: Block): number => block.row + block.rows
export const rightOf = (block: Block): number => block.column + block.columns

export const overlapOf = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/** Whether two blocks stand side by side with only a gutter between them. */
export const besides = (a: Block, b: Block): boolean =>
  (rightOf(a) === b.column || rightOf(b) === a.column) && a.row < bottomOf(b) && b.row < bottomOf(a)

/** Whether one stands over the other with only a gap between them. */
export const stacked = (a: Block, b: Block, gap: number): boolean =>
  overlapOf([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0 &&
  (Math.abs(bottomOf(a) - b.row) <= gap || Math.abs(bottomOf(b) - a.row) <= gap)
