/** A composed page as the rules look at it: its blocks, their lines, and where they stand in rows. */
import { whiteOver } from '../compose/head'
import { headBlock, insetOffHead } from '../compose/headBlock'
import { asideOf, NOTHING_ASIDE, type Aside } from '../compose/standingHead'
import { textAreaOf, type HeadBlock, type TextArea } from '../compose/textArea'
import type { LineRecord, LineRole, PageDisplay, TextRun } from '../display/displayList'
import type { FrameId } from '../ids'
import { framesOn, isRuleFrame, type Edition } from '../model/edition'
import type { Frame, Inset, PictureFrame, Rubric, RuleFrame, StoryFrame } from '../model/frame'
import { spanWidth, type Cells } from '../model/grid'
import { headPlaceIn } from '../model/headForm'
import type { Page } from '../model/page'
import type { PageLimits } from './limits'

/** What stands on the page as one: a story, a picture story, or a 栏目 with its stories. */
export interface PageBlock {
  readonly area: Cells
  readonly frame: StoryFrame | PictureFrame | null
  /** Has a border or a tint of its own. */
  readonly boxed: boolean
}

/** Splits a text into words; joined they are the text. */
export type Words = (text: string) => readonly string[]

export interface PageView {
  readonly edition: Edition
  readonly page: Page
  readonly display: PageDisplay
  readonly limits: PageLimits
  /** Splits a text into words; null when nobody can tell them. */
  readonly words: Words | null
  readonly blocks: readonly PageBlock[]
  readonly stories: readonly StoryFrame[]
  readonly pictures: readonly PictureFrame[]
  readonly rules: readonly RuleFrame[]
  readonly linesIn: (frame: FrameId) => readonly LineRecord[]
  /** The runs of a line, in order. */
  readonly runsOf: (line: LineRecord) => readonly TextRun[]
}

export function pageView(
  edition: Edition,
  page: Page,
  display: PageDisplay,
  limits: PageLimits,
  words: Words | null,
): PageView {
  const frames = framesOn(edition, page.id)
  const stories = frames.filter((frame): frame is StoryFrame => frame.kind === 'story')
  const pictures = frames.filter((frame): frame is PictureFrame => frame.kind === 'picture')
  const rubrics = Object.values(edition.rubrics).filter((rubric) => rubric.page === page.id)
  const lines = grouped(display.lines, (line) => line.frame)
  const texts = display.items.filter((item): item is TextRun => item.kind === 'text')
  const runs = grouped(texts, (run) => run.line)
  return {
    edition,
    page,
    display,
    limits,
    words,
    stories,
    pictures,
    rules: frames.filter(isRuleFrame),
    blocks: [
      ...frames.filter((frame) => standsAlone(frame, rubrics)).flatMap(blockOf),
      ...rubrics.map(({ area, style }) => ({ area, frame: null, boxed: style === 'box' })),
    ],
    linesIn: (frame) => lines.get(frame) ?? [],
    runsOf: (line) => runs.get(line) ?? [],
  }
}

const standsAlone = (frame: Frame, rubrics: readonly Rubric[]): boolean =>
  frame.kind !== 'story' || !rubrics.some(({ id }) => id === frame.rubric)

const blockOf = (frame: Frame): readonly PageBlock[] =>
  frame.kind === 'rule'
    ? []
    : [{ area: frame.area, frame, boxed: frame.kind === 'picture' && frame.tint }]

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

export const bottomOf = ({ row, rows }: Cells): number => row + rows
export const rightOf = ({ column, columns }: Cells): number => column + columns

/** Rows or columns that two spans share. */
export const sharedBy = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/** Whether two blocks stand side by side with only a gutter between them. */
export const beside = (a: Cells, b: Cells): boolean =>
  (rightOf(a) === b.column || rightOf(b) === a.column) &&
  sharedBy([a.row, bottomOf(a)], [b.row, bottomOf(b)]) > 0

/** Whether one stands over the other with at most `gap` rows between them. */
export const over = (a: Cells, b: Cells, gap: number): boolean =>
  sharedBy([a.column, rightOf(a)], [b.column, rightOf(b)]) > 0 &&
  (within(b.row - bottomOf(a), gap) || within(a.row - bottomOf(b), gap))

const within = (distance: number, gap: number): boolean => distance >= 0 && distance <= gap

const HEAD: ReadonlySet<LineRole> = new Set(['kicker', 'headline', 'deck', 'byline'])

/** Lines of the headline group, whose 副题 and 署名 the composer sets as labels. */
export const headLines = (view: PageView, frame: FrameId): readonly LineRecord[] =>
  view.linesIn(frame).filter((line) => HEAD.has(line.role))

/** What a standing 主题 keeps free of text at a frame's sides, in points. */
export function asideIn({ edition, page }: PageView, frame: StoryFrame): Aside {
  const sheet = edition.styleSheets[page.styleSheet]
  const doc = edition.stories[frame.story]?.doc
  const aside = sheet && doc ? asideOf(doc, frame, page.grid, sheet) : null
  return aside ?? NOTHING_ASIDE
}

