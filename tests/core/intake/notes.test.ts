import { describe, expect, it } from 'vitest'
import { makeNotes } from '../../../core/intake/notes'
import type { DecisionKind } from '../../../core/intake/types'

const told = (kind: DecisionKind, lines: readonly number[]): string | undefined => {
  const notes = makeNotes()
  notes.decide(kind, lines, { reason: 'so it looks' }, 0.6)
  return notes.doubts[0]?.message
}

describe('what is taken for the page’s own', () => {
  it('is doubted though it be likely', () => {
    const notes = makeNotes()
    notes.decide('furniture', [7], { reason: 'so it looks' }, 0.8)
    notes.decide('subhead', [8], { reason: 'so it looks' }, 0.8)
    expect(notes.doubts.map(({ where }) => where?.line)).toEqual([7])
  })
})

describe('a decision that is also a doubt', () => {
  const rest = ': so it looks (confidence 0.6); check it against the page.'

  it('says what was done with which lines', () => {
    expect(told('subhead', [7])).toBe(`Line 7${rest}`)
    expect(told('join', [7, 12])).toBe(`Lines 7 and 12 were joined into one paragraph${rest}`)
    expect(told('move', [7, 12])).toBe(
      `Lines 7 and 12 were joined into one paragraph, the text of line 12 moved there${rest}`,
    )
    expect(told('rubric', [2, 3, 13])).toBe(
      `The story of line 13 was put under the rubric of line 2${rest}`,
    )
    expect(told('unwrap', [1, 40])).toBe(`Lines 1 and 40${rest}`)
  })
})
