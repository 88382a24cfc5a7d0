/**
 * Every call the window can make to the side that owns the disk, as types. Two
 * bindings carry them: Electron's IPC and the loopback server. So values are
 * JSON and `Uint8Array` only, and an expected failure comes back as a coded
 * value; a call never throws. `contract/arguments.ts` holds a validator for
 * each argument, `contract/wire.ts` the form on the wire; the other files there
 * have the values that calls take and give.
 */
import type {
  Acknowledged,
  Handle,
  NewEditionSource,
  OpenSource,
  OpenedEdition,
  RecentEdition,
  Rejoined,
  SavedEdition,
  TransactionJson,
} from './contract/editions'
import type { HostEvent } from './contract/events'
import type { ExportOrder, JobInfo, StartedJob } from './contract/exportJobs'
import type { FontList } from './contract/fonts'
import type { ImportFile, ImportOptions, Imported } from './contract/importing'
import type { Reply } from './contract/reply'
import type { AppInfo, FolderListing, MenuItem, Question } from './contract/shell'
import type { ProfileInfo, SoftProof } from './contract/softProof'
import type { GlyphId } from './display/displayList'
import type { Picture } from './model/edition'
import type { Template } from './model/template'
import type { FontPart } from './text/fontParts'

export type * from './contract/editions'
export type * from './contract/events'
export type * from './contract/exportJobs'
export type * from './contract/fonts'
export type * from './contract/importing'
export type * from './contract/reply'
export type * from './contract/shell'
export type * from './contract/softProof'

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
  /**
   * Takes hold again of an edition that the host has let go because its window did
   * not answer; `change` names one whose answer never came. The edition is to look
   * only where another process has it now.
   */
  rejoin(args: { readonly handle: Handle; readonly change: string }): Reply<Rejoined>
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
  /**
   * Puts picture files among the media out of other editions that are or were open here,
   * found by the hash in their names; which of them are here now.
   */
  bringPictures(args: {
    readonly handle: Handle
    readonly files: readonly string[]
  }): Reply<readonly string[]>
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
  /** Shows the folder of `AppInfo.drafts` and the log in the system's file manager. */
  showData(args: object): Reply<null>
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
  /**
   * Asks for the edition whose folder, a `File`, was let go on the window; an `openRequested`
   * event answers. Null where the place of what is let go is kept from the desk, as in a browser.
   */
  readonly openDropped: ((folder: unknown) => void) | null
}
