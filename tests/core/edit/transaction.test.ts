import { describe, expect, it } from 'vitest'
import {
  applyStep,
  stepFromJson,
  transactionFromJson,
  transactionToJson,
  applyTransaction,
  invertSteps,
  applySteps,
  transact,
} from '../../../core/edit'
import { frameId, storyId } from '../../../core/ids'
import { emptyEdition } from '../../../core/model/edition'
import { TABLES, recordsOf } from '../../../core/model/tables'
import { storySchema } from '../../../core/model/storySchema'
import { pt } from '../../../core/units'
import { page, smallEdition, story, storyFrame } from '../../build/editionBuilder'
import { at, doc, headline, p } from '../../build/storyBuilder'
import { expectSameEdition, required } from './sameEdition'

const signature = { author: '甲', label: '改', time: 1_764_000_000_000 }

describe('the builder', () => {
  it('makes a story with its frame and changes its text at a mark', () => {
    const start = smallEdition()
    const text = doc(headline('渡口'), p('早<here>上'))
    const builder = transact(start)
      .put('stories', story('extra', text))
      .put('frames', storyFrame('f9', 'extra', [0, 80, 1, 10]))
      .text(storyId('extra'), (tr) => tr.insert(at(text, 'here'), storySchema.text('晨')))
    const made = builder.done(signature)
    const after = required(applyTransaction(start, made))
    expect(after.stories[storyId('extra')]?.doc.textContent).toBe('渡口早晨上')
    expectSameEdition(builder.edition, after)
    expectSameEdition(required(applySteps(after, invertSteps(made.steps, start))), start)
  })

  it.each([-1, 0, 1])('sets a paragraph’s looseness to %i, as JSON too', (looseness) => {
    const start = smallEdition()
    const lead = start.stories[storyId('lead')]!.doc
    let first = -1
    lead.forEach((node, pos) => {
      if (first < 0 && node.type.name === 'paragraph') first = pos
    })
    const made = transact(start)
      .text(storyId('lead'), (tr) => tr.setNodeAttribute(first, 'looseness', looseness))
      .done(signature)
    const sent = JSON.parse(JSON.stringify(transactionToJson(made))) as unknown
    const after = required(applyTransaction(start, required(transactionFromJson(sent))))
    expect(after.stories[storyId('lead')]?.doc.nodeAt(first)?.attrs['looseness']).toBe(looseness)
  })

  it('makes any edition out of nothing, table after table', () => {
    const whole = smallEdition()
    const builder = transact(emptyEdition(whole.meta))
    for (const table of TABLES)
      for (const record of recordsOf(whole, table)) builder.put(table, record)
    expectSameEdition(builder.edition, whole)
  })

  it('makes no step of a value that stands already', () => {
    const same = transact(smallEdition()).patch('frames', 'f1', { locked: false, padding: pt(0) })
    expect(same.done(signature).steps).toEqual([])
  })

  it('throws on what does not fit', () => {
    expect(() => transact(smallEdition()).remove('stories', 'lead')).toThrow(
      'The story lead cannot be removed: the frame f1 uses it.',
    )
    expect(() => transact(smallEdition()).patch('frames', 'nobody', { locked: true })).toThrow(
      'There is no frame nobody',
    )
    expect(() =>
      transact(smallEdition()).put('frames', storyFrame('f9', 'nobody', [0, 0, 1, 1])),
    ).toThrow('There is no story nobody')
  })
})

