/** In which proportions a picture may be printed. */
import type { Node } from 'prosemirror-model'
import { pictureId } from '../ids'
import type { Edition, Picture } from '../model/edition'
import type { PageTask } from './types'

export interface Proportion {
  /** Width to height. */
  readonly ratio: number
  readonly cost: number
}

/** The picture that a figure shows; undefined for one that is not there yet. */
function pictureOf(edition: Edition, figure: Node): Picture | undefined {
  const id: unknown = figure.attrs['picture']
  return typeof id === 'string' ? edition.pictures[pictureId(id)] : undefined
}

/** Whether a figure has its picture: without one a page shows grey. */
export const isThere = (edition: Edition, figure: Node): boolean =>
  pictureOf(edition, figure) !== undefined

/** Proportion of the picture itself; null for one that is not there yet. */
export function ownProportion({ edition }: PageTask, figure: Node): number | null {
  const picture = pictureOf(edition, figure)
  return picture === undefined || picture.height === 0 ? null : picture.width / picture.height
}

/** Least and greatest proportion to print, and the part of them to prefer; an upright picture stays upright. */
export function proportionRange(task: PageTask, figure: Node) {
  const { picture } = task.house
  const own = ownProportion(task, figure)
  if (own !== null && own < 1) {
    return {
      min: 1 / picture.max,
      preferredMin: 1 / picture.preferredMax,
      preferredMax: 1 / picture.preferredMin,
      max: 1 / picture.min,
      own,
    }
  }
  return { ...picture, own: own ?? 1.4 }
}

/** Cost of printing a figure at `ratio`; Infinity outside the limits. */
export function proportionCost(task: PageTask, figure: Node, ratio: number): number {
  const range = proportionRange(task, figure)
  if (ratio < range.min || ratio > range.max) return Infinity
  const outside = Math.max(0, range.preferredMin - ratio, ratio - range.preferredMax)
  const cropped = Math.abs(Math.log(ratio / range.own))
  return outside * 30 + Math.max(0, cropped - 0.1) * 4
}

/** Three proportions from wide to high within the preferred range. */
export function pictureProportions(task: PageTask, figure: Node): readonly Proportion[] {
  const { preferredMin, preferredMax } = proportionRange(task, figure)
  const middle = (preferredMin + preferredMax) / 2
  return [middle, preferredMax, preferredMin].map((ratio) => ({
    ratio,
    cost: proportionCost(task, figure, ratio),
  }))
}
