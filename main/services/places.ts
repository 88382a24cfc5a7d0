/** Folders of this user, for the desk in a browser; Electron knows them by itself. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export type Platform = 'darwin' | 'win32' | 'linux'

/** Other Unix systems keep their files as Linux does. */
export const platformOf = (name: string): Platform =>
  name === 'darwin' || name === 'win32' ? name : 'linux'

const NAME = 'Banxin'

/** Where drafts, the list of recent editions and the log are kept. */
export function userDataFolder(platform: Platform, env: NodeJS.ProcessEnv): string {
  const home = homedir()
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', NAME)
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), NAME)
    case 'linux':
      return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), NAME)
  }
}

/** What lies in that folder, by absolute paths. */
export const dataPlaces = (userData: string) => ({
  drafts: join(userData, 'drafts'),
  /** Pictures of the editions that are open. */
  spare: join(userData, 'spare'),
  recent: join(userData, 'recent.json'),
  log: join(userData, 'logs', 'desk.log'),
})

/** Where dialogs begin. */
export function documentsFolder(): string {
  const documents = join(homedir(), 'Documents')
  return existsSync(documents) ? documents : homedir()
}
