/** A composed page as the rules look at it: its blocks, their lines, and where they stand in rows. */
import { asideOf, NOTHING_ASIDE, type Aside } from '../compose/standingHead'
import type { LineRecord, LineRole, PageDisplay, TextRun } from '../display/displayList'
import type { FrameId } from '../ids'
import { framesOn, isRuleFrame, type Edition } from '../model/edition'
import type { Frame, PictureFrame, Rubric, RuleFrame, StoryFrame } from '../model/frame'
import { spanWidth, type Cells } from '../model/grid'
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

/** Lines of the text columns. */
export const textLines = (view: PageView, frame: FrameId): readonly LineRecord[] =>
  view.linesIn(frame).filter((line) => line.row >= 0)

/** First row below the headline group: that of the first line, less the boxes over all columns above it. */
export function textRow(view: PageView, frame: StoryFrame): number {
  const rows = textLines(view, frame.id).map((line) => line.row)
  return rows.length === 0 ? frame.area.row : Math.min(...rows) - boxesAbove(view, frame)
}

/** Rows that boxes at the head of the text take of every column. */
function boxesAbove(view: PageView, frame: StoryFrame): number {
  const { columns, measure } = frame.text
  const pitch = columnPitch(view, frame)
  const depths = Array.from({ length: columns }, (_, column) => {
    const over = [...frame.insets]
      .filter(
        ({ x, width }) =>
          x / 1000 < column * pitch + measure && (x + width) / 1000 > column * pitch,
      )
      .sort((a, b) => a.row - b.row)
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
export const wordsOf = (view: PageView, line: LineRecord): string =>
  view
    .runsOf(line)
    .flatMap((run) => run.texts)
    .join('')
