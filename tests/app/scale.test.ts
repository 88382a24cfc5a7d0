import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutOff } from './cutOff'
import { atRest, openSample, shot, soon, startApp, type App } from './drive'
import { dropFiles } from './handOver'
import { TORN } from './torn'

/** Of every drawn part: its pixels for each pixel of the window. */
const densities = (page: Page) =>
  page.evaluate<number[]>(
    `[...document.querySelectorAll('canvas')].map((one) => Math.round(one.width / one.getBoundingClientRect().width * 20) / 20)`,
  )

describe.each([
  { locale: 'en', deviceScaleFactor: 1.5, colorScheme: 'dark' as const },
  { locale: 'zh-CN', deviceScaleFactor: 2, colorScheme: 'light' as const },
])('the least window at $deviceScaleFactor, in $locale', (look) => {
  let app: App
  let page: Page
  beforeAll(async () => {
    app = await startApp()
    page = await app.window({ ...look, viewport: { width: 1280, height: 800 } })
  })
  afterAll(() => app?.stop())

  let pictures = 0
  /** Nothing is cut, after what was done. */
  const whole = async () => {
    const found = await cutOff(page)
    // what was still on its way is looked at again
    expect.soft(found.length === 0 ? found : await atRest(() => cutOff(page))).toEqual([])
    await shot(page, `scale-${look.locale}-${(pictures += 1)}`)
  }
  const inDialog = async (keys: string, does?: () => Promise<void>) => {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    await does?.()
    await whole()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  it('shows the start screen and its dialog whole', async () => {
    await page.getByText('.banxin').first().waitFor()
    await whole()
    await inDialog('Control+n')
    await inDialog('Control+n', () => page.getByRole('radio').last().check())
  })

  it('shows panels, menus and bars whole, and draws in the screen’s own pixels', async () => {
    const { stories, followed } = await openSample(page)
    await whole()
    await soon(async () => [...new Set(await densities(page))]).toEqual([look.deviceScaleFactor])
    for (const menu of await page.getByRole('menubar').getByRole('menuitem').all()) {
      await menu.click()
      await page.getByRole('menu').waitFor()
      await whole()
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    for (const story of [0, 1]) {
      await stories.nth(story).getByRole('button').click()
      await followed()
      await whole()
    }
    await stories.first().getByRole('button').click()
    await followed()
    await page.locator('.galley-line.role-body').nth(2).click()
    await followed()
    for (const tab of await page.locator('.right-side').getByRole('tab').all()) {
      await tab.click()
      await followed()
      await whole()
    }
  })

  it('shows its dialogs and the press desk whole', async () => {
    for (const keys of ['Control+k', 'F1', 'Control+Shift+s', 'Control+o', 'Control+e'])
      await inDialog(keys)
    await inDialog('Control+e', () => page.getByRole('radio').nth(1).check())
    await page.keyboard.press('Control+h')
    await page.keyboard.type('的')
    await page.locator('.find-match').first().waitFor()
    await whole()
    await page.keyboard.press('Escape')
    await dropFiles(page, [{ name: 'torn.txt', content: TORN }])
    await page.getByRole('dialog').waitFor()
    await whole()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+3')
    await page.locator('.plate').first().waitFor()
    await whole()
    await page.keyboard.press('Control+w')
    await page.getByRole('alertdialog').waitFor()
    await whole()
    expect(app.troubles).toEqual([])
  })
})
