/** Journey 7: the line to the host breaks off under the keys, and comes back. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSample, shot, soon, startApp, type App, type DeskPage } from './drive'
import { lineOf, type Line } from './line'

describe('a host that does not answer', () => {
  let app: App
  let desk: DeskPage
  let line: Line

  beforeAll(async () => {
    app = await startApp(['page-1.txt'])
    const page = await app.window()
    line = await lineOf(page)
    await page.reload()
    desk = await openSample(page)
  })
  afterAll(() => app.stop())

  const banner = () => desk.page.getByRole('alert').filter({ hasText: '后台没有回应' })

  it('is said once with where the work is, while the keys go on', async () => {
    const { page } = desk
    await desk.writeInFirstStory()
    await page.keyboard.type('zqbefore ')
    await desk.kept()
    await line.cut()
    await page.keyboard.type('zqaway ')
    await banner()
      .getByText(/只在这个窗口里：不要关，也不要重新载入/u)
      .waitFor()
    await soon(() => page.getByText(/未存 \d+ 笔/u).count()).toBe(1)
    await page.keyboard.type('zqmore ')
    await soon(() => desk.typed('zqmore').count()).toBe(1)
    expect(await page.getByRole('alert').count()).toBe(1)
    await shot(page, 'lost')
    expect(await desk.glass.locator('.ProseMirror:focus').count()).toBe(1)
  })

  it('cannot save or be left, and each is told', async () => {
    const { page } = desk
    const told = page.locator('[data-sonner-toast]', { hasText: '后台没有回应' })
    await page.keyboard.press('Control+s')
    await soon(() => told.count()).toBe(1)
    await page.keyboard.press('Control+w')
    await soon(() => told.count()).toBe(2)
    expect(await desk.glass.count()).toBe(1)
  })

  it('leaves the texts to be kept as a file', async () => {
    const { page } = desk
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      banner().getByRole('button', { name: '把文字存下来' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('sample.txt')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain('zqbefore zqaway zqmore ')
    expect(text.split('\n').length).toBeGreaterThan(50)
  })

  it('gets by itself what it missed when it is there again, and one undo after another takes it back', async () => {
    const { page } = desk
    line.join()
    await soon(() => banner().count()).toBe(0)
    await desk.kept()
    const other = await app.desk()
    await other.stories.first().getByRole('button').click()
    for (const word of ['zqbefore', 'zqaway', 'zqmore'])
      await soon(() => other.typed(word).count()).toBe(1)
    await desk.glass.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await soon(() => other.typed('zqmore').count()).toBe(0)
    await other.page.close()
    expect(app.troubles).toEqual([])
  })
})
