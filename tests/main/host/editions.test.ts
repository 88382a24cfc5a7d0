import { withoutStories } from '../../../main/services/newEditions'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../main/services/fileSystem'
import { smallEdition } from '../../build/editionBuilder'
import { refused } from '../../build/failingDisk'
import { expectSameEdition, required } from '../../core/edit/sameEdition'
import { codeOf, editionIn, MEDIA, opened, rename, renaming, saved, withDesk } from './desk'

const template = {
  kind: 'template',
  template: 'duikai-6x16',
  pages: 3,
  folio: 'A09',
  publication: '样报',
} as const

const newEdition = { source: template, date: '2026-11-23' }

describe('opening', () => {
  it('gives the edition as texts, its media and its name', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const edition = await opened(window(), dir)
      expectSameEdition(editionIn(edition), smallEdition())
      expect(edition).toMatchObject({
        ...{ name: 'Day', path: dir, revision: 0, savedRevision: 0, recovered: 0 },
        ...{ media: [MEDIA], readOnly: false, windows: 1, diagnostics: [] },
      })
    })
  })

  it('gives nothing when the dialog is called off, and a sentence for what is no edition', async () => {
    await withDesk(async ({ folder, window }) => {
      const source = { kind: 'dialog', title: 'Open' } as const
      const desk = window()
      expect(required(await desk.api.openEdition({ source, readOnly: false }))).toBeNull()
      desk.answers.push(join(folder, 'user'))
      mkdirSync(join(folder, 'user'), { recursive: true })
      expect(codeOf(await desk.api.openEdition({ source, readOnly: false }))).toBe(
        'store.not-an-edition',
      )
    })
  })

  it('remembers what was open, and opens it again by its name in the list', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const desk = window()
      const { handle } = await opened(desk, dir)
      required(await desk.api.close({ handle, discard: false }))
      const [recent] = required(await desk.api.recentEditions({}))
      expect(recent).toMatchObject({ name: 'Day', path: dir, missing: false, template: 'plain' })
      expect(recent?.unsaved).toBe(false)
      const source = { kind: 'recent', id: recent?.id ?? '' } as const
      const again = required(await desk.api.openEdition({ source, readOnly: false }))
      expect(again?.path).toBe(dir)
      required(await desk.api.forgetRecent({ id: source.id }))
      expect(required(await desk.api.recentEditions({}))).toEqual([])
      expect(codeOf(await desk.api.openEdition({ source, readOnly: false }))).toBe('recent.unknown')
    })
  })

  it('opens what the system names only after it was admitted', async () => {
    await withDesk(async ({ folder, host, window }) => {
      const dir = await saved(folder)
      const source = { kind: 'recent', id: await host.admit(dir) } as const
      const edition = required(await window().api.openEdition({ source, readOnly: false }))
      expect(edition?.path).toBe(dir)
    })
  })

  it('refuses an edition that another process has, but lets one look', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      writeFileSync(join(dir, '.lock'), JSON.stringify({ pid: 1, host: 'another-machine' }))
      const desk = window()
      desk.answers.push(dir, dir, join(folder, 'documents', 'Copy'))
      const source = { kind: 'dialog', title: 'Open' } as const
      expect(codeOf(await desk.api.openEdition({ source, readOnly: false }))).toBe('edition.in-use')
      const looked = required(await desk.api.openEdition({ source, readOnly: true }))
      if (looked === null) throw new Error('It did not open')
      const { handle } = looked
      const transaction = renaming(smallEdition(), '别报')
      const refusal = await desk.api.append({
        change: randomUUID(),
        handle,
        baseRevision: 0,
        transaction,
      })
      expect(codeOf(refusal)).toBe('edition.read-only')
      expect(codeOf(await desk.api.save({ handle, overwrite: true, title: '' }))).toBe(
        'edition.read-only',
      )
      const copy = required(await desk.api.saveAs({ handle, title: '' }))
      expect(copy?.name).toBe('Copy')
      required(
        await desk.api.append({ change: randomUUID(), handle, baseRevision: 0, transaction }),
      )
      expect(readFileSync(join(dir, '.lock'), 'utf8')).toContain('another-machine')
    })
  })

  it('takes over from a process that is no more', async () => {
    await withDesk(async ({ folder, window }) => {
      const dir = await saved(folder)
      const { hostname } = await import('node:os')
      writeFileSync(join(dir, '.lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }))
      expect((await opened(window(), dir)).readOnly).toBe(false)
    })
  })

  it('opens a folder that cannot be written to look only, and says so', async () => {
    const fs = {
      ...nodeFileSystem,
      write: (path: string, bytes: Uint8Array) =>
        path.endsWith('.lock')
          ? Promise.reject(refused('EROFS'))
          : nodeFileSystem.write(path, bytes),
    }
    await withDesk(
      async ({ folder, window }) => {
        const edition = await opened(window(), await saved(folder))
        expect(edition.readOnly).toBe(true)
        expect(edition.diagnostics.map(({ code }) => code)).toEqual(['edition.read-only'])
      },
      { fs },
    )
  })
})

