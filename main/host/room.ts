/** What the calls of one window share. */
import type { TemplateCatalog } from '../services/templateCatalog'
import type { DeskLog } from '../services/deskLog'
import type { FileSystem } from '../services/fileSystem'
import type { RecentEditions } from '../services/recentEditions'
import type { Desks, Listener } from './desks'
import type { WindowDialogs } from './dialogs'
import type { Jobs } from './jobs'
import type { HostDeps, HostWindow } from './types'

/** What all windows share. */
export interface HostParts {
  readonly deps: HostDeps & { readonly fs: FileSystem }
  readonly desks: Desks
  readonly jobs: Jobs
  readonly recents: RecentEditions
  readonly log: DeskLog
  templates(): TemplateCatalog
}

export interface Room {
  readonly host: HostParts
  readonly window: HostWindow
  readonly listener: Listener
  readonly dialogs: WindowDialogs
}
