import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { deleteText } from '../../../renderer/story/edits'
import { placeBeside, spanAround } from '../../../renderer/story/moves'
import { TEXT_KEYS, textKey, type Stretch } from '../../../renderer/story/textKeys'
import { dateline, doc, headline, p } from '../../build/storyBuilder'

const text = doc(
  headline('新闻'),
  p(dateline('北京记者'), '我们 修复 Qiaolou，工作了3天。'),
  p('第二段'),
)
const end = text.content.size - 1
const letters = (from: number, to: number): string => text.textBetween(from, to, '¶')

/** What the caret goes over, from one place to the next, until it stays. */
function stretches(by: Stretch, from: number, direction: -1 | 1): readonly string[] {
  const state = EditorState.create({ doc: text })
  const gone: string[] = []
  for (let at = from; gone.length < 40;) {
    const next = placeBeside(state, at, direction, by)
    if (next === at) break
    gone.push(letters(Math.min(at, next), Math.max(at, next)))
    at = next
  }
  return gone
}

describe('moving in the text', () => {
  it('goes letter by letter over what runs in and from block to block', () => {
    const all = stretches('letter', 1, 1)
    expect(all.join('')).toBe(letters(1, end))
    expect(all.filter((one) => one === '¶')).toHaveLength(2)
    expect(all.every((one) => one !== '')).toBe(true)
    expect([...stretches('letter', end, -1)].reverse()).toEqual(all)
  })

  it('goes word by word, a blank with the word before it', () => {
    expect(stretches('word', 1, 1)).toEqual([
      ...['新闻', '¶', '北京', '记者', '我们 ', '修复 ', 'Qiaolou', '，'],
      ...['工作', '了', '3', '天', '。', '¶', '第二', '段'],
    ])
    expect([...stretches('word', end, -1)].reverse()).toEqual(stretches('word', 1, 1))
  })

  it('goes by paragraphs, and to the ends of the story', () => {
    expect(stretches('paragraph', 2, 1)).toEqual(['闻¶', letters(5, end - 4) + '¶', '第二段'])
    expect(stretches('paragraph', end, -1)[0]).toBe('第二段')
    expect(stretches('story', 9, 1)).toEqual([letters(9, end)])
    expect(stretches('story', 9, -1)).toEqual([letters(1, 9)])
  })

  it('finds the word and the paragraph around a place, also behind what runs in', () => {
    let pos = 0
    text.descendants((node: Node, start) => {
      const index = node.isText ? (node.text ?? '').indexOf('修复') : -1
      if (index >= 0) pos = start + index
    })
    expect(letters(...spanAround(text, pos + 1, false))).toBe('修复')
    expect(letters(...spanAround(text, pos, true))).toBe('北京记者我们 修复 Qiaolou，工作了3天。')
  })
})

describe('deleting', () => {
  const after = (at: number, direction: -1 | 1, by: 'letter' | 'word'): readonly string[] => {
    const start = EditorState.create({ doc: text })
    const state = start.apply(start.tr.setSelection(TextSelection.create(text, at)))
    const made = deleteText(state, direction, by)?.doc ?? text
    made.check()
    return made.content.content.map(({ textContent }) => textContent)
  }
  /** Behind the dateline. */
  const behind = 11

  it('takes the letter or the word, and at a block’s edge the edge', () => {
    expect(after(end, -1, 'word')[2]).toBe('第二')
    expect(after(behind, 1, 'word')[1]).toBe('北京记者修复 Qiaolou，工作了3天。')
    expect(after(end - 3, -1, 'word')).toEqual([
      '新闻',
      '北京记者我们 修复 Qiaolou，工作了3天。第二段',
    ])
  })

  it('behind what runs in takes its last letter, not the paragraph’s edge', () => {
    expect(after(behind, -1, 'letter')).toEqual([
      '新闻',
      '北京记我们 修复 Qiaolou，工作了3天。',
      '第二段',
    ])
  })
})

describe('the keys of the text', () => {
  const key = (
    name: string,
    mods: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
  ) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...mods })

  it('are those of the system', () => {
    expect(textKey(key('ArrowLeft', { ctrlKey: true }), false)).toBe(TEXT_KEYS['Ctrl ArrowLeft'])
    expect(textKey(key('ArrowLeft', { altKey: true }), true)).toBe(TEXT_KEYS['Ctrl ArrowLeft'])
    expect(textKey(key('ArrowLeft', { metaKey: true }), true)).toBe(TEXT_KEYS['Home'])
    expect(textKey(key('ArrowLeft', { altKey: true }), false)).toBeNull()
    expect(textKey(key('a', { ctrlKey: true }), false)).toBe(TEXT_KEYS['Ctrl A'])
    expect(textKey(key('a'), false)).toBeNull()
  })
})
