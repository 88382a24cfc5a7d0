/**
 * A stand-in for the `electron` module, for machines without its program: what the
 * desk tells Electron is noted, and a test plays Electron's part. It has no page and
 * no sandbox; docs/release-checklist.md says what only the real one can show.
 */
import { EventEmitter } from 'node:events'

type Answer = (...args: readonly unknown[]) => unknown

/** What a test reads and sets. The bundle and the test have one module each, so it stands on the global object. */
export interface Stage {
  readonly handlers: Map<string, Answer>
  readonly windows: BrowserWindow[]
  readonly privileged: unknown[]
  page: ((request: { readonly url: string; readonly method: string }) => Response) | null
  request: ((details: { readonly url: string }, decide: Answer) => void) | null
  mayHave: ((contents: unknown, permission: string, decide: Answer) => void) | null
  hasPermission: (() => boolean) | null
  readonly shown: string[]
  /** Null when the application has none; undefined as long as Electron's own stands. */
  appMenu: Menu | null | undefined
  readonly boxes: { readonly kind: string; readonly options: unknown }[]
  /** What the next dialogs answer. */
  readonly answers: unknown[]
  inFront: BrowserWindow | null
  isFirst: boolean
  isQuitting: boolean
  userData: string
}

const fresh = (): Stage => ({
  ...{ handlers: new Map(), windows: [], privileged: [], shown: [], boxes: [], answers: [] },
  ...{ page: null, request: null, mayHave: null, hasPermission: null, appMenu: undefined },
  ...{ inFront: null, isFirst: true, isQuitting: false, userData: '' },
})

const shared = globalThis as { banxinStage?: Stage }
export const stage: Stage = (shared.banxinStage ??= fresh())

export class WebContents extends EventEmitter {
  readonly sent: unknown[] = []
  readonly mainFrame = { url: '' }
  openHandler: ((details: unknown) => unknown) | null = null
  send(channel: string, message: unknown): void {
    this.sent.push([channel, message])
  }
  paste(): void {
    this.sent.push('paste')
  }
  pasteAndMatchStyle(): void {
    this.sent.push('pasteAndMatchStyle')
  }
  setWindowOpenHandler(handler: (details: unknown) => unknown): void {
    this.openHandler = handler
  }
  isLoading(): boolean {
    return false
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  menu: Menu | null = null
  isGone = false
  constructor(
    readonly options: {
      readonly name: string
      readonly webPreferences: Readonly<Record<string, unknown>>
    },
  ) {
    super()
    if (stage.windows.some(({ isGone, options: { name } }) => !isGone && name === options.name))
      throw new Error(`Window name ${options.name} is in use`)
    stage.windows.push(this)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    return Promise.resolve()
  }
  setMenu(menu: Menu): void {
    this.menu = menu
  }
  show(): void {
    stage.shown.push('window')
  }
  focus(): void {
    stage.shown.push('focus')
    stage.inFront = this
    this.emit('focus')
  }
  isFocused(): boolean {
    return stage.inFront === this
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  /** As when its cross is clicked. */
  close(): void {
    let isPrevented = false
    this.emit('close', { preventDefault: () => (isPrevented = true) })
    if (isPrevented) return
    this.isGone = true
    this.emit('closed')
  }
}

export class Menu {
  constructor(readonly template: readonly unknown[]) {}
  static buildFromTemplate(template: readonly unknown[]): Menu {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu | null): void {
    stage.appMenu = menu
    for (const window of stage.windows) window.menu = menu
  }
}

class App extends EventEmitter {
  getVersion = (): string => '0.0.0'
  getPath = (): string => stage.userData
  getLocale = (): string => 'en-US'
  getPreferredSystemLanguages = (): readonly string[] => ['zh-CN']
  requestSingleInstanceLock = (): boolean => stage.isFirst
  enableSandbox = (): void => void stage.shown.push('sandbox')
  whenReady = (): Promise<void> => Promise.resolve()
  exit = (): void => void (stage.isQuitting = true)
  quit(): void {
    let isPrevented = false
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) stage.isQuitting = true
  }
}

export const app = new App()

export const ipcMain = {
  handle: (channel: string, answer: Answer): void => void stage.handlers.set(channel, answer),
  on: (channel: string, hear: Answer): void => void stage.handlers.set(channel, hear),
}

const box = (kind: string) => (_window: unknown, options: unknown) => {
  stage.boxes.push({ kind, options })
  return Promise.resolve(stage.answers.shift())
}

export const dialog = {
  showOpenDialog: box('open'),
  showSaveDialog: box('save'),
  showMessageBox: box('message'),
  showErrorBox: (title: string, message: string): void =>
    void stage.boxes.push({ kind: 'error', options: { title, message } }),
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown): void => void stage.privileged.push(schemes),
  handle: (_scheme: string, page: NonNullable<Stage['page']>): void => void (stage.page = page),
}

export const session = {
  defaultSession: {
    webRequest: {
      onBeforeRequest: (request: NonNullable<Stage['request']>): void =>
        void (stage.request = request),
    },
    setPermissionRequestHandler: (handler: NonNullable<Stage['mayHave']>): void =>
      void (stage.mayHave = handler),
    setPermissionCheckHandler: (handler: () => boolean): void =>
      void (stage.hasPermission = handler),
  },
}

export const screen = {
  getPrimaryDisplay: () => ({ workAreaSize: { width: 1280, height: 760 } }),
}

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })

export const shell = {
  showItemInFolder: (path: string): void => void stage.shown.push(`show ${path}`),
  openPath: (path: string): Promise<string> => {
    stage.shown.push(`open ${path}`)
    return Promise.resolve('')
  },
}

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown): void =>
    void Object.assign(globalThis, { [`exposed_${name}`]: value }),
}

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel: string, argument: unknown): Promise<unknown> =>
    Promise.resolve({ channel, argument }),
  send: (channel: string, argument: unknown): void =>
    void stage.shown.push(`${channel} ${String(argument)}`),
})

export const webUtils = {
  /** A file of the disk has a path, one that a page made has none. */
  getPathForFile: (file: { readonly path?: string }): string => file.path ?? '',
}
