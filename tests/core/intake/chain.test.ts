import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChain } from '../../../core/intake/roles/chain'
import { modelOf } from '../../../core/intake/roles/model'
import { HUNDREDTHS } from '../../../core/intake/roles/traitTable'
import { ROLES, STATES, type Role } from '../../../core/intake/roles/role'
import { partsOf, type Tell } from '../../../core/intake/roles/tell'
import { TRAITS } from '../../../core/intake/roles/weights'
import { namedTraits } from '../../build/roles/writtenTraits'

const { weigh, steps } = modelOf()
/** Every trait the weights know, by the parts of its name. */
const NAMES = [...namedTraits(TRAITS).keys()].map((name) => partsOf(name) as Parameters<Tell>)
/** A row read by itself: a trait that is told brings just this. */
const rowOf = (name: Parameters<Tell>): Float32Array =>
  Float32Array.from(
    weigh((tell) => tell(...name)),
    (hundredths) => hundredths / HUNDREDTHS,
  )
const COUNT = STATES.length
const SHOWN = STATES.map((role) => ROLES.indexOf(role))

interface Reading {
  readonly states: readonly number[]
  readonly score: number
}

/** Every reading of the page, with its log-odds summed as their definition says. */
function allReadings(page: readonly (readonly Parameters<Tell>[])[]): readonly Reading[] {
  let readings: readonly Reading[] = [{ states: [], score: 0 }]
  for (const names of page) {
    const rows = names.map(rowOf)
    const own = SHOWN.map((role) => rows.reduce((sum, row) => sum + (row[role] as number), 0))
    readings = readings.flatMap(({ states, score }) =>
      own.map((odds, state) => ({
        states: [...states, state],
        score: score + odds + (steps[(states.at(-1) ?? COUNT) * COUNT + state] as number),
      })),
    )
  }
  return readings
}

/** Of the odds of all readings, the share of each role at the scrap. */
function sharesAt(at: number, readings: readonly Reading[], odds: readonly number[]) {
  const shares = ROLES.map(() => 0)
  const all = odds.reduce((sum, one) => sum + one, 0)
  readings.forEach(({ states }, i) => {
    const role = SHOWN[states[at] as number] as number
    shares[role] = (shares[role] as number) + (odds[i] as number) / all
  })
  return shares
}

describe('the chain of roles', () => {
  it('reads a page as trying all readings does, with their shares', () => {
    // one by one as arguments they would be too many
    const name = fc.nat({ max: NAMES.length - 1 }).map((at) => NAMES[at] as Parameters<Tell>)
    const scrap = fc.array(name, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(scrap, { minLength: 1, maxLength: 3 }), (page) => {
        const readings = allReadings(page)
        const best = Math.max(...readings.map(({ score }) => score))
        const read = readChain(page.length, (at, tell) => {
          for (const name of page[at] ?? []) tell(...name)
        })
        const alike = readings.filter(({ states }) =>
          states.every((state, at) => STATES[state] === read[at]?.role),
        )
        expect(Math.max(...alike.map(({ score }) => score))).toBeCloseTo(best, 3)
        const odds = readings.map(({ score }) => Math.exp(score - best))
        read.forEach(({ role, confidence, other }, at) => {
          const shares = sharesAt(at, readings, odds)
          expect(confidence).toBeCloseTo(shares[ROLES.indexOf(role)] as number, 3)
          const rest = shares.map((one, at) => (ROLES[at] === role ? 0 : one))
          expect(other.confidence).toBeCloseTo(Math.max(...rest), 3)
          expect(rest[ROLES.indexOf(other.role)]).toBeCloseTo(Math.max(...rest), 3)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('lets a known role stand, and reads the others by it', () => {
    const tellAt = (at: number, tell: Tell): void => {
      tell('any')
      tell('size', at === 2 ? 'long' : 'short')
    }
    const read = readChain(3, tellAt, (at) => (at === 1 ? ['boxLabel'] : null))
    expect(read[1]).toMatchObject({ role: 'boxLabel', other: { confidence: 0 } })
    expect(read[1]?.confidence).toBeCloseTo(1, 9)
    const free = readChain(3, tellAt)
    expect(free[1]?.role).not.toBe('boxLabel')
    expect(read[2]?.role).toBe('boxText')
  })

  it('reads a page without scraps, and one whose traits nobody knows', () => {
    expect(readChain(0, () => undefined)).toEqual([])
    const [read] = readChain(1, (_, tell) => tell('nothing that was ever learnt'))
    expect(ROLES.includes(read?.role as Role)).toBe(true)
  })
})
