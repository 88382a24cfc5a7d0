/** An edition from another desk: its font and its page template are not here, and its paper has a very long name. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE, SHAPED } from './deskServer'
import { openSample, shot, soon, startApp, type App, type DeskPage } from './drive'
import { dropFiles } from './handOver'

const GONE = 'Nowhere-Serif'
const NAME = '河湾流域晚报'.repeat(14)

describe('what an edition names and is not here', () => {
  let app: App
  let desk: DeskPage

  beforeAll(async () => {
    app = await startApp([])
    await app.server.use(SHAPED)
    const folder = join(app.server.documents, SAMPLE)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.json')) continue
      const text = readFileSync(join(folder, name), 'utf8')
      const other = text
        .replaceAll(/"template": ?"[^"]+"/gu, '"template": "duikai-gone"')
        .replaceAll(/"publication": ?"[^"]*"/gu, `"publication": "${NAME}"`)
        .replace(/("kicker": ?\{\s*"han": ?)"[^"]+"/u, `$1"${GONE}"`)
      writeFileSync(join(folder, name), other)
    }
    desk = await openSample(await app.window())
  })
  afterAll(() => app.stop())

  const problem = (words: string | RegExp) =>
    desk.page.locator('.problems .problem').filter({ hasText: words })
  const toasts = () => desk.page.locator('[data-sonner-toast]')

  it('is told with its name and place, and the page stands', async () => {
    const { page } = desk
    await page.getByRole('tab', { name: /问题/u }).click()
    await soon(() => problem('缺字体').count()).toBe(1)
    expect(await problem('缺字体').textContent()).toContain(`${GONE}（用在引题）`)
    await soon(() => problem('缺模板').count()).toBe(1)
    expect(await problem('缺模板').textContent()).toMatch(/duikai-gone（第 01、02 版）/u)
    await shot(page, 'lacking')
  })

  it('says of the long name that it is cut, on every page that cuts it', async () => {
    await soon(() => problem('报眉放不下').count()).toBe(2)
    await desk.glass.press('Control+0')
    await shot(desk.page, 'lacking-head')
  })

  it('is kept from sending a page out, with the font, its place and the way on', async () => {
    const { page } = desk
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: '输出' })
    await dialog.getByLabel('校样 PDF').check()
    await shot(page, 'lacking-export')
    await dialog.getByRole('button', { name: '输出', exact: true }).click()
    const files = page.locator('.dialog.files')
    await files.getByRole('textbox').fill('page')
    await files.getByRole('button', { name: '存盘' }).click()
    await toasts()
      .filter({ hasText: /没有字体 Nowhere-Serif.*引题/u })
      .last()
      .waitFor()
    await shot(page, 'lacking-refused')
    await page.keyboard.press('Escape')
  })

  it('takes copy all the same', async () => {
    const { page } = desk
    const copy = `渡口新船下水\n　　本报讯（记者 王小河）${'新船昨天在渡口下水，两岸来看的人很多。'.repeat(8)}`
    await dropFiles(page, [{ name: 'boat.txt', content: copy }])
    await page.getByText(/^导入 1 篇/u).waitFor()
    await page.keyboard.press('Escape')
    await shot(page, 'lacking-import')
  })

  it('is put right where the problem leads: another font in the styles, another template', async () => {
    const { page } = desk
    await page.getByRole('tab', { name: /问题/u }).click()
    await problem('缺字体').click()
    const han = page.getByRole('combobox', { name: '汉字' })
    await soon(() => han.inputValue()).toBe(GONE)
    await shot(page, 'lacking-style')
    await han.selectOption({ index: 1 })
    await page.getByRole('tab', { name: /问题/u }).click()
    await soon(() => problem('缺字体').count()).toBe(0)
    await problem('缺模板').click()
    const template = page.getByRole('combobox', { name: '模板' })
    await soon(() => template.locator('option').first().textContent()).toMatch(/不在这里/u)
    await shot(page, 'lacking-template')
    await template.selectOption({
      label: (await template.locator('option').nth(2).textContent()) ?? '',
    })
    await soon(() => problem('缺模板').textContent()).toMatch(/（第 02 版）/u)
    expect(app.troubles).toEqual([])
  })
})
