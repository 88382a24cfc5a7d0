/**
 * Frames fixed by hand: they stay, and the rest of the page is solved around
 * them. A fixed rectangle leaves up to four others of the page free; tables of
 * the search know no places, so each free rectangle takes a set of blocks.
 */
import type { Frame, Rubric } from '../model/frame'
import { framesOn } from '../model/edition'
import { cellsOverlap, type Cells } from '../model/grid'
import { pt } from '../units'
import { hasHead, layoutHead } from '../compose/head'
import { asideOf } from '../compose/standingHead'
import { spanWidth } from '../model/grid'
import type { Block } from './blocks'
import { spotsOf, type Spot } from './plan'
import type { SlicingTable } from './slicing'
import type { PageTask, Fixed } from './types'

/** The locked frames of a page; a 栏目 with one of them stays whole. */
export function fixedOn({ edition, page }: Pick<PageTask, 'edition' | 'page'>): Fixed {
  const all = framesOn(edition, page.id)
  const groups = new Set(
    all.flatMap((frame) =>
      frame.kind === 'story' && frame.locked && frame.rubric !== null ? [frame.rubric] : [],
    ),
  )
  const stays = (frame: Frame): boolean =>
    frame.locked || (frame.kind === 'story' && frame.rubric !== null && groups.has(frame.rubric))
  const rubrics = Object.values(edition.rubrics).filter(({ id }) => groups.has(id))
  return { frames: all.filter(stays), rubrics }
}

/** The fixed frames as blocks, for the judge, the faces and the rules. */
export function fixedBlocks(task: PageTask): readonly Block[] {
  const { frames, rubrics } = task.fixed
  return [
    ...rubrics.map((rubric): Block => ({
      ...rubric.area,
      fixed: true,
      form: {
        kind: 'rubric',
        rubric,
        titleRows: rubric.titleRows,
        members: [],
        rows: rubric.area.rows,
        cost: 0,
      },
    })),
    ...frames.flatMap((frame) => blockOf(task, frame, rubrics)),
  ]
}

function blockOf(task: PageTask, frame: Frame, rubrics: readonly Rubric[]): readonly Block[] {
  if (frame.kind === 'rule') return []
  const story = task.edition.stories[frame.story]
  if (story === undefined) return []
  const at = { ...frame.area, fixed: true } as const
  const { rows } = frame.area
  if (frame.kind === 'picture') {
    const { pictureRows, padding, tint } = frame
    return [{ ...at, form: { kind: 'picture', story, pictureRows, padding, tint, rows, cost: 0 } }]
  }
  if (rubrics.some(({ id }) => id === frame.rubric)) return []
  const { grid } = task.page
  const width = pt(spanWidth(grid, frame.area.columns) - 2 * frame.padding)
  const context = { ctx: { fonts: task.fonts, rules: task.sheet.rules }, cache: task.cache }
  const stands = asideOf(story.doc, frame, grid, task.sheet) !== null
  const headRows =
    hasHead(story.doc) && !stands
      ? layoutHead(story.doc, frame.head, width, grid, task.sheet, context).rows
      : 0
  const { text, padding, head, insets } = frame
  const rank = { story, weight: 1, level: head?.level ?? 9, goesOn: false }
  return [
    {
      ...at,
      form: {
        kind: 'story',
        rank,
        text,
        padding,
        head,
        insets,
        headRows,
        ragged: 0,
        rows,
        cost: 0,
      },
    },
  ]
}

