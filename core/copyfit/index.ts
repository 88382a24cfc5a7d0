/**
 * 合版: what would make a story fit its room. Each remedy is composed before it
 * is offered, so that its result is exact; it changes nothing until its steps
 * are applied.
 */
import type { ComposeContext } from '../compose'
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { boxHolds, boxLess, boxMore } from './boxes'
import { cuts } from './cut'
import { deeper, shallower } from './depth'
import { headLess, headMore } from './head'
import { looser, tighter } from './paragraphs'
import { roomOf, type Room } from './room'
import { together } from './together'
import { turns } from './turn'
import { misfitOf, type Remedy } from './types'

export { fitOf } from './room'
export { misfitOf, type Remedy, type SingleWay, type Way } from './types'

type Family = (room: Room) => Generator<Remedy>

const OVER: readonly Family[] = [boxHolds, tighter, headLess, boxLess, deeper, cuts, turns]
const SHORT: readonly Family[] = [looser, headMore, boxMore, shallower]

/** Remedies one after another, with a pause wherever the caller may do something else. */
export function* findRemedies(
  edition: Edition,
  story: StoryId,
  tools: ComposeContext,
): Generator<Remedy> {
  const room = roomOf(edition, story, tools)
  if (room === null || room.misfit === 0) return
  const singles: Remedy[] = []
  for (const family of room.misfit > 0 ? OVER : SHORT) {
    for (const remedy of family(room)) {
      singles.push(remedy)
      yield remedy
    }
  }
  yield* together(room, singles)
}

/** 齐 comes first, then a line or two of room, then what is left over. */
export function ordered(remedies: readonly Remedy[]): readonly Remedy[] {
  const rank = (remedy: Remedy): number => {
    const after = misfitOf(remedy.fit)
    return after > 0 ? 1000 + after : -after
  }
  return [...remedies].sort((a, b) => rank(a) - rank(b))
}
