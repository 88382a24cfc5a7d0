/** All decent ways to set one story at a width, with depths measured by the composer. */
import { hasHead } from '../compose/head'
import { spanWidth } from '../model/grid'
import { storySchema } from '../model/storySchema'
import type { Story } from '../model/edition'
import { blockCost } from './blockCost'
import { headForms, type HeadForm } from './headForms'
import { insetPlans, type InsetPlan } from './insets'
import { textColumns, type TextColumns } from './measures'
import { tryStory, type Trial } from './trial'
import type { Desk, Ranked, StoryForm } from './types'

/** A jumping story may take this much less or more than its share of the first page. */
const SHARE = { least: 0.7, most: 1.25 }

interface Body {
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
  desk: Desk,
  rank: Ranked,
  columns: number,
  padding: number,
): readonly StoryForm[] {
  const { grid } = desk.page
  const width = spanWidth(grid, columns) - 2 * padding
  const heads = headsOf(desk, rank, width)
  return bodiesOf(desk, rank, columns, padding, width / grid.bodySize).flatMap((body) =>
    heads.flatMap((head) =>
      depthsOf(rank, body.trial.rows, grid.rows).map((depth): StoryForm => {
        const rows = (head?.rows ?? 0) + depth.rows
        const height = rows * grid.leading
        const cost =
          body.cost + (head?.cost ?? 0) + depth.cost + blockCost(desk, width, height, rank.level)
        return {
          kind: 'story',
          rank,
          rows,
          cost,
          text: { columns: body.text.columns, measure: body.text.measure },
          padding,
          head: head?.head ?? null,
          insets: body.plan.insets,
          headRows: head?.rows ?? 0,
        }
      }),
    ),
  )
}

/** A continued story stands under its jump's short headline, which the composer sets itself. */
function headsOf(desk: Desk, rank: Ranked, width: number): readonly (HeadForm | null)[] {
  const placed = (desk.threads.get(rank.story.id) ?? []).length > 0
  return placed || !hasHead(rank.story.doc) ? [null] : headForms(desk, rank, width)
}

/** Depths that a body may be given: its own, or a range when the text goes on elsewhere. */
function depthsOf(
  rank: Ranked,
  rows: number,
  pageRows: number,
): readonly { readonly rows: number; readonly cost: number }[] {
  if (rank.jump !== 'goes-on') return [{ rows, cost: 0 }]
  const least = Math.max(6, Math.floor(rows * SHARE.least))
  const most = Math.min(pageRows, Math.ceil(rows * SHARE.most))
  return Array.from({ length: Math.max(1, most - least + 1) }, (_, i) => ({
    rows: least + i,
    cost: (Math.abs(least + i - rows) / rows) * 12,
  }))
}

function bodiesOf(
  desk: Desk,
  rank: Ranked,
  columns: number,
  padding: number,
  width: number,
): readonly Body[] {
  const story = rank.jump === 'goes-on' ? beforeJump(rank.story) : rank.story
  return textColumns(width, desk.house).flatMap((text): readonly Body[] => {
    const plans = insetPlans(desk, rank, text).flatMap((plan): readonly Body[] => {
      const trial = tryStory(desk, story, {
        columns,
        text: { columns: text.columns, measure: text.measure },
        padding,
        insets: plan.insets,
      })
      if (trial === null || boxesReachOut(plan, trial)) return []
      const ragged = Math.max(0, trial.ragged - 1) * 4
      return [{ text, plan, trial, cost: text.cost + plan.cost + ragged }]
    })
    return cheapestPerDepth(plans)
  })
}

/** A box that makes a column deeper than its text would leave the others short. */
const boxesReachOut = (plan: InsetPlan, trial: Trial): boolean =>
  plan.insets.some((inset) => inset.row > 0 && inset.row + inset.rows > trial.rows - 2)

function cheapestPerDepth(bodies: readonly Body[]): readonly Body[] {
  const best = new Map<number, Body>()
  for (const body of bodies) {
    const known = best.get(body.trial.rows)
    if (known === undefined || body.cost < known.cost) best.set(body.trial.rows, body)
  }
  return [...best.values()]
}

/** The story up to its jump, the jump line included; half of it when it has no seam. */
function beforeJump(story: Story): Story {
  const { doc } = story
  let seam = -1
  doc.forEach((node, _pos, index) => {
    if (node.type.name === 'continuation' && index > 0 && seam < 0) seam = index
  })
  const count = seam >= 0 ? seam + 1 : Math.max(1, Math.ceil(doc.childCount / 2))
  const kept = Array.from({ length: Math.min(count, doc.childCount) }, (_, i) => doc.child(i))
  const hasText = kept.some((node) => node.type.name === 'paragraph')
  return hasText ? { ...story, doc: storySchema.node('doc', null, kept) } : story
}