describe('a new edition', () => {
  it('has blank pages of the template and no place yet', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const edition = required(await desk.api.newEdition(newEdition))
      expect(edition).toMatchObject({ name: '', path: null, revision: 0 })
      const { meta, pages, stories } = editionIn(edition)
      expect(meta).toEqual({ publication: '样报', date: '2026-11-23', issue: null })
      expect(Object.values(pages).map(({ folio }) => folio)).toEqual(['A09', 'A10', 'A11'])
      expect(stories).toEqual({})
      desk.answers.push(join(folder, 'documents', 'New'))
      const { handle } = edition
      const place = required(await desk.api.save({ handle, overwrite: false, title: 'Save' }))
      expect(place?.path).toBe(join(folder, 'documents', 'New.banxin'))
      expect(readdirSync(join(folder, 'user', 'drafts'))).toEqual([])
      expect(required(await desk.api.recentEditions({}))).toMatchObject(
        [{ name: 'New', path: place?.path, publication: '样报' }, { path: null }].slice(0, 1),
      )
    })
  })

  it('is kept among the recent ones when it was changed and never saved', async () => {
    await withDesk(async ({ window }) => {
      const desk = window()
      const edition = required(await desk.api.newEdition(newEdition))
      await rename(desk, edition, '晚报')
      required(await desk.api.close({ handle: edition.handle, discard: false }))
      const [recent] = required(await desk.api.recentEditions({}))
      expect(recent).toMatchObject({ path: null, unsaved: true, missing: false })
      const source = { kind: 'recent', id: recent?.id ?? '' } as const
      const again = required(await desk.api.openEdition({ source, readOnly: false }))
      expect(again).toMatchObject({ recovered: 1, revision: 1, path: null })
    })
  })

  it('leaves nothing behind when it was not changed or is discarded', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const untouched = required(await desk.api.newEdition(newEdition))
      required(await desk.api.close({ handle: untouched.handle, discard: false }))
      const changed = required(await desk.api.newEdition(newEdition))
      await rename(desk, changed, '晚报')
      required(await desk.api.close({ handle: changed.handle, discard: true }))
      expect(readdirSync(join(folder, 'user', 'drafts'))).toEqual([])
      expect(required(await desk.api.recentEditions({}))).toEqual([])
    })
  })

  it("keeps yesterday's frames and furniture and leaves its stories out", async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const { handle } = await opened(desk, await saved(folder))
      required(await desk.api.close({ handle, discard: false }))
      const [recent] = required(await desk.api.recentEditions({}))
      const source = { kind: 'edition', recent: recent?.id ?? '' } as const
      const edition = editionIn(required(await desk.api.newEdition({ source, date: '2026-11-23' })))
      const before = smallEdition()
      expect(edition.meta).toEqual({ ...before.meta, date: '2026-11-23' })
      expect(edition.pages).toEqual(before.pages)
      expect(edition.rubrics).toEqual(before.rubrics)
      const areas = ({ frames }: typeof before) =>
        Object.values(frames).map(({ id, kind, area }) => ({ id, kind, area }))
      expect(areas(edition)).toEqual(expect.arrayContaining([...areas(before)]))
      const texts = Object.values(edition.stories).map(({ id, doc }) => [id, doc.textContent])
      expect(Object.fromEntries(texts)).toEqual({
        ...{ lead: '', brief: '', photo: '' },
        ...{ 'r1-title': '便民', foot: '本版责编 甲三' },
      })
      expect(edition.pictures).toEqual({})
    })
  })

  it("has the number after yesterday's 期号, or none where the paper counts none", () => {
    const after = (issue: number | null) => {
      const yesterday = smallEdition()
      return withoutStories({ ...yesterday, meta: { ...yesterday.meta, issue } }, '2026-11-23').meta
    }
    expect(after(12345).issue).toBe(12346)
    expect(after(null).issue).toBeNull()
  })
})
