/**
 * Bundles the desk with electron-vite where a source has changed: both shells, preloads and
 * worker to out/desk, the window to out/renderer. What goes where says electron.vite.config.ts.
 */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, say } from './setup/say.mjs'
import { root } from './setup.mjs'

const DESK = join(root, 'out/desk')
const STAMP = join(root, 'out/desk.made')
/** Files of packages keep the date they were packed at; package-lock.json stands for them all. */
const SOURCES = [
  'core',
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package-lock.json',
  // the window shows it
  'THIRD-PARTY.md',
]
const MADE = [join(DESK, 'main.mjs'), join(DESK, 'web.mjs'), join(root, 'out/renderer/index.html')]

/** Builds everything the desk runs from and answers the folder of its entries. */
export async function buildDesk() {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))))
  if (!isFresh(newest)) {
    say('Building the desk …')
    await bundle()
    writeFileSync(STAMP, String(newest))
  }
  return DESK
}

const isFresh = (newest) =>
  [STAMP, ...MADE].every((path) => existsSync(path)) &&
  Number(readFileSync(STAMP, 'utf8')) >= newest

async function bundle() {
  const { build } = await import('electron-vite')
  // vite takes a mode that a test runner set for itself as the desk's: users get production
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ root, logLevel: 'warn' })
    .catch((failure) => {
      throw new SetupError(`${failure.message}\nThe desk does not build; see above.`, 1)
    })
    .finally(() => {
      if (NODE_ENV === undefined) delete process.env.NODE_ENV
      else process.env.NODE_ENV = NODE_ENV
    })
}

/** When the file, or the latest below the folder, was written, in milliseconds. */
function newestIn(source) {
  const at = statSync(source)
  if (!at.isDirectory()) return at.mtimeMs
  const times = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
  return times.reduce((a, b) => Math.max(a, b), 0)
}
