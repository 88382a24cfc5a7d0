import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atRest, boxOf, shot, soon, startApp, type App, type DeskPage } from './drive'

interface At {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const apart = (one: At, other: At): boolean =>
  one.x >= other.x + other.width ||
  other.x >= one.x + one.width ||
  one.y >= other.y + other.height ||
  other.y >= one.y + one.height

/** Notes in the window where a message has come to rest: it may be gone before a busy machine looks. */
const watchMessages = (page: Page): Promise<unknown> =>
  page.evaluate(`{
    let last = ''
    window.restedAt = []
    const look = () => {
      const told = document.querySelector('[data-sonner-toast][data-front=true][data-removed=false]')
      const { x, y, width, height } = told?.getBoundingClientRect() ?? {}
      const isStill = told?.dataset.mounted === 'true' && told.getAnimations().length === 0
      const now = isStill ? JSON.stringify({ x, y, width, height }) : ''
      if (now !== '' && now === last) window.restedAt.push(JSON.parse(now))
      last = now
      requestAnimationFrame(look)
    }
    look()
  }`)

const lastRest = (page: Page): Promise<At | undefined> =>
  page.evaluate<At | undefined>('window.restedAt.at(-1)')

describe('what the window says in passing', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp(['page-1.txt', 'page-2.txt'])
  })
  afterAll(() => app?.stop())

  const removed = async (desk: DeskPage): Promise<void> => {
    await desk.stories.first().getByRole('button').click()
    await desk.followed()
    await desk.page.keyboard.press('Delete')
    await desk.page.getByText(/撤下 1 个框/u).waitFor()
  }

  for (const [width, height] of [
    [1280, 800],
    [1440, 900],
  ] as const)
    it(`hides no field, no bar and no line that is being written at ${width} × ${height}`, async () => {
      const desk = await app.desk({ viewport: { width, height } })
      const { page, inspector, glass } = desk
      const told = async (): Promise<At> => {
        await page.evaluate('window.restedAt = []')
        await desk.menu('编辑', /^粘贴/u)
        await soon(() => lastRest(page)).toBeDefined()
        return (await lastRest(page)) ?? boxOf(glass)
      }
      await watchMessages(page)
      const glassAt = await atRest(() => boxOf(glass))
      const bars = [inspector, page.locator('.status-bar'), page.locator('.fit-bar')]
      const others = await Promise.all(bars.map(boxOf))
      const atFoot = await told()
      await shot(page, `told-${width}`)
      expect(others.every((other) => apart(atFoot, other))).toBe(true)
      expect(atFoot.y).toBeGreaterThan(glassAt.y + glassAt.height - 80)
      await soon(() => page.locator('[data-sonner-toast]').count()).toBe(0)
      // the text at the page's foot, where the message was
      await page.keyboard.press('t')
      await page.mouse.click(glassAt.x + glassAt.width / 2 + 40, glassAt.y + glassAt.height - 70)
      await soon(() => page.locator('.ProseMirror').count()).toBe(1)
      const atHead = await told()
      expect(others.every((other) => apart(atHead, other))).toBe(true)
      expect(atHead.y).toBeLessThan(glassAt.y + 40)
      await page.context().close()
    })

  it('names what was undone and redone in the status bar, and turns to where it was', async () => {
    const desk = await app.desk()
    const { page } = desk
    const said = page.locator('.moved[role=status]')
    await removed(desk)
    await page.locator('.stamp').nth(1).click()
    await soon(() => page.locator('.stamp').nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Control+z')
    await soon(() => said.textContent()).toBe('已撤销 撤下版面')
    await soon(() => page.locator('.stamp').first().getAttribute('aria-selected')).toBe('true')
    // its offer to undo would take back something else now
    await soon(() => page.getByText(/撤下 1 个框/u).count()).toBe(0)
    await page.locator('.stamp').nth(1).click()
    await soon(() => page.locator('.stamp').nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Control+Shift+z')
    await soon(() => said.textContent()).toBe('已重做 撤下版面')
    await soon(() => page.locator('.stamp').first().getAttribute('aria-selected')).toBe('true')
    await shot(page, 'redone')
    await page.keyboard.press('Control+z')
    await soon(() => said.textContent()).toBe('已撤销 撤下版面')
    await page.context().close()
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
