/**
 * 放大: a page that is short of copy sets all its headlines larger, by one
 * factor, so that their ranks stay what they are and each fills its width.
 */
import type { StoryId } from '../ids'
import { cheapestOf, type Measured } from './measured'
import { AIRS, type Air } from './measures'
import type { Form, LoneUnit, PageTask } from './types'

type Measure = (task: PageTask) => readonly Measured<LoneUnit>[]

/** A factor of headline sizes and the page's units measured with it. */
export interface Scaled {
  readonly task: PageTask
  readonly units: readonly Measured<LoneUnit>[]
}

/** The factors to try. Units are measured when they are asked for. */
export interface HeadScales {
  /** Easy forms of the copy about fill the page. */
  likeliest(): Scaled
  /** Somewhat smaller and larger headlines; those larger than the house's most only as long as the best page is `white`. */
  asides(white: () => boolean): Generator<Scaled>
  /** The levels' own sizes; nothing where they are the likeliest. */
  plain(): Generator<Scaled>
  /** Step by step smaller than these, for a page that is full with them. */
  smaller(): Generator<Scaled>
}

/** 竖题 and 串文 fill about as much as a headline over its text, and take long to measure. */
const NONE: ReadonlySet<StoryId> = new Set()

/** Smaller steps are none that a reader sees. */
const STEPS = 10
const ASIDE = { usual: [-2, 2], few: [-1, 1, -2, 2, -3, 3], short: [-2] }

/** A page with headlines fixed by hand keeps their factor. */
export function headScales(task: PageTask, measure: Measure): HeadScales {
  const known = new Map<number, Scaled>()
  const scaled = (steps: number): Scaled => {
    const own = { ...task, headScale: steps / STEPS }
    const made = known.get(steps) ?? filling(own, measure)
    known.set(steps, made)
    return made
  }
  const most = Math.round(task.house.headScale.most * STEPS)
  const isFixed = task.fixed.frames.length > 0
  const shareAt = (steps: number): number => {
    const usual = { ...task, headScale: steps / STEPS, standing: NONE, among: NONE }
    return shareOf({ task: usual, units: measure(usual) }, 0)
  }
  const best = isFixed ? fixedSteps(task) : likeliest(task, shareAt)
  return {
    likeliest: () => scaled(best),
    *asides(white) {
      if (isFixed) return
      const { task: own, units } = scaled(best)
      const { rows } = task.page.grid
      const isShort = own.depth < rows
      const asides = isShort ? ASIDE.short : task.isFew ? ASIDE.few : ASIDE.usual
      const steps = asides.map((aside) => best + aside).filter((at) => at >= STEPS && at <= most)
      const isFirst = (at: number): boolean => task.isCrowd && at < best
      for (const at of steps.filter(isFirst)) yield scaled(at)
      if (isShort && own.depth >= NEARLY * rows) yield { task: { ...own, depth: rows }, units }
      if (isShort && mayOpen(own)) yield* opened(own, measure, white)
      for (const at of steps) if (!isFirst(at)) yield scaled(at)
    },
    *plain() {
      if (!isFixed && best !== STEPS) yield scaled(STEPS)
    },
    *smaller() {
      if (isFixed) return
      const least = Math.round(task.house.headScale.least * STEPS)
      for (let steps = STEPS - 1; steps >= least; steps--) yield scaled(steps)
    },
  }
}

/** A page without the rest of a story, which would look unlike its beginning. */
const mayOpen = ({ depth, threads, page }: PageTask): boolean =>
  threads.size === 0 && depth >= OPENED * page.grid.rows

/** A short page over all its rows, opened step by step: its columns stand further apart, then its headlines are larger still. */
function* opened(task: PageTask, measure: Measure, white: () => boolean): Generator<Scaled> {
  const depth = task.page.grid.rows
  const at = (air: Air, headScale: number): Scaled => {
    const own = { ...task, depth, air, headScale }
    return { task: own, units: measure(own) }
  }
  for (const air of AIRS.slice(AIRS.indexOf(task.air) + 1)) yield at(air, task.headScale)
  const largest = Math.round(task.house.headScale.largest * STEPS)
  for (let steps = Math.round(task.headScale * STEPS) + 1; steps <= largest && white(); steps++)
    yield at('open', steps / STEPS)
}

/** Where the share that easy forms fill comes nearest to what is wanted, by what it is with the least and the most. */
function likeliest({ house }: PageTask, shareAt: (steps: number) => number): number {
  const { easy, hopeless, most } = house.headScale
  const least = shareAt(STEPS)
  if (least >= easy) return STEPS
  const larger = Math.round(most * STEPS)
  const largest = shareAt(larger)
  if (largest < hopeless) return STEPS
  if (largest <= easy) return larger
  return STEPS + Math.round(((easy - least) / (largest - least)) * (larger - STEPS))
}

const fixedSteps = ({ fixed }: PageTask): number => {
  const [scale = 1] = fixed.frames.flatMap((frame) =>
    frame.kind === 'story' && frame.head !== null ? [frame.head.scale ?? 1] : [],
  )
  return Math.round(scale * STEPS)
}

/** A page that decent forms fill this part of is tried over all its rows too. */
const NEARLY = 0.72
/** A page that they fill this part of may be opened: of less copy only bands of headlines would come. */
const OPENED = 0.6

/** Forms that cost so much more than the easiest are still decent: the largest of them say what the copy can fill. */
const DECENT = 7

/** The page made up over as many rows as decent forms of its copy fill. */
function filling(given: PageTask, measure: Measure): Scaled {
  const usual = { task: given, units: measure(given) }
  const isFilled = (share: number): boolean => share >= given.house.headScale.easy
  if (given.fixed.frames.length > 0 || isFilled(shareOf(usual, DECENT))) return usual
  const scaled = withMoreGrey(usual, measure)
  const { task, units } = scaled
  const share = shareOf(scaled, DECENT)
  if (isFilled(share)) return scaled
  const deepest = Math.max(0, ...units.map(({ forms }) => easiestOf(forms)?.rows ?? 0))
  const depth = Math.max(deepest, Math.ceil(task.page.grid.rows * share))
  return { task: { ...task, depth }, units }
}

/** Pictures without a file larger by what the page lacks. */
function withMoreGrey(scaled: Scaled, measure: Measure): Scaled {
  const { emptyShare, pictureShare, house } = scaled.task
  const lacking = house.headScale.easy - shareOf(scaled, DECENT)
  const larger = Math.min(pictureShare.max, emptyShare + lacking)
  if (larger === emptyShare) return scaled
  const task = { ...scaled.task, emptyShare: larger }
  return { task, units: measure(task) }
}

/** The part of the page that its units take, gaps included: in the forms that cost least, or the largest that cost `more` at most. */
function shareOf({ task, units }: Scaled, more: number): number {
  const { columns, rows } = task.page.grid
  const { gapRows } = task.house
  const cells = units.reduce((sum, { forms }) => sum + cellsOf(forms, gapRows, more), 0)
  return cells / (columns * (rows + gapRows))
}

function cellsOf(forms: Measured['forms'], gap: number, more: number): number {
  const dearest = cheapestOf(forms) + more
  let cells = 0
  let least = Infinity
  forms.forEach((own, w) => {
    for (const { cost, rows } of own) {
      const size = (w + 1) * (rows + gap)
      if (more > 0 ? cost <= dearest && size > cells : cost < least) {
        least = cost
        cells = size
      }
    }
  })
  return cells
}

const easiestOf = (forms: Measured['forms']): Form | undefined =>
  forms.flat().reduce<Form | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined)
