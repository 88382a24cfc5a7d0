/**
 * The desk in Electron, driven as a user and as the system: the program itself where
 * it is, otherwise the built bundles over the stand-in of tests/double.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { _electron, chromium, type BrowserContext, type Page } from 'playwright-core'
import { electronProgram } from '../../scripts/setup/electron.mjs'
import type { SystemAct } from '../double/live'
import { browserProgram } from './browser'
import { root } from './deskServer'

export interface ElectronApp {
  /** The window, once it is there. */
  window(): Promise<Page>
  /** What the next dialog of the system answers. */
  answer(value: unknown): Promise<void>
  /** As when the keys of a menu item are pressed. */
  accelerator(keys: string): Promise<void>
  /** As when the cross of the window is clicked. */
  close(): Promise<void>
  /** Ended by itself, as when the last window was closed. */
  ended(): Promise<void>
  /** As when the power goes. */
  kill(): Promise<void>
}

/** A place of its own for the stand-in's bundles, beside those of the desk. */
const DOUBLE = join(root, 'out/double')
const main = join(root, 'out/desk/main.mjs')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** `electron` leads to the stand-in, in the built main bundle as it is. */
async function buildDouble(): Promise<string> {
  mkdirSync(DOUBLE, { recursive: true })
  const options = { bundle: true, logLevel: 'error' } as const
  await build({
    entryPoints: [join(root, 'tests/double/live.ts')],
    ...{ ...options, outfile: join(DOUBLE, 'electron.mjs'), platform: 'node', format: 'esm' },
    packages: 'external',
  })
  await build({
    entryPoints: [join(root, 'tests/double/page.ts')],
    ...{ ...options, outfile: join(DOUBLE, 'page.js'), format: 'iife', target: 'chrome120' },
  })
  const electron = pathToFileURL(join(DOUBLE, 'electron.mjs')).href
  const hook = `export const resolve = (name, context, next) =>
    name === 'electron' ? { url: ${JSON.stringify(electron)}, shortCircuit: true } : next(name, context)`
  writeFileSync(join(DOUBLE, 'hook.mjs'), hook)
  const register = join(DOUBLE, 'register.mjs')
  writeFileSync(
    register,
    `import { register } from 'node:module'\nregister('./hook.mjs', import.meta.url)\n`,
  )
  return register
}

/** The browser of the stand-in: the pages of all its windows, for as long as the test runs. */
export interface DoubleBrowser {
  readonly context: BrowserContext
  readonly address: string
}

async function launchForDouble(profile: string): Promise<DoubleBrowser> {
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserProgram(),
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
    ...{ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' },
  })
  return { context, address: `http://127.0.0.1:${port}` }
}

async function startDouble(userData: string, browser: DoubleBrowser): Promise<ElectronApp> {
  const register = await buildDouble()
  const { context, address } = browser
  const opened = context.waitForEvent('page')
  const desk: ChildProcess = spawn(
    process.execPath,
    ['--import', pathToFileURL(register).href, main],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        BANXIN_DOUBLE_BROWSER: address,
        BANXIN_DOUBLE_DATA: userData,
        BANXIN_DOUBLE_PAGE: join(DOUBLE, 'page.js'),
      },
    },
  )
  const ended = once(desk, 'exit')
  const act = async (order: SystemAct): Promise<void> => {
    const done = once(desk, 'message')
    desk.send(order)
    await done
  }
  const page = opened.then(async (window) => {
    await window.waitForURL(/^http:/u)
    return window
  })
  return {
    window: () => page,
    answer: (value) => act({ kind: 'answer', value }),
    accelerator: (keys) => act({ kind: 'accelerator', keys }),
    close: () => act({ kind: 'close' }),
    async ended() {
      await ended
    },
    async kill() {
      if (desk.exitCode === null && desk.kill('SIGKILL')) await ended
      for (const window of context.pages()) await window.close()
    },
  }
}

async function startProgram(userData: string, program: string): Promise<ElectronApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [main, `--user-data-dir=${userData}`, '--no-sandbox', '--lang=zh-CN'],
    cwd: root,
  })
  const ended = once(app.process(), 'exit')
  return {
    window: () => app.firstWindow(),
    answer: (value) =>
      app.evaluate(({ dialog }, given) => {
        const stub = () => Promise.resolve(given)
        Object.assign(dialog, { showOpenDialog: stub, showSaveDialog: stub, showMessageBox: stub })
      }, value),
    // Playwright reaches the page, not the system's menu: the item's command, as its click sends it.
    accelerator: (keys) =>
      app.evaluate(({ BrowserWindow }, id) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send('banxin:event', { kind: 'command', id })
      }, COMMANDS[keys] ?? ''),
    close: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    async ended() {
      await ended
    },
    async kill() {
      if (app.process().exitCode === null && app.process().kill('SIGKILL')) await ended
    },
  }
}

const COMMANDS: Readonly<Record<string, string>> = { 'CmdOrCtrl+S': 'save', 'CmdOrCtrl+Z': 'undo' }

export interface Electrons {
  /** What runs the desk: the tests' names tell it. */
  readonly kind: 'program' | 'stand-in'
  start(userData: string): Promise<ElectronApp>
  stop(): Promise<void>
}

export async function openElectrons(profile: string): Promise<Electrons> {
  const program = electronProgram()
  if (program !== null) {
    return {
      kind: 'program',
      start: (userData) => startProgram(userData, program),
      stop: () => Promise.resolve(),
    }
  }
  const browser = await launchForDouble(profile)
  return {
    kind: 'stand-in',
    start: (userData) => startDouble(userData, browser),
    stop: () => browser.context.close(),
  }
}
