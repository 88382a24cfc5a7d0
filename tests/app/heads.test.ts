import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { atRest, boxOf, journey, shot, soon } from './drive'

const LEAD = '每块石头都认得回桥的路'

describe('headline forms', () => {
  const { app, desk } = journey(SHAPED)

  const inspector = () => desk.inspector
  const form = (name: string) => inspector().getByRole('button', { name, exact: true })
  const field = (name: string) => inspector().getByRole('spinbutton', { name, exact: true })

  async function choose(title: string): Promise<void> {
    await desk.page.keyboard.press('Escape')
    await desk.page.keyboard.press('Escape')
    await desk.stories.filter({ hasText: title }).getByRole('button').first().click()
    await soon(() => form('盖文').count()).toBe(1)
    await desk.page.keyboard.press('Control+0')
    await desk.glass.focus()
  }

  /** Where the caret stands in the window, once it has come to rest. */
  const caret = () =>
    atRest(() =>
      desk.page.evaluate<{ readonly x: number; readonly y: number }>(`{
        const range = getSelection().getRangeAt(0)
        const { x, y } = range.getClientRects()[0] ?? range.getBoundingClientRect()
        ;({ x, y })
      }`),
    )

  /** Where a line of the lead begins on the canvas, in pixels from its left and top. */
  async function placeOf(line: Locator) {
    const box = await boxOf(desk.glass)
    await line.locator('.galley-text').click({ position: { x: 2, y: 8 } })
    await desk.glass.locator('.ProseMirror').focus()
    const { x, y } = await caret()
    await choose(LEAD)
    return { left: x - box.x, down: y - box.y }
  }

  /** First line of the 主题, and of the text in the last of the lead's three columns. */
  const headline = () => placeOf(desk.page.locator('.galley-line.role-headline').first())
  const lastColumn = () => placeOf(desk.page.locator('.galley-column + .galley-line').last())

  it('stand where their names say, each one undo entry that brings the headline back', async () => {
    await choose(LEAD)
    await soon(() => form('盖文').getAttribute('aria-pressed')).toBe('true')
    const look = async () => ({ head: await headline(), text: await lastColumn() })
    const over = await look()
    expect(over.text.down).toBeGreaterThan(over.head.down + 20)
    const set = async (name: string) => {
      await form(name).click()
      await soon(() => form(name).getAttribute('aria-pressed')).toBe('true')
      const stands = await look()
      await shot(desk.page, name)
      expect(await desk.undoLabel()).toBe('撤销 改题')
      await desk.glass.focus()
      await desk.page.keyboard.press('Control+z')
      await soon(() => form('盖文').getAttribute('aria-pressed')).toBe('true')
      expect(await look()).toEqual(over)
      expect(await desk.undoLabel()).toBe('撤销')
      return stands
    }
    const beside = await set('串文')
    expect(beside.text.down).toBeLessThan(beside.head.down)
    expect(beside.head.left).toBeLessThan(beside.text.left - 100)
    const between = await set('眉心')
    expect(between.text.down).toBeLessThan(between.head.down)
    expect(between.head.left).toBeGreaterThan(over.head.left + 70)
    const waist = await set('腰题')
    expect(waist.head.down).toBeGreaterThan(over.head.down + 60)
  })

  it('come by name from the command box, and go to other columns and rows by number', async () => {
    await choose(LEAD)
    await desk.page.keyboard.press('Control+k')
    await desk.page.getByRole('combobox').fill('串文')
    await desk.page.keyboard.press('Enter')
    await soon(() => form('串文').getAttribute('aria-pressed')).toBe('true')
    const left = await headline()
    await field('题起栏').fill('2')
    await field('题起栏').press('Enter')
    await soon(() => field('题起栏').inputValue()).toBe('2')
    const right = await headline()
    expect(right.left).toBeGreaterThan(left.left + 40)
    expect(right.down).toBe(left.down)
    await field('题起行').press('ArrowUp')
    await soon(() => form('腰题').getAttribute('aria-pressed')).toBe('true')
    await soon(() => field('题起行').inputValue()).toBe('4')
    await shot(desk.page, '腰题在右')
    for (let changes = 0; changes < 3; changes++) {
      await desk.glass.focus()
      await desk.page.keyboard.press('Control+z')
    }
    await soon(() => form('盖文').getAttribute('aria-pressed')).toBe('true')
    expect(await desk.undoLabel()).toBe('撤销')
  })

  it('go along with a drag over columns and rows, as one undo entry', async () => {
    await choose(LEAD)
    await form('串文').click()
    await soon(() => form('串文').getAttribute('aria-pressed')).toBe('true')
    const from = await headline()
    const box = await boxOf(desk.glass)
    const [x, y] = [box.x + from.left + 20, box.y + from.down + 8]
    await desk.page.mouse.move(x, y)
    await desk.page.mouse.down()
    await desk.page.mouse.move(x + 30, y + 20, { steps: 2 })
    await desk.page.mouse.move(x + 80, y + 60, { steps: 3 })
    await soon(() => desk.page.locator('.gesture-chip').count()).toBe(1)
    await shot(desk.page, '拖题')
    await desk.page.mouse.up()
    await soon(() => form('腰题').getAttribute('aria-pressed')).toBe('true')
    expect(await field('题起栏').inputValue()).toBe('2')
    const to = await headline()
    expect(to.left).toBeGreaterThan(from.left + 60)
    expect(to.down).toBeGreaterThan(from.down + 40)
    await desk.glass.focus()
    await desk.page.keyboard.press('Control+z')
    await soon(() => form('串文').getAttribute('aria-pressed')).toBe('true')
    expect(await headline()).toEqual(from)
    await desk.glass.focus()
    await desk.page.keyboard.press('Control+z')
    await soon(() => form('盖文').getAttribute('aria-pressed')).toBe('true')
  })

  it('stand beside the text where their characters can, and are not offered where not', async () => {
    await choose(LEAD)
    expect(await form('竖题左').isDisabled()).toBe(true)
    expect(await form('竖题左').getAttribute('title')).toContain('竖排')
    await choose('六个老小区合用九台爬楼机')
    expect(await form('眉心').isDisabled()).toBe(true)
    for (const name of ['竖题左', '竖题右', '盖文']) {
      await form(name).click()
      await soon(() => form(name).getAttribute('aria-pressed')).toBe('true')
    }
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
