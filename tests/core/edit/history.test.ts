import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  History,
  applyTransaction,
  transact,
  type Transaction,
  type EditionStep,
} from '../../../core/edit'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { storySchema } from '../../../core/model/storySchema'
import { withRecord } from '../../../core/model/tables'
import { smallEdition, story } from '../../build/editionBuilder'
import { doc, p } from '../../build/storyBuilder'
import { randomChain, type Dice } from './randomSteps'
import { expectSameEdition, required } from './sameEdition'

const now = { author: '甲', time: 0 }
const signed = (steps: readonly EditionStep[], label = '改'): Transaction => ({
  ...now,
  label,
  steps,
})

const number = fc.nat(10_000)
const dice: fc.Arbitrary<Dice> = fc.tuple(number, number, number, number, number)
const rolls = fc.array(dice, { maxLength: 4 })

/** Types one letter into the lead's second paragraph-like block. */
const typed = (edition: Edition, text: string, pos = 3): Transaction =>
  transact(edition)
    .text(storyId('lead'), (tr) => tr.insert(pos, storySchema.text(text)))
    .done({ ...now, label: '输入' })

const lead = (edition: Edition): string =>
  edition.stories[storyId('lead')]?.doc.textBetween(0, 20, '/') ?? ''

function undoAll(history: History, edition: Edition): Edition {
  let current = edition
  for (let next = history.undo(current, now); next !== null; next = history.undo(current, now))
    current = next.edition
  return current
}

