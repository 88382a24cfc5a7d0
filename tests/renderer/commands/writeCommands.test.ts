import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { storyId } from '../../../core/ids'
import type { DeskExits } from '../../../renderer/commands'
import { writeCommands } from '../../../renderer/commands/writeCommands'
import type { Desk } from '../../../renderer/desk/context'
import { textFor } from '../../../renderer/i18n'
import {
  at,
  caption,
  doc,
  figure,
  figureTitle,
  headline,
  kicker,
  label,
  p,
  subhead,
  tip,
} from '../../build/storyBuilder'

const STORY = storyId('s1')

/** The commands that can be given, with the caret at a mark of the story, or a selection between two. */
function given(story: Node, from: string, to = from): readonly string[] {
  const selection = { story: STORY, anchor: at(story, from), head: at(story, to) }
  const desk = {
    store: { get: () => ({ selection, frame: null, also: [] }) },
    session: {
      getSnapshot: () => ({ edition: { stories: { [STORY]: { id: STORY, doc: story } } } }),
    },
  } as unknown as Desk
  return writeCommands(desk, textFor('zh-CN'), {} as DeskExits)
    .filter(({ id, enabled }) => enabled && id !== 'storyView')
    .map(({ id }) => id.replace('role ', ''))
}

const story = doc(
  kicker('江上<k>'),
  headline('桥<h>'),
  p('一<a>天'),
  subhead('石<s>头'),
  p('又<b>一天'),
  tip('t1', label('提示'), p('要<t>点')),
  figure('f1', null, figureTitle('船'), caption('图<c>说')),
)

describe('the commands on paragraphs', () => {
  it('are given where they can be carried out, and not where they change nothing', () => {
    const loose = ['tighter', 'asFalls', 'looser']
    /** What the story has already is gone to. */
    const heads = ['kicker', 'headline']
    const title = 'figureTitle'
    expect(given(story, 'a')).toEqual([
      ...heads,
      ...['deck', 'byline', 'subhead', 'readingTip', 'editorNote', title],
      ...loose,
    ])
    expect(given(story, 's')).toEqual([
      'paragraph',
      ...heads,
      ...['deck', 'byline', 'readingTip', 'editorNote', title],
    ])
    expect(given(story, 'a', 'b')).toEqual([
      'paragraph',
      ...heads,
      ...['subhead', 'readingTip', 'editorNote', title],
      ...loose,
    ])
    expect(given(story, 't')).toEqual(['paragraph', ...heads, 'editorNote', title])
    expect(given(story, 'c')).toEqual([...heads, title, 'credit'])
  })

  it('go to the kicker that is there, and are not given for the part the caret is in', () => {
    expect(given(story, 'h')).toEqual(expect.arrayContaining(['kicker', 'deck']))
    expect(given(story, 'h')).not.toContain('headline')
    expect(given(story, 'k')).not.toContain('kicker')
  })
})
