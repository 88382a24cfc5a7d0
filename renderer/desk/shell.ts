/** What carries the window: a browser, or Electron with a menu bar of the system's. */
import { createContext, useContext } from 'react'
import type { AppInfo } from '../../core/contract'

export const ShellContext = createContext<Omit<AppInfo, 'locale' | 'theme'>>({
  version: '',
  drafts: '',
  log: '',
  shell: 'browser',
  platform: 'linux',
})

/** Whether the system shows the menus, so that the window draws none. */
export const useHasSystemMenu = (): boolean => useContext(ShellContext).shell === 'electron'