/** Whether a frame's 主题 stands beside its text (竖题). */
export function stands(view: PageView, frame: StoryFrame): boolean {
  const { left, right } = asideIn(view, frame)
  return left + right > 0
}

/** Rows in which lines have ink, from the top of the first to the foot of the last. */
export function inkRowsOf(
  { page: { grid } }: PageView,
  lines: readonly LineRecord[],
): readonly [number, number] {
  const row = (y: number): number => (y - grid.y) / grid.leading
  const tops = lines.map((line) => row(line.y - 0.88 * line.size))
  return [Math.min(...tops), Math.max(...lines.map((line) => row(line.y + 0.12 * line.size)))]
}

/**
 * The cells of a headline group among its text, as the composer gave them to it;
 * null where it stands over all or beside. Their depth is read off the group's lines.
 */
export function headBlockIn(view: PageView, frame: StoryFrame): HeadBlock | null {
  const { head, text, area } = frame
  const place = head && headPlaceIn(head, text.columns)
  const spacing = view.edition.styleSheets[view.page.styleSheet]?.spacing
  if (!place || !spacing || stands(view, frame)) return null
  const lines = headLines(view, frame.id)
  if (lines.length === 0) return null
  const [top, foot] = inkRowsOf(view, lines)
  const white = whiteOver(head, spacing) + spacing.headBottom
  const needed = Math.ceil(foot - top + white - 0.02)
  return headBlock(place, area.rows, Math.max(needed, head.rows ?? 0))
}

/** The text columns of a frame, as the composer had them. */
export function textAreaIn(view: PageView, frame: StoryFrame): TextArea {
  const over = textRow(view, frame) - frame.area.row
  const aside = asideIn(view, frame)
  return textAreaOf(frame, view.page.grid, over, aside, headBlockIn(view, frame))
}

/** The boxes in a frame's text, where they stand. */
export function insetsIn(view: PageView, frame: StoryFrame): readonly Inset[] {
  if (frame.insets.length === 0 || headBlockIn(view, frame) === null) return frame.insets
  const area = textAreaIn(view, frame)
  return frame.insets.map((inset) => insetOffHead(inset, area))
}

/** The boxes that stand in a text column, or reach into it. */
export function insetsOver(view: PageView, frame: StoryFrame, column: number): readonly Inset[] {
  const from = column * columnPitch(view, frame)
  const to = from + frame.text.measure
  return insetsIn(view, frame).filter(({ x, width }) => x / 1000 < to && (x + width) / 1000 > from)
}

/** Which stretch of its frame's text a line is in: a column, or the part of one below a headline. */
export function legsIn(view: PageView, frame: StoryFrame): (line: LineRecord) => number {
  const head = headBlockIn(view, frame)
  if (head === null) return (line) => line.column
  return ({ column, row }) =>
    isUnder(head, column) && row >= frame.area.row + head.row ? frame.text.columns + column : column
}

/** Whether a headline among the text stands over a column. */
export const isUnder = (head: HeadBlock, column: number): boolean =>
  column >= head.column && column < head.column + head.columns

/** Lines of the text columns. */
export const textLines = (view: PageView, frame: FrameId): readonly LineRecord[] =>
  view.linesIn(frame).filter((line) => line.row >= 0)

/**
 * First row below the headline group: that of the first line, less the boxes over
 * all columns above it. The frame's first where the group stands among the text.
 */
export function textRow(view: PageView, frame: StoryFrame): number {
  if (headBlockIn(view, frame) !== null) return frame.area.row
  const rows = textLines(view, frame.id).map((line) => line.row)
  return rows.length === 0 ? frame.area.row : Math.min(...rows) - boxesAbove(view, frame)
}

/** Rows that boxes at the head of the text take of every column. */
function boxesAbove(view: PageView, frame: StoryFrame): number {
  const depths = Array.from({ length: frame.text.columns }, (_, column) => {
    const over = [...insetsOver(view, frame, column)].sort((a, b) => a.row - b.row)
    return over.reduce((depth, { row, rows }) => (row <= depth ? row + rows : depth), 0)
  })
  return Math.min(...depths)
}

/** Body ems from one text column's left to the next one's. */
export function columnPitch(view: PageView, frame: StoryFrame): number {
  const { grid } = view.page
  const { area, padding, text } = frame
  const aside = asideIn(view, frame)
  const width = spanWidth(grid, area.columns) - 2 * padding - aside.left - aside.right
  const ems = width / grid.bodySize
  const gutter = text.columns > 1 ? (ems - text.columns * text.measure) / (text.columns - 1) : 0
  return text.measure + gutter
}

/** A line's words as they stand in it. */
export function wordsOf(view: PageView, line: LineRecord): string {
  let words = ''
  for (const { texts } of view.runsOf(line)) for (const text of texts) words += text
  return words
}
