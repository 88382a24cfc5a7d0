/** `window.banxin` in Electron: a channel for each call, one for events. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { HostEvent } from '../core/contract'
import { hostClient, type Carry, type Subscribe } from './client'

const carry = ((name, argument) => ipcRenderer.invoke(`banxin:${name}`, argument)) as Carry

const subscribe: Subscribe = (listener) => {
  const hear = (_event: IpcRendererEvent, told: HostEvent): void => listener(told)
  ipcRenderer.on('banxin:event', hear)
  return () => void ipcRenderer.off('banxin:event', hear)
}

/** The page has no path to give: only a file that the user let go has one. */
const openDropped = (folder: unknown): void =>
  ipcRenderer.send('banxin:dropped', webUtils.getPathForFile(folder as File))

contextBridge.exposeInMainWorld('banxin', hostClient(carry, subscribe, openDropped))
