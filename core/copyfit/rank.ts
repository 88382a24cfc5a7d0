/**
 * Which remedy a layout editor would take first: the one that hurts least. 1 is what nobody sees,
 * 10 what the author would miss.
 */
import { misfitOf, type Remedy, type SingleWay, type Way } from './types'

/** Lines at a story's foot that nobody minds. */
const UNSEEN = 2

/** Lines still over weigh so much more than any remedy that settles. */
const STILL_OVER = 10

/** Characters of a usual line. */
const LINE = 16

function hurtOfOne(way: SingleWay): number {
  switch (way.kind) {
    case 'tighter':
    case 'looser':
      return way.paragraphs
    case 'headMore':
      return 1 + way.rows
    case 'headLess':
      return 1 + 2 * way.rows
    case 'boxLess':
    case 'boxMore':
      return way.picture ? 1 + way.rows / 2 : 1 + 1.5 * way.rows
    case 'deeper':
      return 1 + (way.from.length === 0 ? 0.5 : 1) * way.rows
    case 'shallower':
      // without one to take the rows they stay white
      return (way.to.length === 0 ? 2 : 0.5) * way.rows + 1
    case 'cut':
      return 2 + way.characters / LINE
    case 'turn':
      return 40
  }
}

/** How much it hurts to do, whatever it leaves. */
export const hurtOf = (way: Way): number =>
  way.kind === 'both' ? hurtOfOne(way.first) + hurtOfOne(way.second) : hurtOfOne(way)

/** Settled by one remedy, by two, with room that shows, or not. */
function tierOf({ way, fit }: Remedy): number {
  const left = misfitOf(fit)
  if (left > 0) return 3
  if (way.kind === 'both') return 1
  return -left <= UNSEEN && way.kind !== 'turn' ? 0 : 2
}

/** What settles the story first, one remedy before two, and of these what hurts least. */
export function ordered(remedies: readonly Remedy[]): readonly Remedy[] {
  const rank = (remedy: Remedy): number => {
    const left = misfitOf(remedy.fit)
    return hurtOf(remedy.way) + (left > 0 ? STILL_OVER * left : -left)
  }
  return [...remedies].sort((a, b) => tierOf(a) - tierOf(b) || rank(a) - rank(b))
}
