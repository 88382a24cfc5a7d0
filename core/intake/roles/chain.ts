import { ROLES, STATES, type Role } from './role'
import { modelOf, type Model } from './model'
import { HUNDREDTHS } from './traitTable'
import type { Tell } from './tell'

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): a page's roles are read as
 * a whole, each by its scrap's traits and by the role before it. Weights are log-odds.
 */

const COUNT = STATES.length
/** The weights of a state are those of the role it shows. */
const SHOWN = Uint8Array.from(STATES, (role) => ROLES.indexOf(role))
/** The row of the page's head, before the first scrap. */
const HEAD = COUNT

export interface ReadRole {
  readonly role: Role
  /** The share of all readings of the page in which the scrap has this role. */
  readonly confidence: number
  /** The role it has in most of the other readings, and their share. */
  readonly other: { readonly role: Role; readonly confidence: number }
}

/**
 * For each scrap the state before it in the likeliest row that ends in each of its states; the log-odds of the
 * rows that end the page are left in `ends`. A row that is behind the best by more than steps can differ is
 * behind it whatever follows: it is left out.
 */
function likeliestBefore({ steps, swing }: Model, own: Float32Array, ends: Float32Array) {
  const origins = new Uint8Array(own.length)
  const before = new Float32Array(COUNT)
  ends.set(steps.subarray(HEAD * COUNT))
  for (let from = 0; from < own.length; from += COUNT) {
    if (from > 0) {
      let most = -Infinity
      for (let k = 0; k < COUNT; k++) most = Math.max(most, before[k] as number)
      ends.fill(-Infinity)
      for (let k = 0; k < COUNT; k++) {
        const score = before[k] as number
        if (score < most - swing) continue
        for (let state = 0, step = k * COUNT; state < COUNT; state++, step++) {
          const sum = score + (steps[step] as number)
          if (sum <= (ends[state] as number)) continue
          ends[state] = sum
          origins[from + state] = k
        }
      }
    }
    for (let state = 0; state < COUNT; state++)
      ends[state] = (ends[state] as number) + (own[from + state] as number)
    before.set(ends)
  }
  return origins
}

/** The likeliest states of the whole page. */
function likeliest(model: Model, own: Float32Array): Uint8Array {
  const ends = new Float32Array(COUNT)
  const origins = likeliestBefore(model, own, ends)
  const states = new Uint8Array(own.length / COUNT)
  let state = ends.indexOf(Math.max(...ends))
  for (let at = states.length - 1; at >= 0; at--) {
    states[at] = state
    state = origins[at * COUNT + state] as number
  }
  return states
}

/** Odds out of log-odds, the most of each scrap 1. */
function oddsOf(logs: Float32Array): Float64Array {
  const odds = new Float64Array(logs.length)
  for (let from = 0; from < logs.length; from += COUNT) {
    let most = -Infinity
    for (let at = from; at < from + COUNT; at++) most = Math.max(most, logs[at] as number)
    for (let at = from; at < from + COUNT; at++) odds[at] = Math.exp((logs[at] as number) - most)
  }
  return odds
}

/** In place: the `COUNT` numbers from `from` on as parts of one. */
function share(odds: Float64Array, from: number): void {
  let sum = 0
  for (let at = from; at < from + COUNT; at++) sum += odds[at] as number
  for (let at = from; at < from + COUNT; at++) odds[at] = (odds[at] as number) / sum
}

/** A state with less of the readings than this is left out of them. */
const NEGLIGIBLE = 1e-8

/** What each state of `parts` gives to those beside it, into `sums`: rows of `odds` are the states given from. */
function passOn(odds: Float64Array, parts: Float64Array, from: number, sums: Float64Array): void {
  sums.fill(0)
  for (let k = 0; k < COUNT; k++) {
    const part = parts[from + k] as number
    if (part < NEGLIGIBLE) continue
    for (let state = 0, step = k * COUNT; state < COUNT; state++, step++)
      sums[state] = (sums[state] as number) + part * (odds[step] as number)
  }
}

