/** Parts of the window whose script does not come: told, and there as soon as they can be had. */
import type { Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openSample, shot, soon, startApp, type App, type DeskPage } from './drive'

describe('a part of the window that cannot be fetched', () => {
  let app: App
  let desk: DeskPage
  /** Scripts that the desk does not give out. */
  let withheld: RegExp | null = null
  /** How often the styles panel was asked for; the first time, in an idle moment, it does not come. */
  let asked = 0

  beforeAll(async () => {
    app = await startApp(['page-1.txt'])
    const page = await app.window()
    withheld = /\/assets\/(?:ProblemsPanel|OpenFind|Palette|ExportDialog|panels)-/u
    await page.route(/\/assets\//u, (route: Route) =>
      withheld?.test(route.request().url()) ? route.abort() : route.continue(),
    )
    await page.route(/\/assets\/StylesPanel-/u, (route) =>
      (asked += 1) === 1 ? route.abort() : route.fallback(),
    )
    desk = await openSample(page)
  })
  afterAll(() => app.stop())
  afterEach(() => desk.page.keyboard.press('Escape'))

  const failed = () => desk.page.locator('.panel-failed')
  const again = () => failed().getByRole('button', { name: '再试一次' })

  it('once is fetched when it is shown, and nobody notices', async () => {
    const { page } = desk
    await soon(() => asked).toBe(1)
    await page.getByRole('tab', { name: '样式' }).click()
    await soon(() => page.getByRole('tabpanel').getByText('正文').count()).toBeGreaterThan(0)
    expect(await failed().count()).toBe(0)
  })

  it('says so in its place alone, and comes by its button', async () => {
    const { page } = desk
    await page.getByRole('tab', { name: /问题/u }).click()
    await failed()
      .getByText(/没有取来.*过一会儿再试/u)
      .waitFor()
    // what is only for screen readers leaves no second box
    expect(await failed().count()).toBe(1)
    await again().click()
    await soon(() => failed().count()).toBe(1)
    withheld = /\/assets\/(?:OpenFind|Palette|ExportDialog|panels)-/u
    await again().click()
    await soon(() => failed().count()).toBe(0)
    await page.locator('.problems, .panel-hint').first().waitFor()
  })

  it('of several that are one script, one button brings all', async () => {
    const { page } = desk
    await page.keyboard.press('Alt+3')
    await soon(() => failed().count()).toBe(4)
    await shot(page, 'fetched-press')
    for (const box of await failed().all()) {
      const { height = 0 } = (await box.boundingBox()) ?? {}
      const text = await box.getByRole('button').boundingBox()
      expect(text?.height ?? 0).toBeLessThanOrEqual(height)
    }
    withheld = /\/assets\/(?:OpenFind|Palette|ExportDialog)-/u
    await again().first().click()
    await soon(() => failed().count()).toBe(0)
    await page.keyboard.press('Alt+1')
  })

  it('of a dialog is told, and the next key tries again', async () => {
    const { page } = desk
    const told = page.locator('[data-sonner-toast]', { hasText: '没有取来' })
    await page.keyboard.press('Control+k')
    await told.first().waitFor()
    await page.keyboard.press('Control+e')
    await soon(() => told.count()).toBe(2)
    await shot(page, 'fetched-dialog')
    expect(await failed().count()).toBe(0)
    withheld = /\/assets\/(?:OpenFind|ExportDialog)-/u
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    withheld = /\/assets\/OpenFind-/u
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog', { name: '输出' }).waitFor()
  })

  it('leaves the page to be written on meanwhile', async () => {
    const { page } = desk
    await page.keyboard.press('Control+f')
    await failed().waitFor()
    await page.getByRole('tab', { name: '小样' }).click()
    await desk.writeInFirstStory()
    await page.keyboard.type('zqmeanwhile')
    await soon(() => desk.typed('zqmeanwhile').count()).toBe(1)
    await shot(page, 'fetched-find')
    withheld = null
    await again().click()
    await page.getByRole('textbox', { name: '查找' }).waitFor()
    expect(await failed().count()).toBe(0)
    expect(app.troubles).toEqual([])
  })
})
