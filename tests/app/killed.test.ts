/** Journey 7: a desk that ends without a word has lost at most its last moment. */
import { LATE_REPLY } from '../../core/contract/wire'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseJournal } from '../../main/services/journalRecords'
import { launchBrowser } from './browser'
import { startDeskProcess, type DeskProcess } from './deskProcess'
import { answer, deskPage, newPage, openSample, soon, startApp, textsIn } from './drive'
import { copySample } from './sampleEdition'

/** Changes the desk has told it has kept, before each kill. */
const KEPT = [40, 25, 60]

/** The letters that text changes put in, in order. */
const lettersOf = (json: string): string =>
  [...json.matchAll(/"text":"([a-z]+)"/gu)].map(([, letters]) => letters ?? '').join('')

/** Letters of the journal's text changes. */
function lettersIn(edition: string): string {
  const path = join(edition, 'journal')
  const bytes = existsSync(path) ? new Uint8Array(readFileSync(path)) : new Uint8Array()
  return parseJournal(bytes)
    .lines.map((line) => ('transaction' in line ? lettersOf(JSON.stringify(line.transaction)) : ''))
    .join('')
}

/** Counts the letters whose changes the desk has answered for. */
function acknowledged(page: Page): () => number {
  let letters = 0
  /** What was only taken (202) is answered for when its reply is fetched. */
  const late = new Map<string, number>()
  page.on('response', (response) => {
    const reply = response.url().split('/reply/')[1]
    if (reply !== undefined && response.ok()) letters += late.get(reply) ?? 0
    if (!response.ok() || !response.url().endsWith('/call/append')) return
    const sent = lettersOf(response.request().postData() ?? '').length
    const key = response.headers()[LATE_REPLY]
    if (key === undefined) letters += sent
    else late.set(key, sent)
  })
  return () => letters
}

/** Has the page note when each letter’s key went down, by the clock that the test has too: before its change is made. */
const noteTimes = (page: Page): Promise<void> =>
  page.evaluate(`window.typedAt = []
    addEventListener('keydown', ({ key, target }) => {
      if (key.length === 1 && target.closest?.('.ProseMirror')) typedAt.push(Date.now())
    }, true)`)

const letterAt = (index: number): string => String.fromCharCode(97 + (index % 26))

describe('a desk without a window of its own', () => {
  it('prints an address that is not used yet when its last window has gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-address-'))
    const desk = await startDeskProcess(join(folder, 'desk'))
    const browser = await launchBrowser()
    try {
      const page = await newPage(browser, [])
      for (const visit of [1, 2]) {
        await page.goto(desk.addresses().at(-1) as string)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.evaluate('window.banxin.closeWindow({})')
        await soon(() => desk.addresses().length).toBe(visit + 1)
      }
      expect(new Set(desk.addresses()).size).toBe(3)
    } finally {
      await browser.close()
      await desk.kill()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a desk that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-kill-'))
  const user = join(folder, 'desk')
  const troubles: string[] = []
  let edition: string
  let browser: Browser
  let desk: DeskProcess

  beforeAll(async () => {
    edition = await copySample(folder, ['page-1.txt'])
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

  /** Types without a pause until the desk has answered for so many letters, and kills it in the middle of it. */
  async function killWhileTyping(letters: number, before: number) {
    const { page, writeInFirstStory } = await openWindow()
    await writeInFirstStory()
    await noteTimes(page)
    const answered = acknowledged(page)
    const over = new AbortController()
    const typing = (async () => {
      for (let i = 0; !over.signal.aborted; i++) await page.keyboard.press(letterAt(i))
    })()
    try {
      await soon(answered).toBeGreaterThanOrEqual(letters)
    } finally {
      over.abort()
    }
    const [due, killedAt] = [answered(), Date.now()]
    await desk.kill()
    await typing
    const typed = await page.evaluate<number[]>('typedAt')
    await page.close()
    const kept = lettersIn(edition).slice(before)
    const firstLost = typed[kept.length]
    const lost = firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost)
    return { kept, due, lost }
  }

  it('has every change in the journal that it answered for, while keys go on', async () => {
    let before = 0
    for (const letters of KEPT) {
      const { kept, due, lost } = await killWhileTyping(letters, before)
      expect(kept).toBe(Array.from(kept, (_, i) => letterAt(i)).join(''))
      expect(kept.length).toBeGreaterThanOrEqual(due)
      before += kept.length
      process.stdout.write(`Killed after ${due} changes: the oldest lost was ${lost} ms old\n`)
    }
  })

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
