/** One page: measure the units, search, judge the best arrangements as pages, and take the first that composes clean. */
import { composeStory } from '../compose/composeStory'
import { isStoryFrame } from '../model/edition'
import type { StoryId } from '../ids'
import { blocksOf, type Block, type FormChoice } from './blocks'
import { withFaces } from './faces'
import { formsOf, whiteCost } from './forms'
import { framesOf, type PageFrames } from './frames'
import { judgePage } from './judge'
import { searchPage, type Arrangement } from './search'
import type { Leaf } from './slicing'
import type { Desk, Form, Unit } from './types'
import { dividedUnit, leadOf, stackLeast, storiesIn, worthOf } from './units'

export interface MadePage {
  readonly blocks: readonly Block[]
  readonly made: PageFrames
  /** Stories that found no place, and those too long for the page that must go on elsewhere. */
  readonly left: readonly StoryId[]
  readonly score: number
}

/**
 * Rows of white allowed under a block, and the cost of a whole page; tried in
 * turn until every unit has a place well within the limit. A low limit keeps
 * the tables sparse and loses nothing, for costs only add up.
 */
const PASSES = [
  { white: 2, limit: 40 },
  { white: 2, limit: 110 },
  { white: 8, limit: 300 },
  { white: Infinity, limit: 1e6 },
]
/** Arrangements up to the limit must leave the judge a choice: the best may use this share of it. */
const WELL_WITHIN = 0.6
/** White at the page's foot may cost this much before dearer blocks are tried to fill it. */
const FOOT_WITHIN = 8
/** Arrangements of the search that are judged as pages. */
const JUDGED = 300

export function makePage(desk: Desk, all: readonly Unit[]): MadePage {
  const measured = stackLeast(all, desk.house.mostUnits).flatMap((unit) => measure(desk, unit))
  const workable = measured.filter(({ forms }) => forms.some((own) => own.length > 0))
  const hopeless = measured
    .filter((unit) => !workable.includes(unit))
    .flatMap(({ unit }) => storiesIn(unit))
  for (const pass of PASSES) {
    const arrangements = arranged(desk, workable, pass)
    const enough = arrangements[0]?.spots.length === workable.length && isEnough(arrangements, pass)
    if (!enough && pass !== PASSES.at(-1)) continue
    const best = bestPage(desk, workable, arrangements)
    if (best !== null) return { ...best, left: [...best.left, ...hopeless] }
  }
  const left = measured.flatMap(({ unit }) => storiesIn(unit))
  return { blocks: [], made: { frames: [], rubrics: [] }, left, score: 0 }
}

/** Whether the cheapest arrangement is well within a pass; a page that stays short is short of copy. */
function isEnough([cheapest]: readonly Arrangement[], pass: (typeof PASSES)[number]): boolean {
  if (cheapest === undefined) return false
  const within = cheapest.cost - cheapest.foot <= pass.limit * WELL_WITHIN
  return within && (cheapest.foot <= FOOT_WITHIN || pass !== PASSES[0])
}

interface Measured {
  readonly unit: Unit
  /** Forms for each width in base columns, from 1. */
  readonly forms: readonly (readonly Form[])[]
}

/** The unit, or what it is divided into when no width holds it. */
function measure(desk: Desk, unit: Unit): readonly Measured[] {
  const { columns } = desk.page.grid
  const forms = Array.from({ length: columns }, (_, w) => formsOf(desk, unit, w + 1))
  const parts = forms.some((own) => own.length > 0) ? null : dividedUnit(unit)
  return parts === null ? [{ unit, forms }] : parts.flatMap((part) => measure(desk, part))
}

