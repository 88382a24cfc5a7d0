/** One window of the desk: locked down, and never closed over unsaved work without a word. */
import { BrowserWindow, Menu, app, nativeTheme } from 'electron'
import type { HostEvent, MenuItem, Theme } from '../../core/contract'
import type { Host, HostConnection } from '../host'
import { nativeDialogs } from './dialogs'
import { menuTemplate } from './menu'
import { PAGE } from './page'

export interface DeskWindow {
  readonly window: BrowserWindow
  readonly connection: HostConnection
  emit(event: HostEvent): void
}

const theme = (): Theme => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')
const locale = (): string => app.getPreferredSystemLanguages()[0] ?? app.getLocale()

export function openWindow(host: Host, preload: string): DeskWindow {
  const window = new BrowserWindow({
    ...{ width: 1440, height: 900, minWidth: 1024, minHeight: 640, show: false },
    webPreferences: {
      preload,
      ...{ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
      ...{ spellcheck: false, webviewTag: false, navigateOnDragDrop: false },
    },
  })
  let mayClose = false
  const emit = (event: HostEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('banxin:event', event)
  }
  const connection = host.connect({
    emit,
    dialogs: nativeDialogs(window),
    ...{ locale, theme },
    setMenu: (items) => setMenu(window, items, (id) => emit({ kind: 'command', id })),
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
  window.on('closed', () => {
    nativeTheme.off('updated', tellTheme)
    void connection.disconnect()
  })
  void window.loadURL(PAGE)
  return { window, connection, emit }
}

/** macOS has one menu bar for all windows. */
function setMenu(
  window: BrowserWindow,
  items: readonly MenuItem[],
  onCommand: (id: string) => void,
): void {
  const menu = Menu.buildFromTemplate(menuTemplate(items, onCommand))
  if (process.platform === 'darwin') Menu.setApplicationMenu(menu)
  else window.setMenu(menu)
}
