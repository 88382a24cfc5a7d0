/** One page: measure the units, search for arrangements, and have the best of them proposed. */
import type { FormChoice } from './blocks'
import { proposalsOf, unlike, type MadePage } from './choose'
import { formsOf, whiteCost } from './forms'
import { aroundFixed, fixedBlocks, freeAreas } from './locks'
import type { Spot } from './plan'
import { mayStand } from './standing'
import { searchPage, type Arrangement, type SearchProblem } from './search'
import { seamCost } from '../preflight'
import { solveSlicing, type Leaf } from './slicing'
import type { Desk, Form, Unit } from './types'
import { dividedUnit, leadOf, stackLeast, storiesIn, worthOf } from './units'

/**
 * Rows of white allowed under a block, and the cost of a whole page; tried in
 * turn until every unit has a place well within the limit. A low limit keeps
 * the tables sparse and loses nothing, for costs only add up. What does not
 * fit so is too much: the page takes what fills it best.
 */
const PASSES: readonly Pass[] = [
  { white: 2, limit: 40, partial: false },
  { white: 2, limit: 110, partial: false },
  { white: 8, limit: 240, partial: false },
  { white: 8, limit: 800, partial: false },
  { white: 2, limit: 110, partial: true },
  { white: Infinity, limit: 1e6, partial: true },
]

interface Pass {
  readonly white: number
  readonly limit: number
  readonly partial: boolean
}

/** Arrangements up to the limit must leave the judge a choice: the best may use this share of it. */
const WELL_WITHIN = 0.6
/** White at the page's foot may cost this much before dearer blocks are tried to fill it. */
const FOOT_WITHIN = 10
/** Arrangements of the search that are judged as pages. */
const JUDGED = 240

/**
 * The best page and others unlike it. There is always one, if only an empty
 * one. Where headlines stand side by side on the best, a page with one of them
 * standing (竖题) is tried too.
 */
export function makePage(desk: Desk, all: readonly Unit[]): readonly [MadePage, ...MadePage[]] {
  const measured = stackLeast(all, desk.house.mostUnits).flatMap((unit) => measure(desk, unit))
  const lying = attempt(desk, measured)
  const clashes = lying[0]?.faults.some(({ code }) => code === 'page.clash') ?? false
  const tries = measured.length > FEW ? 1 : 2
  const ids = clashes ? mayStand(desk, all).slice(0, tries) : []
  const pages = ids.reduce((found, standing) => {
    const other = { ...desk, standing }
    const again = measured.flatMap((one) =>
      one.unit.kind === 'story' && one.unit.rank.story.id === standing
        ? measure(other, one.unit)
        : [one],
    )
    const more = attempt(other, again).filter(
      ({ left }) => left.length <= (lying[0]?.left.length ?? 0),
    )
    return unlike([...found, ...more])
  }, lying)
  const [best, ...others] = pages
  if (best !== undefined) return [best, ...others]
  const left = measured.flatMap(({ unit }) => storiesIn(unit))
  const made = { frames: [], rubrics: [] }
  return [{ blocks: fixedBlocks(desk), made, left, faults: [], score: 0, rank: 0 }]
}

/** Up to this many units a second 竖题 is tried. */
const FEW = 7

/** Pages of these forms, the best first; none when nothing fits. */
function attempt(desk: Desk, measured: readonly Measured[]): readonly MadePage[] {
  const workable = measured.filter(({ forms }) => forms.some((own) => own.length > 0))
  const hopeless = measured
    .filter((unit) => !workable.includes(unit))
    .flatMap(({ unit }) => storiesIn(unit))
  const leftOut = (spots: readonly Spot[]) => {
    const placed = new Set(spots.map(({ leaf }) => leaf))
    const unplaced = workable
      .filter((_, i) => !placed.has(i))
      .flatMap(({ unit }) => storiesIn(unit))
    return [...unplaced, ...hopeless]
  }
  const fixed = fixedBlocks(desk)
  const choose = chooser(desk, workable)
  const short = leastOf(desk, workable) < SHORT * desk.page.grid.columns * desk.page.grid.rows
  for (const pass of PASSES) {
    if (desk.cancelled()) break
    if (!pass.partial && isTooMuch(desk, workable)) continue
    let pages: readonly MadePage[] = []
    for (const more of MORE_GAP) {
      const gap = desk.house.gapRows + more
      const arrangements = arranged(desk, workable, pass, gap)
      if (!isEnough(arrangements, pass)) break
      pages = unlike([
        ...pages,
        ...proposalsOf(desk, arrangements, { fixed, gap, choose, leftOut }),
      ])
      if (!short || !hasHoles(pages[0])) break
    }
    if (pages.length > 0) return pages
  }
  return []
}

