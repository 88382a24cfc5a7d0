/** The built desk on an edition of its own, in a Chromium of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { Edition } from '../../../core/model/edition'
import { findBrowser } from '../../../main/services/browsers'
import type { Platform } from '../../../main/services/places'
import { saveEdition } from '../../../main/services/editionStore'

export interface BenchDesk {
  readonly browser: Browser
  /** The start screen, with the edition in its list. */
  readonly page: Page
  close(): Promise<void>
}

export const EDITION = 'bench.banxin'

export async function openBenchDesk(root: string, edition: Edition): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'))
  const path = join(folder, EDITION)
  const saved = await saveEdition(path, edition, new Map())
  if (!saved.ok) throw new Error(saved.error.message)
  const options = ['--no-window', '--user-data', join(folder, 'user'), path]
  const desk = spawn(process.execPath, ['scripts/desk.mjs', ...options], { cwd: root })
  const address = await addressOf(desk)
  const executablePath = findBrowser(process.platform as Platform, process.env)
  if (executablePath === null) throw new Error('There is no Chromium to measure in')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await page.goto(address)
  return {
    browser,
    page,
    async close() {
      await browser.close()
      desk.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address with its token, as the desk prints it. */
function addressOf(desk: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    desk.on('exit', () => reject(new Error(`The desk ended early:\n${said}`)))
    desk.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /this machine: (\S+)/u.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })
}
