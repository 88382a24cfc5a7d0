/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { transact, type TransactionBuilder } from '../../../core/edit'
import { frameId, pageId, storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { page, smallEdition, story, storyFrame } from '../../build/editionBuilder'
import { doc, p } from '../../build/storyBuilder'
import { fakeDesk } from '../fakeDesk'

const [first, second] = [pageId('p1'), pageId('p2')]
const frameOn = (id: string, on: string, row: number) =>
  storyFrame(id, 's', [1, row, 1, 5], { head: null, page: pageId(on) })

/** Two pages, a story, and its frame on the first. */
function edition(): Edition {
  let made = withRecord(smallEdition(), 'pages', page('p2', { order: 2, folio: '02' }))
  made = withRecord(made, 'stories', story('s', doc(p('春江潮水连海平'))))
  return withRecord(made, 'frames', frameOn('a', 'p1', 80))
}

/** A desk whose user has turned to the second page since a change of that name. */
function turnedAway(label: string, build: (t: TransactionBuilder) => unknown) {
  const start = edition()
  const { actions, store } = fakeDesk(start, first)
  const t = transact(start)
  build(t)
  const { steps } = t.done({ author: 'me', label, time: 0 })
  expect(actions.change({ label, steps })).toBe(true)
  actions.showPage(second)
  return { actions, store }
}

describe('following what is undone and redone', () => {
  it('turns to the page of a frame that goes, and brings its place into view', () => {
    const { actions, store } = turnedAway('画框', (t) => t.put('frames', frameOn('b', 'p1', 100)))
    const { view } = store.get()
    actions.undo()
    expect(store.get()).toMatchObject({ page: first, frame: null })
    expect(store.get().view).not.toEqual(view)
    actions.showPage(second)
    actions.redo()
    expect(store.get()).toMatchObject({ page: first, frame: frameId('b') })
  })

  it('turns to a page whose name is another again', () => {
    const { actions, store } = turnedAway('改名', (t) =>
      t.patch('pages', first, { section: '头条' }),
    )
    actions.undo()
    expect(store.get().page).toBe(first)
  })

  it('turns to a page on which the type is another again, and stays on one that has it too', () => {
    const { actions, store } = turnedAway('改稿序', (t) =>
      t.patch('stories', storyId('s'), { order: 7 }),
    )
    actions.undo()
    expect(store.get().page).toBe(first)
    actions.redo()
    expect(store.get().page).toBe(first)
  })

  it('says what it took back, each time anew, until something else is done', () => {
    const { actions, store } = turnedAway('画框', (t) => t.put('frames', frameOn('b', 'p1', 100)))
    actions.undo()
    const { moved } = store.get()
    expect(moved).toMatchObject({ direction: 'undo', label: '画框' })
    actions.redo()
    expect(store.get().moved).toMatchObject({ direction: 'redo', label: '画框' })
    actions.undo()
    expect(store.get().moved?.turn).not.toBe(moved?.turn)
    actions.change({ label: '删框', steps: [{ kind: 'remove', table: 'frames', id: 'a' }] })
    expect(store.get().moved).toBeNull()
  })

  it('says nothing where there is nothing to take back', () => {
    const { actions, store } = fakeDesk(edition(), first)
    actions.undo()
    expect(store.get().moved).toBeNull()
  })
})
