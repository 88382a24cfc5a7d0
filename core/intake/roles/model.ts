import { ROLES, STATES } from './role'
import { asWord, highAfter, lowAfter, type Tell } from './tell'
import { HUNDREDTHS, TraitTable } from './traitTable'
import { STEPS, TRAITS } from './weights'

/** The fitted weights as numbers. */
export interface Model {
  /** Sums of the log-odds of each role over all the traits that are told, in hundredths; the next overwrite them. */
  readonly weigh: (telling: (tell: Tell) => void) => Int32Array
  /** Log-odds of a state after another, row by row; the last row is that of the page's first scrap. */
  readonly steps: Float32Array
  /** By how much two of them differ at most. */
  readonly swing: number
  /** The same as odds. */
  readonly stepOdds: Float64Array
  /** These turned about: a row holds the odds of each state before one; a page's first scrap has no row. */
  readonly backOdds: Float64Array
}

const numbers = (row: string): Float32Array =>
  Float32Array.from(row.split(' '), (value) => Number(value) / HUNDREDTHS)

function weighing(table: TraitTable): Model['weigh'] {
  const sums = new Int32Array(ROLES.length)
  const tell: Tell = (family, a, b, c, d) => {
    let word = asWord(family)
    let low = lowAfter(0, word.low)
    let high = highAfter(0, word.high)
    if (a !== undefined) {
      word = asWord(a)
      low = lowAfter(low, word.low)
      high = highAfter(high, word.high)
    }
    if (b !== undefined) {
      word = asWord(b)
      low = lowAfter(low, word.low)
      high = highAfter(high, word.high)
    }
    if (c !== undefined) {
      word = asWord(c)
      low = lowAfter(low, word.low)
      high = highAfter(high, word.high)
    }
    if (d !== undefined) {
      word = asWord(d)
      low = lowAfter(low, word.low)
      high = highAfter(high, word.high)
    }
    const row = table.rowOf(low, high)
    if (row >= 0) table.addTo(sums, row)
  }
  return (telling) => {
    sums.fill(0)
    telling(tell)
    return sums
  }
}

function turned(odds: Float64Array): Float64Array {
  const count = STATES.length
  return Float64Array.from(
    { length: count * count },
    (_, at) => odds[(at % count) * count + Math.floor(at / count)] as number,
  )
}

let model: Model | null = null

/** Read once, when the first page is: most commands read none. */
export function modelOf(): Model {
  if (model !== null) return model
  const steps = numbers(STEPS.replaceAll('\n', ' '))
  const weigh = weighing(new TraitTable(TRAITS))
  const stepOdds = Float64Array.from(steps, Math.exp)
  const swing = Math.max(...steps) - Math.min(...steps)
  model = { weigh, steps, swing, stepOdds, backOdds: turned(stepOdds) }
  return model
}
