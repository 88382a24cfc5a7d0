/** `window.banxin` in Electron: a channel for each call, one for events. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { HostEvent } from '../core/contract'
import { hostClient, type Carry } from './client'

const carry = ((name, argument) => ipcRenderer.invoke(`banxin:${name}`, argument)) as Carry

contextBridge.exposeInMainWorld(
  'banxin',
  hostClient(carry, (listener) => {
    const hear = (_event: IpcRendererEvent, told: HostEvent): void => listener(told)
    ipcRenderer.on('banxin:event', hear)
    return () => void ipcRenderer.off('banxin:event', hear)
  }),
)
