/** Fits the weights of core/intake/roles to examples: a linear-chain CRF, by AdaGrad on the softmax-margin likelihood (Gimpel and Smith 2010). */
import { ROLES, STATES, type Role } from '../../../core/intake/roles/role'
import { partsOf } from '../../../core/intake/roles/tell'
import { chance } from '../chance'
import { costOf } from './costs'
import type { Example } from './examples'

const COUNT = STATES.length
/** How many weights a trait has: one for each role. */
const WIDTH = ROLES.length
const SHOWN = STATES.map((role) => ROLES.indexOf(role))
/** The row of the steps from the page's head. */
const HEAD = COUNT

const COSTS = Float64Array.from({ length: COUNT * COUNT }, (_, at) =>
  costOf(STATES[Math.floor(at / COUNT)] as Role, STATES[at % COUNT] as Role),
)

export interface FitOptions {
  /** Fits from the beginning, each by another chance, whose mean is taken. */
  readonly runs: number
  readonly rounds: number
  readonly rate: number
  /** Pull towards nothing, at each step. */
  readonly decay: number
  /** Share of a page's traits that are left out each time it is seen, so that none leans on another. */
  readonly dropped: number
  /** A trait that occurs less often is left out. */
  readonly least: number
  /** So is one of these families that fewer pages tell: what a page or two say of two characters is chance. */
  readonly leastPages: Readonly<Record<string, number>>
}

export interface Weights {
  readonly traits: ReadonlyMap<string, Float64Array>
  readonly steps: Float64Array
}

interface Coded {
  readonly traits: readonly Int32Array[]
  readonly states: readonly number[]
}

const FIRST_SQUARE = 1e-4

/** Numbers that are learnt a page at a time: `slopes` are gathered over a page, then one step is taken. */
class Learnt {
  readonly values: Float32Array
  readonly slopes: Float32Array
  readonly sums: Float64Array
  private readonly squares: Float32Array

  constructor(length: number) {
    this.values = new Float32Array(length)
    this.slopes = new Float32Array(length)
    this.sums = new Float64Array(length)
    this.squares = new Float32Array(length).fill(FIRST_SQUARE)
  }

  /** Steps along the slopes of the values from `from` on, and forgets them. */
  step(from: number, count: number, { rate, decay }: FitOptions): void {
    for (let at = from; at < from + count; at++) {
      const likelihood = this.slopes[at] as number
      this.slopes[at] = 0
      if (Math.abs(likelihood) < SMALL) continue
      const slope = likelihood - decay * (this.values[at] as number)
      const square = (this.squares[at] as number) + slope * slope
      this.squares[at] = square
      this.values[at] = (this.values[at] as number) + (rate * slope) / Math.sqrt(square)
    }
  }

  /** The sums of the values of a line's traits. */
  sum(traits: Int32Array, sums: Float64Array): void {
    const { values } = this
    sums.fill(0)
    for (let i = 0; i < traits.length; i++) {
      const from = traits[i] as number
      for (let role = 0; role < WIDTH; role++)
        sums[role] = (sums[role] as number) + (values[from + role] as number)
    }
  }

  /** Gathers the slopes of a line for each of its traits. */
  lean(traits: Int32Array, slopes: Float64Array): void {
    const own = this.slopes
    for (let i = 0; i < traits.length; i++) {
      const from = traits[i] as number
      for (let role = 0; role < WIDTH; role++)
        own[from + role] = (own[from + role] as number) + (slopes[role] as number)
    }
  }

  stepAll(traits: Int32Array, options: FitOptions): void {
    for (let i = 0; i < traits.length; i++) this.step(traits[i] as number, WIDTH, options)
  }

  /** Forgets what was learnt, but for what was gathered of it. */
  restart(): void {
    this.values.fill(0)
    this.squares.fill(FIRST_SQUARE)
  }

  gather(): void {
    for (let at = 0; at < this.values.length; at++)
      this.sums[at] = (this.sums[at] as number) + (this.values[at] as number)
  }
}

const SMALL = 1e-4
/** Steps are few, and some are rare: what a box leads on to has to be learnt from a few pages. */
const STEPS_FASTER = 3

/** Divides the `COUNT` numbers from `from` on by their sum. */
function share(values: Float64Array, from: number): void {
  let sum = 0
  for (let at = from; at < from + COUNT; at++) sum += values[at] as number
  for (let at = from; at < from + COUNT; at++) values[at] = (values[at] as number) / sum
}

