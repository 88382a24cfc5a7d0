/** What a session tells, does and asks for. */
import type { HostApi, HostError, NumberedTransaction, OpenedEdition } from '../../core/contract'
import type { Transaction } from '../../core/edit'
import type { Edition } from '../../core/model/edition'
import type { Result } from '../../core/result'

/** What the session needs of the host. */
export type SessionHost = Pick<HostApi, 'append' | 'resync' | 'rejoin'>

export type Keeping =
  /** All changes are in the journal. */
  | { readonly kind: 'kept' }
  /** So many changes are on their way. */
  | { readonly kind: 'sending'; readonly waiting: number }
  /** So many changes are in memory only. */
  | { readonly kind: 'stuck'; readonly waiting: number; readonly error: HostError }

export interface SessionSnapshot {
  readonly edition: Edition
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly keeping: Keeping
  /** Revision of the last acknowledged change, and of what was last saved. */
  readonly revision: number
  readonly savedRevision: number
  /** Who changed the edition last, so that a view knows whether to follow. */
  readonly last: Transaction | null
}

export interface Session {
  readonly handle: string
  getSnapshot(): SessionSnapshot
  /** Called after every change of the snapshot; returns how to stop. */
  subscribe(listener: () => void): () => void
  /**
   * Applies a change and sends it. Successive changes of one `group` are undone
   * together. A change that does not fit the edition is refused and nothing happens.
   */
  apply(transaction: Transaction, group?: string | null): Result<Edition>
  /** Ends the group: the next change is undone on its own. */
  closeGroup(): void
  /** What was taken back; null when there was nothing. */
  undo(): Transaction | null
  redo(): Transaction | null
  /** Another window's change, from a host event. */
  receive(change: NumberedTransaction): void
  saved(revision: number): void
  /** Sends again what is stuck, which it stays until it is answered for. */
  retry(): void
  /** The line to the host is there again: sends what waits, and asks for what was not told meanwhile. */
  joined(): void
  /** Resolves when every change was acknowledged and none of others is missing, or one is stuck. */
  settled(): Promise<void>
}

export interface SessionOptions {
  readonly host: SessionHost
  readonly author: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A key that no other change has. */
  readonly newName: () => string
  /** Puts the sending of a change off until its page is painted; at once when left out. */
  readonly afterPaint?: (send: () => void) => void
  /** Told with the edition as this window had it when changes are given up: what others did left no place for them. */
  readonly onGivenUp?: (edition: Edition) => void
  /** The host had let the edition go and opened it again; how it stands now. */
  readonly onRejoined?: (opened: OpenedEdition) => void
}
