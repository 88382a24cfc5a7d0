/** A story that turns: the page in front goes with the caret. */
import { describe, expect, it } from 'vitest'
import { journey, soon } from './drive'

describe('a caret in a story on two pages', () => {
  const { app, desk } = journey(['page-1.txt', 'page-2.txt'])

  const front = () => desk.page.locator('.stamp[aria-selected=true]').textContent()
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const first = () => desk.page.locator('.galley-line.role-body').first()

  it('turns the page by keys, and back by a click in the galley', async () => {
    await desk.stories.filter({ hasText: '夜班渡船' }).getByRole('button').click()
    await first().click()
    await soon(front).toMatch(/^01/u)
    await press('Control+End')
    await soon(front).toMatch(/^02/u)
    await desk.page.keyboard.type('zqturn')
    await soon(() => desk.typed('zqturn').count()).toBe(1)
    await first().click()
    await soon(front).toMatch(/^01/u)
    await press('Control+Home')
    await soon(() => desk.page.locator('.galley-line[data-current]').count()).toBe(1)
    expect(await front()).toMatch(/^01/u)
  })

  it('turns it line by line, where the page ends', async () => {
    const columns = desk.page.locator('.galley-lines')
    await columns.evaluate((list) => (list.scrollTop = list.scrollHeight))
    const lines = desk.page.locator('.galley-line.role-body')
    const typed = lines.filter({ hasText: 'zqturn' })
    await typed.click()
    await soon(front).toMatch(/^02/u)
    await desk.followed()
    const most = await lines.count()
    for (let i = 0; i < most && /^02/u.test((await front()) ?? ''); i++) await press('ArrowUp')
    expect(await front()).toMatch(/^01/u)
    await press('ArrowDown')
    await soon(front).toMatch(/^02/u)
  })

  it('shows what is taken back where it stood', async () => {
    await first().click()
    await soon(front).toMatch(/^01/u)
    await press('Control+z')
    await soon(front).toMatch(/^02/u)
    await soon(() => desk.typed('zqturn').count()).toBe(0)
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
