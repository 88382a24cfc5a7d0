/**
 * What orders proposals, and what a page's rank is at least before it is
 * composed: seams and bare white show in its blocks, and what is wrong with a
 * story by itself is so wherever it stands.
 */
import type { Frame } from '../model/frame'
import { holeCost, isHard, longSeams, PAGE_LIMITS, scoreOf, type Finding } from '../preflight'
import { bottomOf, rightOf, type Block } from './blocks'
import type { Placed } from './choose'
import type { PageTask } from './types'

/** A page that breaks a rule without exception comes after every page that does not. */
export const BROKEN = 1000
/** What a hole on a page weighs beyond its cost: it is the first thing that a reader sees. */
const HOLED = 40
/** How much the taste of the search counts beside the faults of the page. */
export const TASTE = 0.25

/** White that an editor would fill. */
export const isHole = ({ code }: Finding): boolean => code === 'page.hole'

const weightOf = (faults: readonly Finding[]): number =>
  scoreOf(faults) + HOLED * faults.filter(isHole).length + BROKEN * faults.filter(isHard).length

/** The score of a page and the maker's taste together; 0 is the best. */
export const rankOf = (faults: readonly Finding[], cost: number): number =>
  weightOf(faults) + TASTE * cost

/** Faults of a story that it takes along to any other place. */
const ITS_OWN: ReadonlySet<string> = new Set([
  'page.flat-text',
  'page.headline-break',
  'page.headline-turn',
  'page.headline-width',
  'page.loose-headline',
  'page.ragged-foot',
  'text.kinsoku',
  'text.lone-character',
  'text.stray-line',
  'text.stray-subhead',
])

/** What faults of their own weigh, by the shape of their frames. */
export type OwnFaults = Map<string, number>

const shapeOf = (frame: Frame): string =>
  JSON.stringify({ ...frame, area: { ...frame.area, column: 0, row: 0 } })

/** Keeps what was found of a composed page's stories. */
export function rememberFaults(
  own: OwnFaults,
  frames: readonly Frame[],
  faults: readonly Finding[],
): void {
  for (const frame of frames) {
    if (frame.kind !== 'story') continue
    const found = faults.filter(({ code, where }) => where?.frame === frame.id && ITS_OWN.has(code))
    own.set(shapeOf(frame), weightOf(found))
  }
}

/** To the thousandths that findings are rounded to. */
const roundedDown = (cost: number): number => Math.floor(cost * 1000) / 1000

/** What the rank of such a page is at least. */
export function leastRank(
  { page: { grid }, tried }: PageTask,
  { blocks, made: { frames } }: Placed,
  cost: number,
): number {
  const own = frames.reduce((sum, frame) => sum + (tried.faults.get(shapeOf(frame)) ?? 0), 0)
  const seams = longSeams(blocks, grid, PAGE_LIMITS.seam).reduce(
    (sum, seam) => sum + roundedDown(seam.cost),
    0,
  )
  return TASTE * cost + own + seams + bareWhite(blocks, grid)
}

/** What white costs in which no block stands: columns side by side may make one hole. */
function bareWhite(
  blocks: readonly Block[],
  { columns, rows }: { readonly columns: number; readonly rows: number },
): number {
  const { gapRows, holeRows } = PAGE_LIMITS
  let cost = 0
  for (let column = 0; column < columns; column++) {
    const own = blocks
      .filter((block) => block.column <= column && rightOf(block) > column)
      .sort((a, b) => a.row - b.row)
    let from = 0
    for (const row of [...own.map((block) => block.row), rows]) {
      const excess = row - from - (from > 0 && row < rows ? gapRows : 0)
      cost += roundedDown(holeCost(Math.max(0, excess - holeRows), 1 / columns))
      from = Math.max(from, ...own.filter((block) => block.row === row).map(bottomOf))
    }
  }
  return cost > 0 ? cost + HOLED : 0
}
