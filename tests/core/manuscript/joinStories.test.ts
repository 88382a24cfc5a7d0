import { describe, expect, it } from 'vitest'
import { applySteps, invertSteps } from '../../../core/edit'
import { frameId, storyId } from '../../../core/ids'
import { joinStories } from '../../../core/manuscript/joinStories'
import { checkEdition } from '../../../core/model/check'
import { emptyEdition, threadOf, type Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { milliEm } from '../../../core/units'
import { page, plainStyleSheet, story, storyFrame } from '../../build/editionBuilder'
import {
  byline,
  continuation,
  deck,
  doc,
  headline,
  jumpTo,
  label,
  p,
  tip,
} from '../../build/storyBuilder'
import { required } from '../edit/sameEdition'

const [A, B] = [storyId('a'), storyId('b')]
const signature = { author: '', label: '', time: 0 }
const box = () => tip('tip1', label('提示'), p('水浅。'))

const above = doc(headline('桥修好了'), p('桥头人多。'), box(), p('桥尾也是。'))
const below = doc(headline('归来'), deck('三十年'), byline('谭三水'), p('人回来了。'), box())

/** Both on the page, the second with a box in its text. */
function edition(first = above, second = below): Edition {
  const insets = [{ block: 'tip1', x: milliEm(0), width: milliEm(16000), row: 2, rows: 4 }]
  let made = emptyEdition({ publication: '样报', date: '2026-11-22' })
  made = withRecord(made, 'styleSheets', plainStyleSheet())
  made = withRecord(made, 'pages', page('p1'))
  const unplaced = [{ text: '，又一年。', why: '' }]
  made = withRecord(made, 'stories', story('a', first))
  made = withRecord(made, 'stories', story('b', second, { order: 2, unplaced }))
  made = withRecord(made, 'frames', storyFrame('fa', 'a', [0, 0, 3, 20], { insets }))
  return withRecord(made, 'frames', storyFrame('fb', 'b', [0, 22, 3, 20], { insets }))
}

const joined = (start: Edition, role: 'subhead' | 'paragraph' = 'subhead') => {
  const [first, second] = [start.stories[A], start.stories[B]]
  if (!first || !second) throw new Error('Both stories are there')
  return joinStories(start, first, second, role, signature)
}
const after = (start: Edition): Edition => required(applySteps(start, joined(start)?.steps ?? []))

describe('two stories made one', () => {
  it('have the second headline as a subhead of the first, and all words', () => {
    const made = after(edition())
    const { children } = made.stories[A]!.doc
    expect(children.map(({ type }) => type.name)).toEqual([
      ...['headline', 'paragraph', 'readingTip', 'paragraph'],
      ...['subhead', 'paragraph', 'paragraph', 'paragraph', 'readingTip'],
    ])
    expect(children[4]?.textContent).toBe('归来')
    expect(made.stories[A]!.doc.textContent).toBe(above.textContent + below.textContent)
    expect(made.stories[A]!.unplaced.map(({ text }) => text)).toEqual(['，又一年。'])
    expect(made.stories[B]).toBeUndefined()
  })

  it('stand in the frames of both, each box in its place under a name of its own', () => {
    const made = after(edition())
    const thread = threadOf(made, A)
    expect(thread.map(({ id }) => id)).toEqual([frameId('fa'), frameId('fb')])
    expect(thread.map(({ head }) => head === null)).toEqual([false, true])
    expect(thread.map(({ insets }) => insets[0]?.block)).toEqual(['tip1', 'tip1-2'])
    expect(checkEdition(made)).toEqual([])
  })

  it('are two again when it is taken back', () => {
    const start = edition()
    const steps = joined(start)?.steps ?? []
    expect(required(applySteps(after(start), invertSteps(steps, start)))).toEqual(start)
  })

  it('lose what stood for text that was missing, and stay apart at a jump line', () => {
    expect(after(edition(doc(headline('桥修好了'), p('')))).stories[A]!.doc.childCount).toBe(6)
    expect(
      joined(edition(doc(headline('桥'), p('人多。'), continuation(false, jumpTo('下转第2版'))))),
    ).toBeNull()
  })

  it('have it as a paragraph where it was text', () => {
    const start = edition()
    const made = required(applySteps(start, joined(start, 'paragraph')?.steps ?? []))
    expect(made.stories[A]!.doc.child(4).type.name).toBe('paragraph')
  })
})
