import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError, say } from './say.mjs'

/**
 * Installs the npm packages when node_modules is missing or package-lock.json has changed.
 * A stamp with the lock's hash makes the usual case one small file read.
 */
export function setupPackages(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'))
  const stampPath = join(root, 'node_modules', '.banxin-setup')
  const stamp = createHash('sha256').update(lockText).digest('hex')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return

  if (!isInstalled(root, JSON.parse(lockText.toString('utf8')))) {
    say('Installing the npm packages (once, a few minutes at most) …')
    install(root)
  }
  writeFileSync(stampPath, stamp)
}

/**
 * Whether npm's own record of node_modules agrees with the lock, as it does after
 * `npm install`: then nothing is torn down only to be put back. Packages for other
 * platforms are optional and rightly absent.
 */
function isInstalled(root, lock) {
  const recordPath = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(recordPath)) return false
  const record = JSON.parse(readFileSync(recordPath, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = record[path]
    if (found === undefined) return wanted.optional === true && !isForThisPlatform(wanted)
    return found.version === wanted.version && existsSync(join(root, path))
  })
}

function isForThisPlatform({ os, cpu, libc }) {
  const fits = (list, value) => list === undefined || list.includes(value)
  const platformLibc = process.platform === 'linux' ? libcName() : undefined
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, platformLibc)
}

function libcName() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
}

/** `npm ci` with the npm that started us, or the one on the PATH. Its output goes to stderr. */
function install(root) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const throughNode = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const { status, error } = spawnSync(
    throughNode ? process.execPath : 'npm',
    throughNode ? [npm, ...args] : args,
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: !throughNode && process.platform === 'win32',
    },
  )
  if (error !== undefined || status !== 0) {
    throw new SetupError(
      'The npm packages could not be installed (npm says why above); check the network, then run the same command again.',
    )
  }
}
