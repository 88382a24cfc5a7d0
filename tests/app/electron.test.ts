/** The desk in Electron: its window, its menus and dialogs, its end and its coming back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskPage, openSample, soon, textsIn, type DeskPage } from './drive'
import { openElectrons, type ElectronApp, type Electrons } from './electronApp'
import { copySample } from './sampleEdition'

describe('the desk in Electron', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-electron-'))
  const user = join(folder, 'desk')
  const troubles: string[] = []
  let electrons: Electrons
  let edition: string
  let app: ElectronApp
  let page: Page

  beforeAll(async () => {
    edition = await copySample(folder, ['page-1.txt'])
    electrons = await openElectrons(join(folder, 'browser'))
  })
  afterAll(async () => {
    await app.kill()
    await electrons.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const start = async (): Promise<void> => {
    app = await electrons.start(user)
    page = await app.window()
    page.on('pageerror', ({ message }) => troubles.push(message))
    await page.getByRole('heading', { name: '版心', exact: true }).waitFor()
  }
  const type = async (desk: DeskPage, word: string): Promise<void> => {
    await desk.writeInFirstStory()
    await page.keyboard.type(word)
    await soon(() => desk.typed(word).count()).toBeGreaterThan(0)
  }
  const saved = (word: string): boolean => textsIn(edition).some((text) => text.includes(word))

  it('opens an edition through the system’s dialog, and draws no menu bar beside the system’s', async () => {
    await start()
    await app.answer({ canceled: false, filePaths: [edition] })
    await page.getByRole('button', { name: /^打开/u }).click()
    await page.getByRole('application').waitFor({ timeout: 120_000 })
    await page.locator('.stamp').first().waitFor()
    expect(await page.getByRole('menubar').count()).toBe(0)
  })

  it('saves and undoes by the menu', async () => {
    const desk = deskPage(page)
    await type(desk, 'zqmenu')
    await app.accelerator('CmdOrCtrl+S')
    await soon(() => saved('zqmenu')).toBe(true)
    await type(desk, 'zqwrong')
    await app.accelerator('CmdOrCtrl+Z')
    await soon(() => desk.typed('zqwrong').count()).toBe(0)
    await app.accelerator('CmdOrCtrl+S')
    await desk.kept()
  })

  it('gives its page nothing but the calls, and reaches nothing else', async () => {
    const kinds = await page.evaluate<string[]>(
      '[typeof require, typeof process, typeof module, typeof ipcRenderer]',
    )
    expect(kinds).toEqual(['undefined', 'undefined', 'undefined', 'undefined'])
    const reached = (url: string) =>
      page.evaluate<string>(`fetch('${url}').then(() => 'reached', () => 'refused')`)
    expect(await reached('https://example.org/')).toBe('refused')
    expect(await reached('http://127.0.0.1:1/')).toBe('refused')
  })

  it('comes back after it was killed, with what was written', async () => {
    const desk = deskPage(page)
    await type(desk, 'zqback')
    await desk.kept()
    await app.kill()
    await start()
    const again = await openSample(page)
    await page.getByText(/都从日志恢复了/u).waitFor()
    await again.stories.first().getByRole('button').click()
    await soon(() => again.typed('zqback').count()).toBeGreaterThan(0)
    expect(saved('zqback')).toBe(false)
  })

  it('asks before its window closes over unsaved work, stays when called off, and ends when saved', async () => {
    await app.answer({ response: 2 })
    await app.close()
    await soon(() => page.title()).toMatch(/^• /u)
    expect(await page.getByRole('application').count()).toBe(1)
    await app.answer({ response: 0 })
    await app.close()
    await app.ended()
    expect(saved('zqback')).toBe(true)
    expect(troubles).toEqual([])
  })
})
