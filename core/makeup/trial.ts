/** Depths from the composer itself: a story alone in one frame as deep as the page. */
import { composeStory } from '../compose/composeStory'
import { frameId } from '../ids'
import type { Edition, Story } from '../model/edition'
import type { Frame, StoryFrame } from '../model/frame'
import type { Desk } from './types'

export interface TrialFrame {
  readonly columns: number
  readonly text: StoryFrame['text']
  readonly padding: number
  readonly insets: StoryFrame['insets']
}

export interface Trial {
  /** Rows of the deepest column, boxes included. */
  readonly rows: number
  /** Rows that the shortest column but the last ends above the deepest: holes left by keep rules. */
  readonly ragged: number
  readonly lines: number
}

const TRIAL = frameId('trial')

/** Null when the text is overset in a frame of `columns` base columns and the page's whole depth. */
export function tryStory(desk: Desk, story: Story, shape: TrialFrame): Trial | null {
  const before = desk.threads.get(story.id) ?? []
  const frame: StoryFrame = {
    kind: 'story',
    id: TRIAL,
    page: desk.page.id,
    area: { column: 0, columns: shape.columns, row: 0, rows: desk.page.grid.rows },
    locked: false,
    story: story.id,
    order: before.length,
    rubric: null,
    text: shape.text,
    padding: shape.padding as StoryFrame['padding'],
    head: null,
    insets: shape.insets,
  }
  const edition = withOnly(desk.edition, story, [...before, frame])
  const layout = composeStory(
    edition,
    story,
    { fonts: desk.fonts, rules: desk.sheet.rules },
    desk.cache,
  )
  if (layout === null || layout.fit.overset.length > 0 || layout.fit.oversetLines > 0) return null
  const lines = layout.parts
    .flatMap((part) => part.lines)
    .filter((line) => line.frame === TRIAL && line.row >= 0)
  const feet = new Array<number>(shape.text.columns).fill(0)
  for (const line of lines) feet[line.column] = Math.max(feet[line.column] ?? 0, line.row + 1)
  const boxes = shape.insets.map((inset) => inset.row + inset.rows)
  const rows = Math.max(...feet, ...boxes)
  const inner = feet.slice(0, -1)
  const ragged =
    inner.length === 0
      ? 0
      : rows - Math.min(...inner.map((foot, i) => Math.max(foot, footOfBoxes(shape, i))))
  return { rows, ragged, lines: lines.length }
}

/** Foot of the boxes that stand over a text column, so that a box at its end is no hole. */
function footOfBoxes(shape: TrialFrame, column: number): number {
  const pitch = shape.text.measure * 1000
  return Math.max(
    0,
    ...shape.insets
      .filter((inset) => inset.x < (column + 1) * pitch && inset.x + inset.width > column * pitch)
      .map((inset) => inset.row + inset.rows),
  )
}

const withOnly = (edition: Edition, story: Story, frames: readonly Frame[]): Edition => ({
  ...edition,
  stories: { ...edition.stories, [story.id]: story },
  frames: Object.fromEntries(frames.map((frame) => [frame.id, frame])),
})
