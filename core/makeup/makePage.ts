/** One page: measure the units, search for arrangements, and have the best of them proposed. */
import { pt } from '../units'
import { attempt, isTooMuch, worthiest } from './attempt'
import { composed, isSound, placedOn, unlike, type MadePage } from './choose'
import { fixedBlocks } from './locks'
import { headScales, type Scaled } from './headScale'
import { CROWD, CROWDED, PARTIAL, WHOLE, type Pass } from './passes'
import { measureAll, type Measured } from './measured'
import { mayStandAmong } from './among'
import { mayStand } from './standing'
import { storyForms } from './storyForms'
import { isHole } from './rank'
import { isHard, type Finding } from '../preflight'
import { STACK_TASTES, stackLeast, type StackTaste } from './stacks'
import type { PageTask, LoneUnit, Unit } from './types'
import { storiesIn } from './units'

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
  const own = { ...given, isFew: all.length <= FEW, isCrowd: all.length > CROWD }
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
 * Of a crowd, for which each try takes long, few are made, the likeliest first.
 */
function scaledPages(task: PageTask, all: readonly LoneUnit[]): readonly MadePage[] {
  const scales = headScales(task, (own) => measureAll(own, all))
  const [usual, ...otherTastes] = STACK_TASTES
  const likeliest = scales.likeliest()
  const stacks = stacksOf(likeliest, usual)
  let pages: readonly MadePage[] = []
  const tooFull: (() => readonly MadePage[])[] = []
  let made = 0
  const tryWith = (scaled: Scaled, units: readonly Measured[]): void => {
    made++
    const more = stackedPages(scaled, units, task.isCrowd ? CROWDED : WHOLE, pages.filter(takesAll))
    if (more.length === 0) tooFull.push(() => stackedPages(scaled, units, PARTIAL, []))
    pages = wholeFirst(pages, more)
  }
  tryWith(likeliest, stacks)
  if (pages.length === 0 && likeliest.task.depth < task.page.grid.rows)
    tryWith(overAll(likeliest), stacks)
  // What is too much for a page is too much however it is stacked.
  const leavesSome = pages[0] === undefined || pages[0].left.length > 0
  const isEnough = (): boolean =>
    task.cancelled() || pages.some(isGood) || (task.isCrowd && made >= MOST_MADE)
  const names = new Set([nameOf(stacks)])
  const tryTastes = (): void => {
    for (const taste of leavesSome ? [] : otherTastes) {
      if (isEnough()) break
      const others = stacksOf(likeliest, taste)
      if (names.has(nameOf(others))) continue
      names.add(nameOf(others))
      tryWith(likeliest, others)
    }
  }
  const isWhite = (): boolean => pages[0]?.faults.some(isDeepWhite) ?? true
  const asides = leavesSome ? scales.plain() : scales.asides(isWhite)
  const tryAsides = (most: number): void => {
    for (let count = 0; count < most && !isEnough(); count++) {
      const next = asides.next()
      if (next.done === true) break
      const scaled = next.value
      tryWith(scaled, stacksOf(scaled, usual))
    }
  }
  const smaller = scales.smaller()
  const trySmaller = (): void => {
    while (!task.cancelled() && !pages.some((page) => takesAll(page) && isSound(page))) {
      const next = smaller.next()
      if (next.done === true) break
      const scaled = next.value
      const fuller = stacksOf(scaled, usual)
      if (!isTooMuch(scaled.task, fuller)) tryWith(scaled, fuller)
    }
  }
  if (task.isCrowd) {
    tryAsides(1)
    trySmaller()
    tryAsides(Infinity)
    tryTastes()
  } else {
    tryTastes()
    tryAsides(Infinity)
    trySmaller()
  }
  // Only where no try holds them all are some left to another page.
  for (const partly of pages.length === 0 ? tooFull : []) {
    if (task.cancelled() || pages.some((page) => takesAll(page) && isSound(page))) break
    pages = wholeFirst(pages, partly())
  }
  return pages
}

/** Tries of a crowded page. */
const MOST_MADE = 5

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

function stackedPages(
  { task }: Scaled,
  stacks: readonly Measured[],
  passes: readonly Pass[],
  rivals: readonly MadePage[],
): readonly MadePage[] {
  const { kept, waiting } = worthiest(task, stacks, task.house.mostUnits)
  return attempt(task, { measured: kept, waiting, passes, rivals })
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
