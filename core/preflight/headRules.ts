/** Headlines against one another and in their widths. */
import { headBox, WAIST_KEEPS } from '../compose/headBlock'
import type { LineRecord } from '../display/displayList'
import type { StoryFrame } from '../model/frame'
import type { Cells } from '../model/grid'
import { headForm, headPlaceIn } from '../model/headForm'
import { finding, titleOf, type Finding } from './finding'
import {
  asideIn,
  beside,
  bottomOf,
  headBlockIn,
  headLines,
  inkRowsOf,
  insetsOver,
  sharedBy,
  stands,
  textAreaIn,
  textLines,
  textRow,
  type PageView,
} from './pageView'

export const headRules = (view: PageView): readonly Finding[] => [
  ...clashes(view),
  ...widths(view),
  ...hierarchy(view),
  ...sharedLead(view),
  ...unevenSpace(view),
  ...bareWaists(view),
]

const headlines = (view: PageView, frame: StoryFrame): readonly LineRecord[] =>
  headLines(view, frame.id).filter((line) => line.role === 'headline')

/** Rows in which a frame's headline group has ink. */
function inkRows(view: PageView, frame: StoryFrame): readonly [number, number] | null {
  const lines = headLines(view, frame.id)
  return lines.length === 0 ? null : inkRowsOf(view, lines)
}

/** A headline group that nothing encloses, with what stands under it. */
interface FreeHead {
  readonly frame: StoryFrame
  readonly area: Cells
  /** Rows in which it has ink. */
  readonly rows: readonly [number, number]
}

/** Headlines outside of boxes; the first under an open 栏目 begins with the title of that. */
function freeHeads(view: PageView): readonly FreeHead[] {
  return view.stories.flatMap((frame): readonly FreeHead[] => {
    const rubric = Object.values(view.edition.rubrics).find(({ id }) => id === frame.rubric)
    const rows = inkRows(view, frame)
    if (rows === null || rubric?.style === 'box') return []
    const { area } = frame
    if (rubric === undefined || area.row !== rubric.area.row + rubric.titleRows)
      return [{ frame, area, rows }]
    const { row } = rubric.area
    const whole = { ...area, row, rows: bottomOf(area) - row }
    return [{ frame, area: whole, rows: [row, rows[1]] }]
  })
}

/** 碰题: two headlines side by side. Those in a 栏目 box stand behind its border. */
function clashes(view: PageView): readonly Finding[] {
  const free = freeHeads(view)
  return free.flatMap((one, i) =>
    free.slice(i + 1).flatMap((other): readonly Finding[] => {
      const [a, b] = [one.frame, other.frame]
      if (!beside(one.area, other.area)) return []
      if (keepsAway(view, a, b) || keepsAway(view, b, a)) return []
      const shared = sharedBy(one.rows, other.rows)
      if (shared <= 0) return []
      const share = shared / Math.min(one.rows[1] - one.rows[0], other.rows[1] - other.rows[0])
      return [
        finding(
          view,
          'page.clash',
          `The headlines of ${titleOf(view, a.story)} and ${titleOf(view, b.story)} on page ${view.page.folio} stand side by side over ${shared.toFixed(1)} rows; move one of them down.`,
          { value: shared, limit: 0, cost: 40 * (0.4 + 0.6 * share) },
          { frame: b.id, story: b.story },
        ),
      ]
    }),
  )
}

/** A standing 主题, or one over some of the columns, may have its text between itself and the neighbour. */
function keepsAway(view: PageView, frame: StoryFrame, neighbour: StoryFrame): boolean {
  const { left, right } = asideIn(view, frame)
  const isRight = neighbour.area.column > frame.area.column
  const block = headBlockIn(view, frame)
  if (block === null) return isRight ? left > 0 : right > 0
  return isRight ? block.column + block.columns < frame.text.columns : block.column > 0
}

const widthOf = (line: LineRecord): number => (line.setWidth * line.size) / 1000

