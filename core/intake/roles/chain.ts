import { ROLES, STATES, type Role } from './role'
import { modelOf, type Model } from './model'
import type { Tell } from './tell'

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): a page's roles are read as
 * a whole, each by its scrap's traits and by the role before it. Weights are log-odds.
 */

const COUNT = STATES.length
/** The weights of a state are those of the role it shows. */
const SHOWN = STATES.map((role) => ROLES.indexOf(role))
/** The row of the page's head, before the first scrap. */
const HEAD = COUNT

export interface ReadRole {
  readonly role: Role
  /** The share of all readings of the page in which the scrap has this role. */
  readonly confidence: number
  /** The role it has in most of the other readings, and their share. */
  readonly other: { readonly role: Role; readonly confidence: number }
}

/** The likeliest states of the whole page. */
function likeliest({ steps }: Model, own: readonly Float32Array[]): readonly number[] {
  const origins: Uint8Array[] = []
  let scores: Float32Array = new Float32Array(COUNT)
  own.forEach((here, at) => {
    const [now, from] = [new Float32Array(COUNT), new Uint8Array(COUNT)]
    for (let state = 0; state < COUNT; state++) {
      let best = at === 0 ? (steps[HEAD * COUNT + state] as number) : -Infinity
      let origin = 0
      for (let before = 0; at > 0 && before < COUNT; before++) {
        const score = (scores[before] as number) + (steps[before * COUNT + state] as number)
        if (score <= best) continue
        best = score
        origin = before
      }
      from[state] = origin
      now[state] = best + (here[state] as number)
    }
    origins.push(from)
    scores = now
  })
  const states = [scores.indexOf(Math.max(...scores))]
  for (let at = own.length - 1; at > 0; at--)
    states.push(origins[at]?.[states[states.length - 1] as number] as number)
  return own.length === 0 ? [] : states.reverse()
}

/** Odds out of log-odds, the most of them 1. */
function oddsOf(logs: Float32Array): Float64Array {
  const most = Math.max(...logs)
  const odds = new Float64Array(COUNT)
  for (let state = 0; state < COUNT; state++) odds[state] = Math.exp((logs[state] as number) - most)
  return odds
}

/** In place: parts of one. */
function share(odds: Float64Array): Float64Array {
  let sum = 0
  for (const one of odds) sum += one
  for (let state = 0; state < COUNT; state++) odds[state] = (odds[state] as number) / sum
  return odds
}

/** The shares of the roles by those of the states that show them. */
function shownBy(states: Float64Array): Float64Array {
  const roles = new Float64Array(ROLES.length)
  SHOWN.forEach(
    (role, state) => (roles[role] = (roles[role] as number) + (states[state] as number)),
  )
  return roles
}

/** For each scrap the share of the readings that give it each role: forward and backward, as shares at each scrap. */
function confidences({ stepOdds }: Model, own: readonly Float32Array[]): readonly Float64Array[] {
  const odds = own.map(oddsOf)
  const forward: Float64Array[] = []
  odds.forEach((here, at) => {
    const before = forward[at - 1]
    const now = here.slice()
    for (let state = 0; state < COUNT; state++) {
      let sum = 0
      for (let k = 0; before && k < COUNT; k++)
        sum += (before[k] as number) * (stepOdds[k * COUNT + state] as number)
      now[state] =
        (now[state] as number) * (before ? sum : (stepOdds[HEAD * COUNT + state] as number))
    }
    forward.push(share(now))
  })
  const shares: Float64Array[] = []
  let backward: Float64Array = new Float64Array(COUNT).fill(1)
  for (let at = own.length - 1; at >= 0; at--) {
    const [here, ahead] = [odds[at] as Float64Array, forward[at] as Float64Array]
    const after = backward
    shares.push(shownBy(share(ahead.map((sum, state) => sum * (after[state] as number)))))
    const both = here.map((odds, state) => odds * (after[state] as number))
    const earlier = new Float64Array(COUNT)
    for (let before = 0; before < COUNT; before++) {
      let sum = 0
      for (let k = 0; k < COUNT; k++)
        sum += (stepOdds[before * COUNT + k] as number) * (both[k] as number)
      earlier[before] = sum
    }
    backward = share(earlier)
  }
  return shares.reverse()
}

const mostBut = (role: number, shares: Float64Array): number => {
  let most = role === 0 ? 1 : 0
  for (let one = 0; one < shares.length; one++)
    if (one !== role && (shares[one] as number) > (shares[most] as number)) most = one
  return most
}

/** Leaves no roles but these. */
const among = (roles: readonly Role[], own: Float32Array): Float32Array =>
  own.map((weight, at) => (roles.includes(STATES[at] as Role) ? weight : -Infinity))

/**
 * Reads the roles of `count` scraps from the traits that `tellAt` tells of each. A scrap is read as one of the
 * roles that `allowedAt` gives for it, or as any where that is null. Linear in the scraps.
 */
export function readChain(
  count: number,
  tellAt: (at: number, tell: Tell) => void,
  allowedAt: (at: number) => readonly Role[] | null = () => null,
): readonly ReadRole[] {
  const model = modelOf()
  const own = Array.from({ length: count }, (_, at) => {
    const [weights, allowed] = [model.weigh((tell) => tellAt(at, tell)), allowedAt(at)]
    const states = Float32Array.from(SHOWN, (role) => weights[role] as number)
    return allowed === null ? states : among(allowed, states)
  })
  const shares = confidences(model, own)
  return likeliest(model, own).map((state, at) => {
    const all = shares[at] as Float64Array
    const role = SHOWN[state] as number
    const other = mostBut(role, all)
    return {
      ...{ role: ROLES[role] as Role, confidence: all[role] as number },
      other: { role: ROLES[other] as Role, confidence: all[other] as number },
    }
  })
}
