/** One page: measure the units, search, judge the best arrangements as pages, and take the first that composes clean. */
import { composeStory } from '../compose/composeStory'
import { isStoryFrame } from '../model/edition'
import type { StoryId } from '../ids'
import type { StoryFrame } from '../model/frame'
import { blocksOf, worthOf, type Block, type FormChoice } from './blocks'
import { withFaces } from './faces'
import { formsOf, whiteCost } from './forms'
import { framesOf, type PageFrames } from './frames'
import { judgePage } from './judge'
import { searchPage, type Arrangement } from './search'
import type { Leaf } from './slicing'
import type { Desk, Form, Unit } from './types'
import { leadOf, stackLeast, weightOfUnit } from './units'

export interface MadePage {
  readonly blocks: readonly Block[]
  readonly made: PageFrames
  /** Units that found no place. */
  readonly left: readonly Unit[]
  readonly score: number
}

/** Rows of white allowed under a block, tried in turn until every unit has a place. */
const PASSES = [
  { white: 2, limit: 160 },
  { white: 8, limit: 400 },
  { white: Infinity, limit: 1e6 },
]
/** Arrangements of the search that are judged as pages. */
const JUDGED = 300

export function makePage(desk: Desk, all: readonly Unit[]): MadePage {
  const units = stackLeast(all, desk.house.mostUnits)
  const forms = measured(desk, units)
  for (const pass of PASSES) {
    const arrangements = arranged(desk, units, forms, pass)
    const placed = arrangements[0]?.spots.length ?? 0
    if (placed < units.length && pass !== PASSES.at(-1)) continue
    const best = bestPage(desk, units, forms, arrangements)
    if (best !== null) return best
  }
  return { blocks: [], made: { frames: [], rubrics: [] }, left: units, score: 0 }
}

/** Forms of each unit for each width. */
type FormTable = readonly (readonly (readonly Form[])[])[]

function measured(desk: Desk, units: readonly Unit[]): FormTable {
  const { columns } = desk.page.grid
  return units.map((unit) => Array.from({ length: columns }, (_, w) => formsOf(desk, unit, w + 1)))
}

function arranged(
  desk: Desk,
  units: readonly Unit[],
  forms: FormTable,
  { white, limit }: { readonly white: number; readonly limit: number },
): readonly Arrangement[] {
  const { columns, rows } = desk.page.grid
  const leaves = units.map((unit, i): Leaf => ({
    head: unit.kind === 'story' || unit.kind === 'stack',
    costs: (forms[i] ?? []).map((own, w) => depthCosts(desk, own, w + 1, white)),
  }))
  const problem = {
    columns,
    rows,
    gap: desk.house.gapRows,
    clash: desk.house.cost.clash,
    leaves,
    lead: leadOf(units),
    limit,
    footRow: desk.house.cost.footRow,
    worth: worthOf(units, weightOfUnit),
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
  (desk: Desk, forms: FormTable): FormChoice =>
  (leaf, columns, rows) => {
    let best: Form | null = null
    let least = Infinity
    for (const form of forms[leaf]?.[columns - 1] ?? []) {
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
  units: readonly Unit[],
  forms: FormTable,
  arrangements: readonly Arrangement[],
): MadePage | null {
  const choose = chooser(desk, forms)
  const judged = arrangements
    .map(({ spots }) => {
      const blocks = blocksOf(desk, spots, choose)
      return { spots, blocks, score: scoreOf(desk, blocks) }
    })
    .sort((a, b) => a.score - b.score)
  for (const { spots, blocks, score } of judged) {
    const faced = withFaces(desk, blocks)
    const made = framesOf(desk, faced)
    if (!composesClean(desk, made)) continue
    const placed = new Set(spots.map(({ leaf }) => leaf))
    return { blocks: faced, made, score, left: units.filter((_, i) => !placed.has(i)) }
  }
  return null
}

const scoreOf = (desk: Desk, blocks: readonly Block[]): number =>
  blocks.reduce((sum, { form }) => sum + form.cost, 0) +
  judgePage(desk, blocks).reduce((sum, fault) => sum + fault.cost, 0)

/** Whether every story that ends on this page is placed whole. */
function composesClean(desk: Desk, made: PageFrames): boolean {
  const own = new Map<StoryId, StoryFrame>()
  for (const frame of made.frames.filter(isStoryFrame)) own.set(frame.story, frame)
  const threads = [...desk.threads.values()].flat()
  const frames = Object.fromEntries([...threads, ...made.frames].map((frame) => [frame.id, frame]))
  const edition = { ...desk.edition, frames }
  const ctx = { fonts: desk.fonts, rules: desk.sheet.rules }
  return [...own.keys()].every((id) => {
    const story = edition.stories[id]
    if (story === undefined || desk.goesOn.has(id)) return true
    return (composeStory(edition, story, ctx, desk.cache)?.fit.overset.length ?? 1) === 0
  })
}
