/** Journey 7: a folder that cannot be written, one that is taken away, one that another process has. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFileSystem, type FileSystem } from '../../main/services/fileSystem'
import { nodeJournalDisk, type JournalDisk } from '../../main/services/journalDisk'
import { refused } from '../build/failingDisk'
import { root, SAMPLE } from './deskServer'
import {
  answer,
  deskPage,
  openSample,
  question,
  shot,
  soon,
  startApp,
  textsIn,
  type App,
  type DeskPage,
} from './drive'
import { pasteFiles } from './handOver'

/** A disk on which folders of some name are read-only, which no permission does for root. */
function lockableDisk(name: string) {
  const disk = { isLocked: false }
  const guard =
    <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      disk.isLocked && args.some((arg) => typeof arg === 'string' && arg.includes(name))
        ? Promise.reject(refused('EROFS'))
        : run(...args)
  const fs: FileSystem = {
    ...nodeFileSystem,
    write: guard(nodeFileSystem.write),
    duplicate: guard(nodeFileSystem.duplicate),
    makeFolder: guard(nodeFileSystem.makeFolder),
    rename: guard(nodeFileSystem.rename),
    remove: guard(nodeFileSystem.remove),
  }
  const journalDisk: JournalDisk = {
    ...nodeJournalDisk,
    append: guard(nodeJournalDisk.append),
    replace: guard(nodeJournalDisk.replace),
    remove: guard(nodeJournalDisk.remove),
  }
  return { disk, fs, journalDisk }
}

describe('a folder in trouble', () => {
  const { disk, fs, journalDisk } = lockableDisk(SAMPLE)
  let app: App
  let page: Page
  let desk: DeskPage

  beforeAll(async () => {
    app = await startApp(['page-1.txt'], { fs, journalDisk })
    page = await app.window({ colorScheme: 'dark' })
  })
  afterAll(() => app.stop())

  const inDocuments = (name: string) => join(app.server.documents, name)
  const banner = (words: string | RegExp) => page.locator('.banner').filter({ hasText: words })
  const has = (name: string, word: string): boolean =>
    textsIn(inDocuments(name)).some((text) => text.includes(word))
  const type = async (words: string): Promise<void> => {
    await desk.writeInFirstStory()
    await page.keyboard.type(`${words} `)
    await soon(() => desk.typed(words).count()).toBe(1)
  }
  /** Answers the dialog for a place. */
  const saveInto = async (name: string): Promise<void> => {
    const dialog = page.locator('.dialog.files')
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: '存盘' }).click()
    await soon(() => page.title()).toMatch(new RegExp(`^${name}`, 'u'))
  }

  it('that is read-only opens to look, and what is typed goes along when it is saved elsewhere', async () => {
    disk.isLocked = true
    desk = await openSample(page)
    await banner('只读打开').waitFor()
    await shot(page, 'disk-read-only')
    await type('zqreadonly')
    await soon(() => page.getByText(/未存 \d+ 笔/u).count()).toBe(1)
    // only saving elsewhere helps
    expect(await page.getByRole('button', { name: '再试一次' }).count()).toBe(0)
    await page.keyboard.press('Control+s')
    await question(page)
      .getByText(/只读打开的/u)
      .waitFor()
    await shot(page, 'disk-read-only-save')
    await answer(page, '另存到别处…')
    await saveInto('taken')
    await soon(() => has('taken.banxin', 'zqreadonly')).toBe(true)
    await soon(() => banner('只读').count()).toBe(0)
    expect(has(SAMPLE, 'zqreadonly')).toBe(false)
    await type('zqgoeson')
    await desk.kept()
    disk.isLocked = false
    await page.keyboard.press('Control+s')
    await soon(() => has('taken.banxin', 'zqgoeson')).toBe(true)
  })

  it('that is called otherwise is told, and put back goes on as if nothing had been', async () => {
    renameSync(inDocuments('taken.banxin'), inDocuments('other.banxin'))
    await banner('不在原处').waitFor()
    await type('zqgone')
    await soon(() => page.locator('.banner').count()).toBe(1)
    await shot(page, 'disk-gone')
    await page.keyboard.press('Control+s')
    await question(page)
      .getByText(/不在原处/u)
      .waitFor()
    await shot(page, 'disk-gone-save')
    await answer(page, '取消')
    renameSync(inDocuments('other.banxin'), inDocuments('taken.banxin'))
    await soon(() => page.locator('.banner').count()).toBe(0)
    await desk.kept()
    await page.keyboard.press('Control+s')
    await soon(() => has('taken.banxin', 'zqgone')).toBe(true)
  })

  it('that is removed is saved back with all its text, or elsewhere', async () => {
    const pictures = (name: string) =>
      readdirSync(inDocuments(name), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.jpg'),
      )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const picture = join(root, 'resources/samples/picture-1.jpg')
    await pasteFiles(page, [{ name: 'a.jpg', type: 'image/jpeg', content: readFileSync(picture) }])
    await soon(() => pictures('user/spare').length).toBe(1)
    expect(pictures('taken.banxin')).toHaveLength(1)
    rmSync(inDocuments('taken.banxin'), { recursive: true })
    await banner('不在原处').waitFor()
    await type('zqback')
    await banner('不在原处').getByRole('button', { name: '存回原处' }).click()
    await soon(() => page.locator('.banner').count()).toBe(0)
    expect(has('taken.banxin', 'zqback')).toBe(true)
    expect(pictures('taken.banxin')).toHaveLength(1)
    rmSync(inDocuments('taken.banxin'), { recursive: true })
    await banner('不在原处').getByRole('button', { name: '另存到别处…' }).click()
    await saveInto('elsewhere')
    await soon(() => page.locator('.banner').count()).toBe(0)
    expect(has('elsewhere.banxin', 'zqback')).toBe(true)
    expect(pictures('elsewhere.banxin')).toHaveLength(1)
    await page.keyboard.press('Control+w')
    await page.getByRole('heading', { name: '版心', exact: true }).waitFor()
  })

  it('that another process has is told with the ways on, and opens to look', async () => {
    const lock = inDocuments(`${SAMPLE}/.lock`)
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: hostname() }))
    await page.getByRole('button', { name: SAMPLE }).first().click()
    await question(page)
      .getByText(/另一个版心正开着/u)
      .waitFor()
    await shot(page, 'disk-in-use')
    await answer(page, '取消')
    expect(await page.getByRole('application').count()).toBe(0)
    await page.getByRole('button', { name: SAMPLE }).first().click()
    await answer(page, '只读打开')
    await banner('只读打开').waitFor()
    desk = deskPage(page)
    await desk.stories.first().waitFor()
    await desk.followed()
    await type('zqlooked')
    await banner('只读打开').getByRole('button', { name: '另存到别处…' }).click()
    await saveInto('looked')
    await soon(() => has('looked.banxin', 'zqlooked')).toBe(true)
    unlinkSync(lock)
    expect(app.troubles).toEqual([])
  })
})
