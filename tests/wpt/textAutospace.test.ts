/**
 * Web Platform Tests, css/css-text/text-autospace: where a gap is set between
 * ideographs and letters or digits. The cases are written anew from the strings
 * the suites test; gaps are counted after the character at each index.
 */
import { describe, expect, it } from 'vitest'
import { shape } from '../core/text/setText'
import { isException } from './exceptions'

const CASES: readonly (readonly [string, readonly number[]])[] = [
  ['国国XX国', [1, 3]],
  ['国。XX国', [3]],
  ['国国12国', [1, 3]],
  ['XX国', [1]],
  ['国XX', [0]],
  ['国「XX」国', []],
  ['国XX，国', [0]],
  ['国(XX)国', []],
  ['国ＸＸ国', []],
  ['国１２国', []],
  ['国①国', []],
  ['国￥30国', [3]],
  ['国30℃国', [0]],
  ['国$30国', [0, 3]],
  ['国é国', [0, 1]],
  ['国Ω国', [0, 1]],
  ['国Я国', [0, 1]],
  ['々X〇9', [0, 1, 2]],
  ['国…X', []],
  ['国——X', []],
]

const gaps = (text: string): readonly number[] => {
  const p = shape(text)
  return [...p.gapAfter].flatMap((gap, i) => (gap > 0 ? [i] : []))
}

describe('text-autospace', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(gaps(text)).toEqual(expected)
  })

  it('is a quarter of an em, where CSS has an eighth', () => {
    for (const text of ['国国XX国', '国。XX国']) {
      expect(isException('text-autospace', text)).toBe(true)
      expect([...shape(text).gapAfter].filter((gap) => gap > 0).every((gap) => gap === 250)).toBe(
        true,
      )
    }
  })

  it('looks through a combining mark to its letter', () => {
    expect(gaps('国e\u0301国')).toEqual([0, 2])
  })

  it('is not set twice where the manuscript has a space', () => {
    const p = shape('国 X')
    expect(gaps('国 X')).toEqual([])
    expect(p.width[1]).toBe(250)
  })

  it('is not set at the ends of a line', () => {
    expect(gaps('X')).toEqual([])
    expect(shape('国X').naturalWidth).toBe(1750)
  })
})
