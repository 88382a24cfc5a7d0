import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebaseSteps, textsBetween, transact } from '../../../core/edit'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { smallEdition } from '../../build/editionBuilder'
import { randomChain } from './randomSteps'
import { plain } from './sameEdition'

const LEAD = storyId('lead')

const typed = (edition: Edition, at: number, words: string): Edition =>
  transact(edition).text(LEAD, (tr) => tr.insert(at, tr.doc.type.schema.text(words))).edition

/** Where the headline's text begins. */
const headAt = (edition: Edition): number =>
  (edition.stories[LEAD]?.doc.firstChild?.nodeSize ?? 0) + 1
const headline = (edition: Edition): string => edition.stories[LEAD]?.doc.child(1).textContent ?? ''

const rolls = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 8 })

describe('texts between two editions', () => {
  it('are none between an edition and itself', () => {
    expect(textsBetween(smallEdition(), smallEdition())).toEqual([])
  })

  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(rolls, (dice) => {
        const start = smallEdition()
        const { edition } = randomChain(start, dice)
        for (const { story, step } of textsBetween(start, edition)) {
          const doc = start.stories[story]?.doc
          const map = step.getMap()
          expect(map.map(doc?.content.size ?? 0)).toBe(edition.stories[story]?.doc.content.size)
        }
      }),
    )
  })

  it('see where a doubled word was put in, and where one was taken out', () => {
    const start = smallEdition()
    const at = headAt(start)
    const twice = typed(typed(start, at, '报报'), at, '报报')
    const once = typed(start, at, '报报')
    const moved = (from: Edition, to: Edition): number | undefined =>
      textsBetween(from, to)[0]
        ?.step.getMap()
        .map(at + 6)
    expect(moved(once, twice)).toBe(at + 8)
    expect(moved(twice, once)).toBe(at + 4)
  })

  it('let a change find its place on the other', () => {
    const start = smallEdition()
    const at = headAt(start)
    const end = at + headline(start).length
    const mine = transact(start).text(LEAD, (tr) => tr.insert(end, tr.doc.type.schema.text('我')))
    const other = typed(start, at, '她')
    const { steps } = mine.done({ author: 'me', label: '输入', time: 1 })
    const { edition, dropped } = rebaseSteps(other, steps, textsBetween(start, other))
    expect(headline(edition)).toBe(`她${headline(start)}我`)
    expect(dropped).toEqual([])
    expect(plain(edition)).toEqual(plain(typed(other, end + 1, '我')))
  })
})
