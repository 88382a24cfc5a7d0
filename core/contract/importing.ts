/** Copy and pictures that come in, and what was made of them. */
import type { Diagnostic } from '../result'
import type { TransactionJson } from './editions'

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
