/** Empty frames, as an edition that begins with yesterday's pages has them, filled with stories that wait. */
import type { Node } from 'prosemirror-model'
import { applySteps, type EditionStep, type TransactionBuilder } from '../edit'
import type { FrameId, PageId, StoryId } from '../ids'
import { framesOn, isRuleFrame, storiesOf, type Edition, type Story } from '../model/edition'
import type { PictureFrame, StoryFrame } from '../model/frame'
import { storyForm, storySchema } from '../model/storySchema'
import { recordOf, recordsOf } from '../model/tables'
import { ok } from '../result'
import { firstInsets } from './insets'
import { wordRows } from './refit'
import { openFrames, refuse, stepsOf, type Shaped, type ShapeTools } from './shaped'

/** Turns a story's 主题 between words into so many lines; answers where. */
export type TurnsOf = (doc: Node, lines: number) => readonly number[]

export interface FillTools extends ShapeTools {
  readonly turnsOf: TurnsOf
}

type FilledFrame = StoryFrame | PictureFrame

/** Nothing is written in the story, and it shows no picture. */
function isBlank({ doc, unplaced }: Story): boolean {
  let shows = false
  doc.descendants((node) => {
    shows ||= node.type === storySchema.nodes.figure && node.attrs['picture'] !== null
    return !shows
  })
  return !shows && unplaced.length === 0 && doc.textContent.trim() === ''
}

/** All frames of a story, in the order in which it runs through them. */
const framesOf = (edition: Edition, story: StoryId): readonly FilledFrame[] =>
  recordsOf(edition, 'frames')
    .filter((frame): frame is FilledFrame => !isRuleFrame(frame) && frame.story === story)
    .sort((a, b) => (a.kind === 'story' && b.kind === 'story' ? a.order - b.order : 0))

const isWaiting = (edition: Edition, { id, doc }: Story): boolean =>
  storyForm(doc) !== 'lines' && framesOf(edition, id).length === 0

/** First frames on the page of stories that are blank, in reading order. */
export function blankFrames(edition: Edition, page: PageId): readonly FilledFrame[] {
  return framesOn(edition, page)
    .filter((frame): frame is FilledFrame => {
      if (isRuleFrame(frame) || frame.locked) return false
      const story = recordOf(edition, 'stories', frame.story)
      return story !== null && isBlank(story) && framesOf(edition, story.id)[0]?.id === frame.id
    })
    .sort((a, b) => a.area.row - b.area.row || a.area.column - b.area.column)
}

/** Puts a story that waits into the frames of a blank one, which goes; 栏目, columns and headline form stay. */
export function fillFrame(edition: Edition, id: FrameId, story: StoryId, tools: FillTools): Shaped {
  const frame = recordOf(edition, 'frames', id)
  const record = recordOf(edition, 'stories', story)
  if (frame === null || isRuleFrame(frame) || record === null)
    return refuse('missing', 'The frame or the story is gone.')
  const blank = recordOf(edition, 'stories', frame.story)
  const isOfKind = storyForm(record.doc) === (frame.kind === 'story' ? 'story' : 'picture')
  if (blank === null || !isBlank(blank) || !isOfKind || !isWaiting(edition, record))
    return refuse('filled', 'The frame holds copy, or the story stands elsewhere.')
  const frames = framesOf(edition, blank.id)
  const opened = openFrames(
    edition,
    frames.map((one) => one.id),
  )
  if (!opened.ok) return opened
  return stepsOf(edition, (t) => {
    const rubric = frames[0]?.kind === 'story' ? frames[0].rubric : null
    t.patch('stories', story, { order: blank.order, rubric })
    for (const one of frames) put(t, one, record, tools)
    t.remove('stories', blank.id)
    const first = frames[0] && recordOf(t.edition, 'frames', frames[0].id)
    const page = first && recordOf(t.edition, 'pages', first.page)
    if (first?.kind === 'story')
      t.patch('frames', first.id, { insets: firstInsets(t.edition, first, tools) })
    else if (first?.kind === 'picture' && page) {
      const words = wordRows(t.edition, first, first.area.columns, page, tools)
      t.patch('frames', first.id, { pictureRows: Math.max(1, first.area.rows - words) })
    }
  })
}

