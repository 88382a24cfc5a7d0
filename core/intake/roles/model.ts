import { STEPS, TRAITS } from './weights'

/** The fitted weights as numbers. */
export interface Model {
  /** Log-odds of each role where the trait holds. */
  readonly traits: ReadonlyMap<string, Float32Array>
  /** Log-odds of a role after another, row by row; the last row is that of the page's first scrap. */
  readonly steps: Float32Array
  /** The same as odds. */
  readonly stepOdds: Float64Array
}

const HUNDREDTHS = 100

const numbers = (row: string): Float32Array =>
  Float32Array.from(row.split(' '), (value) => Number(value) / HUNDREDTHS)

let model: Model | null = null

/** Read once, when the first page is: most commands read none. */
export function modelOf(): Model {
  if (model !== null) return model
  const steps = numbers(STEPS.replaceAll('\n', ' '))
  const rows = TRAITS.split('\n').map((row) => row.split('\t'))
  model = {
    traits: new Map(rows.map(([trait = '', weights = '']) => [trait, numbers(weights)])),
    steps,
    stepOdds: Float64Array.from(steps, Math.exp),
  }
  return model
}
