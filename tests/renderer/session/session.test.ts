import { describe, expect, it } from 'vitest'
import { transact, type Transaction } from '../../../core/edit'
import { storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { err } from '../../../core/result'
import { createSession } from '../../../renderer/session/session'
import { smallEdition } from '../../build/editionBuilder'
import { fakeHost } from '../fakeHost'

let names = 0
const LEAD = storyId('lead')

/** Types `text` into the lead's headline at its start. */
const typed = (edition: Edition, text: string, time = 1): Transaction => {
  const at = (edition.stories[LEAD]?.doc.firstChild?.nodeSize ?? 0) + 1
  return transact(edition)
    .text(LEAD, (tr) => tr.insert(at, tr.doc.type.schema.text(text)))
    .done({ author: 'me', label: '输入', time })
}

const headline = (edition: Edition): string => edition.stories[LEAD]?.doc.child(1).textContent ?? ''

function open() {
  const start = smallEdition()
  const host = fakeHost(start)
  const session = createSession({ handle: 'e1', revision: 0, savedRevision: 0 }, start, {
    host,
    author: 'me',
    now: () => 7,
    newName: () => `change-${++names}`,
  })
  const edition = (): Edition => session.getSnapshot().edition
  return { start, host, session, edition }
}

describe('session', () => {
  it('applies at once and is acknowledged later', async () => {
    const { host, session, edition } = open()
    session.apply(typed(edition(), '新'))
    expect(headline(edition())).toMatch(/^新/u)
    expect(session.getSnapshot().keeping).toEqual({ kind: 'sending', waiting: 1 })
    const before = edition()
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
    expect(session.getSnapshot().revision).toBe(1)
    expect(edition()).toBe(before)
    expect(headline(host.edition)).toBe(headline(edition()))
  })

  it('keeps one snapshot until something changes', () => {
    const { session, edition } = open()
    const one = session.getSnapshot()
    expect(session.getSnapshot()).toBe(one)
    session.apply(typed(edition(), '甲'))
    expect(session.getSnapshot()).not.toBe(one)
  })

  it('undoes a group together and redoes it, and the host follows', async () => {
    const { start, host, session, edition } = open()
    session.apply(typed(edition(), '甲'), 'typing')
    session.apply(typed(edition(), '乙'), 'typing')
    session.closeGroup()
    session.apply(typed(edition(), '丙'), 'typing')
    session.undo()
    expect(headline(edition())).toMatch(/^乙甲/u)
    session.undo()
    expect(headline(edition())).toBe(headline(start))
    expect(session.getSnapshot().undoLabel).toBeNull()
    session.redo()
    expect(headline(edition())).toMatch(/^乙甲/u)
    await session.settled()
    expect(headline(host.edition)).toBe(headline(edition()))
  })

  it('catches up with changes it was never told of', async () => {
    const { host, session, edition } = open()
    host.otherChange(typed(host.edition, '她'))
    session.receive(host.otherChange(typed(host.edition, '后')))
    await session.settled()
    expect(headline(edition())).toBe(headline(host.edition))
    expect(session.getSnapshot().revision).toBe(2)
    session.apply(typed(edition(), '我'))
    host.otherChange(typed(host.edition, '他'))
    session.receive(host.otherChange(typed(host.edition, '再')))
    await session.settled()
    expect(headline(edition())).toBe(headline(host.edition))
    expect(headline(edition())).toContain('我')
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
  })

  it('takes in changes of another window under its own', async () => {
    const { host, session, edition } = open()
    session.apply(typed(edition(), '我一'))
    session.apply(typed(edition(), '我二'))
    host.otherChange(typed(host.edition, '她'))
    session.apply(typed(edition(), '我三'))
    await session.settled()
    expect(headline(edition())).toBe(headline(host.edition))
    for (const word of ['我一', '我二', '我三', '她']) expect(headline(edition())).toContain(word)
    session.receive(host.otherChange(typed(host.edition, '后')))
    expect(headline(edition())).toBe(headline(host.edition))
    expect(session.getSnapshot().revision).toBe(host.revision)
  })

  it('keeps what the host cannot take, says so, and sends it when it can again', async () => {
    const { host, session, edition } = open()
    host.failing = true
    session.apply(typed(edition(), '存'))
    session.apply(typed(edition(), '不'))
    await session.settled()
    expect(session.getSnapshot().keeping).toMatchObject({ kind: 'stuck', waiting: 2 })
    expect(headline(edition())).toMatch(/^不存/u)
    host.failing = false
    session.retry()
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
    expect(headline(host.edition)).toMatch(/^不存/u)
  })

  it('tries again with the next change where the host did not answer, and says stuck until it has', async () => {
    const { host, session, edition } = open()
    host.losing = true
    session.apply(typed(edition(), '一'))
    await session.settled()
    const heard: string[] = []
    session.subscribe(() => heard.push(session.getSnapshot().keeping.kind))
    session.apply(typed(edition(), '二'))
    await session.settled()
    expect(new Set(heard)).toEqual(new Set(['stuck']))
    host.losing = false
    session.apply(typed(edition(), '三'))
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
    expect(headline(host.edition)).toMatch(/^三二一/u)
  })

  it('sends what came during a call as one, so that keys never queue for calls', async () => {
    const { host, session, edition } = open()
    const sizes: number[] = []
    const append = host.append.bind(host)
    host.append = (sent) => {
      sizes.push((sent.transaction as { steps: unknown[] }).steps.length)
      return append(sent)
    }
    for (const letter of '一二三四五') session.apply(typed(edition(), letter), 'typing')
    session.apply({ ...typed(edition(), '六'), label: '粘贴' })
    await session.settled()
    expect(sizes).toEqual([1, 4, 1])
    expect(headline(host.edition)).toBe(headline(edition()))
    expect(session.getSnapshot().revision).toBe(3)
    expect(host.revision).toBe(3)
  })

  it('sends a change without an answer again as it was, others landed since or not', async () => {
    const { host, session, edition } = open()
    host.losing = true
    session.apply(typed(edition(), '我'))
    await session.settled()
    expect(session.getSnapshot().keeping).toMatchObject({ kind: 'stuck', waiting: 1 })
    session.apply(typed(edition(), '也'))
    session.receive(host.otherChange(typed(host.edition, '她')))
    host.losing = false
    session.retry()
    await session.settled()
    expect(session.getSnapshot()).toMatchObject({ keeping: { kind: 'kept' }, revision: 3 })
    expect(host.revision).toBe(3)
    expect(headline(edition())).toBe(headline(host.edition))
    for (const word of ['我', '也', '她']) expect(headline(edition()).split(word)).toHaveLength(2)
  })

  it('refuses a change that does not fit and stays as it was', () => {
    const { session, edition } = open()
    const before = session.getSnapshot()
    const refused = session.apply({
      author: 'me',
      label: '删',
      time: 1,
      steps: [{ kind: 'remove', table: 'stories', id: 'nobody' }],
    })
    expect(refused.ok).toBe(false)
    expect(session.getSnapshot()).toBe(before)
    expect(edition()).toBe(before.edition)
  })

  it('tells what it gives up where the host has no place for it, with the texts as they were', async () => {
    const { start, host } = open()
    const givenUp: Edition[] = []
    const session = createSession({ handle: 'e1', revision: 0, savedRevision: 0 }, start, {
      ...{ host, author: 'me', now: () => 7, newName: () => `change-${++names}` },
      onGivenUp: (edition) => givenUp.push(edition),
    })
    const append = host.append.bind(host)
    const error = { severity: 'error' as const, code: 'edit.story.missing', message: 'No story.' }
    host.append = () => Promise.resolve(err(error))
    session.apply(typed(start, '白写'))
    await session.settled()
    expect(givenUp.map(headline)).toEqual([expect.stringMatching(/^白写/u)])
    expect(headline(session.getSnapshot().edition)).toBe(headline(host.edition))
    host.append = append
    session.apply(typed(session.getSnapshot().edition, '再写'))
    await session.settled()
    expect(givenUp).toHaveLength(1)
    expect(headline(host.edition)).toMatch(/^再写/u)
  })

  it('has the edition again that the host let go, sends what waited once, and undo goes on', async () => {
    const { start, host, session, edition } = open()
    session.apply(typed(edition(), '前'))
    await session.settled()
    host.losing = true
    session.apply(typed(edition(), '中'))
    await session.settled()
    host.losing = false
    host.letGo(true)
    session.apply(typed(edition(), '后'))
    session.joined()
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
    expect(headline(host.edition)).toMatch(/^后中前/u)
    expect(headline(edition())).toBe(headline(host.edition))
    for (let i = 0; i < 3; i++) session.undo()
    await session.settled()
    expect(headline(host.edition)).toBe(headline(start))
  })

  it('hears of what was done while the host had let it go, with nothing of its own to send', async () => {
    const { host, session, edition } = open()
    host.letGo(true)
    host.otherChange(typed(host.edition, '她'))
    session.joined()
    await session.settled()
    expect(headline(edition())).toMatch(/^她/u)
    expect(session.getSnapshot().revision).toBe(1)
  })

  it('fits what waited to an edition whose numbers begin anew, and lands once what had landed', async () => {
    const { host, session, edition } = open()
    host.losing = true
    session.apply(typed(edition(), '中'))
    await session.settled()
    session.apply(typed(edition(), '后'))
    host.losing = false
    host.letGo(false)
    host.otherChange(typed(host.edition, '她'))
    session.joined()
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
    expect(headline(edition())).toBe(headline(host.edition))
    for (const word of ['中', '后', '她']) expect(headline(edition()).split(word)).toHaveLength(2)
    session.undo()
    await session.settled()
    expect(headline(host.edition)).not.toContain('后')
    expect(headline(host.edition)).toContain('中')
  })

  it('keeps what waits and says why where it cannot have the edition again', async () => {
    const { host, session, edition } = open()
    host.letGo(true)
    host.barred = { severity: 'error', code: 'edition.missing', message: 'It is not there.' }
    session.joined()
    await session.settled()
    const away = { kind: 'stuck', error: { code: 'edition.away', details: [host.barred] } }
    expect(session.getSnapshot().keeping).toMatchObject({ ...away, waiting: 0 })
    session.apply(typed(edition(), '存'))
    await session.settled()
    expect(session.getSnapshot().keeping).toMatchObject({ ...away, waiting: 1 })
    host.barred = null
    session.retry()
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
    expect(headline(host.edition)).toMatch(/^存/u)
  })

  it('asks a host that does not answer no more than once, with nothing to send', async () => {
    const { host, session } = open()
    host.losing = true
    session.joined()
    await session.settled()
    expect(session.getSnapshot().keeping).toEqual({ kind: 'kept' })
  })
})
