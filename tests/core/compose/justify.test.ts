import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setLine } from '../../../core/text/setLine'
import type { HouseRules } from '../../../core/model/styles'
import type { SetLine } from '../../../core/text/types'
import { milliEm } from '../../../core/units'
import { context, origins, shape, textOf } from '../text/setText'

interface Wanted {
  readonly measure: number
  readonly indent?: number
  readonly align?: 'justify' | 'left' | 'center' | 'right'
  readonly last?: boolean
  readonly rules?: Partial<HouseRules>
}

/** The whole text on one line. */
function line(text: string, wanted: Wanted): SetLine {
  const p = shape(text, context(wanted.rules ?? {}))
  return setLine(p, 0, p.length, {
    measure: milliEm(wanted.measure),
    indent: milliEm(wanted.indent ?? 0),
    align: wanted.align ?? 'justify',
    last: wanted.last ?? false,
  })
}

/** Advances from glyph to glyph, the last one to the line's end. */
function advances(set: SetLine): readonly number[] {
  const xs = set.runs.flatMap((run) => run.offsets)
  return xs.map((x, i) => (xs[i + 1] ?? set.setWidth) - x)
}

describe('squeezing', () => {
  it('takes word space, then brackets, then pauses, then Han–Latin gaps, then stops', () => {
    const text = '甲（乙）丙，丁。戊A己'
    const natural = line(text, { measure: 20_000, last: true }).naturalWidth
    expect(natural).toBe(11_000)
    const at = (measure: number): string => origins(line(text, { measure }))
    expect(at(11_000)).toBe('甲0 （1 乙2 ）3 丙4 ，5 丁6 。7 戊8 A9.25 己10')
    expect(at(10_500)).toBe('甲0 （0.75 乙1.75 ）2.75 丙3.5 ，4.5 丁5.5 。6.5 戊7.5 A8.75 己9.5')
    expect(at(10_000)).toBe('甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁5 。6 戊7 A8.25 己9')
    expect(at(9_500)).toBe('甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁4.5 。5.5 戊6.5 A7.75 己8.5')
    expect(at(9_250)).toBe('甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁4.5 。5.5 戊6.5 A7.625 己8.25')
    expect(at(8_750)).toBe('甲0 （0.5 乙1.5 ）2.5 丙3 ，4 丁4.5 。5.5 戊6 A7.125 己7.75')
  })

  it('leaves the stops alone where the house forbids it', () => {
    const set = line('甲。乙', { measure: 2500, rules: { squeezeStops: false } })
    expect(set.setWidth).toBeGreaterThan(2500)
    expect(set.justified).toBe(false)
  })

  it('begins with the line-end mark in the 全角 scheme', () => {
    const rules = { punctuation: 'full' } as const
    expect(line('甲，乙。', { measure: 4000, rules }).naturalWidth).toBe(4000)
    expect(advances(line('甲，乙。', { measure: 3500, rules }))).toEqual([1000, 1000, 1000, 500])
  })

  it('sets the line-end mark half otherwise', () => {
    expect(line('甲，乙。', { measure: 3500 }).naturalWidth).toBe(3500)
    expect(line('甲，乙”', { measure: 3500 }).naturalWidth).toBe(3500)
  })

  it('closes characters up last, by 4.2 % at most', () => {
    const set = line('一二三四五六七八九十甲乙丙，', { measure: 13_000 })
    expect(set.setWidth).toBe(13_000)
    expect(Math.min(...advances(set).slice(0, -1))).toBeGreaterThanOrEqual(1000 - 42)
    expect(line('一二三，', { measure: 3000 }).setWidth).toBe(3500 - 3 * 42)
  })
})

