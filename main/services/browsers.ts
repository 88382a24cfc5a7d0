/** A browser that can show the desk as an application of its own: Chromium and its relatives. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Platform } from './places'

const COMMANDS = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'brave-browser', 'vivaldi'],
]

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

function candidates(platform: Platform, env: NodeJS.ProcessEnv): readonly string[] {
  switch (platform) {
    case 'darwin':
      return MAC.map((path) => join('/Applications', path))
    case 'win32': {
      const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      return roots.flatMap((root) => {
        const folder = env[root]
        return folder === undefined ? [] : WINDOWS.map((path) => join(folder, path))
      })
    }
    case 'linux':
      return COMMANDS.flatMap((command) =>
        (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command)),
      )
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first that is installed, or null. */
export const findBrowser = (platform: Platform, env: NodeJS.ProcessEnv): string | null =>
  candidates(platform, env).find(isExecutable) ?? null

/** Whether there is a screen to open a window on. */
export const hasDisplay = (platform: Platform, env: NodeJS.ProcessEnv): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
