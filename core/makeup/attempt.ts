/** One try of a page: its units, as they are measured, searched for arrangements, and the best of these judged and composed. */
import { cornersOf, type FormChoice } from './blocks'
import { isSound, proposalsOf, unlike, type MadePage } from './choose'
import { raggedOf, whiteCost } from './forms'
import { aroundFixed, fixedBlocks, freeAreas } from './locks'
import { FIRST, searchWithin, type Pass } from './passes'
import { cheapestOf, leastOf, type Measured } from './measured'
import type { Spot } from './plan'
import { isHole } from './rank'
import { searchPage, type Arrangement, type SearchProblem } from './search'
import { seamCost } from '../preflight'
import { LEFT_HEAD, RIGHT_HEAD, solveSlicing, type Leaf } from './slicing'
import type { PageTask, Form, Unit } from './types'
import { leadOf, storiesIn, worthOf } from './units'

/** Arrangements of the search that are judged as pages: the cheapest, and many more where these all break a rule; of many blocks fewer. */
const JUDGED = { usual: 600, most: 6000, crowded: 1200 }
interface Attempt {
  readonly measured: readonly Measured[]
  /** Units that are left to another page. */
  readonly waiting: readonly Unit[]
  readonly passes: readonly Pass[]
  /** Pages found before, whose like is not made again. */
  readonly rivals: readonly MadePage[]
}

/** Pages of these forms, the best first; none when nothing fits. */
export function attempt(
  task: PageTask,
  { measured, waiting, passes, rivals }: Attempt,
): readonly MadePage[] {
  const workable = measured
    .filter(({ forms }) => forms.some((own) => own.length > 0))
    .slice(0, MOST_DIVIDED)
  const hopeless = measured.filter((unit) => !workable.includes(unit)).map(({ unit }) => unit)
  const elsewhere = [...hopeless, ...waiting].flatMap(storiesIn)
  const leftOut = (spots: readonly Spot[]) => {
    const placed = new Set(spots.map(({ leaf }) => leaf))
    const unplaced = workable
      .filter((_, i) => !placed.has(i))
      .flatMap(({ unit }) => storiesIn(unit))
    return [...unplaced, ...elsewhere]
  }
  const fixed = fixedBlocks(task)
  const choose = chooser(task, workable)
  const { gapRows } = task.house
  let pages: readonly MadePage[] = []
  const floor = workable.reduce((sum, { forms }) => sum + cheapestOf(forms), 0)
  let from = floor + FIRST
  const isBroken = (): boolean => ![...rivals, ...pages].some(isSound)
  // Where there are rivals, a pass may find pages and none that is composed.
  let isWhole = false
  for (const pass of passes) {
    const enough = pages.some(isSound) || pass.clashes || workable.length > PASSED
    if (task.cancelled() || (isWhole && enough)) break
    if (pass.partial ? pages.some(isFilled) : isTooMuch(task, workable)) break
    if (pass.partial && task.depth < task.page.grid.rows) break
    if (pass.clashes && !pass.partial && !isBroken()) break
    const search = (most: number) => arranged(task, workable, pass, most)
    const { arrangements, limit } = searchWithin(
      pass,
      { from, floor, blocks: workable.length, isLarge: task.headScale > 1 },
      search,
    )
    from = limit
    if (arrangements.length === 0) continue
    const judge = (some: readonly Arrangement[]): void => {
      const more = proposalsOf(task, some, {
        ...{ fixed, gap: gapRows, choose, leftOut },
        rivals: [...rivals, ...pages],
      })
      pages = unlike([...pages, ...more])
    }
    judge(arrangements.slice(0, JUDGED.usual))
    if (isBroken()) judge(arrangements.slice(JUDGED.usual))
    isWhole = !pass.partial && (pages.length > 0 || rivals.length > 0)
  }
  return pages
}

/** Without white that what it leaves to another page would have filled. */
const isFilled = ({ faults }: MadePage): boolean => !faults.some(isHole)

/** Up to so many units other ways are tried for a page that could be better; more would take too long. */
const PASSED = 8

/** Units that no width holds are divided; the tables of the search hold so many. */
const MOST_DIVIDED = 12

/** As many units as a page is searched with, in their order; the others wait for another page. */
export function worthiest(task: PageTask, units: readonly Measured[], most: number) {
  const worth = worthOf(
    task,
    units.map(({ unit }) => unit),
  )
  const ranks = [...units.keys()].sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
  const chosen = new Set(ranks.slice(0, most))
  return {
    kept: units.filter((_, i) => chosen.has(i)),
    waiting: units.filter((_, i) => !chosen.has(i)).map(({ unit }) => unit),
  }
}

/** Whether the units at their smallest are more than the page: then no search need try. */
export function isTooMuch({ page, house, depth }: PageTask, units: readonly Measured[]): boolean {
  return leastOf({ house }, units) > page.grid.columns * (depth + house.gapRows)
}

