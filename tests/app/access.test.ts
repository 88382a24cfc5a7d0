import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unreached } from './byKeys'
import { openSample, soon, startApp, type App } from './drive'
import { root } from './deskServer'
import { dropFiles, pasteFiles } from './handOver'
import { TORN } from './torn'

const DARK_ONLY = { runOnly: ['color-contrast'], resultTypes: ['violations' as const] }

/** What axe-core finds that keeps people out, within `part`, in light and dark, each with the elements it means. */
async function barriers(page: Page, part = 'body'): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .include(part)
      // the window has no frames, for which each look would open a page of its own
      .setLegacyMode()
      .options(colorScheme === 'light' ? { resultTypes: ['violations'] } : DARK_ONLY)
      .analyze()
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(
          `${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        )
  }
  return found
}

describe('the window for everyone', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app?.stop())

  /** A window of the least size, and what comes and goes in it. */
  const opened = async () => {
    const page = await app.window({ viewport: { width: 1280, height: 800 } })
    await page
      .getByRole('button', { name: /\.banxin/u })
      .first()
      .waitFor()
    const shown = (role: 'dialog' | 'menu' | 'alertdialog') => page.getByRole(role).waitFor()
    const away = async (role: 'dialog' | 'menu') => {
      await page.keyboard.press('Escape')
      await page.getByRole(role).waitFor({ state: 'detached' })
    }
    /** A dialog that keys open: looked at, and gone by Esc. */
    const dialog = async (keys: string) => {
      await page.keyboard.press(keys)
      await shown('dialog')
      expect(await barriers(page, '[role=dialog]')).toEqual([])
      await away('dialog')
    }
    return { page, shown, away, dialog }
  }

  it('has no serious barrier in any of its rooms, light or dark', async () => {
    const { page, shown, away, dialog } = await opened()
    expect(await barriers(page)).toEqual([])
    await dialog('Control+n')

    const desk = await openSample(page)
    expect(await barriers(page)).toEqual([])
    await page.locator('.stamp').first().click({ button: 'right' })
    await shown('menu')
    expect(await barriers(page, '[role=menu]')).toEqual([])
    await away('menu')
    await desk.stories.first().getByRole('button').click()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('tab', { name: '文稿' }).click()
    await page.getByRole('textbox', { name: '文稿正文' }).waitFor()
    expect(await barriers(page, '.right-side')).toEqual([])
    for (const tab of ['样式', '问题']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await barriers(page, '.right-side')).toEqual([])
    }
    await page.keyboard.press('Alt+3')
    await soon(() =>
      page.getByRole('region', { name: '分色版' }).getByRole('button').count(),
    ).toBeGreaterThan(2)
    expect(await barriers(page)).toEqual([])
    // left, or for a while the next window is not the only one that has it, and need not ask
    await page.keyboard.press('Control+w')
    await page.locator('.start').waitFor()
    await page.context().close()
  })

  it('has none in any of its dialogs, and Esc leads out of each', async () => {
    const { page, shown, away, dialog } = await opened()
    const desk = await openSample(page)
    await dialog('Control+k')
    await page.keyboard.press('Control+k')
    await shown('dialog')
    await page.keyboard.type('没有这样的命令')
    await page.getByText('没有对上的命令').waitFor()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await away('dialog')
    await dialog('F1')
    await page.keyboard.press('F1')
    await shown('dialog')
    await page.keyboard.type('没有这样的键')
    await page.getByText('没有对上的命令或键').waitFor()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await away('dialog')
    await desk.menu('帮助', '关于版心')
    await shown('dialog')
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await page.getByRole('button', { name: '第三方许可' }).click()
    await page.getByRole('heading', { name: 'Fonts' }).waitFor()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await away('dialog')
    await page.keyboard.press('Control+h')
    await page.keyboard.type('的')
    await page.locator('.find-match').first().waitFor()
    expect(await barriers(page, '.find')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog('Control+Shift+s')
    await page.keyboard.press('Control+e')
    await shown('dialog')
    await page.getByRole('radio', { name: '印刷 PDF' }).check()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await away('dialog')

    await dropFiles(page, [{ name: 'torn.txt', content: TORN }])
    await page.getByRole('dialog', { name: '导入报告' }).waitFor()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await away('dialog')
    await page.keyboard.press('Control+w')
    await shown('alertdialog')
    expect(await barriers(page, '[role=alertdialog]')).toEqual([])
    await page.context().close()
  })

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

  it('comes to every control of panels, dialogs and the press desk by Tab and arrows', async () => {
    const { page } = await opened()
    expect(await unreached(page, '.start')).toEqual([])
    const inDialog = async (keys: string) => {
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      expect(await unreached(page, '[role=dialog]')).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await inDialog('Control+n')
    const desk = await openSample(page)
    expect(await unreached(page, '.desk')).toEqual([])
    await desk.stories.nth(1).getByRole('button').click()
    await desk.followed()
    const picture = readFileSync(join(root, 'resources/samples/picture-1.jpg'))
    await pasteFiles(page, [{ name: 'a.jpg', type: 'image/jpeg', content: picture }])
    const crop = desk.inspector.getByRole('button', { name: /^裁(图|好)/u })
    await soon(() => crop.count()).toBe(1)
    expect(await unreached(page, '.right-side')).toEqual([])
    await crop.focus()
    await page.keyboard.press('Enter')
    await soon(() => crop.getAttribute('aria-pressed')).toBe('true')
    expect(await unreached(page, '.right-side')).toEqual([])
    await desk.stories.first().getByRole('button').click()
    await desk.followed()
    expect(await unreached(page, '.right-side')).toEqual([])
    const rows = desk.inspector.getByRole('spinbutton', { name: '占行', exact: true }).first()
    await rows.fill(String(Number(await rows.inputValue()) - 6))
    await page.keyboard.press('Enter')
    const remedies = page.getByRole('region', { name: '合版办法' }).getByRole('button')
    await soon(() => remedies.count()).toBeGreaterThan(1)
    await desk.followed()
    expect(await unreached(page, '.right-side')).toEqual([])
    for (const tab of ['文稿', '样式', '问题']) {
      await page.getByRole('tab', { name: tab }).focus()
      await page.keyboard.press('Enter')
      await desk.followed()
      expect(await unreached(page, '.right-side')).toEqual([])
    }
    await desk.glass.focus()
    await page.keyboard.press('Control+h')
    await page.keyboard.type('的')
    await page.locator('.find-match').first().waitFor()
    expect(await unreached(page, '.find .find-row')).toEqual([])
    await page.keyboard.press('Control+h')
    await page.keyboard.press('Escape')
    for (const keys of ['Control+e', 'Control+Shift+s', 'F1', 'Control+k']) await inDialog(keys)
    await page.keyboard.press('Alt+3')
    await page.locator('.plate').first().waitFor()
    expect(await unreached(page, '.desk')).toEqual([])
    await page.keyboard.press('Alt+1')
    await dropFiles(page, [{ name: 'torn.txt', content: TORN }])
    await page.getByRole('dialog', { name: '导入报告' }).waitFor()
    expect(await unreached(page, '[role=dialog]')).toEqual([])
    await page.context().close()
  })

  it('gives the focus back to where it was when a dialog opened', async () => {
    const { page } = await opened()
    const desk = await openSample(page)
    const starts = [
      desk.glass,
      desk.inspector.getByLabel('版名'),
      desk.stories.getByRole('button').nth(2),
    ]
    for (const keys of [
      'Control+k',
      'F1',
      'Control+Shift+s',
      'Control+o',
      'Control+e',
      'Control+n',
    ])
      for (const start of starts) {
        await start.focus()
        await page.keyboard.press(keys)
        await page.locator('[role=dialog]:focus-within').waitFor()
        await page.keyboard.press('Tab')
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        await soon(() => start.and(page.locator(':focus')).count()).toBe(1)
      }
    await page.keyboard.press('Control+f')
    const sought = page.getByRole('search').getByRole('textbox').and(page.locator(':focus'))
    await soon(() => sought.count()).toBe(1)
    await page.keyboard.press('Tab')
    await soon(() => sought.count()).toBe(0)
    await page.keyboard.press('Control+f')
    await soon(() => sought.count()).toBe(1)
    await page.context().close()
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
