/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { copied } from '../../../renderer/story/copied'
import { pasteNodes } from '../../../renderer/story/pasting'
import { dateline, deck, doc, headline, label, p, subhead, tip } from '../../build/storyBuilder'

const text = doc(
  headline('题目'),
  deck('副题'),
  p(dateline('本报讯'), '甲段'),
  subhead('小题'),
  tip('tip1', label('阅读提示'), p('提示')),
  p('乙段'),
)
const tools = { fresh: () => 'fresh', hasPicture: () => false }

const select = (document: Node, from: number, to: number): EditorState => {
  const state = EditorState.create({ doc: document })
  return state.apply(state.tr.setSelection(TextSelection.create(document, from, to)))
}
const nodesOf = (document: Node, from: number, to: number) =>
  document.slice(from, to).content.content

const paste = (state: EditorState, nodes: readonly Node[]): Node => {
  const made = pasteNodes(state, nodes, tools)?.doc ?? state.doc
  made.check()
  return made
}
const blocks = (document: Node): readonly string[] =>
  document.content.content.map(({ type, textContent }) => `${type.name} ${textContent}`)

/** Positions of the first letter of `words` and after its last one. */
function span(words: string): readonly [number, number] {
  let from = 0
  text.descendants((node, pos) => {
    if (node.isText && node.text === words) from = pos
  })
  return [from, from + words.length]
}

describe('what is copied', () => {
  it('is plain words, markup, and no markup of the words’ own', () => {
    const made = copied(doc(subhead('a & "小"')), 1, 8)
    expect(made.plain).toBe('a & "小"')
    expect(made.html).toMatch(
      /^<div data-banxin-story="[^"<]*"><h3>a &#38; &#34;小&#34;<\/h3><\/div>$/u,
    )
  })
})

describe('what a desk reads back', () => {
  const own = (from: number, to: number): unknown => {
    const { html } = copied(text, from, to)
    const json = /data-banxin-story="([^"]*)"/u.exec(html)?.[1] ?? ''
    const letters = json.replace(/&#(\d+);/gu, (_all, code: string) =>
      String.fromCodePoint(Number(code)),
    )
    return (JSON.parse(letters) as { type: string }[]).map(({ type }) => type)
  }

  it('is the block when all of it was copied, and words when a part was', () => {
    const [from, to] = span('小题')
    expect(own(from, to)).toEqual(['subhead'])
    expect(own(from, to - 1)).toEqual(['paragraph'])
    expect(own(from, span('乙段')[1])).toEqual(['subhead', 'readingTip', 'paragraph'])
  })
})

describe('pasting what a desk copied', () => {
  const end = text.content.size - 1

  it('brings a whole story back as it was over another', () => {
    const all = nodesOf(text, 1, end)
    const other = doc(headline('别的'), p('文字'))
    expect(paste(select(other, 1, other.content.size - 1), all).eq(text)).toBe(true)
  })

  it('keeps the roles of blocks in running text, and makes a headline text there', () => {
    const target = doc(p('前后'), p('尾'))
    const pasted = paste(select(target, 2, 2), nodesOf(text, 1, span('小题')[1]))
    expect(blocks(pasted)).toEqual([
      ...['paragraph 前', 'subhead 题目', 'paragraph 副题', 'paragraph 本报讯甲段', 'subhead 小题'],
      ...['paragraph 后', 'paragraph 尾'],
    ])
    expect(pasted.child(3).firstChild?.type.name).toBe('dateline')
  })

  it('puts back what was cut, the box with its name', () => {
    const [from, to] = [span('小题')[0], span('乙段')[0] + 1]
    const cut = select(text, from, to)
    const without = cut.apply(cut.tr.deleteSelection())
    expect(blocks(paste(without, nodesOf(text, from, to)))).toEqual(blocks(text))
    expect(paste(without, nodesOf(text, from, to)).child(4).attrs['id']).toBe('tip1')
  })

  it('gives a box another name where its own is taken', () => {
    const at = span('乙段')[1]
    const box = text.child(4)
    const pasted = paste(select(text, at, at), [box])
    expect(pasted.lastChild?.attrs['id']).toBe('fresh')
  })

  it('is one line in a headline and paragraphs in a box', () => {
    const [from] = span('题目')
    expect(
      paste(select(text, from, from), nodesOf(text, ...span('小题'))).child(0).textContent,
    ).toBe('小题题目')
    const inBox = span('提示')[1]
    const pasted = paste(select(text, inBox, inBox), [text.child(3), text.child(5)])
    expect(blocks(pasted.child(4))).toEqual([
      ...['boxLabel 阅读提示', 'paragraph 提示小题', 'paragraph 乙段'],
    ])
  })
})
