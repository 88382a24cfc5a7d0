/** The searches of a page, the strictest first: how much white may stand under a block, and what a page may cost. */
import { CHOICE } from './candidates'
import type { Arrangement } from './search'

export interface Pass {
  /** Rows under a block, those of its own short columns among them. */
  readonly white: number
  /** What the blocks of the cheapest page may cost; dearer ones are worth more white. */
  readonly most: number
  /** Whether headlines may stand side by side (碰题). */
  readonly clashes: boolean
  /** Whether some blocks may be left to another page. */
  readonly partial: boolean
}

/** The most white of a page that leaves none to another. */
const LOOSEST = 8

/**
 * Tried in turn until every unit has a place. Headlines side by side are not
 * made as long as there is another way. What does not fit so is too much: the
 * page takes what fills it best.
 */
export const WHOLE: readonly Pass[] = [
  { white: 2, most: 144, clashes: false, partial: false },
  { white: 4, most: 240, clashes: false, partial: false },
  { white: LOOSEST, most: 480, clashes: false, partial: false },
  { white: LOOSEST, most: 480, clashes: true, partial: false },
]

/** Of so many blocks hardly any page has as little white as the strict passes ask for; the others find it too. */
export const CROWDED = WHOLE.slice(2)

/** The same with some blocks left to another page. */
export const PARTIAL: readonly Pass[] = [
  { white: 2, most: 110, clashes: false, partial: true },
  { white: Infinity, most: 1e6, clashes: true, partial: true },
]

/** Where the blocks themselves are dear, such a page may cost so much beyond what they do wherever they stand. */
const DEAR = 120

/** What the blocks of a page may cost in the first search beyond what they cost wherever they stand. */
export const FIRST = 24
/** The cheapest page must cost so much less than the limit, for the judge to have a choice: of many blocks a nearer one is enough. */
const WITHIN = { usual: 14, crowded: 10 }
/** How much further than the cheapest page a search is repeated that came too near to its limit. */
const AGAIN = { usual: CHOICE, crowded: 16 }
/** More blocks than this crowd a page: to search it again takes longer than all else. */
export const CROWD = 8
/** How much further beyond the least cost a search without result is repeated, and of few blocks each time more so. */
const STEP = { usual: 1.6, crowded: 2.5 }

/** White of so many rows under a block is within an editor's hand. */
const HAND = 2
/** White at the page's foot may cost this much before more white under blocks is tried to fill it. */
const FOOT_WITHIN = 10

/** Where the searches of a pass begin. */
interface Start {
  /** The first limit. */
  readonly from: number
  /** What the blocks cost at least, wherever they stand. */
  readonly floor: number
  /** How many they are. */
  readonly blocks: number
  /** Whether headlines are larger than their levels ask for, so that blocks may be dear for that alone. */
  readonly isLarge: boolean
}

export interface Found {
  /** The cheapest first; none when the pass has no page that is good enough. */
  readonly arrangements: readonly Arrangement[]
  /** Where the next search may start. */
  readonly limit: number
}

/**
 * Searches under a low limit first: it keeps the tables sparse, and as costs
 * only add up, loses nothing that is cheaper. A page that was found says how
 * far the limit need go at all.
 */
export function searchWithin(
  pass: Pass,
  { from, floor, blocks, isLarge }: Start,
  search: (limit: number) => readonly Arrangement[],
): Found {
  if (pass.partial) {
    const limit = Math.max(pass.most, floor + FIRST)
    return { arrangements: search(limit), limit }
  }
  const mayBeDear = pass.white === LOOSEST && !isLarge
  const most = mayBeDear ? Math.max(pass.most, floor + DEAR) : pass.most
  // No page costs less than its blocks do.
  if (floor > most) return { arrangements: [], limit: from }
  const last = most + CHOICE
  const crowd = blocks > CROWD ? 'crowded' : 'usual'
  let step = STEP[crowd]
  for (let limit = Math.min(Math.max(from, floor + FIRST), last); ;) {
    const arrangements = search(limit)
    const [cheapest] = arrangements
    if (cheapest === undefined) {
      if (limit >= last) return { arrangements, limit }
      limit = Math.min(last, Math.max(limit, floor + (limit - floor) * step))
      if (crowd === 'usual') step *= STEP.usual
      continue
    }
    const { cost, foot, cut } = cheapest
    const needed = cost - cut + AGAIN[crowd]
    if (cost - cut + WITHIN[crowd] <= limit || limit >= last) {
      const isGood = cost - cut - foot <= most && (foot <= FOOT_WITHIN || pass.white > HAND)
      return { arrangements: isGood ? arrangements : [], limit: needed }
    }
    limit = Math.min(last, needed)
  }
}
