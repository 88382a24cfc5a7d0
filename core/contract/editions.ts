/** Editions as they pass between the window and the disk: opened, changed, saved. */
import type { Diagnostic } from '../result'

/** What `transactionToJson` makes and `transactionFromJson` reads; null where a call says so. */
export type TransactionJson = unknown

/** Files of an edition by their path in its folder, pictures left out: what `decodeEdition` reads. */
export type TextsJson = Readonly<Record<string, string>>

/** An open edition as one window holds it; two windows on one edition have two handles. */
export type Handle = string

export interface RecentEdition {
  /** Names the edition for `openEdition`; the window never sends a path. */
  readonly id: string
  readonly name: string
  /** Where it lies, to be shown; null for one that was never saved. */
  readonly path: string | null
  readonly publication: string
  /** ISO date of issue. */
  readonly date: string
  /** The template of its first page; empty while it is not known. */
  readonly template: string
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
  /** Another program changed its files since they were read or saved. */
  readonly changedOnDisk: boolean
  /** Its folder is not there now. */
  readonly gone: boolean
  /** Why its journal cannot be written now; null while it can. */
  readonly journal: Diagnostic | null
  readonly diagnostics: readonly Diagnostic[]
}

/** An edition that a window has again after it was taken for gone. */
export interface Rejoined {
  /** The numbers of its changes go on: changes that wait are sent as if nothing had been. Otherwise `opened` stands on its own. */
  readonly continues: boolean
  /** The change asked about had landed before. */
  readonly landed: boolean
  readonly opened: OpenedEdition
}

export type NewEditionSource =
  | {
      readonly kind: 'template'
      readonly template: string
      readonly pages: number
      /** 版次 of the first page, such as 01 or A05; the other pages count on from it. */
      readonly folio: string
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