/** Rows by which the white between blocks grows on a page that is short of copy. */
const MORE_GAP = [0, 1, 2]
/** Units that at their smallest take less than this part of the page leave it short. */
const SHORT = 0.85

const hasHoles = (page: MadePage | undefined): boolean =>
  page?.faults.some(({ code }) => code === 'page.hole') ?? true

/** Whether the cheapest arrangement is well within a pass; a page that stays short is short of copy. */
function isEnough([cheapest]: readonly Arrangement[], pass: Pass): boolean {
  if (cheapest === undefined) return false
  if (pass.partial) return true
  const within = cheapest.cost - cheapest.foot <= pass.limit * WELL_WITHIN
  return within && (cheapest.foot <= FOOT_WITHIN || pass !== PASSES[0])
}

/** Whether the units at their smallest are more than the page: then no search need try. */
function isTooMuch({ page, house }: Desk, units: readonly Measured[]): boolean {
  const { columns, rows } = page.grid
  return leastOf({ house }, units) > columns * (rows + house.gapRows)
}

/** Cells that the units take at their smallest, gaps included. */
const leastOf = ({ house }: Pick<Desk, 'house'>, units: readonly Measured[]): number =>
  units.reduce((sum, { forms }) => sum + leastCells(forms, house.gapRows), 0)

/** Cells of a unit's smallest form, with the gap under it. */
const leastCells = (forms: Measured['forms'], gap: number): number =>
  Math.min(...forms.flatMap((own, w) => own.map((form) => (w + 1) * (form.rows + gap))))

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
  { white, limit, partial }: Pass,
  gap: number,
): readonly Arrangement[] {
  const { columns, rows } = desk.page.grid
  const leaves = units.map(({ unit, forms }): Leaf => ({
    head: (unit.kind === 'story' && unit.rank.story.id !== desk.standing) || unit.kind === 'stack',
    costs: forms.map((own, w) => depthCosts(desk, own, w + 1, white)),
  }))
  const all = units.map(({ unit }) => unit)
  const problem: SearchProblem = {
    columns,
    rows,
    gap,
    clash: desk.house.cost.clash,
    leaves,
    lead: leadOf(desk, all),
    limit,
    footRow: desk.house.cost.footRow,
    rootCut: seamCost(1, desk.house.seamLimit),
    worth: worthOf(desk, all),
    partial,
    cancelled: desk.cancelled,
  }
  return desk.fixed.frames.length === 0 ? searchPage(problem, JUDGED) : besideFixed(desk, problem)
}

/** The blocks around what is fixed by hand; as many of the worthiest as find a place. */
function besideFixed(desk: Desk, problem: SearchProblem): readonly Arrangement[] {
  const { columns, rows, gap, footRow, worth } = problem
  const page = { column: 0, columns, row: 0, rows }
  const alone = desk.fixed.frames.filter(
    (frame) => frame.kind === 'picture' || (frame.kind === 'story' && frame.rubric === null),
  )
  const areas = [...desk.fixed.rubrics, ...alone].map(({ area }) => area)
  const divisions = freeAreas(page, areas, gap)
  const table = solveSlicing(problem)
  const order = [...worth.keys()].sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0))
  const fewest = problem.partial ? 1 : order.length
  for (let keep = order.length; keep >= Math.max(1, fewest); keep--) {
    const set = order.slice(0, keep).reduce((bits, leaf) => bits | (1 << leaf), 0)
    const found = aroundFixed(table, set, divisions, footRow)
    if (found.length > 0) return found.map(({ cost, spots }) => ({ cost, foot: 0, spots }))
  }
  return problem.partial || order.length === 0 ? [{ cost: 0, foot: 0, spots: [] }] : []
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