describe('opening', () => {
  it('takes word spaces to ½ em, then Han–Latin gaps to ½ em, then all gaps alike', () => {
    const text = '甲A B乙丙'
    const at = (measure: number): readonly number[] => advances(line(text, { measure }))
    expect(at(4750)).toEqual([1250, 500, 250, 750, 1000, 1000])
    expect(at(5000)).toEqual([1250, 500, 500, 750, 1000, 1000])
    expect(at(5500)).toEqual([1500, 500, 500, 1000, 1000, 1000])
    expect(at(5600)).toEqual([1500, 500, 500, 1000, 1100, 1000])
  })

  it('never opens 破折号, ellipses, connectors, words and numbers', () => {
    expect(advances(line('甲——乙', { measure: 4200 }))).toEqual([1100, 1000, 1100, 1000])
    expect(advances(line('甲……乙', { measure: 4200 }))).toEqual([1100, 1000, 1100, 1000])
    expect(advances(line('甲～乙丙', { measure: 4200 }))).toEqual([1000, 1000, 1200, 1000])
    expect(advances(line('甲乙50%', { measure: 4000 }))).toEqual([1000, 1500, 500, 500, 500])
  })

  it('opens a gap beside the blank of a mark three times as wide', () => {
    expect(advances(line('甲，乙丙', { measure: 4400 }))).toEqual([1080, 1240, 1080, 1000])
    expect(advances(line('甲乙“丙丁', { measure: 5500 })).slice(0, 2)).toEqual([1083, 1250])
    expect(line('甲，乙丙', { measure: 4400 }).worstGap).toBe(80)
  })

  it('ends exactly on the measure for every remainder', () => {
    for (let measure = 7000; measure < 7500; measure += 7) {
      const set = line('一二三四五六七', { measure })
      expect(set.setWidth).toBe(measure)
      const widths = advances(set).slice(0, -1)
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1)
    }
  })

  it('reports the widest opening', () => {
    expect(line('一二三四五', { measure: 5200 }).worstGap).toBe(50)
    expect(line('甲A', { measure: 2000 }).worstGap).toBe(250)
    expect(line('一二三', { measure: 3000 }).worstGap).toBe(0)
  })
})

describe('places', () => {
  it('sets last lines, left, centred and right at their natural width', () => {
    const at = (align: Wanted['align'], last = false): string =>
      origins(line('一二', { measure: 5000, ...(align === undefined ? {} : { align }), last }))
    expect(at('justify', true)).toBe('一0 二1')
    expect(at('left')).toBe('一0 二1')
    expect(at('center')).toBe('一1.5 二2.5')
    expect(at('right')).toBe('一3 二4')
    expect(line('一二', { measure: 5000, align: 'center' }).setWidth).toBe(2000)
  })

  it('squeezes a last line that is a little too long', () => {
    expect(line('甲，乙，丙', { measure: 4500, last: true }).setWidth).toBe(4500)
  })

  it('hangs the blank half of an opening mark out of the line, but not out of the indent', () => {
    expect(origins(line('“甲', { measure: 9000, last: true }))).toBe('“-0.5 甲0.5')
    expect(origins(line('“甲', { measure: 9000, last: true, indent: 2000 }))).toBe('“2 甲3')
    expect(origins(line('“甲，乙丙', { measure: 6500, indent: 2000 }))).toBe(
      '“2 甲3 ，4 乙4.5 丙5.5',
    )
    expect(
      origins(line('“甲', { measure: 9000, last: true, rules: { trimLineStart: false } })),
    ).toBe('“0 甲1')
  })

  it('swallows spaces at both ends', () => {
    const set = line(' 甲 乙  ', { measure: 9000, last: true })
    expect(textOf(set)).toBe('甲 乙')
    expect(set.setWidth).toBe(2250)
    expect(set.runs[0]!.pos).toBe(1)
  })

  it('breaks runs where the font or the position does, and only there', () => {
    const p = shape(['甲乙', '丙'])
    const set = setLine(p, 0, 3, {
      measure: milliEm(3000),
      indent: milliEm(0),
      align: 'left',
      last: true,
    })
    expect(set.runs.map((run) => [run.pos, run.texts.join('')])).toEqual([[0, '甲乙丙']])
  })

  it('keeps source and position together on random text', () => {
    const text = fc.stringMatching(/^[甲乙丙，。“”（）A-c1-3 …—·]{1,20}$/u)
    fc.assert(
      fc.property(text, fc.integer({ min: 1000, max: 24_000 }), (source, measure) => {
        for (const run of line(source, { measure }).runs) {
          const piece = run.texts.join('')
          expect(source.slice(run.pos!, run.pos! + piece.length)).toBe(piece)
          expect(run.offsets).toHaveLength(run.glyphs.length)
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
