import { ROLES } from './role'
import { STEPS, TRAITS } from './weights'

/** The fitted weights as numbers. */
export interface Model {
  /** Log-odds of each role where the trait holds. */
  readonly traits: ReadonlyMap<string, Float32Array>
  /** Log-odds of a state after another, row by row; the last row is that of the page's first scrap. */
  readonly steps: Float32Array
  /** The same as odds. */
  readonly stepOdds: Float64Array
}

const HUNDREDTHS = 100

const numbers = (row: string): Float32Array =>
  Float32Array.from(row.split(' '), (value) => Number(value) / HUNDREDTHS)

const LETTER = 'a'.charCodeAt(0)

/** `b12d-7`: 0.12 for the second role, -0.07 for the fourth, nothing for the others. */
function weightsOf(row: string): Float32Array {
  const weights = new Float32Array(ROLES.length)
  for (const [, letter = '', value] of row.matchAll(/([a-z])(-?\d+)/gu))
    weights[letter.charCodeAt(0) - LETTER] = Number(value) / HUNDREDTHS
  return weights
}

let model: Model | null = null

/** Read once, when the first page is: most commands read none. */
export function modelOf(): Model {
  if (model !== null) return model
  const steps = numbers(STEPS.replaceAll('\n', ' '))
  const rows = TRAITS.split('\n').map((row) => row.split('\t'))
  model = {
    traits: new Map(rows.map(([trait = '', weights = '']) => [trait, weightsOf(weights)])),
    steps,
    stepOdds: Float64Array.from(steps, Math.exp),
  }
  return model
}
