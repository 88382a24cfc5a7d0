import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { blockRole, partEnd, recast, type BlockRole } from '../../../core/manuscript/blockRole'
import { storySchema } from '../../../core/model/storySchema'

const node = (type: string, content: string | readonly Node[] = '', attrs = {}): Node =>
  storySchema.node(
    type,
    attrs,
    typeof content === 'string' ? (content === '' ? [] : [storySchema.text(content)]) : content,
  )
const story = (...blocks: readonly Node[]): Node => node('doc', blocks)

const linesOf = (doc: Node): readonly string[] => {
  const lines: string[] = []
  doc.descendants((one, _pos, parent) => {
    if (!one.isTextblock) return true
    const inside = parent === doc ? '' : `${parent?.type.name ?? ''}/`
    lines.push(`${inside}${one.type.name} ${one.textContent}`)
    return false
  })
  return lines
}

/** Position before the first letter of `text`. */
function posOf(doc: Node, text: string): number {
  let found = -1
  doc.descendants((one, pos) => {
    const at = one.isText ? (one.text ?? '').indexOf(text) : -1
    if (at >= 0 && found < 0) found = pos + at
  })
  return found
}

/** The blocks after the words from `from` to the end of `to` became `role`; every step leaves a whole story. */
function made(doc: Node, from: string, role: BlockRole, to = from) {
  const [anchor, head] = [posOf(doc, from), posOf(doc, to) + to.length]
  const done = recast(doc, { anchor, head }, role, 'new')
  if (done === null) return null
  let after = doc
  for (const step of done.steps) {
    const { doc: next } = step.apply(after)
    if (next === null) throw new Error('The step does not fit')
    next.check()
    after = next
  }
  return { lines: linesOf(after), doc: after, words: after.textBetween(done.anchor, done.head) }
}

const head = [node('kicker', '引'), node('headline', '题目'), node('byline', '记者')]
const plain = story(
  ...head,
  node('paragraph', '甲段'),
  node('subhead', '小题'),
  node('paragraph', '乙段'),
)

describe('where a part stands', () => {
  it('is at its end, and told only of what a story has once', () => {
    expect(partEnd(plain, 'headline')).toBe(posOf(plain, '题目') + 2)
    expect(partEnd(plain, 'deck')).toBeNull()
    expect(partEnd(plain, 'subhead')).toBeNull()
    const figure = story(
      node('figure', [node('figureTitle', '图'), node('credit', '摄')], { id: 'f1' }),
    )
    expect(partEnd(figure, 'credit')).toBe(posOf(figure, '摄') + 1)
  })
})

describe('what a block is', () => {
  it('is told for a caret and for blocks that are alike', () => {
    expect(blockRole(plain, posOf(plain, '题目'), posOf(plain, '题目'))).toBe('headline')
    expect(blockRole(plain, posOf(plain, '甲段'), posOf(plain, '乙段') + 1)).toBeNull()
  })

  it('changes in place between body and subhead, and keeps the selection on its words', () => {
    const done = made(plain, '小题', 'paragraph')
    expect(done?.lines.slice(3)).toEqual(['paragraph 甲段', 'paragraph 小题', 'paragraph 乙段'])
    expect(done?.words).toBe('小题')
    expect(made(plain, '甲段', 'subhead', '乙段')?.lines.slice(3)).toEqual([
      'subhead 甲段',
      'subhead 小题',
      'subhead 乙段',
    ])
    expect(made(plain, '甲段', 'paragraph')).toBeNull()
  })

  it('goes to its place in the headline group', () => {
    const done = made(plain, '乙段', 'deck')
    expect(done?.lines).toEqual([
      ...['kicker 引', 'headline 题目', 'deck 乙段', 'byline 记者'],
      ...['paragraph 甲段', 'subhead 小题'],
    ])
    expect(done?.words).toBe('乙段')
  })

  it('leaves the headline group for the start of the text', () => {
    const done = made(plain, '引', 'paragraph')
    expect(done?.lines.slice(0, 4)).toEqual([
      ...['headline 题目', 'byline 记者', 'paragraph 引', 'paragraph 甲段'],
    ])
    expect(done?.words).toBe('引')
    expect(made(plain, '记者', 'paragraph')?.lines[2]).toBe('paragraph 记者')
  })

  it('is refused where its place is taken, and where no text would be left', () => {
    expect(made(plain, '甲段', 'headline')).toBeNull()
    expect(made(story(node('paragraph', '只此')), '只此', 'headline')).toBeNull()
    expect(made(plain, '题目', 'readingTip')).toBeNull()
    expect(made(plain, '甲段', 'caption')).toBeNull()
  })

  it('takes what runs in along as plain words', () => {
    const doc = story(node('paragraph', [node('dateline', '本报讯'), storySchema.text('甲')]))
    expect(made(doc, '甲', 'subhead')?.lines).toEqual(['subhead 本报讯甲'])
  })
})

describe('boxes', () => {
  it('are made around running text under their label, and opened again', () => {
    const done = made(plain, '甲段', 'readingTip', '小题')
    expect(done?.lines.slice(3)).toEqual([
      'readingTip/boxLabel 阅读提示',
      'readingTip/paragraph 甲段',
      'readingTip/paragraph 小题',
      'paragraph 乙段',
    ])
    expect(done?.words).toBe('甲段小题')
    const opened = made(done?.doc ?? plain, '甲段', 'paragraph')
    expect(opened?.lines.slice(3)).toEqual(['paragraph 甲段', 'paragraph 小题', 'paragraph 乙段'])
    expect(opened?.words).toBe('甲段')
  })

  it('become the other kind with its label, unless theirs has wording of its own', () => {
    const box = (label: string): Node =>
      story(node('readingTip', [node('boxLabel', label), node('paragraph', '话')], { id: 'b' }))
    expect(made(box('阅读提示'), '话', 'editorNote')?.lines).toEqual([
      'editorNote/boxLabel 编者按',
      'editorNote/paragraph 话',
    ])
    expect(made(box('核心提示'), '话', 'editorNote')?.lines[0]).toBe('editorNote/boxLabel 核心提示')
    expect(made(box('核心提示'), '话', 'paragraph')?.lines).toEqual([
      'subhead 核心提示',
      'paragraph 话',
    ])
  })
})

describe('the words of a figure', () => {
  const figure = node(
    'figure',
    [node('figureTitle', '图题'), node('caption', '图说'), node('caption', '某某摄')],
    { id: 'f' },
  )

  it('change among themselves, each to its place', () => {
    const doc = story(node('paragraph', '文'), figure)
    expect(made(doc, '某某摄', 'credit')?.lines[3]).toBe('figure/credit 某某摄')
    expect(made(doc, '图说', 'figureTitle')).toBeNull()
    expect(made(doc, '图题', 'credit')?.lines.slice(1)).toEqual([
      'figure/caption 图说',
      'figure/caption 某某摄',
      'figure/credit 图题',
    ])
    expect(made(doc, '图说', 'paragraph')).toBeNull()
  })
})