function arranged(
  task: PageTask,
  units: readonly Measured[],
  { white, clashes, partial }: Pass,
  limit: number,
): readonly Arrangement[] {
  const { columns } = task.page.grid
  const rows = task.depth
  const leaves = units.map(({ unit, forms }) => leafOf(task, unit, forms, white))
  const all = units.map(({ unit }) => unit)
  const problem: SearchProblem = {
    columns,
    rows,
    gap: task.house.gapRows,
    clash: clashes ? task.house.cost.clash : Infinity,
    leaves,
    lead: leadOf(task, all),
    limit,
    footRow: task.house.cost.footRow,
    rootCut: seamCost(1, task.house.seamLimit),
    // A unit that is dear wherever it stands is no less worth for it.
    worth: worthOf(task, all).map((worth, i) => worth + cheapestOf(units[i]?.forms ?? [])),
    partial,
    cancelled: task.cancelled,
  }
  return task.fixed.frames.length === 0
    ? searchPage(problem, task.isCrowd ? JUDGED.crowded : JUDGED.most)
    : besideFixed(task, problem)
}

const beginsWithHead = (unit: Unit): boolean =>
  unit.kind === 'rubric' ? unit.rubric.style === 'rule' : unit.kind !== 'picture'

/** The blocks around what is fixed by hand; as many of the worthiest as find a place. */
function besideFixed(task: PageTask, problem: SearchProblem): readonly Arrangement[] {
  const { columns, rows, gap, footRow, worth } = problem
  const page = { column: 0, columns, row: 0, rows }
  const alone = task.fixed.frames.filter(
    (frame) => frame.kind === 'picture' || (frame.kind === 'story' && frame.rubric === null),
  )
  const areas = [...task.fixed.rubrics, ...alone].map(({ area }) => area)
  const divisions = freeAreas(page, areas, gap)
  const table = solveSlicing(problem)
  const order = [...worth.keys()].sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0))
  const fewest = problem.partial ? 1 : order.length
  for (let keep = order.length; keep >= Math.max(1, fewest); keep--) {
    const set = order.slice(0, keep).reduce((bits, leaf) => bits | (1 << leaf), 0)
    const found = aroundFixed(table, set, divisions, footRow)
    if (found.length > 0) return found.map(({ cost, spots }) => ({ cost, foot: 0, cut: 0, spots }))
  }
  return problem.partial || order.length === 0 ? [{ cost: 0, foot: 0, cut: 0, spots: [] }] : []
}

/** Costs of a unit's forms by width and depth, those apart whose headline leaves an upper corner free. */
function leafOf(task: PageTask, unit: Unit, forms: Measured['forms'], white: number): Leaf {
  const head = beginsWithHead(unit)
  const costsAt = (corners: number) =>
    forms.map((own, w) => {
      const taking = own.filter((form) => cornersOf(form) === corners)
      return depthCosts(task, taking, w + 1, white)
    })
  const usual = head ? LEFT_HEAD | RIGHT_HEAD : 0
  if (unit.kind !== 'story') return { head, costs: costsAt(usual) }
  const taken = new Set(forms.flatMap((own) => own.map(cornersOf)).filter((at) => at !== usual))
  const freer = [...taken].map((corners) => ({ corners, costs: costsAt(corners) }))
  return { head, costs: costsAt(usual), freer }
}

/** Cost by depth: the cheapest form with the white it leaves. */
function depthCosts(
  task: PageTask,
  forms: readonly Form[],
  columns: number,
  white: number,
): Float64Array {
  const rows = task.depth
  const costs = new Float64Array(rows + 1).fill(Infinity)
  for (const form of forms) {
    const most = Math.min(rows, form.rows + Math.max(0, white - raggedOf(form)))
    for (let at = form.rows; at <= most; at++) {
      const cost = form.cost + whiteCost(task, at - form.rows, columns)
      if (cost < (costs[at] ?? 0)) costs[at] = cost
    }
  }
  return costs
}

const chooser =
  (task: PageTask, units: readonly Measured[]): FormChoice =>
  ({ leaf, columns, rows, corners }) => {
    let best: Form | null = null
    let least = Infinity
    for (const form of units[leaf]?.forms[columns - 1] ?? []) {
      if (form.rows > rows || cornersOf(form) !== corners) continue
      // Where white and short columns together make a hole, another form was meant.
      const white = rows - form.rows
      const hole = white > 0 && white + raggedOf(form) > task.house.holeRows ? HOLE : 0
      const cost = form.cost + whiteCost(task, white, columns) + hole
      if (cost < least) {
        least = cost
        best = form
      }
    }
    if (best === null) throw new RangeError('The search gave a block a place it does not fit')
    return best
  }

/** More than any form costs that has no hole. */
const HOLE = 1e3
