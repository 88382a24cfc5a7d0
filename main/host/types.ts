/** What the host needs from the shell around it: Electron, or a browser's loopback server. */
import type {
  DialogRequest,
  HostApi,
  HostEvent,
  MenuItem,
  Question,
  Theme,
} from '../../core/contract'
import type { FileSystem } from '../services/fileSystem'
import type { Timer } from '../services/journal'
import type { JournalDisk } from '../services/journalDisk'
import type { Runner } from '../services/runner'

/** A window's own dialogs. */
export interface NativeDialogs {
  /** An absolute path, or null when called off. */
  choose(request: DialogRequest): Promise<string | null>
  /** Index of the button pressed. */
  ask(question: Question): Promise<number>
}

export interface HostWindow {
  emit(event: HostEvent): void
  /** Null where the window draws its dialogs itself. */
  readonly dialogs: NativeDialogs | null
  /** BCP 47. */
  locale(): string
  theme(): Theme
  setMenu(items: readonly MenuItem[]): void
  /** Pastes where the focus is; null where no program may. */
  readonly paste: ((plain: boolean) => void) | null
  /** Closes it without asking again. */
  close(): void
}

export interface HostDeps {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly shell: 'electron' | 'browser'
  /** Folder for drafts, the list of recent editions and the log. */
  readonly userData: string
  /** Folder where dialogs begin. */
  readonly documents: string
  newWindow(): void
  /** Shows a file in the system's file manager. */
  showFile(path: string): void
  /** Opens a file with the system's program for it; null where there is no such thing. */
  readonly openFile: ((path: string) => void) | null
  readonly runner: Runner
  /** A new name that cannot be guessed: small letters and digits. */
  unique(): string
  /** Milliseconds since 1970. */
  now(): number
  readonly fs?: FileSystem
  readonly journalDisk?: JournalDisk
  readonly timer?: Timer
}

/** One window's door to the host. Answers nothing but what the contract states, whatever it is asked. */
export interface HostConnection {
  readonly api: HostApi
  /** Any call by name, for bindings: what comes in is not believed. */
  call(name: string, argument: unknown): ReturnType<HostApi[keyof HostApi]>
  /** Whether closing the window now would leave changes unsaved. */
  hasUnsaved(): boolean
  /** The window is gone: its editions are closed, their journals kept. */
  disconnect(): Promise<void>
}

export interface Host {
  connect(window: HostWindow): HostConnection
  /** Lets an edition named by the system (double click, command line) be opened; gives its id. */
  admit(path: string): Promise<string>
  /** Ends all work and writes what is left of the journals. */
  close(): Promise<void>
}
