import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import {
  flushRightIn,
  loosen,
  loosenessIn,
  setFlushRight,
  turnHere,
  turnsAfter,
} from '../../../core/manuscript/blockSettings'
import { storySchema } from '../../../core/model/storySchema'

const paragraph = (text: string, looseness = 0): Node =>
  storySchema.node('paragraph', { looseness }, [storySchema.text(text)])
const jump = (words: string, pinned = false): Node =>
  storySchema.node(
    'continuation',
    { pinned },
    words === '' ? [] : [storySchema.node('jumpTo', null, [storySchema.text(words)])],
  )
const story = (...blocks: readonly Node[]): Node => storySchema.node('doc', null, blocks)

const after = (doc: Node, steps: readonly Step[]): Node => {
  let made = doc
  for (const step of steps) {
    const { doc: next } = step.apply(made)
    if (next === null) throw new Error('The step does not fit')
    next.check()
    made = next
  }
  return made
}
const blocks = (doc: Node): readonly string[] =>
  doc.content.content.map(({ type, attrs, textContent }) =>
    type.name === 'continuation'
      ? `${attrs['pinned'] === true ? 'pinned' : 'jump'} ${textContent}`
      : textContent,
  )

describe('paragraphs set flush right', () => {
  it('are told, and made, of the chosen ones alone', () => {
    const doc = story(paragraph('甲'), paragraph('乙'), paragraph('丙'))
    const set = after(doc, setFlushRight(doc, 4, 8, true))
    expect(set.content.content.map(({ attrs }) => attrs['flushRight'] as boolean)).toEqual([
      false,
      true,
      true,
    ])
    expect([flushRightIn(set, 4, 8), flushRightIn(set, 1, 5)]).toEqual([true, null])
  })
})

describe('松紧', () => {
  const doc = story(paragraph('甲'), paragraph('乙', -1), paragraph('丙'))

  it('is told of the chosen paragraphs, and of several alike', () => {
    expect(loosenessIn(doc, 1, 1)).toBe(0)
    expect(loosenessIn(doc, 4, 5)).toBe(-1)
    expect(loosenessIn(doc, 1, 5)).toBeNull()
    expect(loosenessIn(story(jump('')), 1, 1)).toBeUndefined()
  })

  it('is set on all of them', () => {
    const set = after(doc, loosen(doc, 1, 5, 1))
    expect(set.content.content.map(({ attrs }) => Number(attrs['looseness']))).toEqual([1, 1, 0])
    expect(loosen(doc, 4, 5, -1)).toEqual([])
  })
})

describe('where a story turns', () => {
  it('takes the nearest jump behind the block, and lets it go again', () => {
    const doc = story(paragraph('甲'), paragraph('乙'), jump('下转'), paragraph('丙'))
    expect(turnsAfter(doc, 1)).toBe(false)
    const turned = after(doc, turnHere(doc, 1))
    expect(blocks(turned)).toEqual(['甲', 'pinned 下转', '乙', '丙'])
    expect(turnsAfter(turned, 1)).toBe(true)
    expect(blocks(after(turned, turnHere(turned, 1)))).toEqual(['甲', 'jump 下转', '乙', '丙'])
    expect(blocks(after(doc, turnHere(doc, 4)))).toEqual(['甲', '乙', 'pinned 下转', '丙'])
  })

  it('makes a jump where the story has none, and takes it away again', () => {
    const doc = story(paragraph('甲'), paragraph('乙'))
    const turned = after(doc, turnHere(doc, 1))
    expect(blocks(turned)).toEqual(['甲', 'pinned ', '乙'])
    expect(blocks(after(turned, turnHere(turned, 1)))).toEqual(['甲', '乙'])
  })

  it('is nowhere at the end of the text', () => {
    const doc = story(paragraph('甲'), paragraph('乙'))
    expect(turnsAfter(doc, 4)).toBeNull()
    expect(turnHere(doc, 4)).toEqual([])
  })
})
