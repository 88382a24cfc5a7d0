import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakParagraph } from '../../../core/compose/breakLines'
import { CharClass } from '../../../core/text/characters'
import { Break } from '../../../core/text/legalBreaks'
import { Measured, measuredLine, measureLine } from '../../../core/text/measureLine'
import { BARRED_AT_END, BARRED_AT_START, PROHIBITIONS } from '../../../core/text/prohibition'
import type { ShapedParagraph } from '../../../core/text/shapedParagraph'
import { milliEm } from '../../../core/units'
import { context, linesOf, measures, setParagraph, shape, textOf } from '../text/setText'
import { SEED, HAN, number, prose } from '../text/prose'

function isBadStart(p: ShapedParagraph, cell: number): boolean {
  return (PROHIBITIONS.gb[p.classes[cell]!]! & BARRED_AT_START) !== 0
}

function isBadEnd(p: ShapedParagraph, cell: number): boolean {
  return (PROHIBITIONS.gb[p.classes[cell]!]! & BARRED_AT_END) !== 0
}

describe('random Chinese on measures of 8 to 24 em', () => {
  const setting = fc.record({ text: prose(40), ems: fc.integer({ min: 8, max: 24 }) })

  it('keeps the rules: starts, ends, pairs, measures, indents, every character', () => {
    fc.assert(
      fc.property(setting, ({ text, ems }) => {
        const p = shape(text)
        const set = setParagraph(p, { ems, indent: milliEm(2000) })!
        let from = 0
        set.lines.forEach((line, index) => {
          const to = set.ends[index]!
          const last = index === set.lines.length - 1
          if (index > 0) expect([text, isBadStart(p, from)]).toEqual([text, false])
          if (!last) {
            expect([text, isBadEnd(p, to - 1)]).toEqual([text, false])
            expect([text, p.breaks[to - 1]]).not.toEqual([text, Break.never])
            const opens = p.plainSum[to - 1]! > p.plainSum[from]!
            expect([text, line.setWidth]).toEqual([text, opens ? ems * 1000 : line.setWidth])
            expect(line.justified).toBe(line.setWidth === ems * 1000)
          }
          expect(line.runs[0]!.offsets[0]).toBe(index === 0 ? 2000 : startOf(p, from))
          from = to
        })
        expect(set.lines.map(textOf).join('')).toBe(text)
      }),
      { seed: SEED, numRuns: 400 },
    )
  })

  it('leaves no 孤字', () => {
    fc.assert(
      fc.property(setting, ({ text, ems }) => {
        const set = setParagraph(shape(text), { ems, indent: milliEm(2000) })!
        const last = textOf(set.lines[set.lines.length - 1]!)
        expect([
          text,
          set.lines.length === 1 ||
            last.replace(/[“”《》（），。、；：！？…—·～/]/gu, '').length > 1,
        ]).toEqual([text, true])
      }),
      { seed: SEED, numRuns: 400 },
    )
  })

  it('opens Han–Latin gaps to half an em at most and never closes them below an eighth', () => {
    fc.assert(
      fc.property(setting, ({ text, ems }) => {
        const p = shape(text)
        const set = setParagraph(p, { ems })!
        let cell = 0
        for (const line of set.lines) {
          const xs = line.runs.flatMap((run) => run.offsets)
          xs.forEach((x, k) => {
            const next = xs[k + 1]
            const latin = p.gapKind[cell] === 2
            if (latin && next !== undefined) {
              const gap = next - p.shift[cell + 1]! - (x - p.shift[cell]!) - p.width[cell]!
              expect(gap).toBeGreaterThanOrEqual(125)
              expect(gap).toBeLessThanOrEqual(500)
            }
            cell += 1
          })
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

/** Origin of the first glyph of a later line: an opening mark hangs its blank half out. */
function startOf(p: ShapedParagraph, cell: number): number {
  return p.shift[cell]! + (p.classes[cell] === CharClass.open ? p.startChange[cell]! : 0)
}

/** Widest plain gap of a setting, in em, from the measured lines alone. */
function widestGap(p: ShapedParagraph, ends: readonly number[], measure: number): number {
  const line = measuredLine()
  let widest = 0
  let from = 0
  for (const to of ends) {
    measureLine(p, from, to, from === 0 ? 2000 : 0, line)
    const room = measure - line[Measured.natural]! - line[Measured.space]! - line[Measured.latin]!
    const gaps = line[Measured.gaps]!
    if (to < p.length && room > 0) widest = Math.max(widest, room / Math.max(1, gaps) / 1000)
    from = to
  }
  return widest
}

describe('a number and its unit', () => {
  const dated = fc
    .array(fc.tuple(prose(3), number), { minLength: 1, maxLength: 5 })
    .map((pieces) => `${pieces.flat().join('')}年前。`)
  const partsAt = (p: ShapedParagraph, ends: readonly number[]): boolean =>
    ends.some((end) => p.breaks[end - 1] === Break.unit)

  const endsInRunt = (p: ShapedParagraph, ends: readonly number[]): boolean =>
    p.letterSum[p.length]! - p.letterSum[ends.at(-2) ?? 0]! <= 1
  const tears = (p: ShapedParagraph, ends: readonly number[]): boolean =>
    ends.some((end) => p.breaks[end - 1] === Break.word || p.breaks[end - 1] === Break.barred)

  const text = '今年三十三岁的她进入这一行16年以来，连续多年在技能大赛中取得好成绩。'
  const turnsOf = (ems: number): string => {
    const p = shape(text)
    const { lines } = setParagraph(p, { ems, indent: milliEm(2000) })!
    return lines.map(textOf).join('|')
  }

  it('part where gaps would show otherwise, and nowhere else', () => {
    expect(turnsOf(16)).toContain('16|年')
    expect(turnsOf(15)).not.toContain('16|年')
    expect(turnsOf(15)).toContain('|16年')
  })

  it('part only where whole they would open a gap beyond .07 em', () => {
    let parted = 0
    fc.assert(
      fc.property(dated, fc.integer({ min: 9, max: 18 }), (text, ems) => {
        const p = shape(text)
        const whole = { ...p, breaks: p.breaks.map((b) => (b === Break.unit ? Break.word : b)) }
        const setting = { ems, indent: milliEm(2000) }
        const set = setParagraph(p, setting)!
        const measure = ems * 1000
        if (!partsAt(p, set.ends)) return
        parted += 1
        const kept = setParagraph(whole, setting)!
        const gap = widestGap(whole, kept.ends, measure)
        const worse = endsInRunt(whole, kept.ends) || tears(whole, kept.ends)
        expect([text, worse || gap > 0.07]).toEqual([text, true])
        expect([text, worse || widestGap(p, set.ends, measure) <= gap]).toEqual([text, true])
      }),
      { seed: SEED, numRuns: 600 },
    )
    expect(parted).toBeGreaterThan(10)
  })
})

describe('when nothing fits', () => {
  it('sets any text at all and loses nothing but spaces at line ends', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          ...Array.from('甲，。“”（）——……·/～-%￥3aA \n\u3000\u00ad\u200b\ud842\u0301'),
        ),
        maxLength: 60,
      }),
    )
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 20 }), fc.boolean(), (text, ems, ragged) => {
        const set = setParagraph(shape(text), { ems, align: ragged ? 'left' : 'justify' })!
        const bare = (s: string): string => s.replace(/[\s\u0085]/gu, '')
        const manuscript = set.lines
          .flatMap((line) => line.runs.filter((run) => run.pos !== null))
          .flatMap((run) => run.texts)
        expect(bare(manuscript.join(''))).toBe(bare(text))
        for (const line of set.lines) {
          for (const x of line.runs.flatMap((run) => run.offsets))
            expect(Number.isInteger(x)).toBe(true)
        }
      }),
      { seed: SEED, numRuns: 250 },
    )
  })

  it('stays linear: a paragraph of 60,000 characters', () => {
    const text = `${HAN.join('')}，`.repeat(1800)
    const set = setParagraph(shape(text), { ems: 13 })!
    expect(set.lines.map(textOf).join('')).toBe(text)
  })

  it.each(['1234567890', 'abcdefghij', '@', '——', '……', '（', '，', '12月', 'http://a/'])(
    'stays linear: %s over and over, with no end',
    (piece) => {
      const text = piece.repeat(Math.ceil(50_000 / piece.length))
      const set = setParagraph(shape(text), { ems: 13 })!
      expect(set.lines.map(textOf).join('').length).toBeGreaterThanOrEqual(text.length)
    },
  )

  it('tears a word before it lets a line stick out', () => {
    const lines = linesOf('见https://example.com/abcdefghijklmnopqrstuvwxyz页', { ems: 8 })
    expect(lines.join('')).toBe('见https://example.com/abcdefghijklmnopqrstuvwxyz页')
    const set = setParagraph(shape('Donaudampfschifffahrtsgesellschaft'), { ems: 8 })!
    for (const line of set.lines) expect(line.setWidth).toBeLessThanOrEqual(8000)
  })

  it('sets one sign a line on a measure of one em, and ends', () => {
    const set = setParagraph(shape('甲乙，丙——丁'), { ems: 1 })!
    expect(set.lines.map(textOf).join('')).toBe('甲乙，丙——丁')
    expect(set.lines.map(textOf)).toContain('——')
  })

  it('has one empty line for an empty paragraph', () => {
    expect(
      breakParagraph(shape(''), {
        measureOf: measures(13),
        indent: milliEm(2000),
        align: 'justify',
      }),
    ).toEqual({
      ends: [0],
      cost: 0,
    })
  })
})

