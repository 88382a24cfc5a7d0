/** What stood in the windows when a journey failed: pictures and trees beside the results, dialogs and alerts said. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { openWindows } from './drive'

const FOLDER = 'out/test/failed'

async function tell(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const path = join(FOLDER, name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'))
  await page.screenshot({ path: `${path}.png` })
  writeFileSync(`${path}.txt`, await page.locator('body').ariaSnapshot())
  const said = await page.locator(':is([role=dialog], [role=alertdialog], [role=alert])').all()
  const words = await Promise.all(said.map((one) => one.innerText()))
  process.stdout.write(`${path}.png\n${words.map((one) => `  ${one}\n`).join('')}`)
}

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [i, page] of openWindows().entries()) await tell(page, `${task.name} ${i + 1}`)
})
