import { describe, expect, it } from 'vitest'
import { SHAPED } from './deskServer'
import { journey, soon } from './drive'

describe('the panels beside the page', () => {
  const { app, desk } = journey(SHAPED)

  const field = (name: string) =>
    desk.inspector.getByRole('spinbutton', { name, exact: true }).first()
  async function choose(index: number): Promise<void> {
    await desk.stories.nth(index).getByRole('button').first().click()
    await soon(() => field('占行').count()).toBe(1)
  }
  async function setRows(rows: number): Promise<void> {
    await field('占行').fill(String(rows))
    await field('占行').press('Enter')
  }

  it('are as wide after the press desk as before it', async () => {
    const widths = () =>
      desk.page.evaluate<readonly number[]>(
        `['left', 'right'].map((side) => document.querySelector('.' + side + '-side').clientWidth)`,
      )
    await soon(widths).toEqual([216, 344])
    for (let i = 0; i < 3; i++) {
      await desk.page.keyboard.press('Alt+3')
      await soon(widths).toEqual([336, 336])
      await desk.page.keyboard.press('Alt+1')
      await soon(widths).toEqual([216, 344])
    }
  })

  it('show the first line that is over, also when the remedies have come', async () => {
    await choose(0)
    const rows = Number(await field('占行').inputValue())
    await setRows(rows - 5)
    const remedies = desk.page.getByRole('region', { name: '合版办法' })
    await soon(() => remedies.getByRole('button').count()).toBeGreaterThan(1)
    const isInSight = () =>
      desk.page.evaluate<boolean>(`{
        const shown = document.querySelector('.galley-lines').getBoundingClientRect()
        const first = document.querySelector('[data-overset]').getBoundingClientRect()
        first.top >= shown.top - 1 && first.bottom <= shown.bottom + 1
      }`)
    await soon(isInSight).toBe(true)
  })

  it('say in a page’s stamp what is over, else what is short', async () => {
    const stamp = () => desk.page.locator('.stamp-fit').first().textContent()
    await soon(stamp).toMatch(/^超 \d+ 行/u)
    await desk.page.keyboard.press('Control+z')
    await soon(stamp).not.toMatch(/^超/u)
    const rows = Number(await field('占行').inputValue())
    await setRows(rows + 9)
    const sum = () => desk.page.locator('.fit-sum b.is-under').textContent()
    await soon(sum).toMatch(/^余 \d+$/u)
    await soon(async () => (await stamp()) === `${await sum()} 行`).toBe(true)
    await desk.page.keyboard.press('Control+z')
  })

  const focused = () => desk.page.evaluate<string>(`document.activeElement.className`)

  it('leave the keys with the page when a button of theirs is pressed', async () => {
    await choose(0)
    const face = desk.inspector.getByRole('group', { name: '字体' })
    await face.locator('button[aria-pressed=false]').click()
    await soon(focused).toBe('glass')
    await desk.page.keyboard.press('Escape')
    await soon(() => desk.page.getByText('未选中').count()).toBe(1)
    await desk.page.keyboard.press('Control+z')
    await desk.writeInFirstStory()
    await desk.inspector.getByRole('button', { name: '松一行' }).click()
    await soon(focused).toMatch(/ProseMirror/u)
    await desk.page.keyboard.type('QQQ')
    await soon(() => desk.typed('QQQ').count()).toBe(1)
    await desk.page.keyboard.press('Control+z')
    await desk.page.keyboard.press('Control+z')
    await soon(() => desk.typed('QQQ').count()).toBe(0)
  })

  it('keep the focus where it came by key, and walk the stories by arrows', async () => {
    await desk.page.keyboard.press('Escape')
    await choose(0)
    await desk.page.keyboard.press('ArrowDown')
    const current = () =>
      desk.stories.locator('[aria-current=true]').locator('.story-title').textContent()
    const second = await desk.stories.nth(1).locator('.story-title').textContent()
    await soon(current).toBe(second)
    expect(await focused()).toBe('story')
    await desk.page.keyboard.press('ArrowUp')
    await desk.page.keyboard.press('ArrowUp')
    await soon(current).toBe(await desk.stories.first().locator('.story-title').textContent())
    const waiting = desk.page.getByRole('button', { name: /^待排/u })
    await waiting.focus()
    await desk.page.keyboard.press('Enter')
    await soon(() => waiting.getAttribute('aria-pressed')).toBe('true')
    expect(await waiting.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
    await desk.page.getByRole('button', { name: /^本版/u }).click()
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
