import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  costOfLine,
  IMPOSSIBLE,
  PASSES,
  PASSES_FOR_COUNT,
  turnCost,
} from '../../../core/compose/lineCost'
import { breakParagraph } from '../../../core/compose/breakLines'
import { Break } from '../../../core/text/legalBreaks'
import { measuredLine, measureLine } from '../../../core/text/measureLine'
import type { ShapedParagraph } from '../../../core/text/shapedParagraph'
import { milliEm } from '../../../core/units'
import { measures, setParagraph, shape } from '../text/setText'
import { SEED, HAN, prose } from '../text/prose'

/** All ways to break, one by one: slow and plain. */
function bruteForce(
  p: ShapedParagraph,
  measureOf: (line: number) => number,
  indent: number,
  lines: number | null = null,
): { readonly cost: number; readonly ways: number } {
  let ways = 0
  const line = measuredLine()
  const passes = lines === null ? PASSES : PASSES_FOR_COUNT
  for (const pass of passes.filter((one) => !one.emergency)) {
    let best = Infinity
    const walk = (from: number, index: number, cost: number): void => {
      for (let to = from + 1; to <= p.length; to++) {
        const value = p.breaks[to - 1]!
        const isTurn = value === Break.allowed || (value === Break.unit && pass.units)
        if (to < p.length && !isTurn) continue
        measureLine(p, from, to, index === 0 ? indent : 0, line)
        const own = costOfLine(p, 'justify', pass, line, measureOf(index), from, to)
        if (own === IMPOSSIBLE) continue
        if (to < p.length) walk(to, index + 1, cost + own + turnCost(value))
        else if (lines === null || index === lines - 1) {
          ways += 1
          best = Math.min(best, cost + own)
        }
      }
    }
    walk(0, 0, 0)
    if (best < Infinity) return { cost: best, ways }
  }
  return { cost: Infinity, ways }
}

describe('what a line costs', () => {
  const costAt = (text: string, measure: number): number => {
    const p = shape(text)
    const line = measuredLine()
    measureLine(p, 0, p.length - 1, 0, line)
    return costOfLine(p, 'justify', PASSES[0]!, line, measure, 0, p.length - 1)
  }

  it('closing characters up is dearer than opening them by as much', () => {
    const text = '版心铅字活排样校对齐行距栏'
    const [opened, closed] = [costAt(text, 12_400), costAt(text, 11_600)]
    expect([opened, closed].every(Number.isFinite)).toBe(true)
    expect(closed).toBeGreaterThan(opened)
  })

  it('squeezing marks is cheaper than opening gaps by as much: 先挤进后推出', () => {
    const text = '版心，铅字活排样校对齐行距栏'
    expect(costAt(text, 12_500)).toBeLessThan(costAt(text, 13_500))
  })

  it('turns grow dearer from a plain one to a misplaced mark', () => {
    const costs = [Break.allowed, Break.hyphen, Break.unit, Break.word, Break.barred].map(turnCost)
    for (let i = 1; i < costs.length; i++) expect(costs[i]).toBeGreaterThan(costs[i - 1]!)
  })
})

describe('the dynamic program', () => {
  const short = fc.record({
    text: prose(7),
    ems: fc.array(fc.integer({ min: 5, max: 13 }), { minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom(0, 2000),
  })

  it('finds what trying all ways finds, on any sequence of measures', () => {
    let most = 0
    fc.assert(
      fc.property(short, ({ text, ems, indent }) => {
        const p = shape(text)
        const expected = bruteForce(p, measures(ems), indent)
        fc.pre(expected.cost < Infinity)
        most = Math.max(most, expected.ways)
        const found = breakParagraph(p, {
          measureOf: measures(ems),
          indent: milliEm(indent),
          align: 'justify',
          beam: Infinity,
        })!
        expect([text, found.cost]).toEqual([text, expect.closeTo(expected.cost, 6)])
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(most).toBeGreaterThan(10)
  })

  it('finds what trying all ways finds where a number of lines is asked for', () => {
    let possible = 0
    fc.assert(
      fc.property(short, fc.integer({ min: 1, max: 9 }), ({ text, ems, indent }, lines) => {
        const p = shape(text)
        const expected = bruteForce(p, measures(ems), indent, lines)
        if (expected.cost < Infinity) possible += 1
        const options = { measureOf: measures(ems), indent: milliEm(indent), lines }
        const cost = breakParagraph(p, { ...options, align: 'justify' })?.cost ?? Infinity
        const isSame = cost === expected.cost || Math.abs(cost - expected.cost) < 1e-6
        expect([text, lines, isSame]).toEqual([text, lines, true])
      }),
      { seed: SEED, numRuns: 4000 },
    )
    expect(possible).toBeGreaterThan(100)
  })

  it('costs what its lines cost', () => {
    fc.assert(
      fc.property(prose(20), (text) => {
        const p = shape(text)
        const set = setParagraph(p, { ems: [13, 8, 13] })!
        const alone = (beam: number): number =>
          breakParagraph(p, {
            measureOf: measures([13, 8, 13]),
            indent: milliEm(0),
            align: 'justify',
            beam,
          })!.cost
        expect(alone(10)).toBe(set.cost)
        expect(alone(Infinity)).toBeLessThanOrEqual(set.cost)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  it('follows an obstacle: 13 em, then 8, then 13 again', () => {
    const text = HAN.join('').repeat(3)
    const p = shape(text)
    const set = setParagraph(p, { ems: [13, 13, 8, 8, 8, 13] })!
    expect(set.lines.map((line) => line.measure / 1000).slice(0, 6)).toEqual([13, 13, 8, 8, 8, 13])
    for (const line of set.lines.slice(0, -1)) expect(line.setWidth).toBe(line.measure)
  })

  it('gives the number of lines asked for, or null', () => {
    const text =
      '版面上的每一个字都要有它的位置，每一行都要齐，“每一栏”都要满，这样的版面才叫做版面。'
    const p = shape(text)
    const ems = 13
    const free = setParagraph(p, { ems })!.lines.length
    expect(free).toBe(4)
    expect(setParagraph(p, { ems, lines: free })!.lines.length).toBe(free)
    const counts = [1, 2, 3, 5, 6, 40].map(
      (lines) => setParagraph(p, { ems, lines })?.lines.length ?? null,
    )
    expect(counts).toEqual([null, null, null, null, null, null])
    const longer = shape(text.repeat(16))
    const natural = setParagraph(longer, { ems })!.lines.length
    const fewer = setParagraph(longer, { ems, lines: natural - 1 })
    expect(fewer?.lines.length).toBe(natural - 1)
    for (const line of fewer!.lines.slice(0, -1)) expect(line.setWidth).toBe(13_000)
  })
})
