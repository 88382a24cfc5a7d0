/** What the shell around the window tells and shows: its surroundings, questions, file dialogs, the menu. */

export type Theme = 'light' | 'dark'

export interface AppInfo {
  readonly version: string
  /** BCP 47, as the system or the browser has it: `zh-CN`. */
  readonly locale: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly theme: Theme
  /** In a browser the window draws its own menu bar and answers `dialog` events. */
  readonly shell: 'electron' | 'browser'
  /** Folder of editions that are not saved yet, and the file of the log. */
  readonly drafts: string
  readonly log: string
}

export interface Question {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  /** Index of the button that Enter presses, and of the one that Esc does. */
  readonly preferred: number
  readonly cancel: number
}

/** A file dialog that a window without a native one is to show. */
export interface DialogRequest {
  readonly kind: 'open-edition' | 'save-edition' | 'save-file' | 'choose-folder'
  readonly title: string
  /** Folder to begin in, and the name proposed. */
  readonly folder: string
  readonly name: string
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'folder' | 'edition' | 'file'
}

export interface FolderListing {
  readonly path: string
  /** Null at the top. */
  readonly parent: string | null
  readonly entries: readonly FolderEntry[]
}

export interface MenuItem {
  readonly kind: 'command' | 'separator' | 'submenu' | 'role'
  /** Command id, or a role such as `quit` or `toggleDevTools`; empty otherwise. */
  readonly id: string
  readonly label: string
  /** As Electron writes it, `CmdOrCtrl+S`; empty for none. */
  readonly accelerator: string
  readonly enabled: boolean
  readonly checked: boolean | null
  readonly items: readonly MenuItem[]
}
