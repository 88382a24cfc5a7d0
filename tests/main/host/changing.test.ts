import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { smallEdition } from '../../build/editionBuilder'
import { required } from '../../core/edit/sameEdition'
import { codeOf, editionIn, opened, rename, renaming, saved, withDesk } from './desk'

describe('changing', () => {
  it('numbers changes and gives them to the other windows', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const [one, two] = [window(), window()]
      const first = await opened(one, dir)
      const second = await opened(two, dir)
      expect(second.windows).toBe(2)
      expect(one.events).toEqual([{ kind: 'windows', handle: first.handle, windows: 2 }])
      const transaction = renaming(smallEdition(), '晨报')
      const { handle } = first
      const acknowledged = required(
        await one.api.append({ change: randomUUID(), handle, baseRevision: 0, transaction }),
      )
      expect(acknowledged).toEqual({ revision: 1, missed: [], rebased: null, dropped: [] })
      expect(two.events).toEqual([
        { kind: 'appended', handle: second.handle, revision: 1, transaction },
      ])
      const foreign = await two.api.append({
        change: randomUUID(),
        handle,
        baseRevision: 1,
        transaction,
      })
      expect(codeOf(foreign)).toBe('edition.no-handle')
    })
  })

  it('rebases a change made on an older revision and says what it missed', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const [one, two] = [window(), window()]
      const first = await opened(one, dir)
      const second = await opened(two, dir)
      const mine = renaming(smallEdition(), '晨报')
      required(
        await one.api.append({
          change: randomUUID(),
          handle: first.handle,
          baseRevision: 0,
          transaction: mine,
        }),
      )
      const theirs = renaming(smallEdition(), '晚报')
      const reply = required(
        await two.api.append({
          change: randomUUID(),
          handle: second.handle,
          baseRevision: 0,
          transaction: theirs,
        }),
      )
      expect(reply.revision).toBe(2)
      expect(reply.missed).toEqual([{ revision: 1, transaction: mine }])
      expect(reply.rebased).toMatchObject({
        steps: [{ changes: { publication: { before: '晨报', after: '晚报' } } }],
      })
      const [now] = [required(await one.api.resync({ handle: first.handle }))]
      expect(editionIn(now).meta.publication).toBe('晚报')
    })
  })

  it('lands a change once that is sent again because its answer was lost', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const [one, two] = [window(), window()]
      const { handle } = await opened(one, dir)
      const other = await opened(two, dir)
      const transaction = renaming(smallEdition(), '晨报')
      const sent = { change: randomUUID(), handle, baseRevision: 0, transaction }
      const answer = required(await one.api.append(sent))
      await rename(two, other, '晚报')
      expect(required(await one.api.append(sent))).toEqual(answer)
      const now = required(await one.api.resync({ handle }))
      expect(now.revision).toBe(2)
      expect(editionIn(now).meta.publication).toBe('晚报')
      expect(two.events.filter(({ kind }) => kind === 'appended')).toHaveLength(1)
    })
  })

  it('refuses what does not fit, and stays as it was', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const { handle } = await opened(desk, await saved(folder))
      const wrong = [{ kind: 'remove', table: 'stories', id: 'lead' }]
      for (const [steps, code] of [
        [wrong, 'edit.in-use'],
        [
          [{ kind: 'text', story: 'lead', step: { stepType: 'replace', from: 9, to: 2 } }],
          'edit.malformed',
        ],
        [[{ kind: 'explode' }], 'edit.malformed'],
        ['none', 'edit.malformed'],
      ] as const) {
        const transaction = { author: '甲', label: '', time: 0, steps }
        expect(
          codeOf(
            await desk.api.append({ change: randomUUID(), handle, baseRevision: 0, transaction }),
          ),
        ).toBe(code)
      }
      const ahead = {
        change: randomUUID(),
        handle,
        baseRevision: 7,
        transaction: renaming(smallEdition(), '晨报'),
      }
      expect(codeOf(await desk.api.append(ahead))).toBe('edition.revision')
      expect(required(await desk.api.resync({ handle })).revision).toBe(0)
    })
  })
})
