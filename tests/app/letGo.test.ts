/** Journey 7: a window is cut off for so long that the host takes it for gone, and comes back. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemTimer, type Timer } from '../../main/services/journal'
import {
  newPage,
  openSample,
  question,
  shot,
  soon,
  startApp,
  textsIn,
  type App,
  type DeskPage,
} from './drive'
import { lineOf, type Line } from './line'

/** Waits for a window until the test has it wait no more; short waits are as ever. */
function patience() {
  const waits = new Set<() => void>()
  const timer: Timer = (ms, act) => {
    if (ms < 10_000) return systemTimer(ms, act)
    waits.add(act)
    return () => waits.delete(act)
  }
  return { timer, waits }
}

describe('a window that was taken for gone', () => {
  const { timer, waits } = patience()
  let app: App
  let desk: DeskPage
  let line: Line
  const troubles: string[] = []

  beforeAll(async () => {
    app = await startApp(['page-1.txt'], { patience: timer })
    const page = await newPage(app.browser, troubles)
    line = await lineOf(page)
    await page.goto(app.server.visit())
    desk = await openSample(page)
  })
  afterAll(() => app.stop())

  /** The host gives up the window that it waits for. */
  async function letGo(): Promise<void> {
    await soon(() => waits.size).toBe(1)
    const before = app.server.windows()
    for (const giveUp of [...waits]) giveUp()
    await soon(() => app.server.windows()).toBe(before - 1)
    waits.clear()
  }

  /** Undoes what this window wrote until the word is broken: letters that came slowly are entries of their own. */
  async function takeBack(word: string, letters: number): Promise<void> {
    await desk.glass.locator('.ProseMirror').focus()
    for (let left = letters; left > 0 && (await desk.typed(word).count()) > 0; left--) {
      await desk.page.keyboard.press('Control+z')
      await desk.followed()
    }
  }

  async function save(): Promise<void> {
    await desk.page.keyboard.press('Control+s')
    await soon(() => desk.page.title()).not.toMatch(/^•/u)
  }

  const banners = () => desk.page.getByRole('alert')
  const folder = () => join(app.server.documents, 'sample.banxin')

  it('has its edition again by itself, with what it and another window did meanwhile', async () => {
    const { page } = desk
    await desk.writeInFirstStory()
    await page.keyboard.type('zqbefore ')
    await desk.kept()
    await line.cut()
    await page.keyboard.type('zqaway ')
    await soon(() => banners().count()).toBe(1)
    await letGo()
    const other = await app.desk()
    expect(await other.page.getByText(/另有 \d 个窗口/u).count()).toBe(0)
    await other.writeInFirstStory()
    await other.page.keyboard.type('zqmeanwhile ')
    await other.kept()
    line.join()
    await soon(() => banners().count()).toBe(0)
    await soon(() => page.getByText('另有 1 个窗口开着').count()).toBe(1)
    await soon(() => desk.typed('zqmeanwhile').count()).toBe(1)
    for (const word of ['zqbefore', 'zqaway']) await soon(() => other.typed(word).count()).toBe(1)
    await desk.kept()
    await page.keyboard.type('zqafter ')
    await soon(() => other.typed('zqafter').count()).toBe(1)
    await takeBack('zqaway', 'zqaway zqafter '.length)
    await soon(() => other.typed('zqaway').count()).toBe(0)
    expect(await other.typed('zqmeanwhile').count()).toBe(1)
    await save()
    expect(textsIn(folder()).some((text) => text.includes('zqmeanwhile'))).toBe(true)
    await other.page.context().close()
    await letGo()
  })

  it('is told where it cannot have it, keeps all, and has it when it can', async () => {
    const { page } = desk
    await line.cut()
    await desk.writeInFirstStory()
    await page.keyboard.type('zqlast ')
    await soon(() => banners().count()).toBe(1)
    await letGo()
    renameSync(folder(), `${folder()}.away`)
    line.join()
    await banners().getByText('断开得太久').waitFor()
    expect(await banners().textContent()).toMatch(/sample\.banxin/u)
    await shot(page, 'away')
    expect(await banners().getByRole('button', { name: '把文字存下来' }).count()).toBe(1)
    renameSync(`${folder()}.away`, folder())
    await banners().getByRole('button', { name: '再试一次' }).click()
    await soon(() => banners().count()).toBe(0)
    await desk.kept()
    await save()
    expect(textsIn(folder()).some((text) => text.includes('zqlast'))).toBe(true)
  })

  it('has its dialogs called off', async () => {
    const { page } = desk
    await page.keyboard.press('Control+Shift+s')
    await page.getByRole('dialog').waitFor()
    await line.cut()
    await letGo()
    line.join()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await desk.writeInFirstStory()
    await page.keyboard.type('zqgoeson ')
    await desk.kept()
    await page.keyboard.press('Control+w')
    await question(page).waitFor()
  })

  it('met no error on the way', () => expect([...troubles, ...app.troubles]).toEqual([]))
})
