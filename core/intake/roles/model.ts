import { ROLES } from './role'
import { partsOf, type Part, type Tell } from './tell'
import { STEPS, TRAITS } from './weights'

/** The fitted weights as numbers. */
export interface Model {
  /** Sums of the log-odds of each role over all the traits that are told. */
  readonly weigh: (telling: (tell: Tell) => void) => Float32Array
  /** Log-odds of a state after another, row by row; the last row is that of the page's first scrap. */
  readonly steps: Float32Array
  /** The same as odds. */
  readonly stepOdds: Float64Array
}

/** The traits whose names begin alike, by the next part of their names. */
interface Branch {
  next: Map<string, Branch> | null
  /** The trait that ends here, as written until it is first told. */
  weights: string | Float32Array | null
}

const HUNDREDTHS = 100
const LETTER = 'a'.charCodeAt(0)

const numbers = (row: string): Float32Array =>
  Float32Array.from(row.split(' '), (value) => Number(value) / HUNDREDTHS)

/** `b12d-7`: 0.12 for the second role, -0.07 for the fourth, nothing for the others. */
function weightsOf(row: string): Float32Array {
  const weights = new Float32Array(ROLES.length)
  for (const [, letter = '', value] of row.matchAll(/([a-z])(-?\d+)/gu))
    weights[letter.charCodeAt(0) - LETTER] = Number(value) / HUNDREDTHS
  return weights
}

const branch = (): Branch => ({ next: null, weights: null })

function treeOf(rows: readonly string[]): Branch {
  const root = branch()
  for (const row of rows) {
    const parts = partsOf(row)
    const weights = parts.pop() as string
    let at = root
    for (const part of parts) {
      at.next ??= new Map()
      let next = at.next.get(part)
      if (next === undefined) at.next.set(part, (next = branch()))
      at = next
    }
    at.weights = weights
  }
  return root
}

const wordOf = (part: Part): string => (typeof part === 'string' ? part : String(part))

function weighing(root: Branch): Model['weigh'] {
  let sums = new Float32Array(ROLES.length)
  const tell: Tell = (family, a, b, c, d) => {
    let at = root.next?.get(family)
    if (at && a !== undefined) at = at.next?.get(wordOf(a))
    if (at && b !== undefined) at = at.next?.get(wordOf(b))
    if (at && c !== undefined) at = at.next?.get(wordOf(c))
    if (at && d !== undefined) at = at.next?.get(wordOf(d))
    if (!at || at.weights === null) return
    if (typeof at.weights === 'string') at.weights = weightsOf(at.weights)
    const { weights } = at
    for (let role = 0; role < sums.length; role++)
      sums[role] = (sums[role] as number) + (weights[role] as number)
  }
  return (telling) => {
    sums = new Float32Array(ROLES.length)
    telling(tell)
    return sums
  }
}

let model: Model | null = null

/** Read once, when the first page is: most commands read none. */
export function modelOf(): Model {
  if (model !== null) return model
  const steps = numbers(STEPS.replaceAll('\n', ' '))
  const weigh = weighing(treeOf(TRAITS.split('\n')))
  model = { weigh, steps, stepOdds: Float64Array.from(steps, Math.exp) }
  return model
}