/** The shares of the readings up to each scrap that give it each state. */
function forwardShares({ stepOdds }: Model, odds: Float64Array): Float64Array {
  const forward = new Float64Array(odds.length)
  const sums = stepOdds.slice(HEAD * COUNT)
  for (let from = 0; from < odds.length; from += COUNT) {
    if (from > 0) passOn(stepOdds, forward, from - COUNT, sums)
    for (let state = 0; state < COUNT; state++)
      forward[from + state] = (odds[from + state] as number) * (sums[state] as number)
    share(forward, from)
  }
  return forward
}

/** For each scrap the share of the readings that give it each role: forward and backward, as shares at each scrap. */
function confidences(model: Model, own: Float32Array): Float64Array {
  const odds = oddsOf(own)
  const forward = forwardShares(model, odds)
  const shares = new Float64Array((own.length / COUNT) * ROLES.length)
  const after = new Float64Array(COUNT).fill(1)
  const here = new Float64Array(COUNT)
  for (let from = own.length - COUNT; from >= 0; from -= COUNT) {
    for (let state = 0; state < COUNT; state++)
      here[state] = (forward[from + state] as number) * (after[state] as number)
    share(here, 0)
    const role = (from / COUNT) * ROLES.length
    for (let state = 0; state < COUNT; state++) {
      const shown = role + (SHOWN[state] as number)
      shares[shown] = (shares[shown] as number) + (here[state] as number)
    }
    for (let state = 0; state < COUNT; state++)
      here[state] = (odds[from + state] as number) * (after[state] as number)
    share(here, 0)
    passOn(model.backOdds, here, 0, after)
  }
  return shares
}

/** The role of the greatest share but one, of the shares from `from` on. */
function mostBut(role: number, shares: Float64Array, from: number): number {
  let most = role === 0 ? 1 : 0
  for (let one = 0; one < ROLES.length; one++)
    if (one !== role && (shares[from + one] as number) > (shares[from + most] as number)) most = one
  return most
}

/** Which roles a scrap may have; null where it may have any. */
type Allowed = (at: number) => readonly Role[] | null

/** The log-odds of each state of `count` scraps by the traits that `tellAt` tells of each. */
function ownOdds(
  model: Model,
  count: number,
  tellAt: (at: number, tell: Tell) => void,
  allowedAt: Allowed,
): Float32Array {
  const own = new Float32Array(count * COUNT)
  let at = 0
  const telling = (tell: Tell): void => tellAt(at, tell)
  for (; at < count; at++) {
    const weights = model.weigh(telling)
    const allowed = allowedAt(at)
    for (let state = 0; state < COUNT; state++) {
      const mayBe = allowed === null || allowed.includes(STATES[state] as Role)
      own[at * COUNT + state] = mayBe
        ? (weights[SHOWN[state] as number] as number) / HUNDREDTHS
        : -Infinity
    }
  }
  return own
}

/**
 * Reads the roles of `count` scraps from the traits that `tellAt` tells of each, as one of the roles that
 * `allowedAt` gives for it. Linear in the scraps.
 */
export function readChain(
  count: number,
  tellAt: (at: number, tell: Tell) => void,
  allowedAt: Allowed = () => null,
): readonly ReadRole[] {
  const model = modelOf()
  const own = ownOdds(model, count, tellAt, allowedAt)
  const shares = confidences(model, own)
  const states = likeliest(model, own)
  return Array.from(states, (state, at) => {
    const from = at * ROLES.length
    const role = SHOWN[state] as number
    const other = mostBut(role, shares, from)
    return {
      role: ROLES[role] as Role,
      confidence: shares[from + role] as number,
      other: { role: ROLES[other] as Role, confidence: shares[from + other] as number },
    }
  })
}
