/** The README's pictures of the desk, light and dark: the built window on the sample, in Chromium. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildCli } from './build.mjs'
import { runOrExplain, say, SetupError } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

const WORK = join(root, 'out', 'desk-pictures')
const EDITION = join(WORK, 'sample.banxin')
const TEXTS = ['resources/samples/page-1.txt', 'resources/samples/page-2.txt']
const SIZE = { width: 1440, height: 900 }
/** Until the window has painted what it shows; pictures are looked at before they are kept. */
const SETTLED = 2500

await runOrExplain(async () => {
  setup({ bench: true })
  rmSync(WORK, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  const made = spawnSync(process.execPath, [await buildCli(), 'import', ...TEXTS, '-o', EDITION], {
    cwd: root,
  })
  if (made.status !== 0) throw new SetupError('The sample edition could not be made.', 1)
  const desk = spawn(
    process.execPath,
    ['scripts/desk.mjs', '--no-window', '--user-data', join(WORK, 'user'), EDITION],
    { cwd: root },
  )
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    await shoot(browser, await addressOf(desk))
  } finally {
    await browser.close()
    desk.kill('SIGTERM')
  }
})

/** The address with its token, as the desk prints it. */
function addressOf(desk) {
  let said = ''
  return new Promise((resolve, reject) => {
    desk.on('exit', () => reject(new SetupError(`The desk ended early:\n${said}`, 1)))
    desk.stdout.on('data', (text) => {
      said += text
      const found = /this machine: (\S+)/.exec(said)
      if (found) resolve(found[1])
    })
  })
}

async function shoot(browser, address) {
  const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN', colorScheme: 'light' })
  await page.goto(address)
  await page.getByRole('button', { name: 'sample.banxin' }).click()
  await page.getByRole('application').waitFor()
  const stories = page.getByRole('region', { name: '文稿' }).getByRole('listitem')
  await stories.first().getByRole('button').click()
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(SETTLED)
    await page.screenshot({ path: join(root, 'docs', 'pictures', `desk-${colorScheme}.png`) })
    say(`docs/pictures/desk-${colorScheme}.png`)
  }
}
