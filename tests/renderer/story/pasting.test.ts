/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { storySchema } from '../../../core/model/storySchema'
import { pasteBlocks } from '../../../renderer/story/pasting'
import type { PastedBlock } from '../../../renderer/story/pasted'

const node = (type: string, content: string | readonly Node[], attrs = {}): Node =>
  storySchema.node(
    type,
    attrs,
    typeof content === 'string' ? (content === '' ? [] : [storySchema.text(content)]) : content,
  )
const paragraph = (text: string): PastedBlock => ({ role: 'paragraph', text })
const subhead = (text: string): PastedBlock => ({ role: 'subhead', text })

/** The text blocks after pasting over a selection, and where the caret then stands. */
function pasteAt(doc: Node, from: number, to: number, blocks: readonly PastedBlock[]) {
  const start = EditorState.create({ doc })
  const state = start.apply(start.tr.setSelection(TextSelection.create(doc, from, to)))
  const tr = pasteBlocks(state, blocks)
  tr?.doc.check()
  const { $head } = tr?.selection ?? state.selection
  const lines: string[] = []
  tr?.doc.descendants((one) => {
    if (one.isTextblock) lines.push(`${one.type.name} ${one.textContent}`)
  })
  return { lines, caret: `${$head.parent.textContent}@${$head.parentOffset}` }
}

describe('pasting blocks', () => {
  const doc = node('doc', [node('headline', '题'), node('paragraph', '前后')])
  const middle = 5

  it('joins the first and last paragraph with the text around the caret', () => {
    const { lines, caret } = pasteAt(doc, middle, middle, [paragraph('甲'), paragraph('乙')])
    expect(lines).toEqual(['headline 题', 'paragraph 前甲', 'paragraph 乙后'])
    expect(caret).toBe('乙后@1')
  })

  it('keeps a subhead a block of its own wherever it comes', () => {
    const { lines } = pasteAt(doc, middle, middle, [subhead('小'), paragraph('乙')])
    expect(lines).toEqual(['headline 题', 'paragraph 前', 'subhead 小', 'paragraph 乙后'])
  })

  it('leaves no empty paragraph before or after a subhead', () => {
    const all = pasteAt(doc, middle - 1, middle + 1, [
      subhead('小'),
      paragraph('乙'),
      subhead('尾'),
    ])
    expect(all.lines).toEqual(['headline 题', 'subhead 小', 'paragraph 乙', 'subhead 尾'])
    expect(all.caret).toBe('尾@1')
    const before = pasteAt(doc, middle - 1, middle - 1, [subhead('小')])
    expect(before.lines).toEqual(['headline 题', 'subhead 小', 'paragraph 前后'])
  })

  it('is one line in a headline, and paragraphs in a box', () => {
    const blocks = [subhead('小'), paragraph('乙')]
    expect(pasteAt(doc, 2, 2, blocks).lines).toEqual(['headline 题小乙', 'paragraph 前后'])
    const box = node('doc', [
      node('paragraph', '文'),
      node('editorNote', [node('boxLabel', '编者按'), node('paragraph', '按')], { id: 'b1' }),
    ])
    expect(pasteAt(box, 11, 11, blocks).lines).toEqual([
      'paragraph 文',
      'boxLabel 编者按',
      'paragraph 按小',
      'paragraph 乙',
    ])
  })

  it('is nothing where nothing was pasted', () => {
    expect(pasteAt(doc, 2, 2, []).lines).toEqual([])
  })
})