/** A 主题 fills its width. */
const widths = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const lines = headlines(view, frame)
    if (lines.length === 0 || frame.head === null || stands(view, frame)) return []
    const area = textAreaIn(view, frame)
    const { width } = headBox(frame, view.page.grid, area, area.head)
    const fill = Math.max(...lines.map(widthOf)) / width
    const { one, several } = view.limits.headlineFill
    const limit = lines.length === 1 ? one : several
    if (fill >= limit) return []
    return [
      finding(
        view,
        'page.headline-width',
        `The headline of ${titleOf(view, frame.story)} on page ${view.page.folio} fills ${Math.round(fill * 100)} % of its width; set it larger, on fewer lines or over fewer columns.`,
        { value: fill, limit, cost: 1 + (limit - fill) * 25 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })

/** Sizes that differ at all differ so that it shows, and there are few of them. */
function hierarchy(view: PageView): readonly Finding[] {
  const sizes = [
    ...new Set(
      view.stories.flatMap((frame) =>
        headlines(view, frame).map((line) => Math.round(line.size * 10) / 10),
      ),
    ),
  ].sort((a, b) => b - a)
  const { headlineSizes, sizeStep } = view.limits
  const found: Finding[] = []
  if (sizes.length > headlineSizes) {
    found.push(
      finding(
        view,
        'page.too-many-sizes',
        `Page ${view.page.folio} sets its headlines in ${sizes.length} sizes (${sizes.join(', ')} pt); ${headlineSizes} are enough.`,
        { value: sizes.length, limit: headlineSizes, cost: (sizes.length - headlineSizes) * 4 },
      ),
    )
  }
  sizes.slice(1).forEach((size, i) => {
    const larger = sizes[i] ?? size
    const step = larger / size
    if (step >= sizeStep - 1e-6) return
    found.push(
      finding(
        view,
        'page.flat-hierarchy',
        `Headlines of ${larger} and ${size} pt on page ${view.page.folio} are too alike to rank their stories; set both in one size.`,
        { value: step, limit: sizeStep, cost: 3 },
      ),
    )
  })
  return found
}

/** Of headlines in several sizes one is the largest: two leads are none. */
function sharedLead(view: PageView): readonly Finding[] {
  const sized = view.stories.flatMap((frame) => {
    const sizes = headlines(view, frame).map((line) => Math.round(line.size * 10) / 10)
    return sizes.length === 0 ? [] : [{ frame, size: Math.max(...sizes) }]
  })
  const largest = Math.max(...sized.map(({ size }) => size))
  const [, second] = sized.filter(({ size }) => size === largest)
  if (second === undefined || sized.every(({ size }) => size === largest)) return []
  const { frame } = second
  return [
    finding(
      view,
      'page.flat-hierarchy',
      `Page ${view.page.folio} has no lead: the headline of ${titleOf(view, frame.story)} is as large as another, ${largest} pt; set one of them larger.`,
      { value: 1, limit: view.limits.sizeStep, cost: 8 },
      { frame: frame.id, story: frame.story },
    ),
  ]
}

interface HeadSpace {
  readonly frame: StoryFrame
  /** White above the group and between it and the text, in rows. */
  readonly above: number
  readonly below: number
}

/** Like headlines have like white around them. */
function unevenSpace(view: PageView): readonly Finding[] {
  const groups = new Map<string, HeadSpace[]>()
  for (const frame of view.stories) {
    const ink = inkRows(view, frame)
    if (ink === null || frame.head === null || stands(view, frame)) continue
    const block = headBlockIn(view, frame)
    const top = frame.area.row + (block?.row ?? 0)
    const foot = block === null ? textRow(view, frame) : top + block.rows
    const space = { frame, above: ink[0] - top, below: foot - ink[1] }
    const roles = new Set(headLines(view, frame.id).map((line) => line.role))
    const form = headForm(frame.head, frame.text.columns)
    const key = `${frame.head.level} ${[...roles].join('+')} ${frame.rubric ?? ''} ${form}`
    groups.set(key, [...(groups.get(key) ?? []), space])
  }
  const limit = view.limits.unevenRows
  return [...groups.values()].flatMap((group) => {
    const mean = (of: (space: HeadSpace) => number): number =>
      group.reduce((sum, space) => sum + of(space), 0) / group.length
    const above = mean((space) => space.above)
    const below = mean((space) => space.below)
    return group.flatMap((space): readonly Finding[] => {
      const off = Math.max(Math.abs(space.above - above), Math.abs(space.below - below))
      if (off <= limit) return []
      const { frame } = space
      return [
        finding(
          view,
          'page.uneven-space',
          `The white about the headline of ${titleOf(view, frame.story)} on page ${view.page.folio} is ${off.toFixed(1)} rows off that of its like; even them out.`,
          { value: off, limit, cost: (off - limit) * 4 },
          { frame: frame.id, story: frame.story },
        ),
      ]
    })
  })
}

/** A 腰题 has text of its columns, or boxes in it, above and below. */
const bareWaists = (view: PageView): readonly Finding[] =>
  view.stories.flatMap((frame): readonly Finding[] => {
    const block = headBlockIn(view, frame)
    const asked = frame.head && headPlaceIn(frame.head, frame.text.columns)
    if (block === null || !asked || asked.row === 0) return []
    const top = frame.area.row + block.row
    const rowsOf = (parts: readonly { readonly rows: number }[]): number =>
      parts.reduce((sum, { rows }) => sum + rows, 0)
    const counts = Array.from({ length: block.columns }, (_, i) => {
      const column = block.column + i
      const lines = textLines(view, frame.id).filter((line) => line.column === column)
      const own = [
        ...lines.map(({ row }) => ({ row, rows: 1 })),
        ...insetsOver(view, frame, column).map(({ row, rows }) => ({
          row: frame.area.row + row,
          rows,
        })),
      ]
      const above = rowsOf(own.filter(({ row }) => row < top))
      return Math.min(above, rowsOf(own) - above)
    })
    const least = Math.min(...counts)
    if (least >= WAIST_KEEPS) return []
    return [
      finding(
        view,
        'page.bare-waist',
        `The headline of ${titleOf(view, frame.story)} on page ${view.page.folio}, meant to stand in mid-text, has ${least} lines of a column above or below it; move it, deepen its frame, or set it at the head.`,
        { value: least, limit: WAIST_KEEPS, cost: 4 + (WAIST_KEEPS - least) * 2 },
        { frame: frame.id, story: frame.story },
      ),
    ]
  })