/** Odds of the states of each scrap by its own traits, of all that stands before it and of all that stands after it. */
function oddsOf(own: Float64Array, stepOdds: Float64Array) {
  const count = own.length / COUNT
  const odds = new Float64Array(own.length)
  for (let at = 0; at < own.length; at += COUNT) {
    let most = -Infinity
    for (let state = 0; state < COUNT; state++) most = Math.max(most, own[at + state] as number)
    for (let state = 0; state < COUNT; state++)
      odds[at + state] = Math.exp((own[at + state] as number) - most)
  }
  const [before, after] = [new Float64Array(own.length), new Float64Array(own.length).fill(1)]
  for (let at = 0; at < count; at++) {
    for (let state = 0; state < COUNT; state++) {
      let sum = at === 0 ? (stepOdds[HEAD * COUNT + state] as number) : 0
      for (let k = 0; at > 0 && k < COUNT; k++)
        sum += (before[(at - 1) * COUNT + k] as number) * (stepOdds[k * COUNT + state] as number)
      before[at * COUNT + state] = sum * (odds[at * COUNT + state] as number)
    }
    share(before, at * COUNT)
  }
  for (let at = count - 2; at >= 0; at--) {
    for (let state = 0; state < COUNT; state++) {
      let sum = 0
      for (let k = 0; k < COUNT; k++)
        sum +=
          (stepOdds[state * COUNT + k] as number) *
          (odds[(at + 1) * COUNT + k] as number) *
          (after[(at + 1) * COUNT + k] as number)
      after[at * COUNT + state] = sum
    }
    share(after, at * COUNT)
  }
  return { odds, before, after }
}

const pairs = new Float64Array(COUNT * COUNT)

/** Takes from the slopes of the steps the share of each in all readings that step to the scrap whose states begin at `from`. */
function leanSteps(
  slopes: Float32Array,
  stepOdds: Float64Array,
  before: Float64Array,
  here: Float64Array,
  from: number,
): void {
  let all = 0
  for (let k = 0, step = 0; k < COUNT; k++) {
    const left = before[from - COUNT + k] as number
    for (let state = 0; state < COUNT; state++, step++) {
      const both = left * (stepOdds[step] as number) * (here[from + state] as number)
      pairs[step] = both
      all += both
    }
  }
  for (let step = 0; step < pairs.length; step++)
    slopes[step] = (slopes[step] as number) - (pairs[step] as number) / all
}

/** Pages in an order that is chance and always the same. */
function shuffled(count: number, seed: number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  let random = seed
  for (let left = count; left > 0; left--) {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff
    const at = random % left
    const last = order[left - 1] as number
    order[left - 1] = order[at] as number
    order[at] = last
  }
  return order
}

const countOf = ({ traits }: Coded): number => traits.reduce((sum, { length }) => sum + length, 0)

/** The examples with their traits as places of weights, and the names of those that are not too rare; no string of theirs is kept. */
function codeOf(examples: Iterable<Example>, { least, leastPages }: FitOptions) {
  const ids = new Map<string, number>()
  const counts: number[] = []
  /** The page that told a trait last, and how many pages did. */
  const [lastPages, pages]: [string[], number[]] = [[], []]
  const idOf = (name: string, page: string): number => {
    const id = ids.get(name) ?? counts.push(0) - 1
    ids.set(name, id)
    counts[id] = (counts[id] ?? 0) + 1
    if (lastPages[id] !== page) pages[id] = (pages[id] ?? 0) + 1
    lastPages[id] = page
    return id
  }
  const all = Array.from(examples, ({ page, traits, states }): Coded => ({
    states,
    traits: traits.map((own) => Int32Array.from(own, (name) => idOf(name, page))),
  }))
  const isKept = (name: string, id: number): boolean =>
    (counts[id] ?? 0) >= least && (pages[id] ?? 0) >= (leastPages[partsOf(name)[0] ?? ''] ?? 0)
  const names = [...ids].flatMap(([name, id]) => (isKept(name, id) ? [name] : []))
  const places = new Int32Array(counts.length).fill(-1)
  names.forEach((name, at) => (places[ids.get(name) as number] = at * WIDTH))
  const placed = (own: Int32Array): Int32Array =>
    own.map((id) => places[id] as number).filter((place) => place >= 0)
  return {
    names,
    coded: all.map(({ traits, states }): Coded => ({ states, traits: traits.map(placed) })),
  }
}

