/**
 * Bundles the desk, only what has changed: the window by vite (out/renderer), the rest
 * by esbuild (out/desk).
 */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { SetupError, say } from './setup/say.mjs'
import { root } from './setup.mjs'

/** Packages that are CommonJS ask for `require`, which a module does not have of its own. */
const REQUIRE =
  "import{createRequire as banxinRequire}from'node:module';const require=banxinRequire(import.meta.url);"

const NODE = { external: ['electron', '@napi-rs/canvas', 'sharp'], banner: { js: REQUIRE } }

const BUNDLES = [
  { entryPoints: ['main/web/index.ts'], outfile: 'out/desk/web.mjs', ...NODE },
  { entryPoints: ['main/electron/index.ts'], outfile: 'out/desk/main.mjs', ...NODE },
  { entryPoints: ['main/services/worker.ts'], outfile: 'out/desk/worker.mjs', ...NODE },
  // A sandboxed preload must be CommonJS.
  {
    entryPoints: ['preload/index.ts'],
    outfile: 'out/desk/preload.cjs',
    format: 'cjs',
    external: ['electron'],
  },
  {
    entryPoints: ['preload/browser.ts'],
    outfile: 'out/desk/client/banxin-host.js',
    format: 'iife',
    platform: 'browser',
    target: 'chrome120',
  },
]

/** Builds everything the desk runs from and answers the folder of its entries. */
export async function buildDesk() {
  for (const options of BUNDLES) await build(options)
  await buildWindow()
  return join(root, 'out/desk')
}

const WINDOW = join(root, 'out/renderer')
const STAMP = join(root, 'out/renderer.made')

async function buildWindow() {
  const newest = Math.max(
    ...['renderer', 'core'].map((folder) => newestIn(join(root, folder))),
    statSync(join(root, 'package-lock.json')).mtimeMs,
  )
  const isFresh =
    existsSync(join(WINDOW, 'index.html')) &&
    existsSync(STAMP) &&
    Number(readFileSync(STAMP, 'utf8')) >= newest
  if (isFresh) return
  say('Building out/renderer …')
  const { build: buildWith } = await import('vite')
  // vite takes a mode that a test runner set for itself as the window's: users get production
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await buildWith({
    configFile: join(root, 'renderer/vite.config.ts'),
    logLevel: 'warn',
  })
    .catch((failure) => {
      throw new SetupError(`${failure.message}\nThe window does not build; see above.`, 1)
    })
    .finally(() => {
      if (NODE_ENV === undefined) delete process.env.NODE_ENV
      else process.env.NODE_ENV = NODE_ENV
    })
  writeFileSync(STAMP, String(newest))
}

/** When the latest file below was written, in milliseconds. */
function newestIn(folder) {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
  return times.reduce((a, b) => Math.max(a, b), 0)
}
