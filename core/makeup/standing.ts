/** One 竖题 a page: it takes a headline out of the row in which it would stand beside another. */
import { canStand, standingRows, standingWidth } from '../compose/standingHead'
import type { StoryId } from '../ids'
import type { Head } from '../model/frame'
import { textOf } from '../model/storySchema'
import { pt } from '../units'
import { headSizes } from '../model/headSizes'
import { headAt } from './headForms'
import { turnsFor } from './headTurns'
import type { PageTask, Ranked, Unit } from './types'

/** Characters of a 主题 that reads well standing, and of one of its lines. */
const LENGTH = { least: 5, most: 20 }
const LONGEST_LINE = 11
/** What it costs to leave the usual form. */
const UNUSUAL = 2

export interface StandingForm {
  readonly head: Head
  /** Least depth of the block. */
  readonly rows: number
  /** Points it takes from the text's width. */
  readonly aside: number
  readonly cost: number
}

/** Stories whose 主题 may stand, the weightiest first: none that leads, jumps or has a headline group. */
export function mayStand(task: PageTask, units: readonly Unit[]): readonly StoryId[] {
  return units
    .flatMap((unit) => (unit.kind === 'story' ? [unit.rank] : []))
    .filter(({ story, level, goesOn }) => {
      const { length } = textOf(story.doc, 'headline')
      const fits = length >= LENGTH.least && length <= LENGTH.most
      return level >= 2 && !goesOn && !task.threads.has(story.id) && fits && canStand(story.doc)
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ story }) => story.id)
}

/** The forms of a standing 主题: a line or two, at its own level or the next larger. */
export function standingHeads(task: PageTask, rank: Ranked): readonly StandingForm[] {
  const text = textOf(rank.story.doc, 'headline')
  const { levels } = task.sheet
  return [rank.level, rank.level - 1].flatMap((level) =>
    [1, 2].flatMap((lines): readonly StandingForm[] => {
      if (level < 2 || level >= levels.length) return []
      const turns = turnsFor(task, rank.story.doc, lines)
      if (turns === null) return []
      const head: Head = { ...headAt(task, level, turns), vertical: 'right' }
      const size = headSizes(task.sheet, head)?.size ?? pt(1)
      if (Math.ceil(text.length / lines) > LONGEST_LINE) return []
      const { grid } = task.page
      return [
        {
          head,
          rows: standingRows(text, turns, size, grid),
          aside: standingWidth(lines, size, grid),
          cost: UNUSUAL + (rank.level - level) * task.house.cost.level,
        },
      ]
    }),
  )
}
