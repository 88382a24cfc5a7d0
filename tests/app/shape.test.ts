import { beforeAll, describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { journey, shot, soon } from './drive'
import { fittedPage } from './fittedPage'

describe('journey 3: shape the page', () => {
  const { app, desk } = journey(SHAPED)
  beforeAll(() => desk.page.locator('.stamp').nth(1).waitFor())

  const stories = () => desk.stories
  const inspector = () => desk.inspector
  const undoLabel = () => desk.undoLabel()
  const { field, value, at, chosenRect, area, choose, dragTo, chip } = fittedPage(desk)
  const undoOnce = () => desk.page.keyboard.press('Control+z')

  /** Keys as fast as a held key gives them, however slow the machine is. */
  const keysAtOnce = (...keys: readonly (readonly [key: string, shiftKey: boolean])[]) =>
    desk.page.evaluate(`
      for (const [key, shiftKey] of ${JSON.stringify(keys)}) {
        const more = { bubbles: true, cancelable: true }
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, ...more }))
      }`)

  it('draws a frame’s edge to a guide that it comes near', async () => {
    const { page } = desk
    await choose(0)
    const rect = await chosenRect()
    const [, , , rows = 0] = await area()
    const row = rect.height / rows
    const guide = rect.y + rect.height - 5 * row
    await page.keyboard.press('Escape')
    const guides = inspector().getByRole('group', { name: '辅助线' })
    await guides.getByRole('button', { name: '加横线' }).click()
    const height = guides.getByRole('spinbutton', { name: '横线 mm' })
    await height.fill(guide.toFixed(1))
    await height.press('Enter')
    await choose(0)
    const middle = rect.x + rect.width / 2
    await dragTo(await at(middle, rect.y + rect.height), await at(middle, guide + 0.7 * row))
    await page.mouse.up()
    await soon(async () => (await area())[3]).toBe(rows - 5)
    await undoOnce()
    await soon(async () => (await area())[3]).toBe(rows)
    await page.keyboard.press('Escape')
    await desk.menu('视图', '清除本版辅助线')
  })

  it('sizes a frame by its handle, recomposing as it goes, as one undo entry', async () => {
    const { page } = desk
    await choose(0)
    await shot(desk.page, 'chosen')
    const before = await area()
    const rect = await chosenRect()
    const foot = [rect.x + rect.width / 2, rect.y + rect.height] as const
    await dragTo(await at(...foot), await at(foot[0], foot[1] - 40))
    await soon(chip).toMatch(/^5 栏 × 3\d 行/u)
    expect(await chip()).toMatch(/超 \d+ 行( \d+ 字)?\s*刚才/u)
    await shot(desk.page, 'resizing')
    expect(await area()).toEqual(before)
    await page.mouse.up()
    await soon(() => value('占行')).toBeLessThan(before[3] ?? 0)
    await soon(() => stories().first().locator('.fit').textContent()).toMatch(/^超/u)
    expect(await undoLabel()).toBe('撤销 改框大小')
    await undoOnce()
    await soon(area).toEqual(before)
    expect(await undoLabel()).toBe('撤销')
  })

  it('takes nothing when Escape ends the drag', async () => {
    const { page } = desk
    await choose(0)
    const before = await area()
    const rect = await chosenRect()
    const middle = [rect.x + rect.width / 2, rect.y + rect.height / 3] as const
    await dragTo(await at(...middle), await at(middle[0] + 50, middle[1] + 40))
    await soon(chip).toMatch(/栏/u)
    await page.keyboard.press('Escape')
    expect(await page.locator('.gesture-chip').count()).toBe(0)
    await page.mouse.up()
    expect(await area()).toEqual(before)
    expect(await undoLabel()).toBe('撤销')
  })

  it('moves a frame from cell to cell, and with Alt a copy of it', async () => {
    const { page } = desk
    await choose(1)
    const before = await area()
    const rect = await chosenRect()
    const middle = [rect.x + rect.width / 2, rect.y + rect.height / 3] as const
    await dragTo(await at(...middle), await at(middle[0] + 48, middle[1] - 30))
    await soon(chip).toMatch(/栏/u)
    await shot(desk.page, 'moving')
    await page.mouse.up()
    await soon(() => value('栏')).toBe((before[0] ?? 0) + 1)
    expect(await undoLabel()).toBe('撤销 移框')
    await undoOnce()
    await soon(area).toEqual(before)
    await desk.followed()
    const count = await stories().count()
    await page.keyboard.down('Alt')
    await dragTo(await at(...middle), await at(middle[0] + 48, middle[1] - 30))
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await soon(() => stories().count()).toBe(count + 1)
    expect(await undoLabel()).toBe('撤销 直接复制')
    await undoOnce()
    await soon(() => stories().count()).toBe(count)
  })

  it('breaks columns, sets the headline and steps cells from the inspector', async () => {
    const { page } = desk
    await choose(0)
    expect(await value('破栏')).toBe(3)
    await field('破栏').fill('4')
    await page.keyboard.press('Enter')
    await soon(() => value('破栏')).toBe(4)
    await soon(() => value('栏宽')).toBeLessThan(22)
    await field('破栏').fill('1')
    await page.keyboard.press('Escape')
    expect(await value('破栏')).toBe(4)
    await shot(desk.page, 'columns')
    await field('占行').focus()
    await keysAtOnce(['ArrowDown', false], ['ArrowDown', false])
    await soon(() => value('占行')).toBe(40)
    await undoOnce()
    await soon(() => value('占行')).toBe(42)
    await field('题级').press('ArrowUp')
    await soon(() => value('题级')).toBe(2)
    await undoOnce()
    await undoOnce()
    await soon(() => value('破栏')).toBe(3)
  })

  it('drags a tip box within its frame over other columns', async () => {
    const { page } = desk
    await choose(0)
    const from = await value('起栏')
    const row = await value('起行')
    const rect = await chosenRect()
    await inspector().getByRole('group', { name: '文中框' }).getByRole('spinbutton').first().focus()
    const box = [rect.x + rect.width * 0.33, rect.y + rect.height * 0.6] as const
    await dragTo(await at(...box), await at(box[0] + 60, box[1] + 20))
    await soon(chip).toMatch(/字 × \d+ 行/u)
    await shot(desk.page, 'inset')
    await page.mouse.up()
    await soon(() => value('起行')).not.toBe(row)
    expect(await value('起栏')).not.toBe(from)
    expect(await undoLabel()).toBe('撤销 移文中框')
    await undoOnce()
    await soon(() => value('起行')).toBe(row)
  })

  it('chooses several by Shift-click and marquee, aligns them and nudges them as one entry', async () => {
    const { page } = desk
    await choose(0)
    const first = await chosenRect()
    await choose(1)
    const second = await chosenRect()
    await page.keyboard.down('Shift')
    await page.mouse.click(...(await at(first.x + 20, first.y + 60)))
    await page.keyboard.up('Shift')
    await soon(() => inspector().getByText('选中 2 个框').count()).toBe(1)
    await shot(desk.page, 'several')
    await keysAtOnce(['ArrowDown', false], ['ArrowDown', false], ['ArrowDown', true])
    await soon(undoLabel).toBe('撤销 移框')
    await undoOnce()
    expect(await undoLabel()).toBe('撤销')
    await page.mouse.click(...(await at(2, 300)))
    await soon(() => inspector().getByText('选中 2 个框').count()).toBe(0)
    await dragTo(await at(2, second.y - 4), await at(300, second.y + 4))
    await shot(desk.page, 'marquee')
    await page.mouse.up()
    await soon(() =>
      inspector()
        .getByText(/选中 \d 个框/u)
        .count(),
    ).toBe(1)
    await inspector().getByRole('button', { name: '右对齐' }).click()
    await soon(undoLabel).toBe('撤销 对齐')
    await undoOnce()
  })

  it('takes up the field of what is double-clicked in the 报眉, and the caret in a 栏目 title', async () => {
    const { page } = desk
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+0')
    const focused = () =>
      page.evaluate<string | null>(`document.activeElement.getAttribute('aria-label')`)
    for (const [x, name] of [
      [41, '报名'],
      [195, '版名'],
      [320, '日期'],
      [365, '版次'],
    ] as const) {
      await page.mouse.dblclick(...(await at(x, 25)))
      await soon(focused).toBe(name)
    }
    await page.getByRole('button', { name: '右栏' }).click()
    await page.locator('.right-side[inert]').waitFor({ state: 'attached' })
    await page.mouse.dblclick(...(await at(195, 25)))
    await soon(focused).toBe('版名')
    expect(await page.locator('.right-side').evaluate((side) => side.clientWidth)).toBe(344)
    await page.mouse.dblclick(...(await at(306, 248)))
    await soon(() => page.locator('.status-middle').textContent()).toContain('楼上楼下')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
