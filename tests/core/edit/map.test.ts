import { describe, expect, it } from 'vitest'
import type { Transform } from 'prosemirror-transform'
import { mapStep, transact, type EditionStep } from '../../../core/edit'
import { storyId } from '../../../core/ids'
import { storySchema } from '../../../core/model/storySchema'
import { page, smallEdition, story, storyFrame } from '../../build/editionBuilder'
import { doc, figure, p } from '../../build/storyBuilder'

const edition = smallEdition()
const lead = storyId('lead')

const lock = (before: boolean, after: boolean): EditionStep => ({
  kind: 'patch',
  table: 'frames',
  id: 'f1',
  changes: { locked: { before, after } },
})
const remove = (table: 'frames' | 'stories' | 'pages' | 'pictures', id: string): EditionStep => ({
  kind: 'remove',
  table,
  id,
})

function text(change: (transform: Transform) => void): EditionStep {
  const steps = transact(edition).text(lead, change).done({ author: '', label: '', time: 0 }).steps
  const step = steps[0]
  if (step === undefined || steps.length > 1) throw new Error('Not one step')
  return step
}
const insert = (pos: number, letters: string): EditionStep =>
  text((tr) => tr.insert(pos, storySchema.text(letters)))

describe('a step over one that landed first', () => {
  it('takes the value the other left for its own before', () => {
    const move: EditionStep = {
      kind: 'patch',
      table: 'frames',
      id: 'f3',
      changes: { order: { before: 2, after: 4 } },
    }
    const over: EditionStep = {
      kind: 'patch',
      table: 'frames',
      id: 'f3',
      changes: { order: { before: 2, after: 3 } },
    }
    expect(mapStep(move, over)).toEqual({ ...move, changes: { order: { before: 3, after: 4 } } })
  })

  it('falls where the other did the same, or took its record away', () => {
    expect(mapStep(lock(false, true), lock(false, true))).toBeNull()
    expect(mapStep(lock(false, true), remove('frames', 'f1'))).toBeNull()
    expect(mapStep(remove('frames', 'f1'), remove('frames', 'f1'))).toBeNull()
    expect(mapStep(insert(3, '字'), remove('stories', 'lead'))).toBeNull()
  })

  it('stays where the other touched other fields or records', () => {
    const meta: EditionStep = {
      kind: 'meta',
      changes: { date: { before: '2026-11-22', after: '2026-11-23' } },
    }
    for (const over of [remove('frames', 'f2'), meta, insert(3, '字')]) {
      expect(mapStep(lock(false, true), over)).toEqual(lock(false, true))
    }
    const paper: EditionStep = {
      kind: 'meta',
      changes: { publication: { before: '样报', after: '晚报' } },
    }
    expect(mapStep(meta, paper)).toEqual(meta)
    expect(mapStep(remove('frames', 'f1'), lock(false, true))).toEqual(remove('frames', 'f1'))
  })

  it('moves with the text before it, and falls where its text is gone', () => {
    const mapped = mapStep(insert(5, '乙'), insert(2, '甲甲'))
    const made = mapped?.kind === 'text' ? (mapped.step.toJSON() as unknown) : null
    expect(made).toMatchObject({ from: 7, to: 7 })
    const cut = text((tr) => tr.delete(2, 6))
    expect(
      mapStep(
        text((tr) => tr.delete(3, 5)),
        cut,
      ),
    ).toBeNull()
  })

  it('keeps a record that the other has come to use, and drops what uses one that is gone', () => {
    const use: EditionStep = {
      kind: 'put',
      table: 'frames',
      record: storyFrame('f9', 'spare', [0, 84, 1, 4]),
    }
    const remake: EditionStep = {
      kind: 'patch',
      table: 'frames',
      id: 'f2',
      changes: { story: { before: 'brief', after: 'spare' } },
    }
    for (const step of [use, remake]) {
      expect(mapStep(remove('stories', 'spare'), step)).toBeNull()
      expect(mapStep(step, remove('stories', 'spare'))).toBeNull()
    }
    expect(mapStep(use, remove('pages', 'p1'))).toBeNull()
    const picture: EditionStep = {
      kind: 'put',
      table: 'stories',
      record: story('s', doc(figure('f', 'pic1'))),
    }
    expect(mapStep(picture, remove('pictures', 'pic1'))).toBeNull()
    expect(mapStep(remove('pictures', 'pic1'), picture)).toBeNull()
    const slice = text((tr) => tr.insert(tr.doc.content.size, figure('f', 'pic1')))
    expect(mapStep(slice, remove('pictures', 'pic1'))).toBeNull()
  })

  it('that makes the record the other made falls', () => {
    const put: EditionStep = { kind: 'put', table: 'pages', record: page('p2') }
    expect(mapStep(put, put)).toBeNull()
    expect(
      mapStep(put, { kind: 'put', table: 'stories', record: story('p2', doc(p('甲'))) }),
    ).toEqual(put)
  })
})
