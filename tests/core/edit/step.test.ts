import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyStep,
  invertStep,
  stepFromJson,
  stepToJson,
  mapStep,
  rebaseSteps,
  type EditionStep,
} from '../../../core/edit'
import { targetOf } from '../../../core/edit/step'
import { smallEdition } from '../../build/editionBuilder'
import { randomChain, randomSteps, type Dice } from './randomSteps'
import { expectSameEdition, plain, required } from './sameEdition'

const SEED = 20261122
const number = fc.nat(10_000)
const dice: fc.Arbitrary<Dice> = fc.tuple(number, number, number, number, number)
const rolls = (max: number) => fc.array(dice, { maxLength: max })

/** The first step the dice make on the edition, if any. */
const one = (...args: Parameters<typeof randomSteps>): EditionStep | undefined =>
  randomSteps(...args)[0]

describe('every step', () => {
  it('is taken back by its inverse, and reads the same from JSON', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(rolls(12), (list) => {
        let edition = smallEdition()
        for (const roll of list) {
          const step = one(edition, roll)
          if (step === undefined) continue
          kinds.add(step.kind)
          const after = required(applyStep(edition, step))
          expectSameEdition(required(applyStep(after, invertStep(step, edition))), edition)
          const json: unknown = JSON.parse(JSON.stringify(stepToJson(step)))
          expectSameEdition(required(applyStep(edition, required(stepFromJson(json)))), after)
          expect(stepToJson(required(stepFromJson(json)))).toEqual(stepToJson(step))
          edition = after
        }
      }),
      { seed: SEED, numRuns: 150 },
    )
    expect([...kinds].sort()).toEqual(['meta', 'patch', 'put', 'remove', 'text'])
  })
})

describe('mapping one step over another', () => {
  const concurrent = fc.tuple(rolls(8), dice, dice)

  it('gives null or a step that fits, and rebasing always ends on a valid edition', () => {
    const pairs = new Map<string, number>()
    fc.assert(
      fc.property(concurrent, ([before, rollA, rollB]) => {
        const { edition } = randomChain(smallEdition(), before)
        const a = one(edition, rollA)
        const b = one(edition, rollB)
        if (a === undefined || b === undefined) return
        const after = required(applyStep(edition, a))
        const mapped = mapStep(b, a)
        const applied = mapped === null ? null : applyStep(after, mapped)
        const bothText = a.kind === 'text' && b.kind === 'text' && a.story === b.story
        if (applied !== null && !bothText) expect(applied).toMatchObject({ ok: true })
        const rebased = rebaseSteps(after, [b], [a])
        expect(rebased.steps.length + rebased.dropped.length).toBe(1)
        expectSameEdition(rebased.edition, applied?.ok ? applied.value : after)
        const pair = `${b.kind} over ${a.kind}`
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
      }),
      { seed: SEED, numRuns: 3000 },
    )
    expect(pairs.size).toBe(25)
  })

  it('gives the same edition in both orders when the two touch different things', () => {
    let compared = 0
    fc.assert(
      fc.property(concurrent, ([before, rollA, rollB]) => {
        const { edition } = randomChain(smallEdition(), before)
        const a = one(edition, rollA)
        const b = one(edition, rollB)
        if (a === undefined || b === undefined || !apart(a, b)) return
        const bOverA = mapStep(b, a)
        const aOverB = mapStep(a, b)
        if (bOverA === null || aOverB === null) return
        compared++
        expectSameEdition(
          required(applyStep(required(applyStep(edition, a)), bOverA)),
          required(applyStep(required(applyStep(edition, b)), aOverB)),
        )
      }),
      { seed: SEED, numRuns: 1500 },
    )
    expect(compared).toBeGreaterThan(300)
  })
})

/** Different records, or text of one story at places that do not touch. */
function apart(a: EditionStep, b: EditionStep): boolean {
  const left = targetOf(a)
  const right = targetOf(b)
  if (left === null || right === null) return left !== right
  if (left.table !== right.table || left.id !== right.id) return true
  if (a.kind !== 'text' || b.kind !== 'text') return false
  const [fromA, toA] = reach(a.step)
  const [fromB, toB] = reach(b.step)
  return toA < fromB || toB < fromA
}

function reach(step: Extract<EditionStep, { kind: 'text' }>['step']): readonly [number, number] {
  let from = Infinity
  let to = -Infinity
  step.getMap().forEach((start, end) => {
    from = Math.min(from, start)
    to = Math.max(to, end)
  })
  return [from, to]
}

describe('rebasing a chain over a chain', () => {
  it('keeps or drops each step and ends on what the kept steps make', () => {
    let kept = 0
    fc.assert(
      fc.property(rolls(4), rolls(6), rolls(6), (before, ours, theirs) => {
        const { edition } = randomChain(smallEdition(), before)
        const our = randomChain(edition, ours)
        const their = randomChain(edition, theirs)
        const rebased = rebaseSteps(their.edition, our.steps, their.steps)
        kept += rebased.steps.length
        expect(rebased.steps.length + rebased.dropped.length).toBe(our.steps.length)
        let replayed = their.edition
        for (const step of rebased.steps) replayed = required(applyStep(replayed, step))
        expectSameEdition(replayed, rebased.edition)
        if (theirs.length === 0) expect(plain(rebased.edition)).toEqual(plain(our.edition))
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(kept).toBeGreaterThan(500)
  })
})
