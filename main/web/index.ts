/**
 * The desk in a browser as a process: serves on this machine, opens a window where
 * there is a browser and a screen, and prints the address otherwise. Its arguments
 * are editions to open.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createHost } from '../host'
import { findBrowser, hasDisplay } from '../services/browsers'
import { readyFonts } from '../services/fontFiles'
import { documentsFolder, platformOf, userDataFolder } from '../services/places'
import { bundleFile, installedVersion } from '../services/resources'
import { threadRunner } from '../services/runner'
import { readWindowFiles } from '../services/windowFiles'
import { deskEnd } from './deskEnd'
import { CLIENT_SCRIPT, startWebServer, type WebServer } from './server'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

interface Options {
  readonly port: number
  readonly userData: string
  /** Null where no window can be opened. */
  readonly browser: string | null
  readonly editions: readonly string[]
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      'user-data': { type: 'string' },
      'no-window': { type: 'boolean', default: false },
    },
  })
  const platform = platformOf(process.platform)
  const canShow = !values['no-window'] && hasDisplay(platform, process.env)
  return {
    port: Number(values.port),
    userData: resolve(values['user-data'] ?? userDataFolder(platform, process.env)),
    browser: canShow ? findBrowser(platform, process.env) : null,
    editions: positionals,
  }
}

/** A profile of its own, so that the window is one of the desk and not a tab among others. */
function showWindow(browser: string, address: string, userData: string): ChildProcess {
  const isRoot = process.getuid?.() === 0
  const args = [
    `--app=${address}`,
    `--user-data-dir=${join(userData, 'browser')}`,
    // it is to end with its window, as the desk does with it
    ...['--no-first-run', '--no-default-browser-check', '--disable-background-mode'],
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
  return spawn(browser, args, { stdio: 'ignore' })
}

async function filesOfWindow() {
  const files = await readWindowFiles(bundleFile('../renderer'))
  const client = await readWindowFiles(bundleFile('client'))
  if (!files.ok) return files
  if (!client.ok) return client
  const script = client.value.get(CLIENT_SCRIPT)
  return script === undefined
    ? files
    : { ok: true as const, value: new Map([...files.value, [CLIENT_SCRIPT, script]]) }
}

async function main(): Promise<void> {
  const { port, userData, browser, editions } = readOptions()
  const files = await filesOfWindow()
  if (!files.ok) return fail(files.error.message)
  const platform = platformOf(process.platform)
  let server: WebServer | null = null
  const ending = deskEnd(
    () => server?.windows ?? 0,
    () => stop(),
  )
  const openWindow = (): void => {
    if (server === null) return
    const address = server.visit()
    if (browser === null) say(`Open this address in a browser on this machine: ${address}`)
    else {
      const shown = showWindow(browser, address, userData)
      shown.on('error', () => say(`Open: ${address}`))
      // on a Mac a browser goes on without windows and tells nothing of the last one
      if (platform !== 'darwin') ending.shownBy(shown)
    }
  }
  const host = createHost({
    version: installedVersion(),
    platform,
    shell: 'browser',
    userData,
    documents: documentsFolder(),
    newWindow: openWindow,
    showFile: () => undefined,
    openFile: null,
    runner: threadRunner(new URL('worker.mjs', import.meta.url)),
    unique: () => randomBytes(16).toString('hex'),
    now: Date.now,
  })
  const stop = (): void => {
    const closing = server?.close() ?? Promise.resolve()
    void closing.then(() => host.close()).then(() => process.exit(0))
  }
  for (const edition of editions) await host.admit(resolve(edition))
  server = await startWebServer({
    host,
    files: files.value,
    port,
    // Without a window of its own the desk goes on, and the next browser needs an address not yet used.
    onEmpty: () => (browser === null ? openWindow() : ending.empty()),
  })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  say(`The desk serves at ${server.origin}; Ctrl+C ends it.`)
  openWindow()
  void readyFonts()
}

function fail(message: string): void {
  process.stderr.write(`banxin: ${message}\n`)
  process.exitCode = 1
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
