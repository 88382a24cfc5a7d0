/** The desk in Electron. */
import { randomBytes } from 'node:crypto'
import { extname, resolve } from 'node:path'
import { Menu, app, dialog, shell } from 'electron'
import { createHost, type Host } from '../host'
import { readyFonts } from '../services/fontFiles'
import { platformOf } from '../services/places'
import { bundleFile } from '../services/resources'
import { threadRunner } from '../services/runner'
import { readWindowFiles } from '../services/windowFiles'
import { answerCalls } from './ipc'
import { registerScheme, servePage } from './page'
import { openWindow, type DeskWindow } from './window'

const windows = new Set<DeskWindow>()
/** Editions the system named before there was a window to open them. */
const waiting: string[] = []
let running: Host | null = null

const editionsIn = (words: readonly string[], cwd: string): readonly string[] =>
  words.filter((word) => extname(word) === '.banxin').map((word) => resolve(cwd, word))

function show(host: Host): DeskWindow {
  const made = openWindow(host, bundleFile('preload.cjs'))
  windows.add(made)
  made.window.on('closed', () => {
    windows.delete(made)
    if (windows.size === 0) Menu.setApplicationMenu(firstMenu())
  })
  return made
}

/** Asks the newest window to open the edition. */
async function open(path: string): Promise<void> {
  if (running === null) {
    waiting.push(path)
    return
  }
  const recent = await running.admit(path)
  const target = [...windows].at(-1) ?? show(running)
  const tell = (): void => target.emit({ kind: 'openRequested', recent })
  if (target.window.webContents.isLoading()) target.window.webContents.once('did-finish-load', tell)
  else tell()
  target.window.focus()
}

/** As long as no window has brought its own: Electron's would reload the page, undo past the desk and open its tools. */
const firstMenu = (): Menu | null =>
  process.platform === 'darwin'
    ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'windowMenu' }])
    : null

async function start(): Promise<void> {
  const files = await readWindowFiles(bundleFile('../renderer'))
  if (!files.ok) throw new Error(files.error.message)
  servePage(files.value)
  Menu.setApplicationMenu(firstMenu())
  const host = createHost({
    version: app.getVersion(),
    platform: platformOf(process.platform),
    shell: 'electron',
    userData: app.getPath('userData'),
    documents: app.getPath('documents'),
    newWindow: () => void show(host),
    showFile: (path) => shell.showItemInFolder(path),
    openFile: (path) => void shell.openPath(path),
    runner: threadRunner(new URL('worker.mjs', import.meta.url)),
    unique: () => randomBytes(16).toString('hex'),
    now: Date.now,
  })
  answerCalls(
    (sender) =>
      [...windows].find(({ window }) => window.webContents === sender)?.connection ?? null,
  )
  running = host
  show(host)
  void readyFonts()
  for (const path of [...waiting.splice(0), ...editionsIn(process.argv.slice(1), process.cwd())]) {
    await open(path)
  }
}

let isDone = false

function quit(event: { preventDefault(): void }): void {
  if (isDone || running === null) return
  event.preventDefault()
  void running.close().finally(() => {
    isDone = true
    app.quit()
  })
}

if (app.requestSingleInstanceLock()) {
  registerScheme()
  app.enableSandbox()
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open(path)
  })
  app.on('second-instance', (_event, words, cwd) => {
    const editions = editionsIn(words, cwd)
    for (const path of editions) void open(path)
    if (editions.length === 0 && running !== null) show(running)
  })
  app.on('activate', () => running !== null && windows.size === 0 && show(running))
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('will-quit', quit)
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('Banxin 版心', error instanceof Error ? error.message : String(error))
      app.exit(1)
    })
} else {
  app.quit()
}
