import { describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { boxOf, journey, soon } from './drive'
import { dropFiles } from './handOver'

const TODAY = ['河湾灌区改造完工', '渡口夜里加开两班船', '老粮仓里办起声音展']
  .map(
    (title, i) =>
      `${title}\n\n　　本报讯（记者 王小河）${'今年全县的水能送到最远的田头。'.repeat(9 + 4 * i)}`,
  )
  .join('\n\n')

/** What somebody who has made pages elsewhere reaches for first. */
describe('the first hour', () => {
  const { app, desk } = journey(SHAPED)

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await desk.page.keyboard.press(key)
  }
  /** Keys as fast as a held key gives them, however slow the machine is. */
  const typeAtOnce = (...keys: readonly string[]) =>
    desk.page.evaluate(`{
      const text = document.querySelector('.input-surface .ProseMirror')
      for (const key of ${JSON.stringify(keys)}) {
        const press = { key, charCode: key.charCodeAt(0), bubbles: true, cancelable: true }
        text.dispatchEvent(new KeyboardEvent('keydown', press))
        if (key.length === 1) text.dispatchEvent(new KeyboardEvent('keypress', press))
      }
    }`)
  const headline = () => desk.stories.first().locator('.story-title').textContent()

  it('goes by its key to the part of the headline group that the story has, from text and frame', async () => {
    await desk.writeInFirstStory()
    await press('Control+Alt+Digit2')
    await desk.page.keyboard.type('QQQ')
    await soon(headline).toMatch(/QQQ$/u)
    await press('Escape', 'Control+z')
    await soon(headline).not.toMatch(/QQQ/u)
    await press('Escape')
    await desk.stories.first().getByRole('button').click()
    await press('Control+Alt+Digit2')
    await desk.page.keyboard.type('WWW')
    await soon(headline).toMatch(/WWW$/u)
    await press('Control+z')
    await soon(headline).not.toMatch(/WWW/u)
    await desk.writeInFirstStory()
    await desk.menu('文字', /^到主题/u)
    await desk.page.keyboard.type('EEE')
    await soon(headline).toMatch(/EEE$/u)
    await press('Control+z')
    await soon(headline).not.toMatch(/EEE/u)
  })

  it('takes back what was typed and mended in one go by one undo', async () => {
    await desk.writeInFirstStory()
    const words = () => desk.page.locator('.galley-lines').textContent()
    const before = await words()
    await typeAtOnce('Q', 'W', 'E', 'R', 'Backspace', 'Backspace', 'Q')
    await soon(() => desk.typed('QWQ').count()).toBe(1)
    await press('Control+z')
    await soon(words).toBe(before)
  })

  it('tells of a picture that is still to come in lists and problems, and crosses its place', async () => {
    await press('Escape', 'Escape', 'Control+0')
    const picture = desk.stories.nth(1)
    await soon(() => picture.locator('.fit').textContent()).toBe('缺图')
    await picture.getByRole('button').click()
    await soon(() => desk.page.locator('.galley-head .fit').textContent()).toBe('缺图')
    await desk.inspector.getByRole('button', { name: '放图…' }).waitFor()
    await desk.page.getByRole('tab', { name: /^问题/u }).click()
    const told = desk.page.locator('.problem', { hasText: '图片没有到' })
    await soon(() => told.count()).toBe(4)
    const words = await desk.inspector.locator('p').first().innerText()
    const [x = 0, y = 0, width = 0] = (words.match(/[\d.]+/gu) ?? []).map(Number)
    await press('Escape')
    const box = await boxOf(desk.glass)
    const perMm = (box.height - 40) / 550
    const [left, top] = [(box.width - 390 * perMm) / 2 + x * perMm, 20 + y * perMm]
    /** Whether one row of pixels below the upper edge has a line near the left corner. */
    const isCrossed = () =>
      desk.page.evaluate<boolean>(`{
        const ctx = document.querySelector('canvas.page').getContext('2d')
        const row = ctx.getImageData(${left} + 4, ${top} + 12, ${width * perMm} / 3, 1).data
        const reds = [...row].filter((_value, i) => i % 4 === 0)
        Math.max(...reds) - Math.min(...reds) > 40
      }`)
    await press("Control+'")
    await soon(isCrossed).toBe(true)
    await press('w')
    await soon(isCrossed).toBe(false)
    await press('w', "Control+'")
  })

  it('fills yesterday’s empty frames with the copy that came in, and takes all back by one undo', async () => {
    const { page } = desk
    await page.keyboard.press('Control+s')
    await page
      .getByText(/^已存盘/u)
      .first()
      .waitFor()
    await desk.menu('文件', /^新建一期/u)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/以前一期的版面/u).check()
    await dialog.getByRole('button', { name: '新建' }).click()
    const fits = () => desk.stories.locator('.story-line').allTextContents()
    const blank = async () => (await fits()).filter((line) => line.startsWith('0 ')).length
    await soon(blank).toBeGreaterThan(4)
    const before = await blank()
    expect(await desk.stories.locator('.story-title').first().textContent()).toBe('—')
    await dropFiles(page, [{ name: 'today.txt', content: TODAY }])
    await page.getByRole('button', { name: '改排进空框' }).click({ timeout: 90_000 })
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.stamp').count()).toBe(2)
    await soon(blank).toBe(before - 3)
    await press('Control+z')
    await soon(() => page.locator('.stamp').count()).toBe(3)
    await press('Control+z')
    await soon(blank).toBe(before)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