describe('applying', () => {
  const refused = (json: unknown): string => {
    const step = stepFromJson(json)
    if (!step.ok) return step.error.message
    const applied = applyStep(smallEdition(), step.value)
    return applied.ok ? 'applied' : applied.error.message
  }
  const patch = (field: string, before: unknown, after: unknown) => ({
    kind: 'patch',
    table: 'frames',
    id: 'f1',
    changes: { [field]: { before, after } },
  })

  it.each([
    [patch('locked', true, false), 'The field locked of the frame f1 has changed since.'],
    [
      patch('locked', false, 'yes'),
      'The frame f1 has locked "yes", which should be true or false.',
    ],
    [
      patch('padding', 0, 1e300),
      'The frame f1 has padding 1e+300, which should be a length in points from 0 to 14400.',
    ],
    [patch('story', 'lead', 'nobody'), 'There is no story nobody to refer to.'],
    [patch('colour', null, 1), 'The frame f1 has no field colour that can change.'],
    [
      patch('id', 'f1', 'f7'),
      'A change has changes an object, which should be changes of fields that can change.',
    ],
    [{ kind: 'remove', table: 'frames', id: 'constructor' }, 'an id of at most 64'],
    [{ kind: 'remove', table: '__proto__', id: 'f1' }, 'the name of a table'],
    [{ kind: 'explode' }, 'text, put, remove, patch or meta'],
    [
      { kind: 'put', table: 'pages', record: { ...page('p1') } },
      'The page p1 cannot be made: it is there already.',
    ],
    [
      { kind: 'put', table: 'pages', record: { ...page('p2'), order: 0.5 } },
      'A new page has order 0.5, which should be a whole number',
    ],
    [
      {
        kind: 'put',
        table: 'stories',
        record: { ...story('s', doc(p('甲'))), doc: { type: 'paragraph' } },
      },
      'it is not a whole document',
    ],
    [
      { kind: 'put', table: 'stories', record: { ...story('s', doc(p('甲'))), doc: null } },
      'A new story has a text that cannot be read',
    ],
    [
      { kind: 'text', story: 'lead', step: { stepType: 'replace', from: 1, to: 1e9 } },
      'has a position that is not one',
    ],
    [
      { kind: 'text', story: 'lead', step: { stepType: 'replace', from: 1, to: 90_000 } },
      'The text change does not fit the story',
    ],
    [
      { kind: 'text', story: 'lead', step: { stepType: 'replace', from: 5, to: 2 } },
      'has a position that is not one',
    ],
    [{ kind: 'text', story: 'lead', step: { stepType: 'conjure' } }, 'cannot be read'],
    [
      {
        kind: 'text',
        story: 'lead',
        step: {
          stepType: 'replace',
          from: 0,
          to: 0,
          slice: { content: [{ type: 'figure', attrs: { id: { a: 1 } } }] },
        },
      },
      'A box or figure has no proper id',
    ],
    [
      {
        kind: 'text',
        story: 'lead',
        step: {
          stepType: 'replace',
          from: 0,
          to: 0,
          slice: { content: [{ type: 'readingTip', attrs: { id: 'x' } }] },
        },
      },
      'The text change does not fit the story',
    ],
    [
      { kind: 'text', story: 'nobody', step: { stepType: 'replace', from: 0, to: 0 } },
      'there is no such story',
    ],
  ])('refuses %j in one sentence', (json, sentence) => {
    const message = refused(json)
    expect(message).toContain(sentence)
    expect(message).toMatch(/^[A-Z][^\n]*\.$/)
  })

  it('leaves the edition as it was when one step of a transaction is refused', () => {
    const start = smallEdition()
    const good = transact(start).meta({ publication: '晚样报' }).done(signature)
    const twice = { ...good, steps: [...good.steps, ...good.steps] }
    expect(applyTransaction(start, twice)).toMatchObject({
      ok: false,
      error: { code: 'edit.conflict' },
    })
    expect(start.meta.publication).toBe('样报')
  })
})

describe('a transaction as JSON', () => {
  it('comes back the same', () => {
    const made = transact(smallEdition())
      .text(storyId('brief'), (tr) => tr.delete(1, 3))
      .patch('frames', frameId('f1'), { area: { column: 0, columns: 5, row: 0, rows: 40 } })
      .done(signature)
    const json: unknown = JSON.parse(JSON.stringify(transactionToJson(made)))
    const back = required(transactionFromJson(json))
    expect(transactionToJson(back)).toEqual(json)
    expectSameEdition(
      required(applyTransaction(smallEdition(), back)),
      required(applyTransaction(smallEdition(), made)),
    )
  })

  it('is refused with one sentence when it is not one', () => {
    expect(transactionFromJson({ author: 1 })).toMatchObject({
      error: { message: 'A transaction has author 1, which should be text.' },
    })
    expect(transactionFromJson(null)).toMatchObject({ ok: false })
  })
})
