/** All decent ways to set one story at a width, with depths measured by the composer. */
import type { Node } from 'prosemirror-model'
import { hasHead } from '../compose/head'
import type { Story } from '../model/edition'
import type { Head } from '../model/frame'
import { spanWidth } from '../model/grid'
import { storySchema } from '../model/storySchema'
import { flatCost } from '../preflight'
import { pt, type Pt } from '../units'
import { blockCost, isBroad } from './blockCost'
import { emsOf } from './excerpt'
import { headForms, type HeadForm } from './headForms'
import { once } from './known'
import { standingHeads } from './standing'
import { insetPlans, type InsetPlan } from './insets'
import { middleColumn, textColumns, type TextColumns } from './measures'
import { tryStory, type Trial } from './trial'
import type { PageTask, Ranked, StoryForm } from './types'

/** A jumping story may take this much less or more than its share of a page. */
const SHARE = { least: 0.7, most: 1.25 }
/** One that no page holds takes at least this much of its first. */
const LONG_SHARE = 0.5
/** A 竖题 over more base columns than this is lost beside its text. */
const BROADEST_STANDING = 3
const SIDES = ['left', 'right'] as const
/** Rows of text that are worth a frame. */
const FEWEST_ROWS = 6

/** A story's text in columns under its headline group. */
export interface Body {
  readonly text: TextColumns
  readonly plan: InsetPlan
  readonly trial: Trial
  readonly cost: number
}

/**
 * Forms of a story over `columns` base columns less `padding` points on either
 * side: every 破栏 with every form of its headline group.
 */
export function storyForms(
  task: PageTask,
  rank: Ranked,
  columns: number,
  padding: Pt,
): readonly StoryForm[] {
  const { grid } = task.page
  const width = spanWidth(grid, columns) - 2 * padding
  const heads = headsOf(task, rank, width)
  if (!rank.goesOn && isTooBroad(task, rank, width, heads)) return []
  // The text under a headline is the same however large that is.
  const key = `${columns} ${padding} ${rank.goesOn} ${task.air}`
  const bodies = once(task.bodies, rank.story.doc, key, () =>
    bodiesOf(task, rank, columns, padding, width / grid.bodySize),
  )
  return bodies.flatMap((body) =>
    heads.flatMap((head) => {
      const headRows = head?.rows ?? 0
      const most = Math.min(grid.rows - headRows, body.trial.rows + rowsMore(rank, body.text))
      return depthsOf(rank, body.trial, most).map((depth): StoryForm => {
        const rows = headRows + depth.rows
        const shape = blockCost(task, width, rows * grid.leading, rank.level)
        const flat = flatCost(headRows / depth.rows, task.house.headDepth)
        return {
          kind: 'story',
          rank,
          rows,
          cost: body.cost + (head?.cost ?? 0) + depth.cost + shape + flat,
          text: { columns: body.text.columns, measure: body.text.measure },
          padding,
          head: head?.head ?? null,
          insets: body.plan.insets,
          headRows,
          ragged: body.trial.ragged,
        }
      })
    }),
  )
}

/** How much more its text may take than its characters do, and the rows of a box or a picture at most. */
const LOOSE = { text: 1.4, box: 14 }
const BOXES: ReadonlySet<string> = new Set(['figure', 'readingTip', 'editorNote'])

/** Whether a short story would lie too flat over such a width in any form: then its text need not be set. */
function isTooBroad(
  { page: { grid }, house }: PageTask,
  { story, level }: Ranked,
  width: number,
  heads: readonly (HeadForm | null)[],
): boolean {
  const { doc } = story
  const boxes = doc.children.filter(({ type }) => BOXES.has(type.name)).length
  const ems = emsOf(doc.textContent) * LOOSE.text + doc.childCount * house.measure.max
  const head = Math.max(0, ...heads.map((one) => one?.rows ?? 0))
  const rows = head + (ems * grid.bodySize) / width + boxes * LOOSE.box
  return isBroad(house, width, rows * grid.leading, level)
}

/** Forms with the 主题 beside the text (竖题), as deep as its characters need at least. */
export function standingForms(task: PageTask, rank: Ranked, columns: number): readonly StoryForm[] {
  if (!task.standing.has(rank.story.id) || columns > BROADEST_STANDING) return []
  const { grid } = task.page
  const padding = pt(0)
  const width = spanWidth(grid, columns)
  return standingHeads(task, rank).flatMap(({ head, rows: least, aside, cost }) =>
    bodiesOf(task, rank, columns, padding, (width - aside) / grid.bodySize, head)
      .filter(({ trial }) => !trial.overset && trial.rows >= least)
      .flatMap((body): readonly StoryForm[] => {
        const { rows, ragged } = body.trial
        return SIDES.map((vertical): StoryForm => ({
          kind: 'story',
          rank,
          rows,
          cost: body.cost + cost + blockCost(task, width, rows * grid.leading, rank.level),
          text: { columns: body.text.columns, measure: body.text.measure },
          padding,
          head: { ...head, vertical },
          insets: body.plan.insets,
          headRows: 0,
          ragged,
        }))
      }),
  )
}

