/** White where text should be: columns that end apart, and holes. */
import { counted } from '../counted'
import { headBox } from '../compose/headBlock'
import type { StoryFrame } from '../model/frame'
import { columnWidth, columnX } from '../model/grid'
import { finding, titleOf, type Finding } from './finding'
import {
  asideIn,
  bottomOf,
  headBlockIn,
  headLines,
  insetsIn,
  insetsOver,
  isUnder,
  stands,
  rightOf,
  textAreaIn,
  textLines,
  textRow,
  type PageView,
} from './pageView'

export const footRules = (view: PageView): readonly Finding[] => [
  ...raggedFeet(view),
  ...holes(view),
  ...looseHeads(view),
]

/** Rows that a line takes: a 小标题 two. */
const depthOf = (role: string): number => (role === 'subhead' ? 2 : 1)

/** Foot of each text column in rows, boxes included. */
export function feetOf(view: PageView, frame: StoryFrame): readonly number[] {
  const top = textRow(view, frame)
  const head = headBlockIn(view, frame)
  return Array.from({ length: frame.text.columns }, (_, column) => {
    const boxes = insetsOver(view, frame, column).map(({ row, rows }) => top + row + rows)
    const lines = textLines(view, frame.id)
      .filter((line) => line.column === column)
      .map((line) => line.row + depthOf(line.role))
    const headline = head !== null && isUnder(head, column) ? [top + head.row + head.rows] : []
    return Math.max(top, ...headline, ...boxes, ...lines)
  })
}

