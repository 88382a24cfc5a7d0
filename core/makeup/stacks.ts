/** A crowded page: the least units stand one above the other, so that the search has few blocks to place. */
import { cornersOf } from './blocks'
import { stackForms } from './forms'
import { cheapestOf, leastCells, type Measured } from './measured'
import { LEFT_HEAD, RIGHT_HEAD } from './slicing'
import type { PageTask, Form, LoneUnit, Unit } from './types'
import { leadOf, weightOfUnit } from './units'

/** Of the lightest texts so many are held against each other, and so many pictures against them. */
const LIGHTEST = 8
const HELD = 4

/** What it costs to stack a unit of full weight, and a stack that takes the whole page. */
export interface StackTaste {
  readonly weighty: number
  readonly broad: number
}

/** A page that comes out poor is tried with its units stacked another way. */
export const STACK_TASTES: readonly [StackTaste, ...StackTaste[]] = [
  { weighty: 10, broad: 120 },
  { weighty: 30, broad: 120 },
  { weighty: 10, broad: 30 },
]

/** Of many pictures so many stand for themselves. */
const FEW_PICTURES = 4

interface Stack {
  readonly pair: readonly [Measured, Measured]
  readonly made: Measured
  readonly price: number
}

/**
 * Stacks two units after two until `most` are left: of the lightest texts those
 * that go best together, in manuscript order. Where these are too few, because
 * pictures are many, pictures stand over or under texts too. More are left where
 * no two can stand one above the other.
 */
export function stackLeast(
  task: PageTask,
  units: readonly Measured<LoneUnit>[],
  most: number,
  taste: StackTaste,
): readonly Measured[] {
  const texts = stacked(task, units, { most, taste, pictures: Infinity })
  return texts.length > most ? stacked(task, units, { most, taste, pictures: FEW_PICTURES }) : texts
}

interface Stacking {
  readonly most: number
  readonly taste: StackTaste
  /** So many pictures stand for themselves. */
  readonly pictures: number
}

function stacked(
  task: PageTask,
  units: readonly Measured[],
  { most, taste, pictures }: Stacking,
): readonly Measured[] {
  let left = units
  while (left.length > most) {
    const best = pairsOf(task, left, pictures)
      .map((pair) => stackOf(task, pair, taste))
      .reduce<Stack | null>((a, b) => (a !== null && a.price <= b.price ? a : b), null)
    if (best === null || !Number.isFinite(best.price)) return left
    const { pair, made } = best
    left = left.flatMap((one) => (one === pair[0] ? [made] : one === pair[1] ? [] : [one]))
  }
  return left
}

/**
 * Pairs in manuscript order: of the lightest texts, and of one with a picture.
 * The story that leads stands for itself, and so do `few` pictures.
 */
function pairsOf(
  task: PageTask,
  units: readonly Measured[],
  few: number,
): readonly (readonly [Measured, Measured])[] {
  const all = units.map(({ unit }) => unit)
  const lead = units[leadOf(task, all)]
  const light = units
    .filter((one) => one !== lead && !isPicture(one.unit))
    .sort((a, b) => weightOfUnit(a.unit) - weightOfUnit(b.unit))
    .slice(0, LIGHTEST)
  const pictures = units.filter(({ unit }) => isPicture(unit))
  const more = pictures.length > few ? pictures.slice(-HELD) : []
  const inOrder = [...light, ...more].sort((a, b) => units.indexOf(a) - units.indexOf(b))
  return inOrder
    .flatMap((a, i) => inOrder.slice(i + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => !(isPicture(partsOf(a.unit).at(-1)) && isPicture(partsOf(b.unit)[0])))
}

const isPicture = (unit: Unit | undefined): boolean => unit?.kind === 'picture'

const partsOf = (unit: Unit): readonly Unit[] => (unit.kind === 'stack' ? unit.units : [unit])

/** The dearer the more its forms cost beyond those of its parts, the weightier and the larger it is. */
function stackOf(
  task: PageTask,
  pair: readonly [Measured, Measured],
  { weighty, broad }: StackTaste,
): Stack {
  const forms = pair[0].forms.map((_, w) =>
    stackForms(
      task,
      pair.map((one) => (one.forms[w] ?? []).filter(hasUsualHead)),
    ),
  )
  const weights = pair.map(({ unit }) => weightOfUnit(unit))
  const unit = {
    kind: 'stack',
    units: pair.flatMap(({ unit: own }) => (own.kind === 'stack' ? own.units : [own])),
    weight: Math.max(...weights) + 0.1,
  } as const
  const { columns, rows } = task.page.grid
  const share = leastCells(forms, task.house.gapRows) / (columns * rows)
  const more = cheapestOf(forms) - pair.reduce((sum, one) => sum + cheapestOf(one.forms), 0)
  const price = more + weights.reduce((sum, own) => sum + own * weighty, 0) + share * broad
  return { pair, made: { unit, forms }, price }
}

/** No headline beside its text or among it: those are for stories that stand for themselves. */
const hasUsualHead = (form: Form): boolean =>
  form.kind !== 'story' || cornersOf(form) === (LEFT_HEAD | RIGHT_HEAD)
