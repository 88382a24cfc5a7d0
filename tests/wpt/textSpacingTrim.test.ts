/**
 * Web Platform Tests, css/css-text/text-spacing-trim: which marks between two
 * Han keep their full width. The cases are written anew from the strings the
 * suites test (001, colon-001 for zh-hans, dot-001, combinations-001, wrap-001).
 */
import { describe, expect, it } from 'vitest'
import { milliEm } from '../../core/units'
import { origins, setParagraph, shape } from '../core/text/setText'
import { isException } from './exceptions'

/** Marks with what CSS makes of them: F full, H half. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'two brackets': [
    ['（（', 'FH'],
    ['（（（', 'FHH'],
    ['（）', 'FF'],
    ['（・', 'FF'],
    ['（　', 'FF'],
    ['）（', 'FH'],
    ['））', 'HF'],
    ['）））', 'HHF'],
    ['）・', 'HF'],
    ['）　', 'HF'],
    ['・（', 'FH'],
    ['・・', 'FF'],
    ['・）', 'FF'],
    ['　（', 'FH'],
    ['　　', 'FF'],
    ['　）', 'FF'],
  ],
  'colon and semicolon, zh-hans': ['：', '；'].flatMap((mark): readonly [string, string][] => [
    [`${mark}（`, 'FH'],
    [`${mark}）`, 'HF'],
    [`${mark}・`, 'HF'],
    [`${mark}　`, 'HF'],
    [`（${mark}`, 'FF'],
    [`）${mark}`, 'HF'],
    [`・${mark}`, 'FF'],
    [`　${mark}`, 'FF'],
  ]),
  'full stop': [
    ['。（', 'FH'],
    ['。）', 'HF'],
    ['。・', 'HF'],
    ['。　', 'HF'],
    ['（。', 'FF'],
    ['）。', 'HF'],
    ['・。', 'FF'],
    ['　。', 'FF'],
  ],
}

const widthsOf = (marks: string): string => {
  const p = shape(`国${marks}国`)
  return [...p.width]
    .slice(1, -1)
    .map((width) => (width === 1000 ? 'F' : width === 500 ? 'H' : '?'))
    .join('')
}

describe.each(Object.entries(CASES))('text-spacing-trim: %s', (_, cases) => {
  it.each(cases)('国%s国 is %s', (marks, css) => {
    const interpunct = isException('text-spacing-trim', marks)
    const expected = interpunct
      ? Array.from(marks, (mark, i) => (mark === '・' ? 'H' : css[i])).join('')
      : css
    expect(widthsOf(marks)).toBe(expected)
    expect(interpunct).toBe(expected !== css)
  })
})

describe('text-spacing-trim: line starts', () => {
  it('trims an opening mark at the start of a wrapped line', () => {
    const set = setParagraph(shape('国国国国（国国'), { ems: 4, align: 'left' })!
    expect(set.lines.map(origins)).toEqual(['国0 国1 国2 国3', '（-0.5 国0.5 国1.5'])
  })

  it('trims one after another mark, as CSS does, and the first line too, as CSS does not', () => {
    const text = '（国国国（国国国（国'
    const set = setParagraph(shape(text), { ems: 4, align: 'left' })!
    expect(set.lines.map(origins)[0]).toMatch(/^（-0.5/u)
    expect(isException('text-spacing-trim', text)).toBe(true)
  })

  it('keeps it behind a first-line indent', () => {
    const set = setParagraph(shape('（国国'), { ems: 8, align: 'left', indent: milliEm(2000) })!
    expect(set.lines.map(origins)).toEqual(['（2 国3 国4'])
  })
})
