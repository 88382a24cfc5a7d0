/** From arrangements to proposals: judged as blocks, the best of them composed and checked as pages. */
import type { StoryId } from '../ids'
import { isStoryFrame, type Edition } from '../model/edition'
import { checkPage, isHard, PAGE_LIMITS, scoreOf, type Finding } from '../preflight'
import { blocksOf, type Block, type FormChoice } from './blocks'
import { withEvenWhite } from './evenWhite'
import { withDeeperBlocks } from './deeperBlocks'
import { withFaces } from './faces'
import { framesOf, type PageFrames } from './frames'
import { judgePage } from './judge'
import type { Spot } from './plan'
import { withRoomierHeads } from './roomierHeads'
import { composeTry, sharedFrames } from './tried'
import { BROKEN, isHole, leastRank, rankOf, rememberFaults, TASTE } from './rank'
import type { PageTask } from './types'

/** Blocks with their frames. */
export interface Placed {
  readonly blocks: readonly Block[]
  readonly made: PageFrames
}

/** A page made up one way. */
export interface MadePage extends Placed {
  /** Stories that found no place, and those too long for the page that must go on elsewhere. */
  readonly left: readonly StoryId[]
  readonly faults: readonly Finding[]
  /** What the faults take off together: the number that `check` gives the page. */
  readonly score: number
  /** The score and the maker's taste together: what orders proposals. */
  readonly rank: number
}

interface Judged {
  readonly spots: readonly Spot[]
  readonly blocks: readonly Block[]
  readonly cost: number
  /** The cost with what a clash of headlines puts on it: it comes after every page without one. */
  readonly order: number
  /** How many clashes are so deep that they are hardly none. */
  readonly clashes: number
}

/** Pages composed at least, and at most to find enough that differ: of many blocks fewer, for each takes longer. */
const COMPOSED = { least: 10, most: 48, crowded: 24 }
/** Of arrangements that differ only in rows, so many are composed. */
const ALIKE = 3
/** Proposals that a page is offered in. */
const WANTED = 4
/** The best arrangements, in which blocks may change places, and how often. */
const SWAPPED = 60
const SWAPS = 4
/** Rows of white in headline groups: of those that share more, all but one or so meet in ink too. */
const APART = { rows: 2, clashes: 1 }
/** Rows by which a block must have moved to stand elsewhere, and the part of the blocks that must. */
const ELSEWHERE = { rows: 8, blocks: 0.34 }

/**
 * The best page first, then others that place at least a third of their
 * blocks elsewhere. Empty when no arrangement composes with its text whole.
 */
export function proposalsOf(
  task: PageTask,
  arrangements: readonly { readonly spots: readonly Spot[] }[],
  { fixed, gap, choose, leftOut, rivals }: ProposalParts,
): readonly MadePage[] {
  const judge = (spots: readonly Spot[]): Judged => {
    const even = withEvenWhite(task, [...fixed, ...blocksOf(task, spots, choose)])
    const blocks = withDeeperBlocks(task, withRoomierHeads(task, even))
    return { spots, blocks, ...costOf(task, blocks) }
  }
  const judged = arrangements
    .map(({ spots }) => judge(spots))
    .sort((a, b) => a.order - b.order)
    .map((one, i) => (i < SWAPPED ? swapped(one, gap, judge) : one))
    .sort((a, b) => a.order - b.order)
  const most = task.isCrowd ? COMPOSED.crowded : COMPOSED.most
  const alike = new Map<string, number>()
  const pages: MadePage[] = []
  let tried = 0
  for (const { spots, blocks, cost, clashes } of judged) {
    const key = shapeOf(blocks)
    const known = alike.get(key) ?? 0
    if (known >= ALIKE) continue
    if (task.cancelled() || tried >= most) break
    const taken = unlike([...rivals, ...pages])
    const worst = taken.length === WANTED ? (taken.at(-1)?.rank ?? Infinity) : Infinity
    if (TASTE * cost + BROKEN * Math.max(0, clashes - APART.clashes) >= worst) break
    if (tried >= COMPOSED.least && isChoice(taken)) break
    const placed = placedOn(task, blocks)
    const least = leastRank(task, placed, cost)
    const isBeaten =
      least >= worst ||
      taken.some((one) => one.rank <= least && !differs(placed.blocks, one.blocks))
    if (!isBeaten) {
      tried++
      const page = composed(task, placed, leftOut(spots), cost)
      if (page === null) continue
      pages.push(page)
    }
    alike.set(key, known + 1)
  }
  return unlike(pages)
}

/** Enough pages that differ, none of which breaks a rule, the best without a hole. */
const isChoice = (pages: readonly MadePage[]): boolean =>
  pages.length >= WANTED && pages.every(isSound) && !pages[0]?.faults.some(isHole)

/** Whether a page breaks no rule that has no exception. */
export const isSound = ({ faults }: MadePage): boolean => !faults.some(isHard)

interface ProposalParts {
  readonly fixed: readonly Block[]
  /** Rows between two blocks one above the other. */
  readonly gap: number
  readonly choose: FormChoice
  readonly leftOut: (spots: readonly Spot[]) => readonly StoryId[]
  /** Pages found before: one that could not come before the least of them is not composed. */
  readonly rivals: readonly MadePage[]
}