describe('blocks that are not justified', () => {
  it('use as few lines as possible, and centred ones even them out', () => {
    const text = '一二三四五六七八九十'
    expect(linesOf(text, { ems: 8, align: 'left' })).toEqual(['一二三四五六七八', '九十'])
    expect(linesOf(text, { ems: 8, align: 'center' })).toEqual(['一二三四五', '六七八九十'])
  })

  it('turn where the text asks for it', () => {
    expect(linesOf('一二三\n四五六七', { ems: 13, align: 'center' })).toEqual([
      '一二三',
      '四五六七',
    ])
    expect(linesOf('一二三\n四五六七', { ems: 13 })).toEqual(['一二三', '四五六七'])
  })
})

describe('hyphenation', () => {
  const text = '铅字铅字international铅字铅字铅字铅字'

  it('divides long words only, with a hyphen that is not in the text', () => {
    const set = setParagraph(shape(text), { ems: 8 })!
    const hyphenated = set.lines.find((line) => textOf(line).endsWith('-'))!
    expect(hyphenated.setWidth).toBe(8000)
    expect(hyphenated.runs[hyphenated.runs.length - 1]!.pos).toBeNull()
  })

  it('needs as many letters as the house says', () => {
    const isDivided = (hyphenateFrom: number): boolean =>
      linesOf(text, { ems: 8 }, context({ hyphenateFrom })).some((line) => line.endsWith('-'))
    expect([9, 13, 14, 0].map(isDivided)).toEqual([true, true, false, false])
  })
})
