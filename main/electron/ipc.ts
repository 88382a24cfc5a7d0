/** The contract over Electron's IPC: a channel for each call, answered to our own page only. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { CALL_NAMES } from '../../core/contract/arguments'
import { err } from '../../core/result'
import type { HostConnection } from '../host'
import { PAGE } from './page'

const stranger = () =>
  err({
    severity: 'error' as const,
    code: 'host.stranger',
    message: 'Only the desk’s own window may ask for that.',
  })

/** The page itself, not a frame in it and nothing it was led to. */
const isOurPage = ({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(PAGE)

/** Hears of the path of what was let go on a window. */
export function hearDrops(hear: (path: string, sender: WebContents) => void): void {
  ipcMain.on('banxin:dropped', (event, path: unknown) => {
    if (isOurPage(event) && typeof path === 'string') hear(path, event.sender)
  })
}

export function answerCalls(connectionOf: (sender: WebContents) => HostConnection | null): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(`banxin:${name}`, (event, argument: unknown) => {
      const connection = isOurPage(event) ? connectionOf(event.sender) : null
      return connection === null ? stranger() : connection.call(name, argument)
    })
  }
}
