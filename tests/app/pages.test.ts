import { describe, expect, it } from 'vitest'
import { journey, soon } from './drive'

describe('many pages', () => {
  const { app, desk } = journey(['page-1.txt', 'page-2.txt'])

  const stamps = () => desk.page.locator('.stamp')
  const names = () => desk.page.locator('.stamp-name').allTextContents()
  const folios = async () => (await names()).map((name) => name.slice(0, 2)).join(' ')
  const front = () => desk.page.locator('.stamp[aria-selected=true] .stamp-name').textContent()
  const addLikeFirst = async () => {
    await stamps().first().click()
    await desk.page.getByRole('button', { name: '加版' }).click()
    await desk.page.getByRole('menuitem', { name: '照这一版加一版' }).click()
    await soon(folios).toBe('01 02 03')
    await soon(front).toMatch(/^02/u)
  }
  const undo = () => desk.page.keyboard.press('Control+z')
  const stories = () => desk.stories.count()

  it('adds a page like the one in front and from a template, and takes it back by one undo', async () => {
    const { page } = desk
    await addLikeFirst()
    await page.getByRole('button', { name: '加版' }).click()
    await page.getByRole('menuitem', { name: /四开 5 栏/u }).click()
    await soon(folios).toBe('01 02 03 04')
    await soon(() => page.locator('.stamp[aria-selected=true] .stamp-fit').textContent()).toBe('空')
    expect(await page.locator('.stamp-fit').first().textContent()).toMatch(/^(齐|超|余)/u)
    await undo()
    await soon(folios).toBe('01 02 03')
    await undo()
    await soon(folios).toBe('01 02')
  })

  it('duplicates a page with its stories from its own menu', async () => {
    const { page } = desk
    await stamps().first().click()
    await soon(front).toMatch(/^01/u)
    await desk.followed()
    const count = await stories()
    await stamps().first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: '复制这一版' }).click()
    await soon(folios).toBe('01 02 03')
    await soon(stories).toBe(count)
    await undo()
    await soon(folios).toBe('01 02')
  })

  it('moves a page by keys and by dragging, and the section moves with it', async () => {
    const { page } = desk
    await stamps().first().click()
    const section = page.getByRole('region', { name: '属性' }).getByLabel('版名')
    await section.fill('头条')
    await section.press('Enter')
    await soon(names).toEqual(['01 头条', expect.stringMatching(/^02/u)])
    await stamps().first().focus()
    await page.keyboard.press('Alt+ArrowRight')
    await soon(names).toEqual([expect.stringMatching(/^01/u), '02 头条'])
    await undo()
    await soon(names).toEqual(['01 头条', expect.stringMatching(/^02/u)])
    await stamps().nth(1).dragTo(stamps().first())
    await soon(names).toEqual([expect.stringMatching(/^01/u), '02 头条'])
    await undo()
    await soon(names).toEqual(['01 头条', expect.stringMatching(/^02/u)])
  })

  it('sends a story on to a page its out port is dropped on, whole, and the page may move', async () => {
    const { page } = desk
    await addLikeFirst()
    await stamps().first().click()
    await soon(front).toMatch(/^01/u)
    await soon(stories).toBeGreaterThan(2)
    const first = desk.stories.first().getByRole('button')
    await first.dragTo(stamps().nth(1))
    await page.getByText(/在本版已经齐了/u).waitFor()
    await first.click()
    const rows = page.getByRole('spinbutton', { name: '占行' })
    await rows.fill('25')
    await rows.press('Enter')
    await soon(() => page.locator('.out-port').textContent()).toMatch(/超/u)
    await page.locator('.out-port').dragTo(stamps().nth(1))
    await page.getByText(/下接 02 版/u).waitFor()
    await soon(() => page.locator('.out-port').textContent()).not.toMatch(/超/u)
    await stamps().nth(1).click()
    await soon(front).toMatch(/^02/u)
    await soon(stories).toBe(1)
    await desk.stories.first().getByRole('button').click()
    const turnHead = desk.inspector.getByRole('textbox', { name: '转版题' })
    await turnHead.fill('桥上的续文')
    await turnHead.press('Enter')
    await soon(() => desk.typed('桥上的续文').count()).toBeGreaterThan(0)
    // it takes rows of the frame, which was as deep as the text
    await soon(() => page.locator('.out-port').textContent()).toMatch(/超/u)
    await undo()
    await soon(() => desk.typed('桥上的续文').count()).toBe(0)
    await stamps().nth(1).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await soon(front).toMatch(/^03/u)
    await stamps().first().click()
    await soon(front).toMatch(/^01/u)
    await desk.stories.first().getByRole('button').click()
    await soon(() => page.locator('.out-port').textContent()).not.toMatch(/超/u)
    await page.keyboard.press('Escape')
    for (let i = 0; i < 4; i++) await undo()
    await soon(folios).toBe('01 02')
  })

  it('deletes a page; its stories wait, and the toast brings all back', async () => {
    const { page } = desk
    await stamps().nth(1).click()
    await stamps().nth(1).focus()
    await page.keyboard.press('Delete')
    await soon(folios).toBe('01')
    await soon(() => page.getByRole('button', { name: /^待排/u }).textContent()).toMatch(
      /待排 [1-9]/u,
    )
    await page.getByText(/02 版已删去/u).waitFor()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await soon(folios).toBe('01 02')
    await soon(() => page.getByRole('button', { name: /^待排/u }).textContent()).toBe('待排 0')
  })

  it('makes a page up again beside the window, with proposals a key apart and locked frames as they were', async () => {
    const { page } = desk
    await stamps().first().click()
    await desk.stories.nth(1).getByRole('button').click()
    await page.keyboard.press('Control+l')
    const place = () => page.locator('.frame-tag').first().textContent()
    const before = await place()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+m')
    const bar = page.getByRole('toolbar', { name: '组版方案' })
    await bar.waitFor({ timeout: 90_000 })
    const which = await bar.textContent()
    expect(which).toMatch(/方案 1\/\d/u)
    await page.keyboard.press('Control+Shift+m')
    if (!/方案 1\/1/u.test(which ?? '')) await soon(() => bar.textContent()).toMatch(/方案 2\/\d/u)
    await desk.stories.nth(1).getByRole('button').click()
    await soon(place).toBe(before)
    await undo()
    await soon(() => bar.count()).toBe(0)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
