/**
 * Every call the window can make to the side that owns the disk, as types. Two
 * bindings carry them: Electron's IPC and the loopback server. So values are
 * JSON and `Uint8Array` only, and an expected failure comes back as a coded
 * value; a call never throws. `contract/arguments.ts` holds a validator for
 * each argument, `contract/wire.ts` the form on the wire.
 */
import type { MarkKind } from './display/marks'
import type { GlyphId } from './display/displayList'
import type { Ink } from './ink'
import type { Picture } from './model/edition'
import type { Template } from './model/template'
import type { PageInk } from './preflight/pageInk'
import type { PressFinding } from './preflight/press'
import type { Diagnostic, Result } from './result'
import type { FontPart } from './text/fontParts'

/** Why a call failed: one sentence and a stable code; the single troubles when there are several. */
export interface HostError extends Diagnostic {
  readonly details?: readonly Diagnostic[]
}

export type Reply<T> = Promise<Result<T, HostError>>

/** What `transactionToJson` makes and `transactionFromJson` reads; null where a call says so. */
export type TransactionJson = unknown

/** Files of an edition by their path in its folder, pictures left out: what `decodeEdition` reads. */
export type TextsJson = Readonly<Record<string, string>>

/** An open edition as one window holds it; two windows on one edition have two handles. */
export type Handle = string

export type Theme = 'light' | 'dark'

export interface AppInfo {
  readonly version: string
  /** BCP 47, as the system or the browser has it: `zh-CN`. */
  readonly locale: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly theme: Theme
  /** In a browser the window draws its own menu bar and answers `dialog` events. */
  readonly shell: 'electron' | 'browser'
}

export interface RecentEdition {
  /** Names the edition for `openEdition`; the window never sends a path. */
  readonly id: string
  readonly name: string
  /** Where it lies, to be shown; null for one that was never saved. */
  readonly path: string | null
  readonly publication: string
  /** ISO date of issue. */
  readonly date: string
  /** Milliseconds since 1970: when it was last open. */
  readonly opened: number
  /** Its folder is not there now. */
  readonly missing: boolean
  /** Its journal holds changes that were not saved. */
  readonly unsaved: boolean
}

export interface OpenedEdition {
  readonly handle: Handle
  readonly name: string
  /** Null until it is first saved. */
  readonly path: string | null
  /** The edition with all changes so far, those of the journal too. */
  readonly texts: TextsJson
  /** Number of the last change in `texts`; the next acknowledged one is one more. */
  readonly revision: number
  readonly savedRevision: number
  /** Media files that are there; a Picture whose file is not among them is missing. */
  readonly media: readonly string[]
  /** Changes brought back from the journal of a desk that ended without saving. */
  readonly recovered: number
  /** Opened to look: another process has it, or the folder cannot be written. `append` and `save` are refused, `saveAs` is not. */
  readonly readOnly: boolean
  /** Windows that have it open, this one counted. */
  readonly windows: number
  readonly diagnostics: readonly Diagnostic[]
}

export type NewEditionSource =
  | {
      readonly kind: 'template'
      readonly template: string
      /** How many pages; folios count from 1. */
      readonly pages: number
      readonly publication: string
    }
  /** 昨日版面: pages, frames, rubrics and standing lines stay, stories are emptied. */
  | { readonly kind: 'edition'; readonly recent: string }

export type OpenSource =
  | { readonly kind: 'dialog'; readonly title: string }
  | { readonly kind: 'recent'; readonly id: string }

export interface NumberedTransaction {
  readonly revision: number
  readonly transaction: TransactionJson
}

export interface Acknowledged {
  /** The edition's revision after the change. */
  readonly revision: number
  /** Changes of other windows since the base revision, which landed first; in order. */
  readonly missed: readonly NumberedTransaction[]
  /**
   * The change as it was journalled, when `missed` made it read otherwise; null
   * when it landed as sent. A change of which nothing was left has no steps.
   */
  readonly rebased: TransactionJson
  /** Why parts of it fell away. */
  readonly dropped: readonly Diagnostic[]
}

