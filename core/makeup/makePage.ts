/** One page: measure the units, search for arrangements, and have the best of them proposed. */
import { pt } from '../units'
import { cornersOf, type FormChoice } from './blocks'
import { composed, isSound, placedOn, proposalsOf, unlike, type MadePage } from './choose'
import { raggedOf, whiteCost } from './forms'
import { aroundFixed, fixedBlocks, freeAreas } from './locks'
import { headScales, type Scaled } from './headScale'
import { FIRST, PASSES, searchWithin, type Pass } from './passes'
import { cheapestOf, leastOf, measureAll, type Measured } from './measured'
import type { Spot } from './plan'
import { mayStandAmong } from './among'
import { mayStand } from './standing'
import { storyForms } from './storyForms'
import { isHole } from './rank'
import { searchPage, type Arrangement, type SearchProblem } from './search'
import { isHard, seamCost, type Finding } from '../preflight'
import { LEFT_HEAD, RIGHT_HEAD, solveSlicing, type Leaf } from './slicing'
import { STACK_TASTES, stackLeast, type StackTaste } from './stacks'
import type { PageTask, Form, LoneUnit, Unit } from './types'
import { leadOf, storiesIn, worthOf } from './units'

/** Arrangements of the search that are judged as pages: the cheapest, and many more where these all break a rule. */
const JUDGED = { usual: 600, most: 6000 }
/** Stories of a page that are tried with their 主题 standing, and with their headline among the text. */
const STANDING = 4
const AMONG = { usual: 4, few: 5 }
/** So many units are few. */
const FEW = 6

/** The best page and others unlike it. There is always one, if only an empty one. */
export function makePage(
  given: PageTask,
  all: readonly LoneUnit[],
): readonly [MadePage, ...MadePage[]] {
  const own = { ...given, isFew: all.length <= FEW }
  const task = {
    ...own,
    standing: new Set(mayStand(own, all).slice(0, STANDING)),
    among: new Set(mayStandAmong(own, all).slice(0, own.isFew ? AMONG.few : AMONG.usual)),
  }
  const filled = filledPage(task, all)
  if (filled !== null) return [filled]
  const pages = scaledPages(task, all)
  const [best, ...others] = pages
  if (best !== undefined) return [best, ...others]
  const left = all.flatMap(storiesIn)
  const made = { frames: [], rubrics: [] }
  return [{ blocks: fixedBlocks(task), made, left, faults: [], score: 0, rank: 0 }]
}

/**
 * Pages with headlines as large as the copy asks for. A poor one is tried with
 * its units stacked otherwise, then with headlines somewhat smaller and larger;
 * one that is too full for its copy, with headlines smaller than their levels'.
 */
function scaledPages(task: PageTask, all: readonly LoneUnit[]): readonly MadePage[] {
  const scales = headScales(task, (own) => measureAll(own, all))
  const [usual, ...otherTastes] = STACK_TASTES
  const likeliest = scales.likeliest()
  const stacks = stacksOf(likeliest, usual)
  const first = stackedPages(likeliest, stacks)
  let pages = first.length > 0 ? first : stackedPages(overAll(likeliest), stacks)
  const isEnough = (): boolean => task.cancelled() || pages.length === 0 || pages.some(isGood)
  // What is too much for a page is too much however it is stacked.
  const leavesSome = (pages[0]?.left.length ?? 0) > 0
  const tried = new Set([nameOf(stacks)])
  for (const taste of leavesSome ? [] : otherTastes) {
    if (isEnough()) break
    const others = stacksOf(likeliest, taste)
    if (tried.has(nameOf(others))) continue
    tried.add(nameOf(others))
    pages = wholeFirst(pages, stackedPages(likeliest, others))
  }
  const isWhite = (): boolean => pages[0]?.faults.some(isDeepWhite) ?? true
  for (const scaled of leavesSome ? scales.plain() : scales.asides(isWhite)) {
    if (isEnough()) break
    pages = wholeFirst(pages, stackedPages(scaled, stacksOf(scaled, usual)))
  }
  for (const scaled of pages.length > 0 ? scales.smaller() : []) {
    if (task.cancelled() || pages.some((page) => takesAll(page) && isSound(page))) break
    const fuller = stacksOf(scaled, usual)
    if (!isTooMuch(scaled.task, fuller)) pages = wholeFirst(pages, stackedPages(scaled, fuller))
  }
  return pages
}

