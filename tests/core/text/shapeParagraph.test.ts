import { describe, expect, it } from 'vitest'
import type { HouseRules } from '../../../core/model/styles'
import { Break } from '../../../core/text/legalBreaks'
import { shapeParagraph } from '../../../core/text/shapeParagraph'
import { fontId } from '../../../core/ids'
import { milliEm } from '../../../core/units'
import { fakeFace, fakeFonts } from '../../build/fakeFont'
import { context, faces, shape } from './setText'

/** Cells with their widths in em, gaps as `+`: `中1 +0.25 A0.5`. */
function cells(text: string, changes: Partial<HouseRules> = {}): string {
  const p = shape(text, context(changes))
  return p.texts
    .map(
      (t, i) =>
        `${t}${p.width[i]! / 1000}${p.gapAfter[i]! > 0 ? ` +${p.gapAfter[i]! / 1000}` : ''}`,
    )
    .join(' ')
}

describe('blanks of marks', () => {
  it('are kept beside Han', () => {
    expect(cells('说，“好。”')).toBe('说1 ，1 “0.5 好1 。0.5 ”1')
  })

  it('are kept once between two marks: 2 em become 1.5', () => {
    expect(cells('（（甲））')).toBe('（1 （0.5 甲1 ）0.5 ）1')
    expect(cells('甲”“乙')).toBe('甲1 ”1 “0.5 乙1')
    expect(cells('甲》、《乙')).toBe('甲1 》0.5 、1 《0.5 乙1')
  })

  it('shrink by scheme', () => {
    expect(cells('甲，“乙。”丙。', { punctuation: 'half' })).toBe(
      '甲1 ，0.5 “0.5 乙1 。0.5 ”0.5 丙1 。0.5',
    )
    expect(cells('甲，“乙”丙。丁', { punctuation: 'kaiming' })).toBe(
      '甲1 ，0.5 “0.5 乙1 ”0.5 丙1 。1 丁1',
    )
  })

  it('give doubled ？！ one em, and a third one of its own', () => {
    expect(cells('真？！好')).toBe('真1 ？0.5 ！0.5 好1')
    expect(cells('真！！！好')).toBe('真1 ！0.5 ！0.5 ！1 好1')
  })

  it('leave a half-width comma with the words it ends, however far in its face draws it', () => {
    const face = fakeFace()
    const drawn = (left: number) => {
      const box = [left, left + 250].map((x) => ({ op: 'L', x, y: 0 }) as const)
      const outlineOf = (glyph: number) => (glyph === 0xff0c ? box : face.outlineOf(glyph))
      const fonts = fakeFonts({ ...face, outlineOf })
      const shifts = (punctuation: 'half' | 'lineEndHalf') =>
        shape('甲，乙', { ...context({ punctuation }), fonts }).shift[1]
      return [shifts('half'), shifts('lineEndHalf')]
    }
    expect(drawn(180)).toEqual([-120, 0])
    expect(drawn(40)).toEqual([0, 0])
  })

  it('move the glyph of an opening mark that lost its left half', () => {
    const p = shape('（（甲')
    expect([...p.shift]).toEqual([0, -500, 0])
  })
})

describe('fixed widths', () => {
  it('sets the interpunct half an em wide and centred', () => {
    expect(cells('甲·乙')).toBe('甲1 ·0.5 乙1')
  })

  it('sets 破折号 and ellipses two em wide, as one sign', () => {
    const p = shape('甲——乙……丙')
    expect([...p.width]).toEqual([1000, 1000, 1000, 1000, 1000, 1000, 1000])
    expect([...p.breaks].slice(0, 6)).toEqual([
      Break.allowed, Break.never, Break.allowed, Break.allowed, Break.never, Break.allowed,
    ]) // prettier-ignore
    expect([...p.gapKind].slice(1, 2)).toEqual([0])
  })

  it('sets ⸺ as 破折号, with its one character as text', () => {
    const p = shape('甲⸺乙')
    expect(p.naturalWidth).toBe(4000)
    expect(p.texts.join('')).toBe('甲⸺乙')
    expect(p.glyphs.slice(1, 3)).toEqual([0x2014, 0x2014])
  })

  it('sets 分隔号 half an em wide between Han', () => {
    expect(cells('男/女')).toBe('男1 /0.5 女1')
  })
})