/**
 * Two blocks of one width, one above the other, may change places: the search
 * keeps one order of those that cost the same, and only the whole page shows
 * which headlines then stand side by side.
 */
function swapped(start: Judged, gap: number, judge: (spots: readonly Spot[]) => Judged): Judged {
  let best = start
  for (let round = 0; round < SWAPS; round++) {
    let better: Judged | null = null
    for (const above of best.spots) {
      const below = best.spots.find(
        (spot) =>
          spot.column === above.column &&
          spot.columns === above.columns &&
          spot.row === above.row + above.rows + gap,
      )
      if (below === undefined || (above.row === 0 && above.column === 0)) continue
      const tried = judge(
        best.spots.map((spot) =>
          spot === above
            ? { ...above, row: above.row + below.rows + gap }
            : spot === below
              ? { ...below, row: above.row }
              : spot,
        ),
      )
      if (tried.order < (better ?? best).order - 1e-9) better = tried
    }
    if (better === null) return best
    best = better
  }
  return best
}

function costOf(
  task: PageTask,
  blocks: readonly Block[],
): Pick<Judged, 'cost' | 'order' | 'clashes'> {
  const faults = judgePage(task, blocks)
  const forms = blocks.reduce((sum, { form }) => sum + form.cost, 0)
  const cost = faults.reduce((sum, fault) => sum + fault.cost, forms)
  const clashes = faults.filter(({ kind }) => kind === 'clash')
  const deep = clashes.filter(({ shared = 0 }) => shared > APART.rows)
  return { cost, order: cost + clashes.length * BROKEN, clashes: deep.length }
}

/** Which block stands in which columns above which: the same for pages that differ in rows only. */
const shapeOf = (blocks: readonly Block[]): string =>
  blocks
    .map(({ column, columns, row }) => `${column}+${columns}/${Math.round(row / ELSEWHERE.rows)}`)
    .join(' ')

/** The best page, and from it on each that is unlike all before it. */
export function unlike(pages: readonly MadePage[]): readonly MadePage[] {
  const taken: MadePage[] = []
  for (const page of [...pages].sort((a, b) => a.rank - b.rank)) {
    if (taken.length === WANTED) break
    if (taken.every((other) => differs(page.blocks, other.blocks))) taken.push(page)
  }
  return taken
}

function differs(a: readonly Block[], b: readonly Block[]): boolean {
  const moved = a.filter((block) => {
    const other = b.find(({ form }) => ownerOf(form) === ownerOf(block.form))
    return (
      other === undefined ||
      other.column !== block.column ||
      other.columns !== block.columns ||
      Math.abs(other.row - block.row) > ELSEWHERE.rows
    )
  })
  return moved.length >= Math.max(1, a.length * ELSEWHERE.blocks)
}

const ownerOf = (form: Block['form']): string =>
  form.kind === 'story'
    ? form.rank.story.id
    : form.kind === 'picture'
      ? form.story.id
      : form.rubric.id

/** Blocks in their faces, and their frames. */
export function placedOn(task: PageTask, blocks: readonly Block[]): Placed {
  const faced = withFaces(task, blocks)
  return { blocks: faced, made: sharedFrames(task, framesOf(task, faced)) }
}

/** The page with its text set; null when a story that ends on it is not whole. */
export function composed(
  task: PageTask,
  { blocks, made }: Placed,
  unplaced: readonly StoryId[],
  cost: number,
): MadePage | null {
  const goOn = cutOff(task, blocks)
  const edition = editionWith(task, made)
  const display = composeTry(task, edition, made.frames)
  const ending = new Set(made.frames.filter(isStoryFrame).map(({ story }) => story))
  const whole = display.stories.every(
    ({ story, overset }) =>
      overset.length === 0 || !ending.has(story) || task.goesOn.has(story) || goOn.includes(story),
  )
  const page = display.pages.find((one) => one.page === task.page.id)
  if (!whole || page === undefined) return null
  const faults = checkPage(edition, page, PAGE_LIMITS, task.segment)
  rememberFaults(task.tried.faults, made.frames, faults)
  return {
    blocks,
    made,
    left: [...goOn, ...unplaced],
    faults,
    score: scoreOf(faults),
    rank: rankOf(faults, cost),
  }
}

/** The edition as far as this page's composition reads it. */
function editionWith(task: PageTask, made: PageFrames): Edition {
  const { edition, page } = task
  const frames = [...[...task.threads.values()].flat(), ...task.fixed.frames, ...made.frames]
  const pages = new Set([page.id, ...frames.map((frame) => frame.page)])
  return {
    ...edition,
    pages: Object.fromEntries(
      [...pages].flatMap((id) => (edition.pages[id] ? [[id, edition.pages[id]]] : [])),
    ),
    frames: Object.fromEntries(frames.map((frame) => [frame.id, frame])),
    rubrics: Object.fromEntries(
      [...task.fixed.rubrics, ...made.rubrics].map((rubric) => [rubric.id, rubric]),
    ),
  }
}

/** Stories whose frame on this page ends before their text although no later page has them yet. */
const cutOff = (task: PageTask, blocks: readonly Block[]): readonly StoryId[] =>
  blocks.flatMap(({ form }) =>
    form.kind === 'story' && form.rank.goesOn && !task.goesOn.has(form.rank.story.id)
      ? [form.rank.story.id]
      : [],
  )