function put(
  t: TransactionBuilder,
  frame: FilledFrame,
  { id, doc }: Story,
  { turnsOf }: FillTools,
): void {
  if (frame.kind === 'picture') {
    t.patch('frames', frame.id, { story: id, crop: null })
    return
  }
  const { head } = frame
  const turns = head === null ? [] : turnsOf(doc, head.turns.length + 1)
  t.patch('frames', frame.id, {
    story: id,
    insets: [],
    head: head === null ? null : { ...head, turns },
  })
}

/** Characters that the frames of a story have room for. */
const roomOf = (edition: Edition, { story }: FilledFrame): number =>
  framesOf(edition, story).reduce(
    (sum, { area, ...frame }) =>
      sum + (frame.kind === 'story' ? frame.text.columns * frame.text.measure * area.rows : 0),
    0,
  )

/** What a character over weighs in characters of room left free. */
const OVER = 10

const misfit = (edition: Edition, story: Story, frame: FilledFrame): number => {
  const spare = roomOf(edition, frame) - story.doc.textContent.length
  return spare < 0 ? -spare * OVER : spare
}

const isFor = (story: Story, { kind }: FilledFrame): boolean => storyForm(story.doc) === kind

/** The blank frame of its kind that a waiting story fits best. */
export function frameFor(edition: Edition, page: PageId, story: Story): FilledFrame | null {
  const [best] = blankFrames(edition, page)
    .filter((frame) => isFor(story, frame))
    .sort((a, b) => misfit(edition, story, a) - misfit(edition, story, b))
  return best ?? null
}

/**
 * As many pairs of a story and a frame as there can be, with the least misfit together
 * of all in which a longer story has the larger frame.
 */
function pairs(
  edition: Edition,
  stories: readonly Story[],
  frames: readonly FilledFrame[],
): readonly (readonly [Story, FilledFrame])[] {
  const long = [...stories].sort((a, b) => b.doc.textContent.length - a.doc.textContent.length)
  const large = [...frames].sort((a, b) => roomOf(edition, b) - roomOf(edition, a))
  const count = Math.min(long.length, large.length)
  type Found = { readonly cost: number; readonly pairs: readonly (readonly [Story, FilledFrame])[] }
  const none: Found = { cost: 0, pairs: [] }
  // of the first stories and frames, the best with so many pairs
  let best: (Found | undefined)[][] = large.map(() => [none])
  best.push([none])
  for (const story of long) {
    const next: (Found | undefined)[][] = [[none]]
    for (const [i, frame] of large.entries()) {
      const cost = misfit(edition, story, frame)
      next.push(
        Array.from({ length: count + 1 }, (_none, n) => {
          const before = n === 0 ? undefined : best[i]?.[n - 1]
          const taken = before && {
            cost: before.cost + cost,
            pairs: [...before.pairs, [story, frame] as const],
          }
          return [taken, next[i]?.[n], best[i + 1]?.[n]].reduce((a, b) =>
            a === undefined || (b !== undefined && b.cost < a.cost) ? b : a,
          )
        }),
      )
    }
    best = next
  }
  return best[large.length]?.[count]?.pairs ?? []
}

/** Fills the blank frames of a page with stories that wait, each where it fits. */
export function fillPage(edition: Edition, page: PageId, tools: FillTools): Shaped {
  const waiting = storiesOf(edition).filter((story) => isWaiting(edition, story) && !isBlank(story))
  const blank = blankFrames(edition, page)
  let now = edition
  const steps: EditionStep[] = []
  for (const kind of ['story', 'picture'] as const) {
    const ofKind = waiting.filter(({ doc }) => storyForm(doc) === kind)
    const places = blank.filter((frame) => frame.kind === kind)
    for (const [story, frame] of pairs(edition, ofKind, places)) {
      const filled = fillFrame(now, frame.id, story.id, tools)
      if (!filled.ok) return filled
      const applied = applySteps(now, filled.value)
      if (!applied.ok) return applied
      now = applied.value
      steps.push(...filled.value)
    }
  }
  return ok(steps)
}
