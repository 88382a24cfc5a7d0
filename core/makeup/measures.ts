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

/** How far apart the columns of a page stand: `airy` where its copy is short, `open` where there is very little and all its gutters are wide. */
export const AIRS = ['usual', 'airy', 'open'] as const
export type Air = (typeof AIRS)[number]

/** Where text of a modern page reads best, in characters; further off costs. */
const EASY = { from: 15, to: 20 }
/** Cost of a character less: among wide gutters a narrow column reads well. */
const NARROW = { usual: 2.2, airy: 2.2, open: 0.7 }
/** Characters that a lone column may leave at its sides. */
const ASIDE = { usual: 2, airy: 2, open: 4 }

/**
 * All ways to break `width` body ems into equal columns of whole characters,
 * the base columns' own measure among them when it fits. A lone column may
 * leave a few characters at its sides. With more air columns may also be
 * narrower, with wider gutters between them.
 */
export function textColumns(
  width: number,
  house: MakeUpHouse,
  air: Air = 'usual',
): readonly TextColumns[] {
  const { measure, gutter } = house
  const found: TextColumns[] = []
  const mostColumns = Math.floor((width + gutter.min) / (measure.min + gutter.min))
  const widestGutter = air === 'open' ? gutter.widest : gutter.max
  for (let columns = 1; columns <= mostColumns; columns++) {
    const widest = Math.floor((width - (columns - 1) * gutter.min) / columns + 1e-6)
    const most = Math.min(widest, measure.max)
    const least = air === 'usual' ? most : measure.min
    for (let chars = most; chars >= Math.max(least, measure.min); chars--) {
      const left = width - columns * chars
      const between = columns > 1 ? left / (columns - 1) : 0
      if (columns > 1 ? between > widestGutter : left > ASIDE[air]) break
      found.push({
        columns,
        measure: chars,
        gutter: between,
        cost: measureCost(chars, air) + (columns > 1 ? gutterCost(between, house, air) : 0),
      })
    }
  }
  return found
}

/** Cost of each character of white at the sides of a brief beyond those of any lone column. */
const FREE_SIDE = 0.8

/**
 * One column in the middle of a width that is too broad for one: for a brief of
 * so few lines that they would all stand in the first of several.
 */
export function middleColumn(width: number, house: MakeUpHouse, air: Air): TextColumns | null {
  const { max } = house.measure
  const free = width - max - ASIDE[air]
  if (free <= 0) return null
  return { columns: 1, measure: max, gutter: 0, cost: measureCost(max, air) + free * FREE_SIDE }
}

function measureCost(measure: number, air: Air): number {
  const narrow = Math.max(0, EASY.from - measure) * NARROW[air]
  const broad = Math.max(0, measure - EASY.to) * 0.5
  return narrow + broad
}

/** A gutter that looks like a hole; on an open page one that is unlike the others. */
const gutterCost = (between: number, { gutter }: MakeUpHouse, air: Air): number =>
  air === 'open' ? Math.max(0, gutter.open - between) * 1.5 : Math.max(0, between - gutter.wide) * 4
