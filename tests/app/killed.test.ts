/** Journey 7: a desk that ends without a word has lost at most its last moment. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseJournal } from '../../main/services/journalRecords'
import { launchBrowser } from './browser'
import { startDeskProcess, type DeskProcess } from './deskProcess'
import { makeSample, testHost } from './deskServer'
import { answer, deskPage, newPage, openSample, soon, startApp, textsIn } from './drive'

/** What may be lost when the desk is killed. Milliseconds. */
const MOMENT = 250
/** Keys before each kill. */
const KEYS = [40, 25, 60]

/** Letters of the journal's text changes, in order. */
function lettersIn(edition: string): string {
  const path = join(edition, 'journal')
  const bytes = existsSync(path) ? new Uint8Array(readFileSync(path)) : new Uint8Array()
  return parseJournal(bytes)
    .lines.flatMap((line) => ('transaction' in line ? [JSON.stringify(line.transaction)] : []))
    .flatMap((text) =>
      [...text.matchAll(/"text":"([a-z]+)"/gu)].map(([, letters]) => letters ?? ''),
    )
    .join('')
}

/** Has the page note when each letter’s key went down, by the clock that the test has too: before its change is made. */
const noteTimes = (page: Page): Promise<void> =>
  page.evaluate(`window.typedAt = []
    addEventListener('keydown', ({ key, target }) => {
      if (key.length === 1 && target.closest?.('.ProseMirror')) typedAt.push(Date.now())
    }, true)`)

const letterAt = (index: number): string => String.fromCharCode(97 + (index % 26))

describe('a desk that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-kill-'))
  const user = join(folder, 'desk')
  const troubles: string[] = []
  let edition: string
  let browser: Browser
  let desk: DeskProcess

  beforeAll(async () => {
    const host = testHost(folder)
    edition = await makeSample(host, folder, ['page-1.txt'])
    await host.close()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await desk.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const openWindow = async () => {
    desk = await startDeskProcess(user, edition)
    const page = await newPage(browser, troubles)
    await page.goto(desk.address)
    return openSample(page)
  }

  /** Types without a pause until the desk is killed in the middle of it; what was lost of it, and what may not be. */
  async function killWhileTyping(keys: number, before: number) {
    const { page, writeInFirstStory } = await openWindow()
    await writeInFirstStory()
    await noteTimes(page)
    const typed = () => page.evaluate<number[]>('typedAt')
    const over = new AbortController()
    const typing = (async () => {
      for (let i = 0; !over.signal.aborted; i++) await page.keyboard.press(letterAt(i))
    })()
    try {
      await expect
        .poll(async () => (await typed()).length, { timeout: 60_000 })
        .toBeGreaterThan(keys)
    } finally {
      over.abort()
    }
    const killedAt = Date.now()
    await desk.kill()
    await typing
    const made = (await typed()).filter((time) => time <= killedAt)
    await page.close()
    const kept = lettersIn(edition).slice(before)
    const firstLost = made[kept.length]
    return {
      kept,
      due: made.filter((time) => time <= killedAt - MOMENT).length,
      /** Milliseconds from the oldest change that is lost to the kill. */
      lost: firstLost === undefined ? 0 : killedAt - firstLost,
    }
  }

  it('has every change older than a quarter of a second in the journal, while keys go on', async () => {
    let before = 0
    const lost: number[] = []
    for (const keys of KEYS) {
      const found = await killWhileTyping(keys, before)
      expect(found.kept).toBe(Array.from(found.kept, (_, i) => letterAt(i)).join(''))
      expect(found.due).toBeGreaterThan(keys / 2)
      expect(found.kept.length).toBeGreaterThanOrEqual(found.due)
      before += found.kept.length
      lost.push(found.lost)
    }
    expect(Math.max(...lost)).toBeLessThanOrEqual(MOMENT)
  }, 240_000)

  it('brings the rest back at the next start and says so', async () => {
    const { page, stories, typed } = await openWindow()
    await page.getByText(/都从日志恢复了/u).waitFor()
    await stories.first().getByRole('button').click()
    await soon(() => typed('abc').count()).toBeGreaterThan(0)
    expect(troubles).toEqual([])
  })
})

describe('an edition that another desk has open', () => {
  it('keeps others to looking while it lives, and they can save elsewhere', async () => {
    const app = await startApp(['page-1.txt'])
    const desk = await startDeskProcess(
      join(app.server.documents, 'other'),
      join(app.server.documents, 'sample.banxin'),
    )
    try {
      const holder = await newPage(app.browser, [])
      await holder.goto(desk.address)
      await openSample(holder)
      const page = await app.window()
      await page.getByRole('button', { name: 'sample.banxin' }).click()
      await answer(page, '只读打开')
      await page.getByText(/只读打开：可以改/u).waitFor()
      const looking = deskPage(page)
      await looking.writeInFirstStory()
      await page.keyboard.type('zqlook')
      await soon(() => page.getByText(/未存 \d+ 笔/u).count()).toBe(1)
      await page.keyboard.press('Control+Shift+S')
      const files = page.getByRole('dialog')
      await files.getByLabel('名称').fill('copy.banxin')
      await files.getByRole('button', { name: '存盘' }).click()
      await soon(() => page.getByText(/只读打开：可以改/u).count()).toBe(0)
      await soon(() =>
        textsIn(join(app.server.documents, 'copy.banxin')).some((t) => t.includes('zqlook')),
      ).toBe(true)
    } finally {
      await desk.kill()
      await app.stop()
    }
  })
})
