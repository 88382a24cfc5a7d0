/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { transact, type TransactionBuilder } from '../../../core/edit'
import { pageId, storyId } from '../../../core/ids'
import { withRecord } from '../../../core/model/tables'
import { keepInFront } from '../../../renderer/desk/inFront'
import { page, smallEdition, story } from '../../build/editionBuilder'
import { doc, p } from '../../build/storyBuilder'
import { fakeDesk } from '../fakeDesk'

const [first, second, third] = [pageId('p1'), pageId('p2'), pageId('p3')]

describe('what the desk has in front', () => {
  /** Three pages, the second in front; what `change` adds is taken back. */
  function deskOn() {
    let edition = withRecord(smallEdition(), 'pages', page('p2', { order: 2, folio: '02' }))
    edition = withRecord(edition, 'pages', page('p3', { order: 3, folio: '03' }))
    const { session, store, actions } = fakeDesk(edition, second)
    keepInFront(session, store, actions)
    const change = (build: (t: TransactionBuilder) => unknown): void => {
      const t = transact(session.getSnapshot().edition)
      build(t)
      session.apply(t.done({ author: 'me', label: '改', time: 0 }), null)
    }
    return { session, store, change }
  }

  it('is the next page where the one in front goes, else the one before', () => {
    const { store, change } = deskOn()
    change((t) => t.remove('pages', second))
    expect(store.get().page).toBe(third)
    change((t) => t.remove('pages', third))
    expect(store.get().page).toBe(first)
  })

  it('is a page when that of an import is taken back', () => {
    const { session, store, change } = deskOn()
    change((t) => t.put('pages', page('p4', { order: 4, folio: '04' })))
    store.set({ page: pageId('p4') })
    session.undo()
    expect(store.get().page).toBe(third)
  })

  it('has no caret in a story that went', () => {
    const { session, store, change } = deskOn()
    change((t) => t.put('stories', story('s', doc(p('春江')))))
    store.set({
      selection: { story: storyId('s'), anchor: 1, head: 1, after: true, goal: null },
    })
    session.undo()
    expect(store.get().selection).toBeNull()
  })
})
