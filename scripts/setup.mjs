/**
 * Everything a fresh machine needs before the other commands can run:
 *
 *     node scripts/setup.mjs [--tests] [--bench]
 *
 * Only Node's own modules are imported here and in setup/, because this runs before
 * node_modules exists. Idempotent; with nothing missing it takes a few milliseconds.
 */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setupFonts } from './setup/fonts.mjs'
import { setupPackages } from './setup/packages.mjs'
import { SetupError, runOrExplain } from './setup/say.mjs'
import { FOR_BENCH, FOR_TESTS, setupSystem } from './setup/system.mjs'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const OLDEST_NODE = [20, 19]

/** Throws a SetupError, a sentence for the user, when something cannot be put in place. */
export function setup({ tests = false, bench = false } = {}) {
  checkNode()
  setupPackages(root)
  setupFonts(root)
  setupSystem([...(tests ? FOR_TESTS : []), ...(bench ? FOR_BENCH : [])])
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new SetupError(
    `Banxin needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}; install a newer one from nodejs.org.`,
  )
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const options = new Set(process.argv.slice(2))
  await runOrExplain(() => setup({ tests: options.has('--tests'), bench: options.has('--bench') }))
}