/** Columns of a story end within a row of each other. */
const raggedFeet = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const feet = feetOf(view, frame)
    const ragged = Math.max(...feet) - Math.min(...feet)
    const limit = view.limits.raggedRows
    if (ragged <= limit) return []
    return [
      finding(
        view,
        'page.ragged-foot',
        `The columns of ${titleOf(view, frame.story)} on page ${view.page.folio} end ${counted(ragged, 'row')} apart; move its box or ask a paragraph for a line.`,
        { value: ragged, limit, cost: (ragged - limit) * 2 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** For each base column the rows that something fills. */
function filledRows(view: PageView): readonly (readonly boolean[])[] {
  const { grid } = view.page
  const filled = Array.from({ length: grid.columns }, () =>
    new Array<boolean>(grid.rows).fill(false),
  )
  const fill = (column: number, from: number, to: number): void => {
    for (let row = Math.max(0, from); row < Math.min(to, grid.rows); row++) {
      const own = filled[column]
      if (own !== undefined) own[row] = true
    }
  }
  const across = (from: number, to: number, rows: readonly [number, number]): void => {
    for (let column = 0; column < grid.columns; column++) {
      const left = columnX(grid, column)
      if (from < left + columnWidth(grid) - 1 && to > left + 1) fill(column, rows[0], rows[1])
    }
  }
  const whole = (area: StoryFrame['area'], to: number): void => {
    for (let column = area.column; column < rightOf(area); column++) fill(column, area.row, to)
  }
  for (const frame of view.stories) {
    const top = textRow(view, frame)
    whole(frame.area, top)
    const aside = asideIn(view, frame)
    const left = columnX(grid, frame.area.column) + frame.padding + aside.left
    const depth: readonly [number, number] = [frame.area.row, bottomOf(frame.area)]
    const end = columnX(grid, rightOf(frame.area)) - grid.gutter
    if (aside.left > 0) across(left - aside.left, left, depth)
    if (aside.right > 0) across(end - aside.right, end, depth)
    const head = headBlockIn(view, frame)
    if (head !== null) {
      const { x, width } = headBox(frame, grid, textAreaIn(view, frame), head)
      across(x, x + width, [top + head.row, top + head.row + head.rows])
    }
    for (const { x, width, row, rows } of insetsIn(view, frame)) {
      const from = left + (x * grid.bodySize) / 1000
      across(from, from + (width * grid.bodySize) / 1000, [top + row, top + row + rows])
    }
    for (const line of textLines(view, frame.id)) {
      const width = (line.measure * line.size) / 1000
      across(line.x, line.x + width, [line.row, line.row + depthOf(line.role)])
    }
  }
  for (const frame of view.pictures) {
    const words = view.linesIn(frame.id).map((line) => (line.y - grid.y) / grid.leading)
    const shown = frame.area.row + frame.pictureRows
    whole(frame.area, Math.ceil(Math.max(shown, ...words) - 0.1))
  }
  for (const rubric of Object.values(view.edition.rubrics)) {
    if (rubric.page !== view.page.id) continue
    whole(rubric.area, rubric.area.row + rubric.titleRows)
    if (rubric.style === 'box') {
      for (let column = rubric.area.column; column < rightOf(rubric.area); column++)
        fill(column, bottomOf(rubric.area) - 1, bottomOf(rubric.area))
    }
  }
  return filled
}

interface Hole {
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
  /** Rows beyond what separates two blocks. */
  readonly excess: number
}

/** White over whole base columns, deeper than the limit; neighbours of the same rows are one. */
function holesIn(view: PageView): readonly Hole[] {
  const { grid } = view.page
  const { gapRows, holeRows } = view.limits
  const found: Hole[] = []
  filledRows(view).forEach((rows, column) => {
    let from = 0
    for (let row = 0; row <= grid.rows; row++) {
      if (row < grid.rows && rows[row] === false) continue
      const between = from > 0 && row < grid.rows
      const excess = row - from - (between ? gapRows : 0)
      if (excess > holeRows) {
        const before = found.findIndex(
          (hole) =>
            hole.column + hole.columns === column && hole.row === from && hole.rows === row - from,
        )
        const joined = found[before]
        if (joined === undefined)
          found.push({ column, columns: 1, row: from, rows: row - from, excess })
        else found[before] = { ...joined, columns: joined.columns + 1 }
      }
      from = row + 1
    }
  })
  return found
}

/** Rows beyond the limit each of which makes a hole worse; a deeper one is a page short of copy, whatever its make-up. */
const DEEP = 6

/** What white costs by the rows beyond the limit and the share of the page's columns that it takes. */
export const holeCost = (excess: number, share: number): number =>
  (13 * Math.min(excess, DEEP) + 2 * Math.max(0, excess - DEEP)) * share

/** No white deeper than two rows over a whole column. */
const holes = (view: PageView): readonly Finding[] =>
  holesIn(view).map((hole) => {
    const { columns } = view.page.grid
    const { holeRows } = view.limits
    const place = `column ${hole.column + 1}, row ${hole.row + 1}`
    return finding(
      view,
      'page.hole',
      `White ${counted(hole.excess, 'row')} deep and ${counted(hole.columns, 'column')} wide on page ${view.page.folio}, at ${place}; enlarge a headline or a picture beside it, or add copy.`,
      {
        value: hole.excess,
        limit: holeRows,
        cost: holeCost(hole.excess - holeRows, hole.columns / columns),
      },
    )
  })

/** White in a headline group is no hole either. */
const looseHeads = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const { grid } = view.page
    const lines = headLines(view, frame.id)
    if (lines.length === 0 || stands(view, frame)) return []
    const block = headBlockIn(view, frame)
    const top = frame.area.row + (block?.row ?? 0)
    const foot = block === null ? textRow(view, frame) : top + block.rows
    const ends = [grid.y + top * grid.leading, ...lines.map((line) => line.y + 0.12 * line.size)]
    const starts = [...lines.map((line) => line.y - 0.88 * line.size), grid.y + foot * grid.leading]
    const widest = Math.max(...starts.map((start, i) => (start - (ends[i] ?? 0)) / grid.leading))
    const { holeRows } = view.limits
    if (widest <= holeRows) return []
    return [
      finding(
        view,
        'page.loose-headline',
        `The headline of ${titleOf(view, frame.story)} on page ${view.page.folio} stands in white ${widest.toFixed(1)} rows deep; give it fewer rows or a larger size.`,
        { value: widest, limit: holeRows, cost: (widest - holeRows) * 6 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })
