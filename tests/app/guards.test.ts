/** What nobody foresaw: a panel that fails falls alone, and a window that does is read anew with the work in it. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskPage, journey, soon } from './drive'

/** Lets `broken` on the window make a function of the page's own throw, where a part of the desk calls it. */
async function plant(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const count = Number.prototype.toLocaleString
    Number.prototype.toLocaleString = function (...args) {
      // counts of a whole story: the list has them, the page has not
      if (window.broken === 'panel' && this >= 1000) throw new Error('planted in a panel')
      return count.apply(this, args)
    }
    const title = Object.getOwnPropertyDescriptor(Document.prototype, 'title')
    Object.defineProperty(document, 'title', {
      get() { return title.get.call(document) },
      set(words) {
        if (window.broken === 'window') throw new Error('planted in the window')
        title.set.call(document, words)
      },
    })
  })()`)
}

describe('a part of the window that fails', () => {
  const { desk } = journey(['page-1.txt'])
  beforeAll(() => plant(desk.page))

  const failed = () => desk.page.locator('.panel-failed')

  it('falls alone: the page is written on, and the panel comes back', async () => {
    const { page } = desk
    await desk.writeInFirstStory()
    await page.evaluate(`window.broken = 'panel'`)
    await page.keyboard.type('zqpanel')
    await soon(() => failed().count()).toBeGreaterThan(0)
    expect(await failed().first().textContent()).toMatch(/重开此栏/u)
    expect(await desk.glass.isVisible()).toBe(true)
    await page.evaluate(`window.broken = ''`)
    await soon(async () => {
      const again = failed().getByRole('button', { name: '重开此栏' })
      if ((await again.count()) > 0) await again.first().click()
      return failed().count()
    }).toBe(0)
    await soon(() => desk.stories.count()).toBeGreaterThan(3)
    await desk.glass.locator('.ProseMirror').focus()
    await page.keyboard.type('again')
    await soon(() => desk.typed('zqpanelagain').count()).toBe(1)
    await desk.kept()
  })

  it('as a whole says so, and read anew has the work in it', async () => {
    const { page } = desk
    await page.keyboard.press('Control+s')
    await soon(() => page.title()).not.toMatch(/^•/u)
    await desk.glass.locator('.ProseMirror').focus()
    await page.evaluate(`window.broken = 'window'`)
    await page.keyboard.type('zqwindow')
    const alert = page.locator('.window-failed')
    await alert.waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await alert.getByRole('button').click()
    await page
      .getByRole('button', { name: /sample/u })
      .first()
      .click()
    await page.getByRole('application').waitFor()
    const after = deskPage(page)
    await after.stories.first().getByRole('button').click()
    await soon(() => after.typed('zqpanelagain').count()).toBe(1)
    // what was typed before the window fell is in the journal
    await soon(() => after.typed('zqpanelagainz').count()).toBe(1)
  })
})