/** What of an area a rectangle in it leaves free: strips above and below or at the sides, or turned like a wheel. */
function around(area: Cells, hole: Cells, gap: number): readonly (readonly Cells[])[] {
  const right = hole.column + hole.columns
  const bottom = hole.row + hole.rows
  const end = { column: area.column + area.columns, row: area.row + area.rows }
  const cells = (column: number, to: number, row: number, foot: number): Cells => ({
    column,
    columns: to - column,
    row,
    rows: foot - row,
  })
  const above = hole.row - gap
  const below = bottom + gap
  const patterns = [
    [
      cells(area.column, end.column, area.row, above),
      cells(area.column, end.column, below, end.row),
      cells(area.column, hole.column, hole.row, bottom),
      cells(right, end.column, hole.row, bottom),
    ],
    [
      cells(area.column, hole.column, area.row, end.row),
      cells(right, end.column, area.row, end.row),
      cells(hole.column, right, area.row, above),
      cells(hole.column, right, below, end.row),
    ],
    [
      cells(area.column, right, area.row, above),
      cells(right, end.column, area.row, bottom),
      cells(hole.column, end.column, below, end.row),
      cells(area.column, hole.column, hole.row, end.row),
    ],
    [
      cells(hole.column, end.column, area.row, above),
      cells(right, end.column, hole.row, end.row),
      cells(area.column, right, below, end.row),
      cells(area.column, hole.column, area.row, bottom),
    ],
  ]
  return patterns.map((pattern) => pattern.filter(({ columns, rows }) => columns > 0 && rows > 0))
}

/** Every way to divide what the fixed areas leave into rectangles. */
export function freeAreas(
  page: Cells,
  fixed: readonly Cells[],
  gap: number,
): readonly (readonly Cells[])[] {
  return fixed.reduce<readonly (readonly Cells[])[]>(
    (ways, hole) =>
      ways.flatMap((areas) => {
        const hit = areas.filter((area) => cellsOverlap(area, hole))
        const [area] = hit
        if (area === undefined) return [areas]
        if (hit.length > 1 || !holds(area, hole)) return []
        return around(area, hole, gap).map((parts) => [
          ...areas.filter((other) => other !== area),
          ...parts,
        ])
      }),
    [[page]],
  )
}

const holds = (area: Cells, hole: Cells): boolean =>
  hole.column >= area.column &&
  hole.row >= area.row &&
  hole.column + hole.columns <= area.column + area.columns &&
  hole.row + hole.rows <= area.row + area.rows

/** A free rectangle with blocks in it may end this many rows above its foot. */
const SHORT = 12

interface Share {
  readonly cost: number
  readonly spots: readonly Spot[]
}

/** The cheapest way to put all of `set` into the free areas, one arrangement a division, cheapest first. */
export function aroundFixed(
  table: SlicingTable,
  set: number,
  divisions: readonly (readonly Cells[])[],
  rowCost: number,
): readonly Share[] {
  return divisions
    .flatMap((areas) => share(table, set, areas, rowCost))
    .sort((a, b) => a.cost - b.cost)
}

interface Part {
  readonly cost: number
  readonly rows: number
}

function share(
  table: SlicingTable,
  all: number,
  areas: readonly Cells[],
  rowCost: number,
): readonly Share[] {
  let best = new Map<number, Share>([[0, { cost: 0, spots: [] }]])
  for (const area of areas) {
    const next = new Map<number, Share>()
    const offer = (set: number, cost: number, spots: () => readonly Spot[]): void => {
      if (cost < (next.get(set)?.cost ?? Infinity)) next.set(set, { cost, spots: spots() })
    }
    for (const [done, { cost, spots }] of best) {
      const rest = all & ~done
      const white = (area.rows * area.columns * rowCost) / table.problem.columns
      offer(done, cost + white, () => spots)
      for (let own = rest; own > 0; own = (own - 1) & rest) {
        const part = cheapest(table, own, area, rowCost)
        if (part === null) continue
        offer(done | own, cost + part.cost, () => [
          ...spots,
          ...spotsOf(table, { ...area, set: own, rows: part.rows, corners: null }),
        ])
      }
    }
    best = next
  }
  const whole = best.get(all)
  return whole === undefined ? [] : [whole]
}

function cheapest(table: SlicingTable, set: number, area: Cells, rowCost: number): Part | null {
  let best: Part | null = null
  for (let rows = area.rows; rows > Math.max(0, area.rows - SHORT); rows--) {
    const white = ((area.rows - rows) * area.columns * rowCost) / table.problem.columns
    const cost = table.least(set, area.columns, rows) + white
    if (Number.isFinite(cost) && (best === null || cost < best.cost)) best = { cost, rows }
  }
  return best
}