export function fit(examples: Iterable<Example>, options: FitOptions): Weights {
  const { runs, rounds, dropped } = options
  const { names, coded } = codeOf(examples, options)
  const [weights, steps] = [new Learnt(names.length * WIDTH), new Learnt((COUNT + 1) * COUNT)]

  const weigh = ({ traits, states }: Coded): Float64Array => {
    const own = new Float64Array(traits.length * COUNT)
    const sums = new Float64Array(WIDTH)
    traits.forEach((names, at) => {
      const [from, truth] = [at * COUNT, states[at] as number]
      for (let state = 0; state < COUNT; state++)
        own[from + state] = COSTS[truth * COUNT + state] as number
      weights.sum(names, sums)
      SHOWN.forEach((role, state) => {
        own[from + state] = (own[from + state] as number) + (sums[role] as number)
      })
    })
    return own
  }

  const random = chance(1)
  const kept = new Int32Array(coded.reduce((most, page) => Math.max(most, countOf(page)), 0))
  let end = 0
  /** Some of a line's traits, by chance; they are overwritten when the next page is seen. */
  const someOf = (names: Int32Array): Int32Array => {
    const from = end
    for (let i = 0; i < names.length; i++) if (random() >= dropped) kept[end++] = names[i] as number
    return kept.subarray(from, end)
  }
  const learnPage = (whole: Coded): void => {
    const { states } = whole
    end = 0
    const page = dropped === 0 ? whole : { states, traits: whole.traits.map(someOf) }
    const { traits } = page
    const stepOdds = Float64Array.from(steps.values, Math.exp)
    const { odds, before, after } = oddsOf(weigh(page), stepOdds)
    const here = odds.map((own, at) => own * (after[at] as number))
    const slopes = new Float64Array(COUNT)
    const shown = new Float64Array(WIDTH)
    const taught: Int32Array[] = []
    let wasTaught = false
    traits.forEach((names, at) => {
      const [from, truth] = [at * COUNT, states[at] as number]
      for (let state = 0; state < COUNT; state++)
        slopes[state] = (before[from + state] as number) * (after[from + state] as number)
      share(slopes, 0)
      let most = 0
      for (let state = 0; state < COUNT; state++) {
        slopes[state] = (state === truth ? 1 : 0) - (slopes[state] as number)
        most = Math.max(most, Math.abs(slopes[state] as number))
      }
      // most lines are known well: they teach nothing
      const isTaught = most >= SMALL
      if (isTaught) {
        taught.push(names)
        shown.fill(0)
        for (let state = 0; state < COUNT; state++)
          shown[SHOWN[state] as number] =
            (shown[SHOWN[state] as number] as number) + (slopes[state] as number)
        weights.lean(names, shown)
      }
      if (at === 0)
        for (let state = 0; state < COUNT; state++)
          steps.slopes[HEAD * COUNT + state] = slopes[state] as number
      else if (isTaught || wasTaught) {
        leanSteps(steps.slopes, stepOdds, before, here, from)
        const taken = (states[at - 1] as number) * COUNT + truth
        steps.slopes[taken] = (steps.slopes[taken] as number) + 1
      }
      wasTaught = isTaught
    })
    for (const names of taught) weights.stepAll(names, options)
    steps.step(0, steps.values.length, { ...options, rate: options.rate * STEPS_FASTER })
  }

  const last = Math.floor(rounds / 2)
  for (let round = 0; round < runs * rounds; round++) {
    if (round % rounds === 0) for (const learnt of [weights, steps]) learnt.restart()
    for (const at of shuffled(coded.length, round + 1)) learnPage(coded[at] as Coded)
    if (round % rounds >= rounds - last) for (const learnt of [weights, steps]) learnt.gather()
  }
  const mean = (sums: Float64Array): Float64Array => sums.map((sum) => sum / (runs * last))
  const means = mean(weights.sums).map((value) => value * (1 - dropped))
  return {
    traits: new Map(names.map((name, at) => [name, means.slice(at * WIDTH, (at + 1) * WIDTH)])),
    steps: mean(steps.sums),
  }
}