describe('gaps between Han and Latin', () => {
  it('are generated, and never beside marks', () => {
    expect(cells('在A区，3个。B')).toBe('在1 +0.25 A0.5 +0.25 区1 ，1 30.5 +0.25 个1 。1 B0.5')
    expect(cells('涨50%后')).toBe('涨1 +0.25 50.5 00.5 %0.5 +0.25 后1')
    expect(cells('甲(A)乙')).toBe('甲1 (0.5 A0.5 )0.5 乙1')
  })

  it('do not open inside a number and its sign', () => {
    const p = shape('达30℃，￥5元')
    expect(p.texts.filter((_, i) => p.gapKind[i] === 0).join('')).toBe('30￥元')
  })

  it('take the place of a space in the manuscript', () => {
    expect(
      cells('在 A', { latinGap: { ideal: milliEm(200), min: milliEm(125), max: milliEm(500) } }),
    ).toBe('在1  0.2 A0.5')
  })

  it('cross the border between two runs', () => {
    const p = shape(['在', 'A'])
    expect(p.gapAfter[0]).toBe(250)
  })
})

describe('quotes', () => {
  it('are Chinese beside Han on either side of the pair', () => {
    expect(cells('叫“GDP”的')).toContain('“1')
    expect(cells('“GDP”的')).toContain('“1')
    expect(cells('用‘A’和“B”')).toContain('‘1')
  })

  it('are Latin inside Latin text', () => {
    const p = shape('say “hello” now')
    expect(p.classes[4]).toBe(16)
    expect(p.classes[10]).toBe(17)
    expect(cells('it’s')).toBe('i0.5 t0.5 ’0.52 s0.5')
  })
})

describe('characters and fonts', () => {
  it('keeps surrogate pairs, variation selectors, marks and joined emoji in one cell', () => {
    const p = shape('𠮷葛\u{e0100}é'.normalize('NFD') + '👨\u200d👩\u200d👧')
    expect(p.texts).toEqual(['𠮷', '葛\u{e0100}', 'e', '\u0301', '👨\u200d👩\u200d👧'])
    expect(p.breaks[2]).toBe(Break.never)
  })

  it('takes another font before it gives a character up', () => {
    const first = fakeFace(fontId('First'), '𠮷㐂')
    const second = fakeFace(fontId('Second'), '㐂')
    const runs = [{ text: '甲𠮷㐂', faces: { han: first.id, latin: first.id }, pos: 7 }]
    const p = shapeParagraph(runs, context({}, fakeFonts(first, second)))
    expect([...p.fontOf].map((f) => p.fonts[f])).toEqual(['First', 'Second', 'First'])
    expect(p.glyphs[2]).toBe(0x3013)
    expect(p.missing).toEqual([{ text: '㐂', pos: 10, font: 'First' }])
  })

  it('reports lone surrogates and shows 〓', () => {
    const lacking = fakeFace(fontId('Fake'), '\ud842')
    const p = shapeParagraph(
      [{ text: '甲\ud842乙', faces, pos: 0 }],
      context({}, fakeFonts(lacking)),
    )
    expect(p.missing).toEqual([{ text: '\ud842', pos: 1, font: 'Fake' }])
    expect(p.texts.join('')).toBe('甲\ud842乙')
    expect(p.glyphs[1]).toBe(0x3013)
  })

  it('keeps every character, invisible ones too', () => {
    const text = '\ufeff甲\u200b乙\u00ad丙 \u3000ab\u00adcd\t12\u2060%\n尾'
    expect(shape(text).texts.join('')).toBe(text)
  })

  it('knows no positions in generated text', () => {
    const p = shapeParagraph([{ text: '下转A', faces, pos: null }], context())
    expect([...p.pos]).toEqual([-1, -1, -1])
  })

  it('makes nothing of nothing', () => {
    expect(shape('').length).toBe(0)
    expect(shapeParagraph([], context()).naturalWidth).toBe(0)
  })
})
