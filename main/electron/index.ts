/** The desk in Electron. */
import { randomBytes } from 'node:crypto'
import { extname, isAbsolute, resolve } from 'node:path'
import { Menu, app, dialog, shell, type WebContents } from 'electron'
import { createHost, type Host } from '../host'
import { readyFonts } from '../services/fontFiles'
import { platformOf } from '../services/places'
import { bundleFile } from '../services/resources'
import { threadRunner } from '../services/runner'
import { readWindowFiles } from '../services/windowFiles'
import { answerCalls, hearDrops } from './ipc'
import { registerScheme, servePage } from './page'
import { openWindow, type DeskWindow } from './window'

const windows = new Set<DeskWindow>()
/** Editions the system named before there was a window to open them. */
const waiting: string[] = []
let running: Host | null = null

const isEdition = (path: string): boolean => extname(path) === '.banxin'

const editionsIn = (words: readonly string[], cwd: string): readonly string[] =>
  words.filter(isEdition).map((word) => resolve(cwd, word))

const windowOf = (sender: WebContents): DeskWindow | undefined =>
  [...windows].find(({ window }) => window.webContents === sender)

function show(host: Host): DeskWindow {
  const made = openWindow(host, bundleFile('preload.cjs'))
  windows.add(made)
  made.window.on('closed', () => {
    windows.delete(made)
    if (windows.size === 0) Menu.setApplicationMenu(firstMenu())
  })
  return made
}

/** Asks a window to open the edition, the newest where none is named. */
async function open(path: string, into?: DeskWindow): Promise<void> {
  if (running === null) {
    waiting.push(path)
    return
  }
  const recent = await running.admit(path)
  const target = into ?? [...windows].at(-1) ?? show(running)
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
  answerCalls((sender) => windowOf(sender)?.connection ?? null)
  hearDrops((path, sender) => {
    if (isAbsolute(path) && isEdition(path)) void open(path, windowOf(sender))
  })
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
