/** 破栏: which text columns fit into a width. */
import type { MakeUpHouse } from './house'

export interface TextColumns {
  readonly columns: number
  /** Whole characters a column holds. */
  readonly measure: number
  /** Body ems between two columns; 0 for one column. */
  readonly gutter: number
  readonly cost: number
}

/** Where text of a modern page reads best, in characters; further off costs. */
const EASY = { from: 15, to: 20 }

/**
 * All ways to break `width` body ems into equal columns of whole characters,
 * the base columns' own measure among them when it fits. A lone column may
 * leave up to two characters at its sides. On an airy page columns may also be
 * narrower, with wider gutters between them.
 */
export function textColumns(
  width: number,
  house: MakeUpHouse,
  isAiry = false,
): readonly TextColumns[] {
  const { measure, gutter } = house
  const found: TextColumns[] = []
  const mostColumns = Math.floor((width + gutter.min) / (measure.min + gutter.min))
  for (let columns = 1; columns <= mostColumns; columns++) {
    const widest = Math.floor((width - (columns - 1) * gutter.min) / columns + 1e-6)
    const most = Math.min(widest, measure.max)
    const least = isAiry ? measure.min : most
    for (let chars = most; chars >= Math.max(least, measure.min); chars--) {
      const left = width - columns * chars
      const between = columns > 1 ? left / (columns - 1) : 0
      if (columns > 1 ? between > gutter.max : left > 2) break
      found.push({
        columns,
        measure: chars,
        gutter: between,
        cost: columnsCost(chars, between, house),
      })
    }
  }
  return found
}

function columnsCost(measure: number, gutter: number, { gutter: bounds }: MakeUpHouse): number {
  const narrow = Math.max(0, EASY.from - measure) * 2.2
  const broad = Math.max(0, measure - EASY.to) * 0.5
  const hole = Math.max(0, gutter - bounds.wide) * 4
  return narrow + broad + hole
}
