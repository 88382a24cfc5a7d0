/** In which proportions a picture may be printed. */
import type { Node } from 'prosemirror-model'
import { pictureId } from '../ids'
import type { Desk } from './types'

export interface Proportion {
  /** Width to height. */
  readonly ratio: number
  readonly cost: number
}

/** Proportion of the picture itself; null for one that is not there yet. */
export function ownProportion(desk: Desk, figure: Node): number | null {
  const id: unknown = figure.attrs['picture']
  const picture = typeof id === 'string' ? desk.edition.pictures[pictureId(id)] : undefined
  return picture === undefined || picture.height === 0 ? null : picture.width / picture.height
}

/** Least and greatest proportion to print, and the part of them to prefer; an upright picture stays upright. */
export function proportionRange(desk: Desk, figure: Node) {
  const { picture } = desk.house
  const own = ownProportion(desk, figure)
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
export function proportionCost(desk: Desk, figure: Node, ratio: number): number {
  const range = proportionRange(desk, figure)
  if (ratio < range.min || ratio > range.max) return Infinity
  const outside = Math.max(0, range.preferredMin - ratio, ratio - range.preferredMax)
  const cropped = Math.abs(Math.log(ratio / range.own))
  return outside * 30 + Math.max(0, cropped - 0.1) * 4
}

/** Three proportions from wide to high within the preferred range. */
export function pictureProportions(desk: Desk, figure: Node): readonly Proportion[] {
  const { preferredMin, preferredMax } = proportionRange(desk, figure)
  const middle = (preferredMin + preferredMax) / 2
  return [middle, preferredMax, preferredMin].map((ratio) => ({
    ratio,
    cost: proportionCost(desk, figure, ratio),
  }))
}
