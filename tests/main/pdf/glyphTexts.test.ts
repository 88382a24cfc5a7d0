import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glyphTexts } from '../../../main/services/pdf/glyphTexts'
import { toUnicode } from '../../../main/services/pdf/toUnicode'

describe('the text of each glyph', () => {
  it('shares a pair out, a character a glyph', () => {
    expect(glyphTexts(['甲', '——', '', '……', '', '乙'])).toEqual(['甲', '—', '—', '…', '…', '乙'])
  })

  it('gives what is left over to the last glyph and nothing to one too many', () => {
    expect(glyphTexts(['abc', ''])).toEqual(['a', 'bc'])
    expect(glyphTexts(['a', ''])).toEqual(['a', ''])
    expect(glyphTexts(['', '甲'])).toEqual(['', '甲'])
    expect(glyphTexts(['𠀀𠀁', ''])).toEqual(['𠀀', '𠀁'])
  })

  it('keeps the text and the number of glyphs', () => {
    const texts = fc.array(fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 3 })))
    fc.assert(
      fc.property(texts, (given) => {
        const out = glyphTexts(given)
        expect(out.join('')).toBe(given.join(''))
        expect(out).toHaveLength(given.length)
      }),
      { seed: 3 },
    )
  })
})

describe('the map from codes to text', () => {
  it('has one entry a code in UTF-16, at most 100 to a section', () => {
    const map = toUnicode(['', '一', '𠀀', '', ...Array.from({ length: 120 }, () => 'x')])
    expect(map).toContain('<0001> <4e00>')
    expect(map).toContain('<0002> <d840dc00>')
    expect(map).toContain('<0003> <2060>')
    expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '23 beginbfchar'])
    expect(map).not.toContain('\n<0000> <0')
  })
})
