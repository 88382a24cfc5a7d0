import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSample, soon, startApp, type App } from './drive'

/** What axe-core finds that keeps people out, each with the elements it means. */
async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

describe('the window for everyone', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app?.stop())

  it.each(['light', 'dark'] as const)(
    'has no serious barrier, %s',
    async (colorScheme) => {
      const page = await app.window({ colorScheme })
      await page
        .getByRole('button', { name: /\.banxin/u })
        .first()
        .waitFor()
      expect(await barriers(page)).toEqual([])
      const desk = await openSample(page)
      await desk.stories.first().getByRole('button').click()
      expect(await barriers(page)).toEqual([])
      await page.getByRole('tab', { name: '文稿' }).click()
      await page.getByRole('textbox', { name: '文稿正文' }).waitFor()
      expect(await barriers(page)).toEqual([])
      for (const tab of ['样式', '问题']) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await barriers(page)).toEqual([])
      }
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      expect(await barriers(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+e')
      await page.getByRole('dialog').waitFor()
      expect(await barriers(page)).toEqual([])
      await page.context().close()
    },
    180_000,
  )

  it('goes by keys alone from the start screen into a story and out again', async () => {
    const page = await app.window({ viewport: { width: 1280, height: 800 } })
    const edition = page.getByRole('button', { name: /\.banxin/u }).first()
    await edition.waitFor()
    const focused = page.locator(':focus')
    for (let i = 0; i < 30; i++) {
      if ((await edition.and(focused).count()) === 1) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('application').waitFor()
    const onCanvas = () => page.locator('[data-region=canvas]:focus-within').count()
    for (let i = 0; i < 12; i++) {
      if ((await onCanvas()) === 1) break
      await page.keyboard.press('F6')
    }
    expect(await onCanvas()).toBe(1)
    await page.keyboard.press(']')
    await page.keyboard.press('Enter')
    await soon(() => page.locator('.ProseMirror').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.frame-tag').count()).toBe(0)
    expect(await onCanvas()).toBe(1)
    await page.context().close()
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
