/** What the host tells a window unasked. */
import type { Handle, NumberedTransaction, SavedEdition } from './editions'
import type { JobState } from './exportJobs'
import type { HostError } from './reply'
import type { DialogRequest, Question, Theme } from './shell'

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
  /** The folder was taken away or called otherwise (changes are safe in memory only), or is there again. */
  | { readonly kind: 'gone'; readonly handle: Handle; readonly gone: boolean }
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
  /** The window’s line to the host had broken off and is there again; said by the window’s own side of it. */
  | { readonly kind: 'joined' }
  /** The host had taken the window for gone, so its jobs and dialogs were called off; said likewise. */
  | { readonly kind: 'letGo' }
  | { readonly kind: 'dialog'; readonly dialog: string; readonly request: DialogRequest }
  | { readonly kind: 'question'; readonly dialog: string; readonly question: Question }
