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
  const stampPath = join(root, 'node_modules', '.banxin-setup')
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return

  say('Installing the npm packages (the first time takes a minute or two) …')
  install(root)
  writeFileSync(stampPath, stamp)
}

/**
 * Installs what the lock names, with the npm that started us or the one on the PATH; its
 * output goes to stderr. Not `npm ci`: that tears node_modules down first, and refuses a
 * lock that lacks the optional native packages of platforms a registry mirror does not carry.
 */
function install(root) {
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']
  const quiet = '--loglevel=error'
  const npm = process.env.npm_execpath
  const throughNode = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const { status, error } = spawnSync(
    throughNode ? process.execPath : 'npm',
    throughNode ? [npm, ...args, quiet] : [...args, quiet],
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
