/** Which traits a fit keeps: one page's chance teaches nothing. */
import { describe, expect, it } from 'vitest'
import { fit, type FitOptions } from '../../build/roles/fit'
import type { Example } from '../../build/roles/examples'
import { STATES } from '../../../core/intake/roles/role'

const OPTIONS: FitOptions = {
  ...{ runs: 1, rounds: 2, rate: 0.05, decay: 0, dropped: 0, least: 3 },
  leastPages: { pair: 2 },
}
const HEADLINE = STATES.indexOf('headline')

const example = (page: string, ...own: readonly string[]): Example => ({
  page,
  traits: [own],
  states: [HEADLINE],
})

describe('the traits of a fit', () => {
  const examples = [
    ...['one', 'one', 'one'].map((page) => example(page, 'holds\t桥', 'pair\t桥头')),
    ...['one', 'two', 'two'].map((page) => example(page, 'holds\t桥', 'pair\t大桥')),
    example('three', 'holds\t船'),
  ]
  const { traits } = fit(examples, OPTIONS)

  it('are those that occur often enough, pairs of characters on several pages', () => {
    expect([...traits.keys()].sort()).toEqual(['holds\t桥', 'pair\t大桥'])
  })

  it('speak for the role that they are seen with', () => {
    const weights = traits.get('holds\t桥') ?? new Float64Array()
    expect(Math.max(...weights)).toBe(weights[HEADLINE])
    expect(weights[HEADLINE]).toBeGreaterThan(0)
  })
})
