import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../main/services/fileSystem'
import { nodeJournalDisk } from '../../../main/services/journalDisk'
import { sweepSpareMedia } from '../../../main/services/spareMedia'
import { refused } from '../../build/failingDisk'
import { required } from '../../core/edit/sameEdition'
import { MEDIA, codeOf, editionIn, opened, rename, renaming, saved, until, withDesk } from './desk'

const samples = resolve(import.meta.dirname, '../../../resources/samples')

describe('never losing work', () => {
  it('brings changes back after the desk ended without saving', async () => {
    await withDesk(async ({ folder, window, host }) => {
      const dir = await saved(folder)
      const desk = window()
      const edition = await opened(desk, dir)
      await rename(desk, edition, '晨报')
      await rename(desk, edition, '晚报')
      expect(desk.connection.hasUnsaved()).toBe(true)
      await host.close()
      const again = await opened(window(), dir)
      expect(again).toMatchObject({ recovered: 2, revision: 2, savedRevision: 0 })
      expect(editionIn(again).meta.publication).toBe('晚报')
    })
  })

  it('saves: what is on disk is the edition, and the journal is gone', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const desk = window()
      const edition = await opened(desk, dir)
      const { handle } = edition
      await rename(desk, edition, '晨报')
      const place = required(await desk.api.save({ handle, overwrite: false, title: '' }))
      expect(place).toEqual({ name: 'Day', path: dir, savedRevision: 1 })
      expect(existsSync(join(dir, 'journal'))).toBe(false)
      expect(existsSync(join(dir, 'media', MEDIA))).toBe(true)
      expect(desk.connection.hasUnsaved()).toBe(false)
      await rename(desk, edition, '晚报')
      required(await desk.api.close({ handle, discard: true }))
      expect(editionIn(await opened(desk, dir)).meta.publication).toBe('晨报')
    })
  })

  it('saves elsewhere with pictures, and leaves the old edition as it was saved', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const desk = window()
      const edition = await opened(desk, dir)
      const { handle } = edition
      await rename(desk, edition, '晨报')
      desk.answers.push(join(folder, 'documents', 'Other.banxin'))
      const place = required(await desk.api.saveAs({ handle, title: 'Save as' }))
      expect(desk.asked.at(-1)).toMatchObject({ kind: 'save-edition', name: 'Day.banxin' })
      await rename(desk, edition, '晚报')
      required(await desk.api.close({ handle, discard: false }))
      const other = await opened(desk, place?.path ?? '')
      expect(other).toMatchObject({ recovered: 1, media: [MEDIA] })
      expect(editionIn(await opened(desk, dir)).meta.publication).toBe('样报')
      expect(existsSync(join(dir, 'journal'))).toBe(false)
    })
  })

  it('takes changes all the while it saves elsewhere, and loses none', async () => {
    let last = 0
    /** Takes as long as two more changes. */
    const remove = async (path: string): Promise<void> => {
      const from = last
      if (path.includes('Day')) await until(() => last > from + 2)
      await nodeJournalDisk.remove(path)
    }
    await withDesk(
      async ({ folder, window }) => {
        const desk = window()
        const edition = await opened(desk, await saved(folder))
        const { handle } = edition
        await rename(desk, edition, '号外0')
        desk.answers.push(join(folder, 'documents', 'Other.banxin'))
        let isSaving = true
        const saving = desk.api.saveAs({ handle, title: '' }).finally(() => (isSaving = false))
        let now = {
          ...editionIn(edition),
          meta: { ...editionIn(edition).meta, publication: '号外0' },
        }
        while (isSaving) {
          const publication = `号外${last + 1}`
          const transaction = renaming(now, publication)
          required(
            await desk.api.append({
              change: randomUUID(),
              handle,
              baseRevision: last + 1,
              transaction,
            }),
          )
          now = { ...now, meta: { ...now.meta, publication } }
          last += 1
          await new Promise((resolve) => setTimeout(resolve, 1))
        }
        const place = required(await saving)
        expect(last).toBeGreaterThan(2)
        required(await desk.api.close({ handle, discard: false }))
        const other = await opened(desk, place?.path ?? '')
        expect(editionIn(other).meta.publication).toBe(`号外${last}`)
        expect(other.diagnostics).toEqual([])
      },
      { journalDisk: { ...nodeJournalDisk, remove } },
    )
  })

  it('never saves over an edition that another window has open', async () => {
    await withDesk(async ({ folder, window }) => {
      const [one, two] = [window(), window()]
      const other = await saved(folder, 'Other.banxin')
      await opened(two, other)
      const { handle } = await opened(one, await saved(folder))
      one.answers.push(other)
      expect(codeOf(await one.api.saveAs({ handle, title: '' }))).toBe('edition.in-use')
    })
  })

  it('goes back to what is on disk, in every window', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const [one, two] = [window(), window()]
      const edition = await opened(one, dir)
      const second = await opened(two, dir)
      await rename(one, edition, '晨报')
      const back = required(await one.api.revert({ handle: edition.handle }))
      expect(editionIn(back).meta.publication).toBe('样报')
      expect(back.revision).toBe(back.savedRevision)
      expect(two.events.at(-1)).toEqual({ kind: 'reverted', handle: second.handle })
      await rename(two, second, '晚报')
      expect(one.events.at(-1)).toMatchObject({ kind: 'appended', revision: back.revision + 1 })
    })
  })

  it('tells once that another program changed the files, and asks before saving over them', async () => {
    const ring: (() => void)[] = []
    const timer = (ms: number, act: () => void) => {
      if (ms === 2_000) ring.push(act)
      return () => undefined
    }
    await withDesk(
      async ({ folder, window }) => {
        const dir = await saved(folder)
        const desk = window()
        const edition = await opened(desk, dir)
        const { handle } = edition
        await rename(desk, edition, '晨报')
        const file = join(dir, 'edition.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('样报', '市报'))
        for (let round = 1; round <= 2; round++) {
          ring.splice(0).forEach((act) => act())
          await until(() => ring.length > 0)
        }
        const told = desk.events.filter(({ kind }) => kind === 'changedOnDisk')
        expect(told).toEqual([{ kind: 'changedOnDisk', handle }])
        const save = (overwrite: boolean) => desk.api.save({ handle, overwrite, title: '' })
        expect(codeOf(await save(false))).toBe('edition.changed-on-disk')
        required(await save(true))
        required(await save(false))
        expect(readFileSync(file, 'utf8')).toContain('晨报')
      },
      { timer },
    )
  })

  it('does not take a file that was only touched for a change', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const desk = window()
      const { handle } = await opened(desk, dir)
      const file = join(dir, 'edition.json')
      writeFileSync(file, readFileSync(file))
      required(await desk.api.save({ handle, overwrite: false, title: '' }))
    })
  })

  it('saves again where the folder was taken away, once that was asked', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const desk = window()
      const { handle } = await opened(desk, dir)
      rmSync(dir, { recursive: true })
      const save = (overwrite: boolean) => desk.api.save({ handle, overwrite, title: '' })
      expect(codeOf(await save(false))).toBe('edition.gone')
      required(await save(true))
      expect(existsSync(join(dir, 'edition.json'))).toBe(true)
    })
  })

  it('has the pictures of a folder that was removed, those added since too, and saves them with it', async () => {
    await withDesk(async ({ folder, window }) => {
      const spare = join(folder, 'user', 'spare')
      const isSpared = (): boolean => {
        const files = existsSync(spare) ? readdirSync(spare, { recursive: true }) : []
        return files.some((file) => String(file).endsWith(MEDIA))
      }
      for (const elsewhere of [true, false]) {
        const dir = await saved(folder, `Day ${elsewhere}.banxin`)
        const desk = window()
        const { handle } = await opened(desk, dir)
        await until(isSpared)
        rmSync(dir, { recursive: true })
        expect(required(await desk.api.pictureBytes({ handle, file: MEDIA }))).toHaveLength(3)
        const picture = readFileSync(join(samples, 'picture-1.jpg'))
        const bytes = new Uint8Array(picture)
        const { file } = required(await desk.api.addPicture({ handle, name: 'a.jpg', bytes }))
        expect(existsSync(dir)).toBe(false)
        const other = join(folder, 'documents', 'Other.banxin')
        desk.answers.push(other)
        required(
          elsewhere
            ? await desk.api.saveAs({ handle, title: '' })
            : await desk.api.save({ handle, overwrite: true, title: '' }),
        )
        const media = readdirSync(join(elsewhere ? other : dir, 'media'))
        expect(media.sort()).toEqual([MEDIA, file].sort())
        required(await desk.api.close({ handle, discard: false }))
        expect(readdirSync(spare)).toEqual([])
      }
    })
  })

  it('takes away the spare pictures of a desk that was killed, and of no other', async () => {
    await withDesk(async ({ folder }) => {
      const spare = join(folder, 'user', 'spare')
      const NOBODY = 2 ** 22 + 1
      for (const pid of [NOBODY, process.ppid])
        mkdirSync(join(spare, `${pid}-x`), { recursive: true })
      await sweepSpareMedia(spare, nodeFileSystem)
      expect(readdirSync(spare)).toEqual([`${process.ppid}-x`])
    })
  })

  it('works on with a full disk, says so, and saves when there is room', async () => {
    let full = false
    const fill =
      <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> =>
        full ? Promise.reject(refused('ENOSPC')) : run(...args)
    const fs = { ...nodeFileSystem, write: fill(nodeFileSystem.write) }
    const journalDisk = {
      ...nodeJournalDisk,
      append: fill(nodeJournalDisk.append),
      replace: fill(nodeJournalDisk.replace),
    }
    await withDesk(
      async ({ folder, window }) => {
        const dir = await saved(folder)
        const desk = window()
        const edition = await opened(desk, dir)
        const { handle } = edition
        full = true
        await rename(desk, edition, '晨报')
        await until(() => desk.events.some(({ kind }) => kind === 'journal'))
        expect(desk.events).toMatchObject([{ kind: 'journal', error: { code: 'journal.write' } }])
        const refusal = await desk.api.save({ handle, overwrite: false, title: '' })
        expect(codeOf(refusal)).toBe('disk.write')
        expect(codeOf(await desk.api.close({ handle, discard: false }))).toBe('journal.write')
        full = false
        required(await desk.api.save({ handle, overwrite: false, title: '' }))
        expect(readFileSync(join(dir, 'edition.json'), 'utf8')).toContain('晨报')
        expect(desk.events.at(-1)).toMatchObject({ kind: 'journal', error: null })
      },
      { fs, journalDisk },
    )
  })
})
