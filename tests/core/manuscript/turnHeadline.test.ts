import { describe, expect, it } from 'vitest'
import type { Node } from 'prosemirror-model'
import { headTurn, turnHeadline, turnHeadlineEnd } from '../../../core/manuscript/turnHeadline'
import { continuation, doc, jumpFrom, jumpHeadline, jumpTo, p } from '../../build/storyBuilder'

function headed(document: Node, turn: number, words: string): Node {
  let next = document
  for (const step of headTurn(document, turn, words)) {
    const done = step.apply(next)
    if (done.doc === null) throw new Error(done.failed ?? '')
    next = done.doc
  }
  next.check()
  return next
}

describe('the headline of a turn', () => {
  const plain = doc(p('前半段，'), p('后半段。'))

  it('is made at the text’s end where the story says nothing of its turn, and goes without a trace', () => {
    const made = headed(plain, 0, '集市在河边')
    expect(turnHeadline(plain, 0)).toBe('')
    expect(turnHeadline(made, 0)).toBe('集市在河边')
    expect(turnHeadlineEnd(plain, 0)).toBeNull()
    expect(made.textBetween(0, turnHeadlineEnd(made, 0) ?? 0, '|')).toBe(
      '前半段，|后半段。|集市在河边',
    )
    expect(headed(made, 0, '').eq(plain)).toBe(true)
  })

  it('is changed where it stands, and given to a jump that has its lines already', () => {
    const jump = continuation(true, jumpTo('（下转第2版）'), jumpFrom('（上接第1版）'))
    const lined = doc(p('前半段，'), jump, p('后半段。'))
    const made = headed(lined, 0, '集市')
    expect(turnHeadline(made, 0)).toBe('集市')
    expect(turnHeadline(headed(made, 0, '河边集市'), 0)).toBe('河边集市')
    expect(headed(made, 0, '').eq(lined)).toBe(true)
    expect(headTurn(made, 0, '集市')).toEqual([])
  })

  it('of a later turn leaves the turns before it as they are', () => {
    const second = headed(plain, 1, '再转')
    expect([turnHeadline(second, 0), turnHeadline(second, 1)]).toEqual(['', '再转'])
    const both = headed(second, 0, '一转')
    expect([turnHeadline(both, 0), turnHeadline(both, 1)]).toEqual(['一转', '再转'])
  })

  it('is nothing where there is none and none is given', () => {
    expect(headTurn(plain, 0, '')).toEqual([])
    const pinned = doc(p('甲'), continuation(true, jumpHeadline('乙')), p('丙'))
    expect(turnHeadline(headed(pinned, 0, ''), 0)).toBe('')
    expect(headed(pinned, 0, '').childCount).toBe(3)
  })
})
