import { ROLES, type Role } from './role'
import { modelOf, type Model } from './model'

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): a page's roles are read as
 * a whole, each by its scrap's traits and by the role before it. Weights are log-odds.
 */

const COUNT = ROLES.length
/** The row of the page's head, before the first scrap. */
const HEAD = COUNT

export interface ReadRole {
  readonly role: Role
  /** The share of all readings of the page in which the scrap has this role. */
  readonly confidence: number
  /** The role it has in most of the other readings, and their share. */
  readonly other: { readonly role: Role; readonly confidence: number }
}

const weigh = (model: Model, traits: readonly string[]): Float32Array => {
  const sums = new Float32Array(COUNT)
  for (const trait of traits) {
    const weights = model.traits.get(trait)
    if (weights) for (let role = 0; role < COUNT; role++) sums[role]! += weights[role]!
  }
  return sums
}

/** The likeliest roles of the whole page. */
function likeliest({ steps }: Model, own: readonly Float32Array[]): readonly number[] {
  const step = (from: number, to: number): number => steps[from * COUNT + to] as number
  const origins: Uint8Array[] = []
  let scores: Float32Array = new Float32Array(COUNT)
  own.forEach((here, at) => {
    const [now, from] = [new Float32Array(COUNT), new Uint8Array(COUNT)]
    for (let role = 0; role < COUNT; role++) {
      let best = at === 0 ? step(HEAD, role) : -Infinity
      for (let before = 0; at > 0 && before < COUNT; before++) {
        const score = (scores[before] as number) + step(before, role)
        if (score > best) [best, from[role]] = [score, before]
      }
      now[role] = best + (here[role] as number)
    }
    origins.push(from)
    scores = now
  })
  const roles = [scores.indexOf(Math.max(...scores))]
  for (let at = own.length - 1; at > 0; at--)
    roles.push(origins[at]?.[roles[roles.length - 1] as number] as number)
  return own.length === 0 ? [] : roles.reverse()
}

/** Odds out of log-odds, the most of them 1. */
function oddsOf(logs: Float32Array): Float64Array {
  const most = Math.max(...logs)
  return Float64Array.from(logs, (log) => Math.exp(log - most))
}

/** In place: parts of one. */
function share(odds: Float64Array): Float64Array {
  let sum = 0
  for (const one of odds) sum += one
  for (let role = 0; role < COUNT; role++) odds[role] = (odds[role] as number) / sum
  return odds
}

/** For each scrap the share of the readings that give it each role: forward and backward, as shares at each scrap. */
function confidences({ stepOdds }: Model, own: readonly Float32Array[]): readonly Float64Array[] {
  const odds = own.map(oddsOf)
  const forward: Float64Array[] = []
  odds.forEach((here, at) => {
    const before = forward[at - 1]
    const now = here.slice()
    for (let role = 0; role < COUNT; role++) {
      let sum = 0
      for (let k = 0; before && k < COUNT; k++)
        sum += (before[k] as number) * (stepOdds[k * COUNT + role] as number)
      now[role] = (now[role] as number) * (before ? sum : (stepOdds[HEAD * COUNT + role] as number))
    }
    forward.push(share(now))
  })
  const shares: Float64Array[] = []
  let backward: Float64Array = new Float64Array(COUNT).fill(1)
  for (let at = own.length - 1; at >= 0; at--) {
    const [here, ahead] = [odds[at] as Float64Array, forward[at] as Float64Array]
    const after = backward
    shares.push(share(ahead.map((sum, role) => sum * (after[role] as number))))
    const earlier = new Float64Array(COUNT)
    for (let before = 0; before < COUNT; before++)
      for (let k = 0; k < COUNT; k++)
        earlier[before] =
          (earlier[before] as number) +
          (stepOdds[before * COUNT + k] as number) * (here[k] as number) * (after[k] as number)
    backward = share(earlier)
  }
  return shares.reverse()
}

const mostBut = (role: number, shares: Float64Array): number => {
  let most = role === 0 ? 1 : 0
  for (let one = 0; one < COUNT; one++)
    if (one !== role && (shares[one] as number) > (shares[most] as number)) most = one
  return most
}

/** Leaves no role but this one. */
const only = (role: Role, own: Float32Array): Float32Array =>
  own.map((weight, at) => (ROLES[at] === role ? weight : -Infinity))

/** Reads the roles of `count` scraps from their traits; those known beforehand stand. Linear in the scraps. */
export function readChain(
  count: number,
  traitsAt: (at: number) => readonly string[],
  knownAt: (at: number) => Role | null = () => null,
): readonly ReadRole[] {
  const model = modelOf()
  const own = Array.from({ length: count }, (_, at) => {
    const [weights, known] = [weigh(model, traitsAt(at)), knownAt(at)]
    return known === null ? weights : only(known, weights)
  })
  const roles = likeliest(model, own)
  const shares = confidences(model, own)
  return roles.map((role, at) => {
    const all = shares[at] as Float64Array
    const confidence = all[role] as number
    const other = mostBut(role, all)
    const otherRole = { role: ROLES[other] as Role, confidence: all[other] as number }
    return { role: ROLES[role] as Role, confidence, other: otherRole }
  })
}
