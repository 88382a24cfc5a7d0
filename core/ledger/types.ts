import type { PageId, StoryId } from '../ids'

/** Characters (code points that are not white space), sorted by where they went. Each is counted once. */
export interface Tally {
  /** On a page of this output. */
  readonly placed: number
  /** In a frame's story, but behind the end of its last column. */
  readonly overset: number
  /** On a page that this output leaves out. */
  readonly carriedOver: number
  /** In no frame: a story not yet placed, text that intake could not assign. */
  readonly pending: number
  /** Taken out by name: an echo at a column break, a jump line with a stale page number. */
  readonly removed: number
}

/** A piece of the manuscript with a reason beside it. */
export interface NamedText {
  readonly text: string
  readonly why: string
  readonly characters: number
}

export interface StoryAccount extends Tally {
  readonly story: StoryId
  readonly slug: string
  /** All characters of the manuscript that belong to the story: document, unplaced and removed text. */
  readonly characters: number
  readonly oversetText: readonly NamedText[]
  readonly pendingText: readonly NamedText[]
  readonly removedText: readonly NamedText[]
}

/** One text run as it stands on a page; `story` is null for generated text and furniture. */
export interface PageRun {
  readonly story: StoryId | null
  /** Without white space. */
  readonly text: string
}

export interface PageAccount {
  readonly page: PageId
  readonly folio: string
  /** Whether the page is part of this output. */
  readonly shown: boolean
  /** Manuscript characters on it. */
  readonly characters: number
  /** Every text run in reading order: what a reader of the PDF must find. */
  readonly runs: readonly PageRun[]
}

/**
 * Why the books do not balance.
 * - `missing` a character of a placed story stands nowhere
 * - `doubled` a character stands twice
 * - `changed` a page shows another character than the manuscript has there
 * - `contradicted` a character is reported overset or replaced, and yet stands on a page
 * - `stray` a page shows manuscript text of a story, or of a place in it, that does not exist
 */
export type ImbalanceKind = 'missing' | 'doubled' | 'changed' | 'contradicted' | 'stray'

export interface Imbalance {
  readonly kind: ImbalanceKind
  readonly story: StoryId
  /** The page it shows on; null for a missing character. */
  readonly page: PageId | null
  /** Document position of the first character concerned. */
  readonly from: number
  /** The characters concerned, as the manuscript has them (as the page has them for `stray`). */
  readonly text: string
  /** For `changed`: what the page shows instead. */
  readonly shown?: string
}

/** What intake did with one raw file, in characters that are not white space. */
export interface IntakeAccount {
  readonly file: string
  readonly raw: number
  /** Now in stories, unplaced text and named removals included. */
  readonly kept: number
  /** Characters of the raw text found nowhere afterwards; must be 0. */
  readonly lost: number
  /** Characters found afterwards that the raw text did not have; must be 0. */
  readonly added: number
}

export interface Ledger {
  readonly balanced: boolean
  readonly characters: number
  readonly totals: Tally
  readonly stories: readonly StoryAccount[]
  readonly pages: readonly PageAccount[]
  readonly intake: readonly IntakeAccount[]
  readonly imbalances: readonly Imbalance[]
}
