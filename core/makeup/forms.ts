/** Every way to set a unit at a width, and the cost of each depth. */
import { LABEL_ROWS } from '../compose/rubric'
import { assertNever } from '../result'
import { pt } from '../units'
import { amongForms } from './amongForms'
import { cornersOf } from './blocks'
import { pictureForms } from './pictureForms'
import { standingForms, storyForms } from './storyForms'
import type { PageTask, Form, LoneUnit, RubricForm, StackForm, StoryForm } from './types'

export function formsOf(task: PageTask, unit: LoneUnit, columns: number): readonly Form[] {
  const forms = allForms(task, unit, columns).filter(
    (form) => form.rows <= task.page.grid.rows && Number.isFinite(form.cost),
  )
  return cheapest(forms)
}

function allForms(task: PageTask, unit: LoneUnit, columns: number): readonly Form[] {
  switch (unit.kind) {
    case 'story': {
      const over = storyForms(task, unit.rank, columns, pt(0))
      return [
        ...over,
        ...standingForms(task, unit.rank, columns),
        ...amongForms(task, unit.rank, columns, over),
      ]
    }
    case 'picture':
      return pictureForms(task, unit.story, columns, unit.tint)
    case 'rubric':
      return rubricForms(task, unit, columns)
    default:
      return assertNever(unit)
  }
}

/** The cheapest form of each depth and place of its headline, in order of depth. */
function cheapest<F extends Form>(forms: readonly F[]): readonly F[] {
  const best = new Map<number, F>()
  for (const form of forms) {
    const key = form.rows * 4 + cornersOf(form)
    const known = best.get(key)
    if (known === undefined || form.cost < known.cost) best.set(key, form)
  }
  return [...best.values()].sort((a, b) => a.rows - b.rows)
}

/** Lists of one form each, joined by depth: the cheapest for each total. */
function joined<F extends Form>(
  lists: readonly (readonly F[])[],
  gap: number,
): readonly { readonly rows: number; readonly cost: number; readonly parts: readonly F[] }[] {
  let sums: { rows: number; cost: number; parts: readonly F[] }[] = [
    { rows: -gap, cost: 0, parts: [] },
  ]
  for (const list of lists) {
    const next = new Map<number, { rows: number; cost: number; parts: readonly F[] }>()
    for (const sum of sums) {
      for (const form of list) {
        const rows = sum.rows + gap + form.rows
        const cost = sum.cost + form.cost
        const known = next.get(rows)
        if (known === undefined || cost < known.cost)
          next.set(rows, { rows, cost, parts: [...sum.parts, form] })
      }
    }
    sums = [...next.values()]
  }
  return sums
}

function rubricForms(
  task: PageTask,
  unit: LoneUnit & { kind: 'rubric' },
  columns: number,
): readonly RubricForm[] {
  const { house } = task
  const boxed = unit.rubric.style === 'box'
  const lists = unit.members.map((member) =>
    cheapest<StoryForm>(storyForms(task, member, columns, pt(boxed ? house.boxPadding : 0))),
  )
  const isLabel = !boxed && unit.members.length === 1
  const titleRows = isLabel ? LABEL_ROWS : house.rubricTitleRows
  const around = titleRows + (boxed ? house.rubricFootRows : 0)
  return joined(lists, house.rubricGapRows).map(({ rows, cost, parts }) => ({
    kind: 'rubric',
    rubric: unit.rubric,
    titleRows,
    members: parts,
    rows: rows + around,
    cost: cost + unevenLevels(parts),
  }))
}

/** Stories under one title have headlines of one size. */
const unevenLevels = (members: readonly StoryForm[]): number =>
  new Set(members.map((member) => member.head?.level)).size > 1 ? 8 : 0

/** Forms of a width one above the other. */
export const stackForms = (
  task: PageTask,
  lists: readonly (readonly Form[])[],
): readonly StackForm[] =>
  joined(lists, task.house.gapRows)
    .filter(({ rows }) => rows <= task.page.grid.rows)
    .map(({ rows, cost, parts }) => ({ kind: 'stack', parts, rows, cost }))

/** Rows of white that a form has at its own foot: columns that end early. */
export function raggedOf(form: Form): number {
  switch (form.kind) {
    case 'story':
      return form.ragged
    case 'picture':
    case 'rubric':
      return 0
    case 'stack':
      return Math.max(0, ...form.parts.slice(-1).map(raggedOf))
    default:
      return assertNever(form)
  }
}

/**
 * Cost of a form with `white` rows left below it. One row is within an
 * editor's hand; more, with a column that ends a row early, is a hole.
 */
export function whiteCost(task: PageTask, white: number, columns: number): number {
  const { slackRow, deepSlackRow } = task.house.cost
  const broad = 0.4 + (columns / task.page.grid.columns) * 2
  return (Math.min(white, 1) * slackRow + Math.max(0, white - 1) * deepSlackRow) * broad
}