export interface SavedEdition {
  readonly name: string
  readonly path: string
  /** Revision that is now on disk. */
  readonly savedRevision: number
}

export interface ImportFile {
  /** Name with its ending, no folders: .txt, .docx and .rtf texts, .png and .jpg pictures, `pictures.json`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImportOptions {
  /** Template of new pages; null takes that of the edition's first page. */
  readonly template: string | null
  /** All texts on one page rather than a page each. */
  readonly onePage: boolean
  readonly author: string
  /** Short phrase for the undo menu. */
  readonly label: string
}

/** A text as it was read, so that its doubts can be shown in place. */
export interface ImportedText {
  readonly file: string
  readonly text: string
}

export interface Imported {
  /** For the window to apply and `append`: pages that stood empty go, the imported ones come. Null when nothing came in. */
  readonly transaction: TransactionJson
  /** Revision the transaction fits. */
  readonly baseRevision: number
  readonly pages: readonly string[]
  readonly stories: readonly string[]
  readonly texts: readonly ImportedText[]
  /** The importer's doubts and all other trouble, with file and line where known. */
  readonly report: readonly Diagnostic[]
}

export interface FontEntry {
  readonly id: string
  /** Length of the file. */
  readonly bytes: number
}

export interface FontList {
  readonly fonts: readonly FontEntry[]
  /** Where a missing character is looked for, in order. */
  readonly fallbacks: readonly string[]
}

export type ExportOrder =
  | {
      readonly kind: 'pdf'
      /** A press PDF is refused while the work has errors, unless `override` says why. */
      readonly preset: 'press' | 'proof'
      /** By 版次: `1-4`, `1,3`; null for all. */
      readonly pages: string | null
      readonly override: string | null
      /** Id of the preflight profile that judges a press PDF; null for the default. */
      readonly profile: string | null
      /** Name of a file a page, with `{page}` and perhaps `{date}`, `{publication}`, `{edition}`; null for one file. */
      readonly names: string | null
      /** A `.sha256` beside each file. */
      readonly checksums: boolean
      /** What stands outside the trim of a press PDF; null for what its preset says. */
      readonly marks: readonly MarkKind[] | null
    }
  | { readonly kind: 'png'; readonly pages: string | null; readonly ppi: number }
  /** A proof PDF handed to the system's viewer; in a browser to be fetched with `jobBytes`. */
  | { readonly kind: 'print'; readonly pages: string | null }

export interface StartedJob {
  /** Null when the user called the dialog off. */
  readonly job: string | null
}

/** What a job counts while it runs. */
export type WorkPart = 'pictures' | 'pages'

export type JobState =
  | {
      readonly kind: 'running'
      readonly done: number
      readonly total: number
      readonly part?: WorkPart
    }
  | {
      readonly kind: 'done'
      readonly paths: readonly string[]
      readonly diagnostics: readonly Diagnostic[]
    }
  | { readonly kind: 'failed'; readonly error: HostError }
  | { readonly kind: 'cancelled' }

/** An export of this window, under way or over. */
export interface JobInfo {
  readonly job: string
  readonly order: ExportOrder
  /** Name of its file or, for several, of their folder. */
  readonly name: string
  readonly state: JobState
}

/** A preflight profile that comes along. */
export interface ProfileInfo {
  readonly id: string
  readonly name: string
}

/** One plate of a page as a grey PNG: white is paper, black the solid. */
export interface ProofPlate {
  /** `Cyan`, `Magenta`, `Yellow`, `Black`, or the name of a spot ink. */
  readonly name: string
  /** What its solid looks like, in the four inks. */
  readonly recipe: Ink
  readonly png: Uint8Array
}

