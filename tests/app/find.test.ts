import { describe, expect, it } from 'vitest'
import { journey, soon } from './drive'

describe('find and replace', () => {
  const { app, desk } = journey(['page-1.txt', 'page-2.txt'])

  const panel = () => desk.page.getByRole('search')
  const results = () =>
    panel()
      .getByRole('listitem')
      .filter({ has: desk.page.locator('mark') })
  const count = async () =>
    Number(/(\d+) 处$/u.exec((await panel().getByRole('status').textContent()) ?? '')?.[1] ?? 0)
  const what = () => panel().getByLabel('查找内容')

  it('finds on the page as it is typed, marks it and goes from one to the next', async () => {
    await desk.stories.first().getByRole('button').click()
    await desk.page.keyboard.press('Control+f')
    await what().fill('的')
    await soon(count).toBeGreaterThan(5)
    await soon(() => desk.page.locator('.mark-match').count()).toBeGreaterThan(0)
    expect(await results().first().textContent()).toContain('的')
    await desk.page.keyboard.press('F3')
    await soon(() => panel().getByRole('status').textContent()).toMatch(/^1 \//u)
    await desk.page.keyboard.press('F3')
    await desk.page.keyboard.press('Shift+F3')
    await soon(() => panel().getByRole('status').textContent()).toMatch(/^1 \//u)
  })

  it('finds more in the edition than on the page or in the story', async () => {
    const scope = (name: string) => panel().getByRole('button', { name, exact: true })
    const page = await count()
    await scope('本稿').click()
    await soon(count).toBeLessThan(page)
    expect(await count()).toBeGreaterThan(0)
    await scope('本版').click()
    await soon(count).toBe(page)
    await scope('整期').click()
    await soon(count).toBeGreaterThan(page)
  })

  it('lists every match under its story with its page, and goes to the last', async () => {
    const all = await count()
    expect(all).toBeGreaterThan(200)
    const list = panel().getByRole('list')
    await soon(() => list.locator('.find-story').first().textContent()).toMatch(/\S+\d+ 处$/u)
    expect(await results().count()).toBeLessThan(60)
    await panel()
      .locator('.find-scroll')
      .evaluate((element) => element.scrollTo(0, element.scrollHeight))
    const last = list.locator(`li[aria-posinset="${all}"]`)
    await soon(() => last.locator('small').textContent()).toMatch(/^(\d\d|不在版上)$/u)
    const onPage2 = results().filter({ has: desk.page.locator('small', { hasText: '02' }) })
    await onPage2.first().getByRole('button').click()
    await soon(() => desk.page.locator('.stamp[aria-selected=true]').textContent()).toMatch(/^02/u)
    await soon(() => desk.page.locator('.galley-line.role-body').count()).toBeGreaterThan(0)
    await desk.page.locator('.stamp').first().click()
    await desk.stories.first().getByRole('button').click()
  })

  it('tells a bad pattern in a sentence, and ends one that would not end', async () => {
    await panel().getByLabel('正则').check()
    await what().fill('(')
    await soon(() => panel().getByRole('alert').textContent()).toContain('“(”写得不对')
    await what().fill('(.+)+(.+)+(.+)+(.+)+$x')
    await soon(() => panel().getByRole('alert').textContent()).toContain('两秒')
    await what().fill('[0-9]+')
    await soon(count).toBeGreaterThan(0)
    await panel().getByLabel('正则').uncheck()
  })

  it('replaces all as one change', async () => {
    await desk.page.keyboard.press('Control+h')
    await what().fill('的')
    await soon(() => results().first().locator('mark').textContent()).toBe('的')
    const before = await count()
    await panel().getByLabel('替换为').fill('之')
    await panel().getByRole('button', { name: '全部替换' }).click()
    await soon(count).toBe(0)
    await desk.kept()
    await what().press('Escape')
    await soon(() => panel().count()).toBe(0)
    expect(await desk.page.locator('[data-region=canvas]:focus-within').count()).toBe(1)
    await desk.page.keyboard.press('Control+z')
    await desk.page.keyboard.press('Control+f')
    await soon(count).toBe(before)
  })

  it('closes by one Esc on its buttons too, whose names show meanwhile', async () => {
    const { page } = desk
    await what().focus()
    await page.keyboard.press('Tab')
    await page.locator('.tooltip').waitFor()
    await page.keyboard.press('Escape')
    await soon(() => page.locator('.tooltip').count()).toBe(0)
    expect(await panel().count()).toBe(0)
    expect(await page.locator('[data-region=canvas]:focus-within').count()).toBe(1)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
