/** Fits the weights of core/intake/roles to examples: a linear-chain CRF, by AdaGrad on the softmax-margin likelihood (Gimpel and Smith 2010). */
import { ROLES, type Role } from '../../../core/intake/roles/role'
import type { Example } from './examples'

const COUNT = ROLES.length
/** The row of the steps from the page's head. */
const HEAD = COUNT * COUNT

const TEXTS: readonly Role[] = ['paragraph', 'section', 'brief']
/** Taken for another, such a role puts all that follows into the wrong place. */
const BEGINNINGS: readonly Role[] = [
  'rubric',
  'kicker',
  'headline',
  'kickerHeadline',
  'headlineDeck',
]
const DEAR = 3

/** What it costs to read one role for another: while fitting, dear mistakes must keep their distance. */
const COSTS = Float64Array.from({ length: COUNT * COUNT }, (_, at) => {
  const [truth, read] = [ROLES[Math.floor(at / COUNT)] as Role, ROLES[at % COUNT] as Role]
  if (truth === read || (TEXTS.includes(truth) && TEXTS.includes(read))) return 0
  return BEGINNINGS.includes(truth) === BEGINNINGS.includes(read) ? 1 : DEAR
})

/** Numbers that are learnt, with the squares of their slopes so far. */
interface Learnt {
  readonly values: Float64Array
  readonly squares: Float64Array
}

const learnt = (length: number): Learnt => ({
  values: new Float64Array(length),
  squares: new Float64Array(length).fill(1e-4),
})

export interface FitOptions {
  readonly rounds: number
  readonly rate: number
  /** Pull towards nothing, at each step. */
  readonly decay: number
  /** A trait that occurs less often is left out. */
  readonly least: number
}

export interface Weights {
  readonly traits: ReadonlyMap<string, Float64Array>
  readonly steps: Float64Array
}

interface Coded {
  readonly traits: readonly (readonly number[])[]
  readonly roles: readonly number[]
}

function logSum(values: Float64Array): number {
  const most = Math.max(...values)
  let sum = 0
  for (const value of values) sum += Math.exp(value - most)
  return most + Math.log(sum)
}

/** Log-sums over all readings of what stands before each scrap, and of what stands after it. */
function sums(own: readonly Float64Array[], steps: Float64Array) {
  const scratch = new Float64Array(COUNT)
  const forward: Float64Array[] = []
  own.forEach((here, at) => {
    const before = forward[at - 1]
    forward.push(
      here.map((value, role) => {
        if (!before) return value + (steps[HEAD + role] as number)
        before.forEach((sum, k) => (scratch[k] = sum + (steps[k * COUNT + role] as number)))
        return value + logSum(scratch)
      }),
    )
  })
  const backward = own.map(() => new Float64Array(COUNT))
  for (let at = own.length - 2; at >= 0; at--) {
    const [next, after] = [own[at + 1] as Float64Array, backward[at + 1] as Float64Array]
    const here = backward[at] as Float64Array
    for (let role = 0; role < COUNT; role++) {
      next.forEach(
        (value, k) =>
          (scratch[k] = value + (after[k] as number) + (steps[role * COUNT + k] as number)),
      )
      here[role] = logSum(scratch)
    }
  }
  return { forward, backward, all: logSum(forward[own.length - 1] as Float64Array) }
}

/** Pages in an order that is chance and always the same. */
function* shuffled(count: number, seed: number): Generator<number> {
  const order = Array.from({ length: count }, (_, at) => at)
  let random = seed
  for (let left = count; left > 0; left--) {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff
    const at = random % left
    yield order[at] as number
    order[at] = order[left - 1] as number
  }
}

const SMALL = 1e-4

export function fit(examples: readonly Example[], options: FitOptions): Weights {
  const { rounds, rate, decay, least } = options
  const seen = new Map<string, number>()
  for (const name of examples.flatMap(({ traits }) => traits.flat()))
    seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].flatMap(([name, count]) => (count >= least ? [name] : []))
  const index = new Map(names.map((name, at) => [name, at]))
  const coded = examples.map(({ traits, roles }): Coded => ({
    roles,
    traits: traits.map((own) => own.flatMap((name) => index.get(name) ?? [])),
  }))
  const [weights, steps] = [learnt(names.length * COUNT), learnt((COUNT + 1) * COUNT)]
  const learn = ({ values, squares }: Learnt, at: number, likelihood: number): void => {
    if (Math.abs(likelihood) < SMALL) return
    const slope = likelihood - decay * (values[at] as number)
    const square = (squares[at] as number) + slope * slope
    squares[at] = square
    values[at] = (values[at] as number) + (rate * slope) / Math.sqrt(square)
  }
  const weigh = (traits: readonly number[], truth: number): Float64Array => {
    const own = COSTS.slice(truth * COUNT, (truth + 1) * COUNT)
    for (const trait of traits)
      for (let role = 0; role < COUNT; role++)
        own[role] = (own[role] as number) + (weights.values[trait * COUNT + role] as number)
    return own
  }
  const learnPage = ({ traits, roles }: Coded): void => {
    const own = traits.map((names, at) => weigh(names, roles[at] as number))
    const before = steps.values.slice()
    const { forward, backward, all } = sums(own, before)
    roles.forEach((truth, at) => {
      const [ahead, after] = [forward[at] as Float64Array, backward[at] as Float64Array]
      for (let role = 0; role < COUNT; role++) {
        const share = Math.exp((ahead[role] as number) + (after[role] as number) - all)
        const slope = (role === truth ? 1 : 0) - share
        for (const trait of traits[at] as readonly number[])
          learn(weights, trait * COUNT + role, slope)
        if (at === 0) learn(steps, HEAD + role, slope)
        for (let k = 0; at > 0 && k < COUNT; k++) {
          const step = k * COUNT + role
          const [sum, value] = [forward[at - 1]?.[k] as number, own[at]?.[role] as number]
          const both = Math.exp(
            sum + (before[step] as number) + value + (after[role] as number) - all,
          )
          learn(steps, step, (roles[at - 1] === k && truth === role ? 1 : 0) - both)
        }
      }
    })
  }
  const means = { weights: weights.values.map(() => 0), steps: steps.values.map(() => 0) }
  const last = Math.floor(rounds / 2)
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(coded.length, round + 1)) learnPage(coded[at] as Coded)
    if (round < rounds - last) continue
    weights.values.forEach(
      (value, at) => (means.weights[at] = (means.weights[at] as number) + value / last),
    )
    steps.values.forEach(
      (value, at) => (means.steps[at] = (means.steps[at] as number) + value / last),
    )
  }
  const row = (at: number): Float64Array => means.weights.slice(at * COUNT, (at + 1) * COUNT)
  return { traits: new Map(names.map((name, at) => [name, row(at)])), steps: means.steps }
}