/** A page as its plates will be, from the display list through the colour gate of the file. */
export interface SoftProof {
  /** Pixels of each plate; the trim, without bleed. */
  readonly width: number
  readonly height: number
  readonly plates: readonly ProofPlate[]
  readonly ink: PageInk
  /** Most ink the press takes, in percent. */
  readonly inkLimit: number
  /** The page's press findings, with `area` in points and `remedy`. */
  readonly findings: readonly PressFinding[]
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

export type HostEvent =
  /** Another window's change: apply in order of `revision`. */
  | ({ readonly kind: 'appended'; readonly handle: Handle } & NumberedTransaction)
  | ({ readonly kind: 'saved'; readonly handle: Handle } & SavedEdition)
  /** Another window went back to what is on disk: open anew. */
  | { readonly kind: 'reverted'; readonly handle: Handle }
  /** A window was opened on this edition, or closed. */
  | { readonly kind: 'windows'; readonly handle: Handle; readonly windows: number }
  /** Someone else changed the files: ask whether to revert or to save over them. */
  | { readonly kind: 'changedOnDisk'; readonly handle: Handle }
  /** The journal cannot be written (changes are safe in memory only), or, with null, can again. */
  | { readonly kind: 'journal'; readonly handle: Handle; readonly error: HostError | null }
  /** Pages made up of an import under way. */
  | {
      readonly kind: 'importing'
      readonly handle: Handle
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'job'; readonly job: string; readonly state: JobState }
  /** A native menu item or accelerator. */
  | { readonly kind: 'command'; readonly id: string }
  /** The window is to be closed: settle what is unsaved and call `closeWindow`, or do nothing. */
  | { readonly kind: 'closeRequested' }
  /** The system asks for an edition to be opened (double click, command line). */
  | { readonly kind: 'openRequested'; readonly recent: string }
  | { readonly kind: 'theme'; readonly theme: Theme }
  | { readonly kind: 'dialog'; readonly dialog: string; readonly request: DialogRequest }
  | { readonly kind: 'question'; readonly dialog: string; readonly question: Question }

/** Each call takes one object, so that bindings and validators treat all alike. */
export interface HostApi {
  appInfo(args: object): Reply<AppInfo>
  /** The page templates, whole. */
  listTemplates(args: object): Reply<readonly Template[]>
  /** Newest first; editions never saved among them. */
  recentEditions(args: object): Reply<readonly RecentEdition[]>
  forgetRecent(args: { readonly id: string }): Reply<null>
  /** Begins an edition that has no place on disk yet; it is journalled from the first change. */
  newEdition(args: {
    readonly source: NewEditionSource
    /** ISO date of issue. */
    readonly date: string
  }): Reply<OpenedEdition>
  /** Null when the user called the dialog off. `edition.in-use` when another process has it: ask again with `readOnly`. */
  openEdition(args: {
    readonly source: OpenSource
    readonly readOnly: boolean
  }): Reply<OpenedEdition | null>
  /**
   * Validates, numbers and journals a change made on `baseRevision`. Refused as a
   * whole with the code `applyTransaction` gives when it does not fit; the window
   * then opens the edition anew with `resync`. A change whose answer was lost is sent
   * again under its own name: it is answered as before, and lands once.
   */
  append(args: {
    readonly handle: Handle
    /** The window's name for the change: a key of its own. */
    readonly change: string
    readonly baseRevision: number
    readonly transaction: TransactionJson
  }): Reply<Acknowledged>
  /** The edition as main has it now. */
  resync(args: { readonly handle: Handle }): Reply<OpenedEdition>
  /** Saves; an edition never saved goes through the dialog, null when called off. `edition.changed-on-disk` unless `overwrite`. */
  save(args: {
    readonly handle: Handle
    readonly overwrite: boolean
    /** Title of the dialog. */
    readonly title: string
  }): Reply<SavedEdition | null>
  saveAs(args: { readonly handle: Handle; readonly title: string }): Reply<SavedEdition | null>
  /** Writes to the journal now what could not be written before. */
  keep(args: { readonly handle: Handle }): Reply<null>
  /** Back to what is on disk; the changes since are gone. */
  revert(args: { readonly handle: Handle }): Reply<OpenedEdition>
  /** `discard` drops unsaved changes once no other window has the edition; otherwise the journal keeps them. */
  close(args: { readonly handle: Handle; readonly discard: boolean }): Reply<null>
  /** `importing` events tell how it goes. Null when it was called off; nothing has changed then. */
  importFiles(args: {
    readonly handle: Handle
    readonly files: readonly ImportFile[]
    readonly options: ImportOptions
  }): Reply<Imported | null>
  /** Calls off the import under way on this edition. */
  cancelImport(args: { readonly handle: Handle }): Reply<null>
  /** The file of a Picture, by its `file`. */
  pictureBytes(args: { readonly handle: Handle; readonly file: string }): Reply<Uint8Array>
  /** Stores a PNG, a JPEG or an advertisement in PDF among the media; the record is the window's to put. */
  addPicture(args: {
    readonly handle: Handle
    readonly name: string
    readonly bytes: Uint8Array
  }): Reply<Picture>
  listFonts(args: object): Reply<FontList>
  /** What setting needs of a font: its tables, and the outlines of letters and marks. */
  fontStart(args: { readonly id: string }): Reply<FontPart>
  /** The outlines of some glyphs, those of a page about to be shown. */
  fontOutlines(args: { readonly id: string; readonly glyphs: readonly GlyphId[] }): Reply<FontPart>
  /**
   * The plates of one page and its total ink, overprint simulated, as the press
   * preset of the installation has them. Works on a thread of its own; pictures
   * are converted once and kept. `softProof.page` when there is no such page.
   */
  softProof(args: {
    readonly handle: Handle
    /** Id of the page. */
    readonly page: string
    readonly ppi: number
    /** Id of the preflight profile that judges the findings; null for the default. */
    readonly profile: string | null
  }): Reply<SoftProof>
  /** The preflight profiles of the installation, the default first. */
  listProfiles(args: object): Reply<readonly ProfileInfo[]>
  /** Asks where to, then works in the background; `job` events tell how it goes. */
  startExport(args: {
    readonly handle: Handle
    readonly order: ExportOrder
    /** Title of the dialog. */
    readonly title: string
  }): Reply<StartedJob>
  cancelJob(args: { readonly job: string }): Reply<null>
  /** Does the order of an ended job again, to the same place, on the edition as it is now; the job keeps its name. */
  retryJob(args: { readonly job: string }): Reply<null>
  /** This window's last jobs, the newest first. */
  listJobs(args: object): Reply<readonly JobInfo[]>
  /** The PDF of a finished `print` job. */
  jobBytes(args: { readonly job: string }): Reply<Uint8Array>
  /** Shows a finished job's file in the system's file manager. */
  showResult(args: { readonly job: string }): Reply<null>
  /** A message box; the index of the button pressed. */
  ask(args: { readonly question: Question }): Reply<number>
  /** The answer to a `dialog` event: an absolute path, or null when called off. */
  answerDialog(args: { readonly dialog: string; readonly path: string | null }): Reply<null>
  /** The answer to a `question` event. */
  answerQuestion(args: { readonly dialog: string; readonly button: number }): Reply<null>
  /** What is in a folder, while the dialog is open. */
  listFolder(args: { readonly dialog: string; readonly path: string }): Reply<FolderListing>
  /** The menu, in the window's language; nothing happens where there is no native one. */
  setMenu(args: { readonly items: readonly MenuItem[] }): Reply<null>
  /** Pastes where the focus is, by the system; false where only the user may, by a key. */
  paste(args: { readonly plain: boolean }): Reply<boolean>
  closeWindow(args: object): Reply<null>
  newWindow(args: object): Reply<null>
  log(args: { readonly level: 'error' | 'warning' | 'info'; readonly message: string }): Reply<null>
}

export type CallName = keyof HostApi

/** What the window finds as `window.banxin`, whichever binding serves it. */
export interface HostClient extends HostApi {
  /** Returns how to stop listening. */
  subscribe(listener: (event: HostEvent) => void): () => void
}