/** Whether nothing of what was to stand on the page is left to another. */
const takesAll = ({ left }: MadePage): boolean => left.length === 0

/** A page that was to be left white at its foot made up over all its rows. */
const overAll = ({ task, units }: Scaled): Scaled => ({
  task: { ...task, depth: task.page.grid.rows },
  units,
})

/** The best of all; pages that leave a story to another one only where there are no others. */
function wholeFirst(pages: readonly MadePage[], more: readonly MadePage[]): readonly MadePage[] {
  const whole = [...pages, ...more].filter(takesAll)
  if (whole.length > 0) return unlike(whole)
  const leftBy = ([best]: readonly MadePage[]): number => best?.left.length ?? Infinity
  return leftBy(more) < leftBy(pages) ? more : pages
}

/** A whole page that breaks no rule, has no deep white and little to mend. */
const isGood = (page: MadePage): boolean =>
  takesAll(page) &&
  page.score < POOR &&
  !page.faults.some((fault) => isHard(fault) || isDeepWhite(fault))

/** A hole, or a headline group that stands in one itself. */
const isDeepWhite = (fault: Finding): boolean =>
  isHole(fault) || (fault.code === 'page.loose-headline' && fault.cost > LOOSE)

/** White in a headline group that costs more would be better taken by larger type. */
const LOOSE = 4

/** A page with faults that take off so much is tried another way. */
const POOR = 30

/** The units of a page, the least of a crowd stacked. */
const stacksOf = ({ task, units }: Scaled, taste: StackTaste): readonly Measured[] =>
  stackLeast(task, units, task.house.mostUnits, taste)

/** Which stories stand together. */
const nameOf = (units: readonly Measured[]): string =>
  units.map(({ unit }) => storiesIn(unit).join('+')).join(' ')

function stackedPages({ task }: Scaled, stacks: readonly Measured[]): readonly MadePage[] {
  const { kept, waiting } = worthiest(task, stacks, task.house.mostUnits)
  return attempt(task, kept, waiting)
}

/** A page that one story fills from side to side and runs through; null for any other. */
function filledPage(task: PageTask, [unit, ...others]: readonly Unit[]): MadePage | null {
  if (unit?.kind !== 'story' || others.length > 0 || task.fixed.frames.length > 0) return null
  if (!task.filling.has(unit.rank.story.id) || task.goesOn.has(unit.rank.story.id)) return null
  const { columns, rows, measure } = task.page.grid
  const house = { ...task.house, measure: { min: measure, max: measure } }
  const own = { ...task, house, bodies: new WeakMap() }
  const forms = storyForms(own, { ...unit.rank, goesOn: true }, columns, pt(0))
  const [form] = forms.filter((one) => one.rows === rows).sort((a, b) => a.cost - b.cost)
  if (form === undefined) return null
  const block = { form, column: 0, columns, row: 0, rows }
  return composed(task, placedOn(task, [block]), [], form.cost)
}

/** Pages of these forms, the best first; none when nothing fits. */
function attempt(
  task: PageTask,
  measured: readonly Measured[],
  waiting: readonly Unit[],
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
  let isWhole = false
  for (const pass of PASSES) {
    const enough = pages.some(isSound) || pass.clashes || workable.length > PASSED
    if (task.cancelled() || (isWhole && enough)) break
    if (pass.partial && task.depth < task.page.grid.rows) break
    if (pass.partial ? isWhole || pages.some(isFilled) : isTooMuch(task, workable)) continue
    const search = (most: number) => arranged(task, workable, pass, most)
    const { arrangements, limit } = searchWithin(
      pass,
      { from, floor, blocks: workable.length },
      search,
    )
    from = limit
    if (arrangements.length === 0) continue
    const judge = (some: readonly Arrangement[]): void => {
      const more = proposalsOf(task, some, { fixed, gap: gapRows, choose, leftOut })
      pages = unlike([...pages, ...more])
    }
    judge(arrangements.slice(0, JUDGED.usual))
    if (!pages.some(isSound)) judge(arrangements.slice(JUDGED.usual))
    isWhole = !pass.partial && pages.length > 0
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
function worthiest(task: PageTask, units: readonly Measured[], most: number) {
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
function isTooMuch({ page, house, depth }: PageTask, units: readonly Measured[]): boolean {
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
    worth: worthOf(task, all),
    partial,
    cancelled: task.cancelled,
  }
  return task.fixed.frames.length === 0
    ? searchPage(problem, JUDGED.most)
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
