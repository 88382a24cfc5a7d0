/** One window of the desk: locked down, and never closed over unsaved work without a word. */
import { BrowserWindow, Menu, app, nativeTheme, screen } from 'electron'
import type { HostEvent, Theme } from '../../core/contract'
import type { Host, HostConnection } from '../host'
import { nativeDialogs } from './dialogs'
import { menuTemplate } from './menu'
import { PAGE } from './page'

export interface DeskWindow {
  readonly window: BrowserWindow
  readonly connection: HostConnection
  emit(event: HostEvent): void
}

/** macOS has one menu bar: it is that of the window in front. */
const sharesMenu = (): boolean => process.platform === 'darwin'

const theme = (): Theme => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')
const locale = (): string => app.getPreferredSystemLanguages()[0] ?? app.getLocale()

/** Under its name Electron keeps where a window stood; no two that are open have the same. */
const names = new Set<string>()

function freeName(): string {
  let number = 1
  while (names.has(`desk-${number}`)) number += 1
  return `desk-${number}`
}

/** In pixels of the screen; no larger than what the screen has free. */
function firstSize(): { readonly width: number; readonly height: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(1440, width), height: Math.min(900, height) }
}

export function openWindow(host: Host, preload: string): DeskWindow {
  const name = freeName()
  names.add(name)
  const window = new BrowserWindow({
    ...{ name, windowStatePersistence: true, ...firstSize() },
    ...{ minWidth: 1024, minHeight: 640, show: false },
    webPreferences: {
      preload,
      ...{ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
      ...{ spellcheck: false, webviewTag: false, navigateOnDragDrop: false },
    },
  })
  let mayClose = false
  let menu: Menu | null = null
  const emit = (event: HostEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('banxin:event', event)
  }
  const connection = host.connect({
    emit,
    dialogs: nativeDialogs(window),
    ...{ locale, theme },
    setMenu(items) {
      menu = Menu.buildFromTemplate(menuTemplate(items, (id) => emit({ kind: 'command', id })))
      if (!sharesMenu()) window.setMenu(menu)
      else if (window.isFocused()) Menu.setApplicationMenu(menu)
    },
    paste: (plain) =>
      plain ? window.webContents.pasteAndMatchStyle() : window.webContents.paste(),
    close() {
      mayClose = true
      window.close()
    },
  })
  const tellTheme = (): void => emit({ kind: 'theme', theme: theme() })
  nativeTheme.on('updated', tellTheme)

  const { webContents } = window
  // The page may be read anew, as the window's guard offers; it goes nowhere else, nor does a frame in it.
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (event.url !== PAGE) event.preventDefault()
  }
  webContents.on('will-navigate', stay)
  webContents.on('will-frame-navigate', stay)
  webContents.on('will-redirect', stay)
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // A page that is gone cannot be asked; the journal has its changes.
  webContents.on('render-process-gone', () => (mayClose = true))
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (mayClose || !connection.hasUnsaved()) return
    event.preventDefault()
    emit({ kind: 'closeRequested' })
  })
  window.on('focus', () => {
    if (menu !== null && sharesMenu()) Menu.setApplicationMenu(menu)
  })
  window.on('closed', () => {
    names.delete(name)
    nativeTheme.off('updated', tellTheme)
    void connection.disconnect()
  })
  void window.loadURL(PAGE)
  return { window, connection, emit }
}
