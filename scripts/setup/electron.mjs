/**
 * Electron's program, which its package fetches apart from the installation. The fetch
 * runs by itself beside the desk: a user never waits for it. It ends after 20 seconds
 * without progress, and what came of it is remembered, so that a machine that cannot
 * have it is asked again only after a week or when the version changes.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const MEMORY = join(root, 'out', 'electron.json')
const QUIET_MS = 20_000
const LOOK_MS = 1_000
const AGAIN_MS = 7 * 24 * 60 * 60 * 1000

const electronFolder = () =>
  dirname(createRequire(import.meta.url).resolve('electron/package.json'))

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The program's path; null when it is not here. */
export function electronProgram(folder = electronFolder()) {
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** Whether a fetch is due: none was tried for this version, or the last one failed long ago. */
export function isFetchDue(version, now, memory = MEMORY) {
  try {
    const { version: tried, at } = readJson(memory)
    return tried !== version || now - at > AGAIN_MS
  } catch {
    return true
  }
}

function remember(memory, version, outcome) {
  mkdirSync(dirname(memory), { recursive: true })
  writeFileSync(memory, `${JSON.stringify({ version, outcome, at: Date.now() })}\n`)
}

/** Begins the fetch in a process of its own when it is due, and does not wait for it. */
export function fetchElectronLater() {
  const { version } = readJson(join(electronFolder(), 'package.json'))
  if (!isFetchDue(version, Date.now())) return
  remember(MEMORY, version, 'tried')
  spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: 'ignore',
    detached: true,
  }).unref()
}

/** Bytes in all files below the folders; what cannot be read counts for nothing. */
function bytesIn(folders) {
  const sizes = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const found = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })
      return found?.isFile() ? found.size : 0
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * Runs `script` until it ends, or until the folders it writes to have not grown for
 * `quiet` milliseconds; answers `fetched`, `failed` or `stalled`.
 */
export function fetchWatched(script, folders, { quiet = QUIET_MS, look = LOOK_MS } = {}) {
  return new Promise((done) => {
    const env = { ...process.env, TMPDIR: folders[0], TEMP: folders[0], TMP: folders[0] }
    const fetching = spawn(process.execPath, [script], { stdio: 'ignore', env })
    let bytes = bytesIn(folders)
    let grew = Date.now()
    const watch = setInterval(() => {
      const now = bytesIn(folders)
      if (now !== bytes) [bytes, grew] = [now, Date.now()]
      if (Date.now() - grew < quiet) return
      finish('stalled')
      fetching.kill('SIGKILL')
    }, look)
    const finish = (outcome) => {
      clearInterval(watch)
      done(outcome)
    }
    fetching.on('error', () => finish('failed'))
    fetching.on('exit', (code) => finish(code === 0 ? 'fetched' : 'failed'))
  })
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = electronFolder()
  const temporary = join(tmpdir(), `banxin-electron-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  const outcome = await fetchWatched(join(folder, 'install.js'), [temporary, join(folder, 'dist')])
  remember(MEMORY, readJson(join(folder, 'package.json')).version, outcome)
}