function arranged(
  desk: Desk,
  units: readonly Measured[],
  { white, limit }: { readonly white: number; readonly limit: number },
): readonly Arrangement[] {
  const { columns, rows } = desk.page.grid
  const leaves = units.map(({ unit, forms }): Leaf => ({
    head: unit.kind === 'story' || unit.kind === 'stack',
    costs: forms.map((own, w) => depthCosts(desk, own, w + 1, white)),
  }))
  const all = units.map(({ unit }) => unit)
  const problem = {
    columns,
    rows,
    gap: desk.house.gapRows,
    clash: desk.house.cost.clash,
    leaves,
    lead: leadOf(desk, all),
    limit,
    footRow: desk.house.cost.footRow,
    worth: worthOf(all),
  }
  return searchPage(problem, JUDGED)
}

/** Cost by depth: the cheapest form with the white it leaves. */
function depthCosts(
  desk: Desk,
  forms: readonly Form[],
  columns: number,
  white: number,
): Float64Array {
  const { rows } = desk.page.grid
  const costs = new Float64Array(rows + 1).fill(Infinity)
  for (const form of forms) {
    const most = Math.min(rows, form.rows + white)
    for (let at = form.rows; at <= most; at++) {
      const cost = form.cost + whiteCost(desk, at - form.rows, columns)
      if (cost < (costs[at] ?? 0)) costs[at] = cost
    }
  }
  return costs
}

const chooser =
  (desk: Desk, units: readonly Measured[]): FormChoice =>
  (leaf, columns, rows) => {
    let best: Form | null = null
    let least = Infinity
    for (const form of units[leaf]?.forms[columns - 1] ?? []) {
      if (form.rows > rows) continue
      const cost = form.cost + whiteCost(desk, rows - form.rows, columns)
      if (cost < least) {
        least = cost
        best = form
      }
    }
    if (best === null) throw new RangeError('The search gave a block a place it does not fit')
    return best
  }

function bestPage(
  desk: Desk,
  units: readonly Measured[],
  arrangements: readonly Arrangement[],
): MadePage | null {
  const choose = chooser(desk, units)
  const judged = arrangements
    .map(({ spots }) => {
      const blocks = blocksOf(desk, spots, choose)
      return { spots, blocks, score: scoreOf(desk, blocks) }
    })
    .sort((a, b) => a.score - b.score)
  for (const { spots, blocks, score } of judged) {
    const faced = withFaces(desk, blocks)
    const made = framesOf(desk, faced)
    if (!composesClean(desk, faced, made)) continue
    const placed = new Set(spots.map(({ leaf }) => leaf))
    const unplaced = units.filter((_, i) => !placed.has(i)).flatMap(({ unit }) => storiesIn(unit))
    return { blocks: faced, made, score, left: [...cutOff(desk, faced), ...unplaced] }
  }
  return null
}

/** Stories whose frame on this page ends before their text although no later page has them yet. */
const cutOff = (desk: Desk, blocks: readonly Block[]): readonly StoryId[] =>
  blocks.flatMap(({ form }) =>
    form.kind === 'story' && form.rank.goesOn && !desk.goesOn.has(form.rank.story.id)
      ? [form.rank.story.id]
      : [],
  )

const scoreOf = (desk: Desk, blocks: readonly Block[]): number =>
  blocks.reduce((sum, { form }) => sum + form.cost, 0) +
  judgePage(desk, blocks).reduce((sum, fault) => sum + fault.cost, 0)

/** Whether every story that ends on this page is placed whole. */
function composesClean(desk: Desk, blocks: readonly Block[], made: PageFrames): boolean {
  const goingOn = new Set([...desk.goesOn, ...cutOff(desk, blocks)])
  const threads = [...desk.threads.values()].flat()
  const frames = Object.fromEntries([...threads, ...made.frames].map((frame) => [frame.id, frame]))
  const edition = { ...desk.edition, frames }
  const ctx = { fonts: desk.fonts, rules: desk.sheet.rules }
  const ending = new Set(made.frames.filter(isStoryFrame).map(({ story }) => story))
  return [...ending].every((id) => {
    const story = edition.stories[id]
    if (story === undefined || goingOn.has(id)) return true
    return (composeStory(edition, story, ctx, desk.cache)?.fit.overset.length ?? 1) === 0
  })
}
