import { describe, expect, it, vi } from 'vitest'
import { transact } from '../../../core/edit'
import { pageId, storyId } from '../../../core/ids'
import { pagesOf } from '../../../core/model/edition'
import { rehearsal } from '../../../renderer/desk/rehearsal'
import { smallEdition } from '../../build/editionBuilder'
import { fakeDesk } from '../fakeDesk'

const edition = smallEdition()
const [front] = pagesOf(edition)
if (front === undefined) throw new Error('The small edition has a page')

describe('the rehearsal of keys', () => {
  it('types on the page in front, and nobody sees or keeps any of it', () => {
    const { desk, session, composer, store } = fakeDesk(edition, front.id)
    const shown = composer.compose(edition)
    const before = [session.getSnapshot(), store.get()]
    const compose = vi.spyOn(composer, 'compose')
    const rehearse = rehearsal({ ...desk, opened: { handle: 'e1' } } as typeof desk)
    let keys = 0
    while (rehearse()) if (++keys > 100) throw new Error('The rehearsal never ends')
    expect(keys).toBeGreaterThan(10)
    const tried = new Set(compose.mock.calls.map(([one]) => one))
    expect(tried.size).toBe(keys + 1)
    expect([session.getSnapshot(), store.get()]).toEqual(before)
    expect(session.getSnapshot().edition).toBe(edition)
    // the canvas draws meanwhile: what it shows is not composed again
    expect(composer.compose(edition)).toBe(shown)
  })

  it('ends when somebody writes, and is none on a page without text', () => {
    const { desk, session } = fakeDesk(edition, front.id)
    const rehearse = rehearsal({ ...desk, opened: { handle: 'e1' } } as typeof desk)
    expect(rehearse()).toBe(true)
    const written = transact(edition).text(storyId('brief'), (tr) =>
      tr.insert(tr.doc.content.size - 1, tr.doc.type.schema.text('添')),
    )
    session.apply(written.done({ author: 'me', label: '', time: 7 }))
    expect(rehearse()).toBe(false)
    const elsewhere = fakeDesk(edition, pageId('none')).desk
    expect(rehearsal({ ...elsewhere, opened: { handle: 'e1' } } as typeof desk)()).toBe(false)
  })
})
