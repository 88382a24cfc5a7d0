/** The press desk: the same page by its plates, with its ink and what the press would trip over. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { encodePng } from '../../main/services/png'
import { boxOf, journey, openSample, shot, soon } from './drive'
import { dropFiles } from './handOver'

/** Where the sheet's upper left corner stands in the window, CSS pixels. */
const corner = async (page: Page): Promise<readonly [number, number]> =>
  page.evaluate(`(() => {
    const canvas = document.querySelector('canvas.page')
    const { left, top } = canvas.getBoundingClientRect()
    const ctx = canvas.getContext('2d')
    const white = ({ data }) => {
      let at = 0
      while (4 * at < data.length && data[4 * at] + data[4 * at + 1] + data[4 * at + 2] < 760) at += 1
      return at
    }
    const x = white(ctx.getImageData(0, canvas.height / 2, canvas.width, 1))
    const y = white(ctx.getImageData(canvas.width / 2, 0, 1, canvas.height))
    return [Math.round(left + x), Math.round(top + y)]
  })()`)

/** How far the sheet has moved from there, CSS pixels. */
const away = async (page: Page, [x, y]: readonly [number, number]): Promise<number> => {
  const [left, top] = await corner(page)
  return Math.max(Math.abs(left - x), Math.abs(top - y))
}

