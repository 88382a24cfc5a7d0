/** Depths from the composer itself: a story alone in one frame as deep as the page. */
import { fillFrames } from '../compose/composeStory'
import type { FilledLine } from '../compose/fillThread'
import { frameId } from '../ids'
import type { Edition, Story } from '../model/edition'
import type { Frame, Head, Inset, StoryFrame } from '../model/frame'
import { lettersIn } from '../text/displayTurns'
import type { Pt } from '../units'
import { once } from './known'
import type { TextColumns } from './measures'
import type { PageTask } from './types'

export interface TrialFrame {
  readonly columns: number
  readonly text: Omit<TextColumns, 'cost'>
  readonly padding: Pt
  readonly insets: readonly Inset[]
  /** A head that stands beside the text; null for one that lies over it, whose rows come on top. */
  readonly head: Head | null
}

export interface Trial {
  /** Rows of the deepest column, boxes included; the page's when the text is overset. */
  readonly rows: number
  /** Rows by which the shortest column ends above the deepest. */
  readonly ragged: number
  /** Paragraphs that break a keep rule here (孤行, 背题) or end in a single character (孤字). */
  readonly broken: number
  /** The text is more than the page's depth holds. */
  readonly overset: boolean
}

const TRIAL = frameId('trial')

/** Null when a box finds no place in the frame. A page asks for the same shape again with its headlines larger. */
export function tryStory(task: PageTask, story: Story, shape: TrialFrame): Trial | null {
  return once(task.trials, story.doc, JSON.stringify(shape), () => triedStory(task, story, shape))
}

function triedStory(task: PageTask, story: Story, shape: TrialFrame): Trial | null {
  const before = task.threads.get(story.id) ?? []
  const { rows: pageRows } = task.page.grid
  const whole = layoutIn(task, story, shape, before, pageRows)
  if (whole === null) return null
  const { thread, slots, depth } = whole.fill
  if (thread.oversetLines > 0) return { rows: pageRows, ragged: 0, broken: 0, overset: true }
  if (whole.overset.length > 0) return null
  const feet = new Array<number>(shape.text.columns).fill(0)
  for (const line of thread.lines) {
    const at = line.slot === null ? undefined : slots[line.slot]
    if (at?.frame.frame.id !== TRIAL) continue
    const foot = at.frame.area.row + at.row + 1
    feet[at.column] = Math.max(feet[at.column] ?? 0, foot)
  }
  const boxed = feet.map((foot, column) => Math.max(foot, footOfBoxes(shape, column)))
  const rows = Math.max(...boxed)
  // The keep rules may want a row to move in that the text then leaves free.
  const isCertain = rows >= pageRows || (shape.head === null && rows >= depth)
  const exact = isCertain ? whole : layoutIn(task, story, shape, before, rows)
  const spare = exact === null || exact.overset.length > 0 ? 1 : 0
  const ragged = rows + spare - Math.min(...boxed)
  const set = (exact ?? whole).fill.thread
  const broken = set.faults + set.lines.filter(isLone).length
  return { rows: rows + spare, ragged, broken, overset: false }
}

/** Thousandths of an em that two characters with their marks are wider than. */
const SHORT = 3000

/** A paragraph's last line with a single character on it. */
function isLone({ block, line, first, last }: FilledLine): boolean {
  if (block.role !== 'body' || first || !last || line.naturalWidth > SHORT) return false
  return lettersIn(line.runs.flatMap(({ texts }) => texts).join('')) < 2
}

/** The story laid out alone in one frame of `rows`. */
function layoutIn(
  task: PageTask,
  story: Story,
  shape: TrialFrame,
  before: readonly StoryFrame[],
  rows: number,
) {
  const frame: StoryFrame = {
    kind: 'story',
    id: TRIAL,
    page: task.page.id,
    area: { column: 0, columns: shape.columns, row: 0, rows },
    locked: false,
    story: story.id,
    order: before.length,
    rubric: null,
    text: { columns: shape.text.columns, measure: shape.text.measure },
    padding: shape.padding,
    head: shape.head,
    insets: shape.insets,
  }
  const edition = withOnly(task.edition, story, [...before, frame])
  const ctx = { fonts: task.fonts, rules: task.sheet.rules }
  return fillFrames(edition, story, ctx, task.cache)
}

/** Foot of the boxes that fill a text column, so that a box at its end is no hole. */
function footOfBoxes({ text, insets }: TrialFrame, column: number): number {
  const from = column * (text.measure + text.gutter) * 1000
  const to = from + text.measure * 1000
  return Math.max(
    0,
    ...insets
      .filter((inset) => inset.x < to && inset.x + inset.width > from)
      .map((inset) => inset.row + inset.rows),
  )
}

const withOnly = (edition: Edition, story: Story, frames: readonly Frame[]): Edition => ({
  ...edition,
  stories: { ...edition.stories, [story.id]: story },
  frames: Object.fromEntries(frames.map((frame) => [frame.id, frame])),
})
