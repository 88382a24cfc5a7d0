/** A window that was taken for gone comes back, on another connection and with the handle it had. */
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveEdition } from '../../../main/services/editionStore'
import { smallEdition } from '../../build/editionBuilder'
import { required } from '../../core/edit/sameEdition'
import {
  blank,
  codeOf,
  editionIn,
  opened,
  rename,
  renaming,
  saved,
  withDesk,
  type TestDesk,
  type TestWindow,
} from './desk'

const change = 'none'
const rejoined = async ({ api }: TestWindow, handle: string) =>
  required(await api.rejoin({ handle, change }))

/** A window that has an edition with one change, and is taken for gone. */
async function lost({ folder, window }: TestDesk) {
  const dir = await saved(folder)
  const desk = window()
  const edition = await opened(desk, dir)
  await rename(desk, edition, '晨报')
  await desk.connection.disconnect()
  return { dir, handle: edition.handle }
}

describe('rejoining', () => {
  it('gives the edition again under its handle, and its numbers go on', async () => {
    await withDesk(async (desk) => {
      const { handle } = await lost(desk)
      const back = desk.window()
      expect(codeOf(await back.api.rejoin({ handle: 'guessed', change }))).toBe('edition.no-handle')
      const again = await rejoined(back, handle)
      expect(again).toMatchObject({
        ...{ continues: true, landed: false },
        opened: { handle, revision: 1, savedRevision: 0, windows: 1 },
      })
      expect(editionIn(again.opened).meta.publication).toBe('晨报')
      expect((await rename(back, again.opened, '晚报')).revision).toBe(2)
    })
  })

  it('goes on with the numbers of a saved edition, of which the journal is gone', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const desk = window()
      const edition = await opened(desk, dir)
      await rename(desk, edition, '晨报')
      required(await desk.api.save({ handle: edition.handle, overwrite: false, title: '' }))
      await desk.connection.disconnect()
      const again = await rejoined(window(), edition.handle)
      expect(again).toMatchObject({ continues: true, opened: { revision: 1, savedRevision: 1 } })
    })
  })

  it('brings what another window did meanwhile, whether it had the edition already or opened it since', async () => {
    for (const opensBefore of [true, false]) {
      await withDesk(async (desk) => {
        const other = desk.window()
        const dir = await saved(desk.folder)
        const before = opensBefore ? await opened(other, dir) : null
        const { handle } = await lost(desk)
        await rename(other, before ?? (await opened(other, dir)), '晚报')
        const back = desk.window()
        expect(await rejoined(back, handle)).toMatchObject({ continues: true })
        const transaction = renaming(smallEdition(), '日报')
        const sent = { change: randomUUID(), handle, baseRevision: 1, transaction }
        const { missed, revision } = required(await back.api.append(sent))
        expect([missed.length, revision]).toEqual([1, 3])
      })
    }
  })

  it('tells whether a change had landed whose answer was lost', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const { handle } = await opened(desk, await saved(folder))
      const transaction = renaming(smallEdition(), '晨报')
      required(await desk.api.append({ change: 'mine', handle, baseRevision: 0, transaction }))
      await desk.connection.disconnect()
      const { api } = window()
      expect(required(await api.rejoin({ handle, change: 'mine' })).landed).toBe(true)
    })
  })

  it('begins anew where another program changed the files', async () => {
    await withDesk(async (desk) => {
      const { dir, handle } = await lost(desk)
      const meta = { ...smallEdition().meta, date: '2026-12-25' }
      required(await saveEdition(dir, { ...smallEdition(), meta }, new Map()))
      const again = await rejoined(desk.window(), handle)
      expect(again).toMatchObject({ continues: false, opened: { handle } })
      expect(editionIn(again.opened).meta).toMatchObject({ date: '2026-12-25' })
    })
  })

  it('is to look only where another process has the edition now, and a sentence where it is gone', async () => {
    await withDesk(async (desk) => {
      const { dir, handle } = await lost(desk)
      const lock = JSON.stringify({ pid: process.ppid, host: hostname() })
      writeFileSync(join(dir, '.lock'), lock)
      const looking = desk.window()
      expect(await rejoined(looking, handle)).toMatchObject({ opened: { readOnly: true } })
      await looking.connection.disconnect()
      rmSync(dir, { recursive: true })
      const refused = await desk.window().api.rejoin({ handle, change })
      expect(codeOf(refused)).toBeDefined()
    })
  })

  it('restores a draft that was never changed and went with its window', async () => {
    await withDesk(async ({ window }) => {
      const desk = window()
      const { handle } = await blank(desk)
      const { handle: changed } = await blank(desk)
      required(await desk.api.close({ handle: changed, discard: true }))
      await desk.connection.disconnect()
      const back = window()
      const again = await rejoined(back, handle)
      expect(again).toMatchObject({ continues: true, opened: { path: null, revision: 0 } })
      expect((await rename(back, again.opened, '晨报')).revision).toBe(1)
      expect(codeOf(await back.api.rejoin({ handle: changed, change }))).toBe('edition.no-handle')
    })
  })
})
