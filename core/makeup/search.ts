/** The best arrangements of a page: slicing trees and wheels over the whole type area. */
import { Best, candidate, type Candidate } from './candidates'
import { costOf, cutsOf, spotsOf, type Region, type Spot } from './plan'
import { solveSlicing, type SlicingProblem, type SlicingTable } from './slicing'
import { offerWheels } from './wheel'

export interface Arrangement {
  readonly cost: number
  /** The part of the cost that is for white at the page's foot. */
  readonly foot: number
  /** The part of it that is for the cut through the whole page. */
  readonly cut: number
  readonly spots: readonly Spot[]
}

export interface SearchProblem extends SlicingProblem {
  /** Cost of a row of white across the page's foot. */
  readonly footRow: number
  /** Cost of the cut that runs through a whole page: only a wheel has none. */
  readonly rootCut: number
  /** Cost of leaving each leaf out, when not all fit. */
  readonly worth: readonly number[]
}

/** Of so many of the cheapest arrangements each part is cut in other ways: how many, and how much dearer. */
const RECUT = 24
const RECUTS = 12
const DEARER = 16

/**
 * Up to `count` arrangements of all leaves, cheapest first; of a part of them
 * when not all fit and the problem allows it. Empty when there is none.
 */
export function searchPage(problem: SearchProblem, count: number): readonly Arrangement[] {
  if (problem.leaves.length === 0) return []
  const table = solveSlicing(problem)
  const whole = arrangementsOf(table, problem, (1 << problem.leaves.length) - 1, count)
  if (whole.length > 0) return whole
  const set = problem.partial ? bestSet(table, problem) : 0
  return set === 0 ? [] : arrangementsOf(table, problem, set, count)
}

function arrangementsOf(
  table: SlicingTable,
  problem: SearchProblem,
  set: number,
  count: number,
): readonly Arrangement[] {
  const { columns, footRow, rootCut } = problem
  const best = new Best(count)
  for (let rows = problem.rows; rows > 0; rows--) {
    const foot = (problem.rows - rows) * footRow
    if (foot >= best.bound) break
    const single = (set & (set - 1)) === 0
    const cut = single ? 0 : rootCut
    if (!single && table.least(set, columns, rows) + foot + cut >= best.bound) continue
    const most = (): number => best.bound - foot - cut
    for (const { cost, parts } of wholes(table, set, columns, rows, footRow, most)) {
      best.offer(candidate({ cost: cost + foot + cut, foot, cut }, parts))
    }
  }
  // Each part of a wheel is within the limit; all together need not be.
  if (best.bound === Infinity && !problem.partial) best.keepWithin(problem.limit)
  offerWheels(table, set, best)
  const others = best
    .list()
    .slice(0, RECUT)
    .flatMap((found) => recut(table, found))
  for (const other of others) best.offer(other)
  return best.list().map(({ cost, foot, cut, parts }) => ({
    cost,
    foot,
    cut,
    spots: parts().flatMap((part) => spotsOf(table, part)),
  }))
}

/**
 * The same arrangement with one of its parts cut another way at little more
 * cost: of all that stand below a cut the table keeps the cheapest alone, and
 * only the whole page shows which headlines then meet across it.
 */
function recut(table: SlicingTable, { cost, foot, cut, parts }: Candidate): readonly Candidate[] {
  const all = parts()
  return all.flatMap((part, at) => {
    if ((part.set & (part.set - 1)) === 0) return []
    const own = costOf(table, part)
    const cuts = new Best(RECUTS)
    const most = (): number => Math.min(own + DEARER, cuts.bound)
    for (const other of cutsOf(table, part, most))
      cuts.offer(candidate({ cost: other.cost, foot, cut }, other.parts))
    return cuts
      .list()
      .map((other) =>
        candidate({ cost: cost - own + other.cost, foot, cut }, [
          ...all.slice(0, at),
          ...other.parts(),
          ...all.slice(at + 1),
        ]),
      )
  })
}

/** White beside a lone block that is narrower than the page, in rows across the whole page. */
const beside = (
  { columns, rows }: { readonly columns: number; readonly rows: number },
  width: number,
): number => ((columns - width) * rows) / columns

/** All cuts of the page at a depth; a lone block may be narrower than the page. */
function* wholes(
  table: SlicingTable,
  set: number,
  columns: number,
  rows: number,
  footRow: number,
  most: () => number,
): Generator<{ readonly cost: number; readonly parts: readonly Region[] }> {
  const whole: Region = { set, column: 0, columns, row: 0, rows, corners: null }
  if ((set & (set - 1)) !== 0) {
    yield* cutsOf(table, whole, most)
    return
  }
  for (let width = 1; width <= columns; width++) {
    const part = { ...whole, columns: width }
    yield { cost: costOf(table, part) + beside(whole, width) * footRow, parts: [part] }
  }
}

/** Of the sets that fit as a slicing tree, the one that fills the page best for what it leaves out; 0 when none does. */
function bestSet(table: SlicingTable, problem: SearchProblem): number {
  const { leaves, worth, lead } = problem
  const whole = worth.reduce((sum, part) => sum + part, 0)
  let best = 0
  let least = Infinity
  for (let set = (1 << leaves.length) - 1; set > 0; set--) {
    if (lead >= 0 && ((set >> lead) & 1) === 0 && best !== 0) continue
    const placed = worth.reduce((sum, part, leaf) => ((set >> leaf) & 1 ? sum + part : sum), 0)
    const withoutLead = lead >= 0 && ((set >> lead) & 1) === 0 ? whole : 0
    const left = whole - placed + withoutLead
    if (left >= least) continue
    const cost = left + cheapestWhole(table, set, problem)
    if (cost < least - 1e-9) {
      least = cost
      best = set
    }
  }
  return best
}

/** Least cost of a set on the page with the white at its foot and, for a lone block, at its side. */
function cheapestWhole(
  table: SlicingTable,
  set: number,
  { columns, rows, footRow }: SearchProblem,
): number {
  const single = (set & (set - 1)) === 0
  let least = Infinity
  for (let width = single ? 1 : columns; width <= columns; width++) {
    const [from, to] = table.range(set, width)
    for (let at = from; at <= Math.min(to, rows); at++) {
      const white = rows - at + beside({ columns, rows: at }, width)
      least = Math.min(least, table.least(set, width, at) + white * footRow)
    }
  }
  return least
}
