import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { openSample, soon, startApp, type App, type DeskPage } from './drive'
import { chosenRect as chosenRectOf, placeAt } from './fittedPage'

/** Set to a folder to look at the states the test goes through. */
const shots = process.env['BX_SHOTS']

describe('journey 3: shape the page', () => {
  let app: App
  let desk: DeskPage
  let page: Page

  beforeAll(async () => {
    app = await startApp([])
    await app.server.use(SHAPED)
    desk = await openSample(await app.window())
    ;({ page } = desk)
    await page.locator('.stamp').nth(1).waitFor()
  })

  afterAll(() => app?.stop())

  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
  }
  const glass = () => desk.glass
  const stories = () => desk.stories
  const inspector = () => desk.inspector
  const undoLabel = () => desk.undoLabel()
  const at = (x: number, y: number) => placeAt(desk, x, y)
  const chosenRect = () => chosenRectOf(desk)
  const field = (name: string) => inspector().getByRole('spinbutton', { name, exact: true }).first()
  const value = async (name: string) => Number(await field(name).inputValue())
  const area = async (): Promise<readonly number[]> => [
    await value('栏'),
    await value('行'),
    await value('占栏'),
    await value('占行'),
  ]
  const chip = () => page.locator('.gesture-chip').innerText()
  async function choose(index: number): Promise<void> {
    await stories().nth(index).getByRole('button').first().click()
    await soon(() => field('占栏').count()).toBe(1)
    await page.keyboard.press('Control+0')
    await glass().focus()
  }

  /** Presses at one place, goes to the other in steps, and leaves the button down. */
  async function dragTo(from: readonly [number, number], to: readonly [number, number]) {
    await page.mouse.move(...from)
    await page.mouse.down()
    for (const part of [0.3, 0.7, 1]) {
      await page.mouse.move(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part)
    }
  }

  /** Keys as fast as a held key gives them, however slow the machine is. */
  const keysAtOnce = (...keys: readonly (readonly [key: string, shiftKey: boolean])[]) =>
    page.evaluate(`
      for (const [key, shiftKey] of ${JSON.stringify(keys)}) {
        const more = { bubbles: true, cancelable: true }
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, ...more }))
      }`)

  const undoOnce = () => page.keyboard.press('Control+z')

  it('draws a frame’s edge to a guide that it comes near', async () => {
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
    await choose(0)
    await shot('chosen')
    const before = await area()
    const rect = await chosenRect()
    const foot = [rect.x + rect.width / 2, rect.y + rect.height] as const
    await dragTo(await at(...foot), await at(foot[0], foot[1] - 40))
    await soon(chip).toMatch(/^5 栏 × 3\d 行/u)
    expect(await chip()).toMatch(/超 \d+ 行( \d+ 字)?\s*刚才/u)
    await shot('resizing')
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
    await choose(1)
    const before = await area()
    const rect = await chosenRect()
    const middle = [rect.x + rect.width / 2, rect.y + rect.height / 3] as const
    await dragTo(await at(...middle), await at(middle[0] + 48, middle[1] - 30))
    await soon(chip).toMatch(/栏/u)
    await shot('moving')
    await page.mouse.up()
    await soon(() => value('栏')).toBe((before[0] ?? 0) + 1)
    expect(await undoLabel()).toBe('撤销 移框')
    await undoOnce()
    await soon(area).toEqual(before)
    const count = await stories().count()
    await page.keyboard.down('Alt')
    await dragTo(await at(...middle), await at(middle[0] + 48, middle[1] - 30))
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await soon(() => stories().count()).toBe(count + 1)
    expect(await undoLabel()).toBe('撤销 复制框')
    await undoOnce()
    await soon(() => stories().count()).toBe(count)
  })

  it('breaks columns, sets the headline and steps cells from the inspector', async () => {
    await choose(0)
    expect(await value('破栏')).toBe(3)
    await field('破栏').fill('4')
    await page.keyboard.press('Enter')
    await soon(() => value('破栏')).toBe(4)
    await soon(() => value('栏宽')).toBeLessThan(22)
    await field('破栏').fill('1')
    await page.keyboard.press('Escape')
    expect(await value('破栏')).toBe(4)
    await shot('columns')
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
    await choose(0)
    const from = await value('起栏')
    const row = await value('起行')
    const rect = await chosenRect()
    await inspector().getByRole('group', { name: '文中框' }).getByRole('spinbutton').first().focus()
    const box = [rect.x + rect.width * 0.33, rect.y + rect.height * 0.6] as const
    await dragTo(await at(...box), await at(box[0] + 60, box[1] + 20))
    await soon(chip).toMatch(/字 × \d+ 行/u)
    await shot('inset')
    await page.mouse.up()
    await soon(() => value('起行')).not.toBe(row)
    expect(await value('起栏')).not.toBe(from)
    expect(await undoLabel()).toBe('撤销 移文中框')
    await undoOnce()
    await soon(() => value('起行')).toBe(row)
  })

  it('chooses several by Shift-click and marquee, aligns them and nudges them as one entry', async () => {
    await choose(0)
    const first = await chosenRect()
    await choose(1)
    const second = await chosenRect()
    await page.keyboard.down('Shift')
    await page.mouse.click(...(await at(first.x + 20, first.y + 60)))
    await page.keyboard.up('Shift')
    await soon(() => inspector().getByText('选中 2 个框').count()).toBe(1)
    await shot('several')
    await keysAtOnce(['ArrowDown', false], ['ArrowDown', false], ['ArrowDown', true])
    await soon(undoLabel).toBe('撤销 移框')
    await undoOnce()
    expect(await undoLabel()).toBe('撤销')
    await page.mouse.click(...(await at(2, 300)))
    await soon(() => inspector().getByText('选中 2 个框').count()).toBe(0)
    await dragTo(await at(2, second.y - 4), await at(300, second.y + 4))
    await shot('marquee')
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

  it('has the commands for what is under the right button, and chooses the original when a copy is undone', async () => {
    await page.keyboard.press('Escape')
    await choose(0)
    const rect = await chosenRect()
    const before = await area()
    await page.keyboard.press('Escape')
    const on = await at(rect.x + rect.width / 2, rect.y + rect.height - 20)
    const names = () => page.getByRole('menu').getByRole('menuitem').allTextContents()
    await page.mouse.click(...on, { button: 'right' })
    await soon(async () => (await names()).join(' ')).toMatch(/^复制\S* .*上对齐/u)
    await shot('menu-frame')
    await page.getByRole('menuitem', { name: /^复制/u }).click()
    await soon(area).not.toEqual(before)
    await page.keyboard.press('Control+z')
    await soon(area).toEqual(before)
    await page.mouse.dblclick(...on)
    await soon(() => page.locator('.glass .ProseMirror:focus').count()).toBe(1)
    await page.mouse.click(...on, { button: 'right' })
    await soon(async () => (await names()).join(' ')).toMatch(/粘贴.*小标题/u)
    await shot('menu-text')
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.glass .ProseMirror:focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.mouse.click(...(await at(3, 3)), { button: 'right' })
    await soon(async () => (await names()).join(' ')).toMatch(/粘贴.*重新组版.*看原大/u)
    await shot('menu-paper')
    await page.keyboard.press('Escape')
    await soon(() => page.getByRole('menu').count()).toBe(0)
  })

  it('locks a frame, which then refuses with a word', async () => {
    await choose(0)
    const before = await area()
    const rect = await chosenRect()
    await page.keyboard.press('Control+l')
    await soon(() => inspector().getByRole('button', { name: '解锁' }).count()).toBe(1)
    const middle = [rect.x + 20, rect.y + 60] as const
    await dragTo(await at(...middle), await at(middle[0] + 60, middle[1] + 30))
    await soon(chip).toContain('已锁定')
    await shot('locked')
    await page.mouse.up()
    expect(await area()).toEqual(before)
    await page.keyboard.press('Delete')
    expect(await stories().first().locator('.story-letter').textContent()).toBe('A')
    await page.keyboard.press('Control+l')
    await soon(() => inspector().getByRole('button', { name: '锁定' }).count()).toBe(1)
  })

  it('takes a story off the page to those that wait, and places it again by dragging', async () => {
    await choose(0)
    const title = await stories().first().locator('.story-title').textContent()
    const rect = await chosenRect()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /待排 1/u }).click()
    await soon(() => stories().first().locator('.story-title').textContent()).toBe(title)
    await shot('waiting')
    const target = await at(rect.x + 40, rect.y + 40)
    const box = await glass().boundingBox()
    if (box === null) throw new Error('The canvas has a place')
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
    await shot('placed')
    await page.getByRole('button', { name: /本版/u }).click()
  })

  it('draws a text frame, a picture frame and a rule where there is room', async () => {
    await choose(0)
    const rect = await chosenRect()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /待排 1/u }).waitFor()
    const count = await stories().count()
    await page.keyboard.press('f')
    await dragTo(await at(rect.x + 4, rect.y + 4), await at(rect.x + 100, rect.y + 60))
    await soon(chip).toMatch(/^3 栏 × 1\d 行/u)
    await shot('drawing')
    await page.mouse.up()
    await soon(() => stories().count()).toBe(count + 1)
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
    await shot('drawn')
    expect(await undoLabel()).toBe('撤销 画线')
    for (const what of ['画图片框', '画文本框', '撤下版面']) {
      await undoOnce()
      await soon(undoLabel).toBe(`撤销 ${what}`)
    }
  })

  it('shapes by keyboard alone: next frame, grow, duplicate, order', async () => {
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
    const order = await letters()
    await page.keyboard.press('Control+]')
    await soon(letters).not.toBe(order)
    await undoOnce()
    await soon(letters).toBe(order)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
