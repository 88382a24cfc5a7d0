/** What makes the traits of words quick may not change what they tell. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, HAN_RANGES, isHan, widthOf } from '../../../core/intake/characters'
import { WordFinder } from '../../../core/intake/roles/wordFinder'
import { CONTENTS, contentsOf, OPENINGS, openingsOf } from '../../../core/intake/roles/wordTraits'
import type { Word } from '../../../core/intake/roles/tell'

const namesOf = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text)

/** Texts of the pieces that the patterns are made of, so that most of them match somewhere. */
const VOCABULARY = [
  ...CONTENTS.flatMap(({ words = [], pattern, end }) => [
    ...words,
    ...`${pattern?.source ?? ''}|${end?.source ?? ''}`.split(/[|()[\]?:^$+*{}\\]+/u),
  ]),
  ...OPENINGS.flatMap(({ pattern }) => pattern.source.split(/[|()[\]?:^$+*{}\\]+/u)),
  ...[
    '1',
    '2026年',
    '12月3日',
    '渡口',
    '灯',
    '，',
    ',',
    ' ',
    '\n',
    '版)',
    '《',
    '𠀀',
    '〇',
    '：',
    '甲:',
  ],
].filter((piece) => piece !== '')
const text = fc
  .array(fc.oneof(fc.constantFrom(...VOCABULARY), fc.constantFrom(...VOCABULARY.join(''))), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))

describe('the words of a line', () => {
  it('are told as every word and pattern asked of the whole line tells them', () => {
    fc.assert(
      fc.property(text, (line) => {
        const told = CONTENTS.filter(({ words, pattern, end }) =>
          pattern || end
            ? (pattern ?? end)?.test(line)
            : words?.some((word) => line.includes(word)),
        )
        expect(namesOf(contentsOf(line))).toEqual(told.map(({ name }) => name))
        const opens = OPENINGS.filter(({ pattern }) => pattern.test(line))
        expect(namesOf(openingsOf(line))).toEqual(opens.map(({ name }) => name))
      }),
      { numRuns: 3000 },
    )
  })

  it('are found wherever they stand, also one in another', () => {
    const finder = new WordFinder([['渡口'], ['口', '灯'], ['渡口的灯', '不在'], []])
    expect([...finder.findIn('过了渡口的灯')]).toEqual([1, 1, 1, 0])
    expect([...finder.findIn('渡')]).toEqual([0, 0, 0, 0])
    expect([...finder.findIn('')]).toEqual([0, 0, 0, 0])
  })
})

describe('characters', () => {
  it('of the Han script are those that Unicode names', () => {
    const named = /^\p{Script=Han}$/u
    const spelt = new RegExp(`^[${HAN_RANGES}]$`, 'u')
    /** Marks between Chinese lines and of Vietnamese readings, which no newspaper prints. */
    const rareMark = /^[\u{16fe2}-\u{16ff6}]$/u
    for (let code = 0; code <= 0x10ffff; code++) {
      const ch = String.fromCodePoint(code)
      if (rareMark.test(ch) || (spelt.test(ch) && /^\p{Unassigned}$/u.test(ch))) continue
      if (named.test(ch) !== spelt.test(ch)) expect.soft(code.toString(16)).toBe('told alike')
    }
    expect(isHan('渡') && isHan('〇') && isHan('々') && isHan('豈')).toBe(true)
    expect(isHan('䷀') || isHan('カ') || isHan('𠀀') || isHan('') || isHan(undefined)).toBe(false)
  })

  it('are folded one for one', () => {
    expect(fold('本報訊（記者 甲）１２：３０　Ａ＠ｚ「渡口」')).toBe(
      '本报讯(记者 甲)12:30 A@z“渡口”',
    )
    expect(fold('渡口')).toBe('渡口')
    expect(fold('𠀀，𠀀')).toBe('𠀀,𠀀')
  })

  it('are as wide as they are printed', () => {
    expect(widthOf('渡口 12“灯”…')).toBe(7)
    expect(widthOf('𠀀渡')).toBe(2)
  })
})