describe('the press desk', () => {
  const { app, desk } = journey(['page-1.txt'])

  const stand = (name: string) =>
    desk.page.getByRole('group', { name: '台' }).getByRole('button', { name })
  const plates = () => desk.page.getByRole('region', { name: '分色版' })
  const findings = () => desk.page.getByRole('region', { name: '印前检查' })

  /** Pixels of the canvas in the middle of the window that have colour, and those that are not paper white. */
  const pixels = async (): Promise<{ coloured: number; dark: number }> =>
    desk.page.evaluate(`(() => {
      const canvas = document.querySelector('canvas.page')
      const { data } = canvas.getContext('2d')
        .getImageData(canvas.width / 2 - 150, 60, 300, canvas.height - 120)
      let [coloured, dark] = [0, 0]
      for (let i = 0; i < data.length; i += 4) {
        const [r, g, b] = [data[i], data[i + 1], data[i + 2]]
        if (Math.max(r, g, b) - Math.min(r, g, b) > 40) coloured += 1
        if (r + g + b < 600) dark += 1
      }
      return { coloured, dark }
    })()`)
  /** A picture of 60 × 40 pixels, let go over the first picture frame. */
  async function dropCoarsePicture(): Promise<void> {
    const content = encodePng(60, 40, new Uint8Array(9600).fill(90), 72)
    await desk.stories.nth(1).getByRole('button').click()
    const tags = await boxOf(desk.page.locator('.frame-tags'))
    const file = { name: 'small.png', content, type: 'image/png' }
    await dropFiles(desk.page, [file], [tags.x + 60, tags.y - 90])
    await desk.page.getByText('small.png').waitFor()
  }

  it('stands beside make-up and keeps page, view and selection in place', async () => {
    const { page } = desk
    await desk.stories.first().getByRole('button').click()
    await page.locator('.frame-tags').waitFor()
    await shot(desk.page, 'press-0-makeup')
    const zoom = await desk.percent()
    const stood = await corner(page)
    await page.keyboard.press('Alt+3')
    await plates().waitFor()
    expect(await stand('印前').getAttribute('aria-pressed')).toBe('true')
    await soon(() => away(page, stood)).toBeLessThanOrEqual(2)
    expect(await desk.percent()).toBe(zoom)
    expect(await page.locator('.frame-tags').count()).toBe(0)
  })

  it('keeps the page in place while its panels come one after another', async () => {
    const other = await app.window()
    let letCome = (): void => undefined
    const held = new Promise<void>((resolve) => (letCome = resolve))
    await other.route('**/assets/panels-*.js', async (route) => {
      await held
      await route.continue()
    })
    const { glass } = await openSample(other)
    const stood = await corner(other)
    const { width = 0 } = (await glass.boundingBox()) ?? {}
    await other.keyboard.press('Alt+3')
    await soon(async () => (await glass.boundingBox())?.width).not.toBe(width)
    letCome()
    await other.getByRole('region', { name: '分色版' }).waitFor()
    await soon(() => away(other, stood)).toBeLessThanOrEqual(2)
    await other.close()
  })

  it('shows the plates together, one alone, and without one', async () => {
    const { page } = desk
    await plates().getByRole('button', { name: '只看 黑' }).waitFor({ timeout: 90_000 })
    await page.locator('.context-bar').getByText('合成').waitFor()
    await soon(async () => (await pixels()).coloured).toBeGreaterThan(100)
    const composite = (await pixels()).coloured
    await shot(desk.page, 'press-1-composite')
    await plates().getByRole('button', { name: '只看 黑' }).click()
    await page.locator('.context-bar').getByText('分色 K').waitFor()
    // the numbers of findings stay in their colours
    await soon(async () => (await pixels()).coloured).toBeLessThan((composite * 2) / 3)
    expect((await pixels()).dark).toBeGreaterThan(1000)
    await shot(desk.page, 'press-2-black')
    const black = (await pixels()).dark
    await plates().getByRole('button', { name: '只看 黑' }).click()
    await plates().getByRole('button', { name: '显示 黑' }).click()
    await page.locator('.context-bar').getByText('分色 C M Y').waitFor()
    await soon(async () => (await pixels()).dark).toBeLessThan(black)
    await plates().getByRole('button', { name: '显示 黑' }).click()
    await page.locator('.context-bar').getByText('合成').waitFor()
    await soon(async () => (await pixels()).dark).toBeGreaterThanOrEqual(black)
  })

  it('maps the total ink under the limit of the press', async () => {
    const heat = plates().getByRole('button', { name: /总墨量/u })
    expect(await heat.textContent()).toMatch(/最高 \d+%上限 240%/u)
    const before = (await pixels()).dark
    await heat.click()
    expect(await heat.getAttribute('aria-pressed')).toBe('true')
    await plates().getByText('超 240').waitFor()
    await soon(async () => (await pixels()).dark).toBeLessThan(before)
    await shot(desk.page, 'press-3-heat')
    await heat.click()
  })

  it('proves the page anew when it has changed, lists what the press would trip over and goes there', async () => {
    const { page } = desk
    await page.keyboard.press('Alt+1')
    await dropCoarsePicture()
    await page.keyboard.press('Alt+3')
    const first = findings().getByRole('button').filter({ hasText: '图片精度低' })
    await first.waitFor({ timeout: 90_000 })
    await page.keyboard.press('Control+1')
    await first.click()
    expect(await first.getAttribute('aria-current')).toBe('true')
    await soon(() => desk.percent()).toBe(100)
    await shot(desk.page, 'press-4-finding')
    await page.keyboard.press('F8')
    await soon(() => first.getAttribute('aria-current')).toBe(
      (await findings().getByRole('button').count()) > 1 ? 'false' : 'true',
    )
  })

  it('tells the ink under the pointer, plate by plate and together', async () => {
    const { page } = desk
    const here = page.locator('.ink-here')
    expect(await here.textContent()).toContain('K–')
    const box = await page.locator('canvas.page').boundingBox()
    if (box === null) throw new Error('The page is shown')
    await page.keyboard.press('Control+0')
    const told = async (): Promise<string> => {
      // the pointer has to move for the page to be asked again
      await page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2)
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      return (await here.textContent()) ?? ''
    }
    await expect.poll(told, { timeout: 90_000 }).toMatch(/^C\d+M\d+Y\d+K\d+总墨量\d+%$/u)
    await page.mouse.move(2, 2)
    await soon(async () => (await here.textContent()) ?? '').toContain('K–')
  })

  it('judges the page by another profile', async () => {
    const { page } = desk
    const placeholder = findings().getByRole('button').filter({ hasText: '图片没有到' }).first()
    await placeholder.waitFor({ timeout: 90_000 })
    expect(await placeholder.getAttribute('class')).toContain('is-warning')
    const output = page.getByRole('region', { name: '输出' })
    await output.getByLabel('预检方案').selectOption('insert')
    await expect
      .poll(() => placeholder.getAttribute('class').catch(() => ''), { timeout: 90_000 })
      .toContain('is-error')
    await output.getByLabel('预检方案').selectOption('newsprint')
    await expect
      .poll(() => placeholder.getAttribute('class').catch(() => ''), { timeout: 90_000 })
      .toContain('is-warning')
    await shot(desk.page, 'press-5-profile')
  }, 180_000)

  it('leaves frames alone and offers the press PDF', async () => {
    const { page } = desk
    await desk.glass.focus()
    await page.keyboard.press('Delete')
    await page.keyboard.press('t')
    await page.getByRole('region', { name: '输出' }).getByRole('button').click()
    await page.getByRole('dialog').waitFor()
    expect(await page.getByRole('radio', { name: '印刷 PDF' }).isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('gives make-up back as it was, the frame still chosen', async () => {
    const { page } = desk
    await page.keyboard.press('Alt+1')
    await page.locator('.frame-tags').waitFor()
    expect(await stand('组版').getAttribute('aria-pressed')).toBe('true')
    const tool = page
      .getByRole('navigation', { name: '工具' })
      .getByRole('button', { name: '选择' })
    expect(await tool.getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('region', { name: '属性' }).locator('h3').count()).toBeGreaterThan(
      0,
    )
  })

  it('met no error on the way', () => expect(app.troubles).toEqual([]))
})
