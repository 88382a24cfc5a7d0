/** The best arrangements of a page: slicing trees and wheels over the whole type area. */
import { costOf, cutsOf, spotsOf, type Region, type Spot } from './plan'
import { solveSlicing, type SlicingProblem, type SlicingTable } from './slicing'
import { forEachWheel } from './wheel'

export interface Arrangement {
  readonly cost: number
  /** The part of the cost that is for white at the page's foot. */
  readonly foot: number
  readonly spots: readonly Spot[]
}

export interface SearchProblem extends SlicingProblem {
  /** Cost of a row of white across the page's foot. */
  readonly footRow: number
  /** Worth of each leaf: when not all fit, the worthiest that do are placed. */
  readonly worth: readonly number[]
}

/** Dearer than the cheapest by more than this is no choice: no judgement of the whole page makes up for it. */
const CHOICE = 60

interface Candidate {
  readonly cost: number
  readonly foot: number
  readonly parts: readonly Region[]
}

/**
 * Up to `count` arrangements of all leaves, or of the worthiest set that fits,
 * cheapest first. Empty when not even one leaf fits.
 */
export function searchPage(problem: SearchProblem, count: number): readonly Arrangement[] {
  if (problem.leaves.length === 0) return []
  const table = solveSlicing(problem)
  const whole = arrangementsOf(table, problem, (1 << problem.leaves.length) - 1, count)
  if (whole.length > 0) return whole
  const set = worthiestSet(table, problem)
  return set === 0 ? [] : arrangementsOf(table, problem, set, count)
}

function arrangementsOf(
  table: SlicingTable,
  problem: SearchProblem,
  set: number,
  count: number,
): readonly Arrangement[] {
  const { columns, footRow } = problem
  const best = bestOf(count)
  for (let rows = problem.rows; rows > 0; rows--) {
    const foot = (problem.rows - rows) * footRow
    if (foot >= best.bound()) break
    const single = (set & (set - 1)) === 0
    if (!single && table.least(set, columns, rows) + foot >= best.bound()) continue
    for (const { cost, parts } of wholes(table, set, columns, rows, footRow)) {
      best.offer({ cost: cost + foot, foot, parts })
    }
  }
  forEachWheel(table, set, best.bound, (wheel) => best.offer({ ...wheel, foot: 0 }))
  return best.list().map(({ cost, foot, parts }) => ({
    cost,
    foot,
    spots: parts.flatMap((part) => spotsOf(table, part)),
  }))
}

/** All cuts of the page at a depth; a lone block may be narrower than the page. */
function* wholes(
  table: SlicingTable,
  set: number,
  columns: number,
  rows: number,
  footRow: number,
): Generator<Omit<Candidate, 'foot'>> {
  const whole: Region = { set, column: 0, columns, row: 0, rows, corners: null }
  if ((set & (set - 1)) !== 0) {
    yield* cutsOf(table, whole)
    return
  }
  for (let width = 1; width <= columns; width++) {
    const part = { ...whole, columns: width }
    yield { cost: costOf(table, part) + (columns - width) * footRow, parts: [part] }
  }
}

/** Of the sets that fit as a slicing tree, the one worth most; 0 when none does. */
function worthiestSet(
  table: SlicingTable,
  { leaves, columns, rows, worth }: SearchProblem,
): number {
  let best = 0
  let most = -1
  for (let set = (1 << leaves.length) - 1; set > 0; set--) {
    if (!fitsSomewhere(table, set, columns, rows)) continue
    const value = worth.reduce((sum, part, leaf) => ((set >> leaf) & 1 ? sum + part : sum), 0)
    if (value > most + 1e-9) {
      most = value
      best = set
    }
  }
  return best
}

function fitsSomewhere(table: SlicingTable, set: number, columns: number, rows: number): boolean {
  const single = (set & (set - 1)) === 0
  for (let width = single ? 1 : columns; width <= columns; width++) {
    const [from, to] = table.range(set, width)
    if (from <= to && from <= rows) return true
  }
  return false
}

/** Keeps the `count` cheapest candidates; of equals the one that came first. */
function bestOf(count: number) {
  const kept: Candidate[] = []
  const bound = (): number => {
    const choice = (kept[0]?.cost ?? Infinity) + CHOICE
    return kept.length < count ? choice : Math.min(choice, kept.at(-1)?.cost ?? Infinity)
  }
  return {
    bound,
    offer(candidate: Candidate): void {
      if (!Number.isFinite(candidate.cost) || candidate.cost >= bound()) return
      const at = kept.findIndex((other) => other.cost > candidate.cost)
      kept.splice(at < 0 ? kept.length : at, 0, candidate)
      if (kept.length > count) kept.pop()
    },
    list: (): readonly Candidate[] => kept,
  }
}
