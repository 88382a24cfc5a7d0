/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { applySteps } from '../../../core/edit'
import { frameId, storyId } from '../../../core/ids'
import { recast } from '../../../core/manuscript/blockRole'
import { isStoryFrame, type Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { withBoxes } from '../../../renderer/story/boxes'
import { smallEdition, story, storyFrame } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { doc, p } from '../../build/storyBuilder'

const tools = { fonts: fakeFonts(), cache: createComposeCache() }
const id = storyId('s')

/** Position before the first letter of `words`. */
function at(document: Node, words: string): number {
  let found = 0
  document.descendants((one, pos) => {
    if (one.isText && one.text?.startsWith(words) === true) found = pos
  })
  return found
}

const start = (): Edition => {
  const told = withRecord(
    smallEdition(),
    'stories',
    story('s', doc(p('甲段的话'), p('乙段的话'), p('丙段的话'))),
  )
  return withRecord(told, 'frames', storyFrame('f', 's', [0, 40, 4, 30]))
}

const after = (edition: Edition, steps: ReturnType<typeof withBoxes>): Edition => {
  const done = applySteps(edition, steps)
  if (!done.ok) throw new Error(done.error.message)
  return done.value
}
const change = (edition: Edition, edit: (tr: Transform) => void) => {
  const tr = new Transform(edition.stories[id]?.doc ?? doc(p('')))
  edit(tr)
  return withBoxes(edition, id, tr.steps, frameId('f'), tools)
}
const insets = (edition: Edition): readonly string[] =>
  Object.values(edition.frames)
    .filter(isStoryFrame)
    .filter((frame) => frame.story === id)
    .flatMap((frame) => frame.insets.map(({ block }) => block))

/** The second paragraph as a tip. */
const boxed = (): Edition => {
  const edition = start()
  const held = edition.stories[id]?.doc ?? doc(p(''))
  const pos = at(held, '乙段')
  const done = recast(held, { anchor: pos, head: pos }, 'readingTip', 'tip1')
  return after(edition, withBoxes(edition, id, done?.steps ?? [], frameId('f'), tools))
}

describe('boxes in the text', () => {
  it('find a place in the frame when they come', () => {
    expect(insets(start())).toEqual([])
    expect(insets(boxed())).toEqual(['tip1'])
  })

  it('leave no hole when their text is deleted or opened again', () => {
    const edition = boxed()
    const held = edition.stories[id]?.doc ?? doc(p(''))
    const box = held.resolve(at(held, '乙段')).before(1)
    const deleted = after(
      edition,
      change(edition, (tr) => tr.delete(box, box + (held.nodeAt(box)?.nodeSize ?? 0))),
    )
    expect(insets(deleted)).toEqual([])
    const across = after(
      edition,
      change(edition, (tr) => tr.delete(at(held, '甲段') + 1, at(held, '丙段') + 1)),
    )
    expect(insets(across)).toEqual([])
    const pos = at(held, '乙段')
    const opened = recast(held, { anchor: pos, head: pos }, 'paragraph', 'x')
    const text = withBoxes(edition, id, opened?.steps ?? [], frameId('f'), tools)
    expect(insets(after(edition, text))).toEqual([])
  })

  it('stay as they are while their words change', () => {
    const edition = boxed()
    const held = edition.stories[id]?.doc ?? doc(p(''))
    const steps = change(edition, (tr) => tr.delete(at(held, '乙段'), at(held, '乙段') + 1))
    expect(steps).toHaveLength(1)
    expect(insets(after(edition, steps))).toEqual(['tip1'])
  })
})
