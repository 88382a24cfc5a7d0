import { beforeAll, describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { boxOf, journey, shot, soon } from './drive'
import { fittedPage } from './fittedPage'

describe('journey 3: place, draw and take off the page', () => {
  const { app, desk } = journey(SHAPED)
  beforeAll(() => desk.page.locator('.stamp').nth(1).waitFor())

  const glass = () => desk.glass
  const stories = () => desk.stories
  const inspector = () => desk.inspector
  const undoLabel = () => desk.undoLabel()
  const { field, value, at, chosenRect, area, choose, dragTo, chip } = fittedPage(desk)
  const undoOnce = () => desk.page.keyboard.press('Control+z')

  it('has the commands for what is under the right button, and chooses the original when a copy is undone', async () => {
    const { page } = desk
    await page.keyboard.press('Escape')
    await choose(0)
    const rect = await chosenRect()
    const before = await area()
    await page.keyboard.press('Escape')
    const on = await at(rect.x + rect.width / 2, rect.y + rect.height - 20)
    const names = () => page.getByRole('menu').getByRole('menuitem').allTextContents()
    await page.mouse.click(...on, { button: 'right' })
    await soon(async () => (await names()).join(' ')).toMatch(/^剪切.* 复制.* 直接复制.*上对齐/u)
    await shot(desk.page, 'menu-frame')
    await page.getByRole('menuitem', { name: /^直接复制/u }).click()
    await soon(area).not.toEqual(before)
    await page.keyboard.press('Control+z')
    await soon(area).toEqual(before)
    await page.mouse.dblclick(...on)
    await soon(() => page.locator('.glass .ProseMirror:focus').count()).toBe(1)
    await page.mouse.click(...on, { button: 'right' })
    await soon(async () => (await names()).join(' ')).toMatch(/粘贴.*小标题/u)
    await shot(desk.page, 'menu-text')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.glass .ProseMirror:focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.mouse.click(...(await at(3, 3)), { button: 'right' })
    await soon(async () => (await names()).join(' ')).toMatch(/粘贴.*重新组版.*看原大/u)
    await shot(desk.page, 'menu-paper')
    await page.keyboard.press('Escape')
    await soon(() => page.getByRole('menu').count()).toBe(0)
  })

  it('locks a frame, which then refuses with a word', async () => {
    const { page } = desk
    await choose(0)
    const before = await area()
    const rect = await chosenRect()
    await page.keyboard.press('Control+l')
    await soon(() => inspector().getByRole('button', { name: '解锁' }).count()).toBe(1)
    const middle = [rect.x + 20, rect.y + 60] as const
    await dragTo(await at(...middle), await at(middle[0] + 60, middle[1] + 30))
    await soon(chip).toContain('已锁定')
    await shot(desk.page, 'locked')
    await page.mouse.up()
    expect(await area()).toEqual(before)
    for (let i = 0; i < 3; i++) await page.keyboard.press('Alt+ArrowDown')
    const told = page.locator('[data-sonner-toast]', { hasText: '框已锁定' })
    await soon(() => told.count()).toBe(1)
    await page.keyboard.press('Delete')
    expect(await stories().first().locator('.story-letter').textContent()).toBe('A')
    await page.keyboard.press('Control+l')
    await soon(() => inspector().getByRole('button', { name: '锁定' }).count()).toBe(1)
  })

  it('takes a story off the page to those that wait, and places it again by dragging', async () => {
    const { page } = desk
    await choose(0)
    const title = await stories().first().locator('.story-title').textContent()
    const rect = await chosenRect()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /待排 1/u }).click()
    await soon(() => stories().first().locator('.story-title').textContent()).toBe(title)
    await shot(desk.page, 'waiting')
    const target = await at(rect.x + 40, rect.y + 40)
    const box = await boxOf(glass())
    await stories()
      .first()
      .getByRole('button')
      .first()
      .dragTo(glass(), {
        targetPosition: { x: target[0] - box.x, y: target[1] - box.y },
      })
    await soon(() => page.getByRole('button', { name: /待排 0/u }).count()).toBe(1)
    await soon(() => value('占栏')).toBe(5)
    expect(await undoLabel()).toBe('撤销 上版')
    await shot(desk.page, 'placed')
    await page.getByRole('button', { name: /本版/u }).click()
  })

  it('draws a text frame, a picture frame and a rule where there is room', async () => {
    const { page } = desk
    await choose(0)
    const rect = await chosenRect()
    const count = (await stories().count()) - 1
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /待排 1/u }).waitFor()
    await soon(() => stories().count()).toBe(count)
    await page.keyboard.press('f')
    await dragTo(await at(rect.x + 4, rect.y + 4), await at(rect.x + 100, rect.y + 60))
    await soon(chip).toMatch(/^3 栏 × 1\d 行/u)
    await shot(desk.page, 'drawing')
    await page.mouse.up()
    await soon(() => stories().count()).toBe(count + 1)
    await page.mouse.dblclick(...(await at(rect.x + 50, rect.y + 40)))
    await page.keyboard.type('zqnew')
    await soon(() => desk.typed('zqnew').count()).toBe(1)
    await undoOnce()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await glass().focus()
    await page.keyboard.press('p')
    await dragTo(await at(rect.x + 140, rect.y + 4), await at(rect.x + 200, rect.y + 60))
    await page.mouse.up()
    await soon(() => stories().count()).toBe(count + 2)
    await glass().focus()
    await page.keyboard.press('l')
    await dragTo(await at(rect.x + 4, rect.y + 80), await at(rect.x + 200, rect.y + 81))
    await soon(chip).toMatch(/^[\d.]+ mm/u)
    await page.mouse.up()
    await soon(() => inspector().locator('h3').first().innerText()).toMatch(/^线/u)
    await shot(desk.page, 'drawn')
    expect(await undoLabel()).toBe('撤销 画线')
    for (const what of ['画图片框', '画文本框', '撤下版面']) {
      await undoOnce()
      await soon(undoLabel).toBe(`撤销 ${what}`)
    }
  })

  it('shapes by keyboard alone: next frame, grow, duplicate, order', async () => {
    const { page } = desk
    await undoOnce()
    await glass().focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press(']')
    await soon(() => field('占行').count()).toBe(1)
    const rows = await value('占行')
    await page.keyboard.press('Alt+ArrowUp')
    await soon(() => value('占行')).toBe(rows - 1)
    await undoOnce()
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await page.keyboard.press('Enter')
    await soon(undoLabel).toBe('撤销 画线')
    await undoOnce()
    await page.keyboard.press(']')
    const letters = async () => (await stories().locator('.story-title').allTextContents()).join()
    await desk.followed()
    const order = await letters()
    await page.keyboard.press('Control+]')
    await soon(letters).not.toBe(order)
    await undoOnce()
    await soon(letters).toBe(order)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
