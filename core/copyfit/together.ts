/** Two remedies that settle together what neither settles alone: the second takes what the first leaves. */
import { applySteps } from '../edit'
import { boxLess, boxMore } from './boxes'
import { cuts } from './cut'
import { deeper } from './depth'
import { headLess, headMore } from './head'
import { looser, tighter } from './paragraphs'
import { roomOf, type Room } from './room'
import { misfitOf, type Remedy, type SingleWay } from './types'

/** First remedies that are gone on from, and pairs that are shown. */
const FIRSTS = 3
const SHOWN = 2

/** Lines that a second remedy may have to settle: more is a matter of make-up. */
const MOST_LEFT = 6

type Family = (room: Room) => Generator<Remedy>

/** What one remedy does and the other takes back is no remedy. */
const OPPOSITE: Readonly<Partial<Record<SingleWay['kind'], SingleWay['kind']>>> = {
  tighter: 'looser',
  looser: 'tighter',
  headLess: 'headMore',
  headMore: 'headLess',
  boxLess: 'boxMore',
  boxMore: 'boxLess',
  shallower: 'deeper',
}

const OVER: readonly Family[] = [tighter, headLess, boxLess, deeper, cuts]
const SHORT: readonly Family[] = [looser, headMore, boxMore]

/** Pairs that come out 齐; none when a single remedy does. `all` are those found alone. */
export function* together(room: Room, all: readonly Remedy[]): Generator<Remedy> {
  // another page for a few lines is the last thing an editor takes
  const singles = all.filter(({ way }) => way.kind !== 'turn')
  if (singles.some(({ fit }) => misfitOf(fit) === 0)) return
  const near = (remedy: Remedy): number => Math.abs(misfitOf(remedy.fit))
  const firsts = singles
    .filter((remedy) => near(remedy) <= MOST_LEFT)
    .sort((a, b) => near(a) - near(b))
  let shown = 0
  for (const first of firsts.slice(0, FIRSTS)) {
    const pair = settled(room, first)
    if (pair === null) continue
    yield pair
    if (++shown >= SHOWN) return
  }
}

function settled({ edition, story, tools }: Room, first: Remedy): Remedy | null {
  const { way } = first
  const next = applySteps(edition, first.steps)
  const room = next.ok ? roomOf(next.value, story.id, tools) : null
  if (way.kind === 'both' || room === null) return null
  for (const family of room.misfit > 0 ? OVER : SHORT) {
    for (const second of family(room)) {
      if (second.way.kind === 'both') continue
      const apart = second.way.kind !== way.kind && OPPOSITE[way.kind] !== second.way.kind
      if (!apart || misfitOf(second.fit) !== 0) continue
      return {
        way: { kind: 'both', first: way, second: second.way },
        steps: [...first.steps, ...second.steps],
        fit: second.fit,
      }
    }
  }
  return null
}