describe('the history', () => {
  it('takes any sequence of transactions back to the identical edition, and forward again', () => {
    let steps = 0
    fc.assert(
      fc.property(
        fc.array(rolls, { maxLength: 8 }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        (plan, walk) => {
          const start = smallEdition()
          const history = new History()
          let edition = start
          for (const list of plan) {
            const chain = randomChain(edition, list)
            if (chain.steps.length === 0) continue
            steps += chain.steps.length
            history.record(edition, signed(chain.steps))
            edition = chain.edition
          }
          const end = edition
          for (const back of walk) {
            const moved = back ? history.undo(edition, now) : history.redo(edition, now)
            if (moved !== null) {
              expectSameEdition(
                required(applyTransaction(edition, moved.transaction)),
                moved.edition,
              )
              edition = moved.edition
            }
          }
          for (
            let next = history.redo(edition, now);
            next !== null;
            next = history.redo(edition, now)
          )
            edition = next.edition
          expectSameEdition(edition, end)
          expectSameEdition(undoAll(history, edition), start)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
    expect(steps).toBeGreaterThan(1000)
  })

  it('undoes and redoes around what others did, always onto a valid edition', () => {
    let moves = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('own', 'foreign', 'undo', 'redo'), rolls), {
          minLength: 6,
          maxLength: 14,
        }),
        (plan) => {
          const history = new History()
          let edition = smallEdition()
          for (const [action, list] of plan) {
            if (action === 'undo' || action === 'redo') {
              const moved = history[action](edition, now)
              if (moved === null) continue
              moves++
              expectSameEdition(
                required(applyTransaction(edition, moved.transaction)),
                moved.edition,
              )
              edition = moved.edition
              continue
            }
            const chain = randomChain(edition, list)
            if (action === 'own' && chain.steps.length > 0)
              history.record(edition, signed(chain.steps))
            if (action === 'foreign') history.receive(signed(chain.steps))
            edition = chain.edition
          }
        },
      ),
      { seed: 8, numRuns: 300 },
    )
    expect(moves).toBeGreaterThan(300)
  })

  it('takes back exactly its own letters while another author types before them', () => {
    const own = storyId('two')
    const start = withRecord(
      smallEdition(),
      'stories',
      story('two', doc(p('别人的段'), p('自己的段落文字'))),
    )
    const size = (edition: Edition, child: number): number =>
      edition.stories[own]?.doc.child(child).content.size ?? 0
    const textOf = (edition: Edition, child: number): string =>
      edition.stories[own]?.doc.child(child).textContent ?? ''
    const edit = (edition: Edition, child: number, at: number, cut: number): Transaction => {
      const before = child === 0 ? 0 : size(edition, 0) + 2
      const from = before + 1 + (at % (size(edition, child) + 1))
      const to = Math.min(before + 1 + size(edition, child), from + (cut % 4))
      return transact(edition)
        .text(own, (tr) =>
          cut % 2 ? tr.delete(from, to) : tr.insert(from, storySchema.text(`字${at % 10}`)),
        )
        .done({ ...now, label: '改' })
    }
    let undone = 0
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('own', 'own', 'foreign', 'undo', 'redo'),
            fc.nat(99),
            fc.nat(99),
            fc.boolean(),
          ),
          { minLength: 4, maxLength: 24 },
        ),
        (plan) => {
          const history = new History()
          let edition = start
          for (const [action, place, cut, grouped] of plan) {
            if (action === 'undo' || action === 'redo') {
              const moved = history[action](edition, now)
              if (moved !== null) undone++
              edition = moved?.edition ?? edition
              continue
            }
            const made = edit(edition, action === 'own' ? 1 : 0, place, cut)
            if (action === 'own') history.record(edition, made, grouped ? 'g' : null)
            else history.receive(made)
            edition = required(applyTransaction(edition, made))
          }
          for (
            let next = history.redo(edition, now);
            next !== null;
            next = history.redo(edition, now)
          )
            edition = next.edition
          const [foreign, end] = [textOf(edition, 0), textOf(edition, 1)]
          edition = undoAll(history, edition)
          expect([textOf(edition, 0), textOf(edition, 1)]).toEqual([foreign, '自己的段落文字'])
          for (
            let next = history.redo(edition, now);
            next !== null;
            next = history.redo(edition, now)
          )
            edition = next.edition
          expect([textOf(edition, 0), textOf(edition, 1)]).toEqual([foreign, end])
        },
      ),
      { seed: 9, numRuns: 400 },
    )
    expect(undone).toBeGreaterThan(300)
  })

  it('takes back a group at once and the next word on its own', () => {
    const history = new History()
    const start = smallEdition()
    let edition = start
    for (const [text, group] of [
      ['稻', 'a'],
      ['子', 'a'],
      ['熟', 'b'],
    ] as const) {
      const transaction = typed(edition, text)
      history.record(edition, transaction, group)
      edition = required(applyTransaction(edition, transaction))
    }
    const first = history.undo(edition, now)
    expect(lead(first?.edition ?? start)).toContain('子稻')
    const second = history.undo(first?.edition ?? start, now)
    expectSameEdition(second?.edition ?? edition, start)
    expect(history.undoLabel).toBeNull()
    expect(history.redoLabel).toBe('输入')
  })

  it('begins anew after a group is closed', () => {
    const history = new History()
    const start = smallEdition()
    const first = typed(start, '稻')
    history.record(start, first, 'a')
    history.closeGroup()
    const middle = required(applyTransaction(start, first))
    const second = typed(middle, '子')
    history.record(middle, second, 'a')
    const undone = history.undo(required(applyTransaction(middle, second)), now)
    expectSameEdition(undone?.edition ?? start, middle)
  })

  it('leaves another author’s letters in place when one’s own go', () => {
    const history = new History()
    const start = smallEdition()
    const own = typed(start, '甲甲')
    history.record(start, own)
    const both = required(applyTransaction(start, own))
    const foreign = typed(both, '乙', 5)
    history.receive(foreign)
    const undone = history.undo(required(applyTransaction(both, foreign)), now)
    expect(lead(undone?.edition ?? start)).toBe(
      lead(required(applyTransaction(start, typed(start, '乙')))),
    )
    const redone = history.redo(undone?.edition ?? start, now)
    expect(lead(redone?.edition ?? start)).toContain('乙')
    expect(lead(redone?.edition ?? start)).toContain('甲甲')
  })

  it('passes over what another author made pointless, and forgets what the cap does not hold', () => {
    const start = smallEdition()
    const history = new History(2)
    let edition = start
    for (let i = 0; i < 4; i++) {
      const transaction = typed(edition, String(i))
      history.record(edition, transaction)
      edition = required(applyTransaction(edition, transaction))
    }
    expect(lead(undoAll(history, edition))).toContain('10')

    const other = new History()
    const patched = transact(start)
      .patch('frames', 'f5', { locked: true })
      .done({ ...now, label: '锁定' })
    other.record(start, patched)
    const locked = required(applyTransaction(start, patched))
    const removed = transact(locked)
      .remove('frames', 'f5')
      .done({ ...now, label: '删' })
    other.receive(removed)
    expect(other.undo(required(applyTransaction(locked, removed)), now)).toBeNull()
  })

  it('takes back two thousand steps of one transaction', () => {
    const start = smallEdition()
    const builder = transact(start)
    for (let i = 0; i < 2000; i++)
      builder.text(storyId('lead'), (tr) => tr.insert(3, storySchema.text('甲')))
    const many = builder.done({ ...now, label: '填' })
    const history = new History()
    history.record(start, many)
    expectSameEdition(history.undo(builder.edition, now)?.edition ?? builder.edition, start)
  })
})
