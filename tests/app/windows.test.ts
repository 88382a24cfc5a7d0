import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openSample, soon, startApp, type App, type DeskPage } from './drive'
import { SHAPED } from './deskServer'

/** A browser opens six connections to a server for all its windows together. */
const WINDOWS = 8

describe('many windows of one browser', () => {
  let app: App
  const pages: Page[] = []

  beforeAll(async () => {
    app = await startApp([])
    await app.server.use(SHAPED)
    const first = await app.window()
    pages.push(first)
    while (pages.length < WINDOWS) {
      const page = await first.context().newPage()
      await page.goto(app.server.visit())
      pages.push(page)
    }
  })

  afterAll(() => app?.stop())

  it('all show the start screen', async () => {
    for (const page of pages) await page.getByRole('button', { name: 'sample.banxin' }).waitFor()
  })

  it('each ask for an edition and wait for an answer, and none keeps another from its own', async () => {
    for (const page of pages) {
      await page.bringToFront()
      await page.getByRole('button', { name: '打开…' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).waitFor()
    }
    for (const page of pages) {
      await page.bringToFront()
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  it('hear in the last of what is written in the first', async () => {
    const desks: DeskPage[] = []
    for (const page of pages) desks.push(await openSample(page))
    const [first, last] = [desks[0], desks.at(-1)]
    if (first === undefined || last === undefined) throw new Error('All windows are there')
    await first.page.bringToFront()
    await first.writeInFirstStory()
    await first.page.keyboard.type('八窗')
    await first.kept()
    await last.page.bringToFront()
    await last.stories.first().getByRole('button').click()
    await soon(() => last.typed('八窗').count()).toBeGreaterThan(0)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
