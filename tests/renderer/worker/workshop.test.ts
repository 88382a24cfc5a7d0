import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { transact } from '../../../core/edit'
import { pageId, storyId } from '../../../core/ids'
import { makeUp } from '../../../core/makeup'
import type { Edition } from '../../../core/model/edition'
import { storySchema } from '../../../core/model/storySchema'
import { ok } from '../../../core/result'
import type { FromWorker, ToWorker } from '../../../renderer/worker/protocol'
import { changesBetween, NO_EDITION, withChanges } from '../../../renderer/worker/replica'
import { createJobServer } from '../../../renderer/worker/server'
import { createWorkshop } from '../../../renderer/worker/workshop'
import { wordsIn } from '../../../renderer/words'
import { smallEdition } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { brief, editionWith, feature } from '../../core/makeup/page'

const ids = ['lead', 's2', 's3'].map(storyId)
const copy = () =>
  editionWith({
    lead: feature('三十里水渠修进河湾稻田', 900),
    s2: brief('渡口夜里加两班船', 500),
    s3: brief('山村小学有了新操场', 400),
  })
const input = { pages: [{ page: pageId('p1'), stories: ids }], templates: [] }

const typed = (edition: Edition): Edition =>
  transact(edition).text(ids[1] ?? storyId('s2'), (tr) => tr.insert(1, storySchema.text('新稻')))
    .edition

/** Workers on this very thread, reached through copies only as real ones are. */
function shop(deaf = false) {
  const told: ToWorker[] = []
  let begun = 0
  let ended = 0
  const workshop = createWorkshop({
    fonts: { set: fakeFonts(), starts: [] },
    patience: 20,
    begin: (listener) => {
      const first = begun++ === 0
      let ends = false
      const post = (message: FromWorker): void => {
        if (!ends) listener(structuredClone(message))
      }
      const receive = createJobServer(post, () => fakeFonts())
      return {
        post(message) {
          told.push(message)
          if (!(deaf && first && message.kind === 'run')) receive(structuredClone(message))
        },
        terminate() {
          ends = true
          ended++
        },
      }
    },
  })
  return { workshop, told, begun: () => begun, ended: () => ended }
}

describe('replica', () => {
  it('follows by what changed and keeps the rest as it was', () => {
    const before = smallEdition()
    const lead = storyId('lead')
    const after = transact(before)
      .text(lead, (tr) => tr.insert(1, storySchema.text('新')))
      .patch('pages', Object.keys(before.pages)[0] ?? '', { section: '副刊' })
      .meta({ publication: '新报' }).edition
    const copied = withChanges(NO_EDITION, structuredClone(changesBetween(NO_EDITION, before)))
    expect(copied).toEqual(before)
    const changes = changesBetween(before, after)
    expect(changes.tables.map(({ table, put }) => [table, put.length])).toEqual([
      ['stories', 1],
      ['pages', 1],
    ])
    const next = withChanges(copied, structuredClone(changes))
    expect(next).toEqual(after)
    expect(next.frames).toBe(copied.frames)
  })

  it('drops what is gone', () => {
    const before = smallEdition()
    const frame = Object.keys(before.frames)[0] ?? ''
    const after = transact(before).remove('frames', frame).edition
    const copied = withChanges(NO_EDITION, structuredClone(changesBetween(NO_EDITION, before)))
    expect(withChanges(copied, changesBetween(before, after))).toEqual(after)
  })
})

describe('workshop', () => {
  it('makes up as the window would, twice the same, with progress', async () => {
    const { workshop, told } = shop()
    const edition = copy()
    const shares: number[] = []
    const first = await workshop.run('makeUp', edition, input, {
      onProgress: (share) => shares.push(share),
    })
    const again = await workshop.run('makeUp', edition, input)
    const here = makeUp(edition, {
      ...input,
      ...{ fonts: fakeFonts(), cache: createComposeCache(), segment: wordsIn },
    })
    expect(first).toEqual(ok(here))
    expect(again).toEqual(first)
    expect(shares.at(-1)).toBe(1)
    const runs = told.flatMap((message) => (message.kind === 'run' ? [message] : []))
    expect(runs[1]?.changes.tables).toEqual([])
  })

  it('works on the edition as it stood when it was asked', async () => {
    const { workshop, told } = shop()
    const edition = copy()
    const both = await Promise.all([
      workshop.run('makeUp', edition, input),
      workshop.run('makeUp', typed(edition), input),
    ])
    expect(both.every((one) => one?.ok === true)).toBe(true)
    const runs = told.flatMap((message) => (message.kind === 'run' ? [message] : []))
    expect(
      runs[1]?.changes.tables.map(({ table, put }) => [table, put.map(({ id }) => id)]),
    ).toEqual([['stories', ['s2']]])
  })

  it('calls a waiting job off and goes on with the next', async () => {
    const { workshop, ended } = shop()
    const edition = copy()
    const stop = new AbortController()
    const running = workshop.run('makeUp', edition, input)
    const waiting = workshop.run('makeUp', edition, input, { signal: stop.signal })
    stop.abort()
    expect(await waiting).toBeNull()
    expect((await running)?.ok).toBe(true)
    expect(ended()).toBe(0)
  })

  it('puts another worker in the place of one that does not listen', async () => {
    const { workshop, begun, ended } = shop(true)
    const edition = copy()
    const stop = new AbortController()
    const stuck = workshop.run('makeUp', edition, input, { signal: stop.signal })
    const next = workshop.run('makeUp', typed(edition), input)
    stop.abort()
    expect(await stuck).toBeNull()
    expect((await next)?.ok).toBe(true)
    expect([begun(), ended()]).toEqual([2, 1])
  })

  it('tells a job that breaks off', async () => {
    const { workshop } = shop()
    const nowhere = { pages: [{ page: pageId('p1'), stories: ids }], templates: [] }
    const edition = { ...copy(), styleSheets: {} }
    const outcome = await workshop.run('makeUp', edition, nowhere)
    expect(outcome?.ok === false && outcome.error.code).toBe('work.failed')
  })
})