/** A continued story stands under its jump's short headline, which the composer sets itself. */
function headsOf(task: PageTask, rank: Ranked, width: number): readonly (HeadForm | null)[] {
  const continued = task.threads.has(rank.story.id)
  return continued || !hasHead(rank.story.doc) ? [null] : headForms(task, rank, width)
}

interface Depth {
  readonly rows: number
  readonly cost: number
}

/** Depths that a body may be given: its own, or a range when the text goes on elsewhere. */
function depthsOf(rank: Ranked, { rows, overset }: Trial, room: number): readonly Depth[] {
  if (!rank.goesOn) return overset ? [] : [{ rows, cost: 0 }]
  const least = Math.max(FEWEST_ROWS, Math.floor(rows * (overset ? LONG_SHARE : SHARE.least)))
  const most = Math.min(room, Math.ceil(rows * SHARE.most))
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => ({
    rows: least + i,
    cost: (Math.abs(least + i - rows) / rows) * 12,
  }))
}

/** Rows that a jumping story may take of the text after its jump, so that the other page keeps a frame's worth. */
function rowsMore({ story: { doc }, goesOn }: Ranked, { columns, measure }: TextColumns): number {
  const seam = goesOn ? seamOf(doc.children) : -1
  if (seam < 0) return Infinity
  const after = doc.children.slice(seam + 1)
  const lines = after.reduce((sum, node) => sum + emsOf(node.textContent), 0) / measure
  return Math.max(0, Math.floor((lines - FEWEST_ROWS) / columns))
}

function bodiesOf(
  task: PageTask,
  rank: Ranked,
  columns: number,
  padding: Pt,
  width: number,
  head: Head | null = null,
): readonly Body[] {
  const story = rank.goesOn ? beforeJump(rank.story) : rank.story
  const before = task.threads.get(rank.story.id) ?? []
  const placed = new Set(before.flatMap((frame) => frame.insets.map(({ block }) => block)))
  return columnsFor(task, story, width).flatMap((text) => {
    const even = new Set<string>()
    const bodies = insetPlans(task, story.doc, placed, text).flatMap((plan): readonly Body[] => {
      // Where a box stands in its columns matters only as long as they end apart.
      const place = plan.insets.map(({ x, width }) => `${x}+${width}`).join()
      if (even.has(place)) return []
      const trial = tryStory(task, story, { columns, text, padding, insets: plan.insets, head })
      if (trial === null || boxesReachOut(plan, trial)) return []
      if (!trial.overset && trial.ragged <= 1 && plan.insets.length > 0) even.add(place)
      const isBare = plan.insets.length === 0 && trial.ragged >= trial.rows
      const feet = raggedCost(task, trial.ragged) + (isBare ? task.house.cost.bareColumn : 0)
      const broken = trial.broken * task.house.cost.broken
      return [{ text, plan, trial, cost: text.cost + plan.cost + feet + broken }]
    })
    return cheapestPerDepth(bodies)
  })
}

/** Lines of text that are not parted over columns: none stands alone at the head or the foot of one. */
const TOGETHER = 3

/** The ways to break a width into columns, for a brief one alone in its middle too. */
function columnsFor({ house, air }: PageTask, { doc }: Story, width: number) {
  const columns = textColumns(width, house, air)
  const lines = doc.children.reduce(
    (sum, { type, textContent }) =>
      sum +
      (type.name === 'paragraph' ? Math.ceil((emsOf(textContent) + 2) / house.measure.max) : 0),
    0,
  )
  const middle = lines > TOGETHER ? null : middleColumn(width, house, air)
  return middle === null ? columns : [...columns, middle]
}

/** Columns that end apart: within a row they look even, and beyond the depth of a hole they make one. */
export const raggedCost = ({ house }: PageTask, ragged: number): number =>
  Math.max(0, ragged - 1) * house.cost.raggedRow + (ragged > house.holeRows ? house.cost.hole : 0)

/** A box in mid-column that makes it deeper than its text would leave the others short. */
const boxesReachOut = ({ insets }: InsetPlan, trial: Trial): boolean =>
  insets.some((inset) => inset.row > 0 && inset.row + inset.rows > trial.rows - 2)

function cheapestPerDepth(bodies: readonly Body[]): readonly Body[] {
  const best = new Map<number, Body>()
  for (const body of bodies) {
    const known = best.get(body.trial.rows)
    if (known === undefined || body.cost < known.cost) best.set(body.trial.rows, body)
  }
  return [...best.values()]
}

/** Where a story jumps; -1 where it does not. */
const seamOf = (children: readonly Node[]): number =>
  children.findIndex((node, i) => node.type.name === 'continuation' && i > 0)

/** The story up to its jump, the jump line included; all of it when it has no seam. */
function beforeJump(story: Story): Story {
  const { doc } = story
  const children = doc.children
  const seam = seamOf(children)
  const kept = seam < 0 ? children : children.slice(0, seam + 1)
  const hasText = kept.some((node) => node.type.name === 'paragraph')
  return hasText ? { ...story, doc: storySchema.node('doc', null, kept) } : story
}
