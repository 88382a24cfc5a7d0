/** A picture story at a width: the height of the picture is what a page can give. */
import type { Node } from 'prosemirror-model'
import { captionRows } from '../compose/picture'
import type { Story } from '../model/edition'
import { spanWidth } from '../model/grid'
import { childOfType } from '../model/storySchema'
import { pt } from '../units'
import { isThere, proportionCost, proportionRange } from './proportions'
import type { PageTask, PictureForm } from './types'

export function pictureForms(
  task: PageTask,
  story: Story,
  columns: number,
  tint: boolean,
): readonly PictureForm[] {
  const { grid } = task.page
  const figure = childOfType(story.doc, 'figure')
  if (figure === null) return []
  const padding = tint ? task.house.tintPadding : 0
  const width = spanWidth(grid, columns) - 2 * padding
  const ctx = { fonts: task.fonts, rules: task.sheet.rules }
  const words = captionRows(figure, pt(width), task.sheet, ctx, task.cache) + (tint ? 1 : 0)
  const { min, max } = proportionRange(task, figure)
  const forms: PictureForm[] = []
  const least = Math.ceil((width / max + padding) / grid.leading)
  const most = deepest(task, width, padding, min)
  for (let pictureRows = least; pictureRows <= most; pictureRows++) {
    const height = pictureRows * grid.leading - padding
    const share = shareCost(task, figure, width * height)
    const cost = proportionCost(task, figure, width / height) + share
    forms.push({
      kind: 'picture',
      story,
      rows: pictureRows + words,
      cost,
      pictureRows,
      padding,
      tint,
    })
  }
  return forms
}

/** Rows of a picture at its smallest proportion. */
const deepest = (
  { page: { grid } }: PageTask,
  width: number,
  padding: number,
  min: number,
): number => Math.floor((width / min + padding) / grid.leading)

/** The most rows that the picture of a form may take over so many columns. */
export function mostPictureRows(
  task: PageTask,
  { story, padding }: PictureForm,
  columns: number,
): number {
  const figure = childOfType(story.doc, 'figure')
  if (figure === null) return 0
  const width = spanWidth(task.page.grid, columns) - 2 * padding
  return deepest(task, width, padding, proportionRange(task, figure).min)
}

/** Of several pictures one may be larger than its even part, and the others smaller. */
const UNEVEN = { least: 0.98, most: 1.25 }

/** A picture larger than its part by this leaves the page no room to be read. */
const SHOUTS = 1.35

/** A picture that is lost on the page, or that shouts: each has its part of what all should take. */
function shareCost(task: PageTask, figure: Node, area: number): number {
  const { grid } = task.page
  const { pictureShare, emptyShare } = task
  const all = isThere(task.edition, figure) ? pictureShare : { ...pictureShare, max: emptyShare }
  const several = task.pictures > 1
  const min = (all.min * (several ? UNEVEN.least : 1)) / Math.max(1, task.pictures)
  const max = (all.max * (several ? UNEVEN.most : 1)) / Math.max(1, task.pictures)
  const share = area / (spanWidth(grid, grid.columns) * grid.rows * grid.leading)
  const shouting = Math.max(0, share / (max * SHOUTS) - 1) * 120
  return Math.max(0, 1 - share / min) * 45 + Math.max(0, share / max - 1) * 80 + shouting
}
