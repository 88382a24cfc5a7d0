/**
 * The only door to the edition. A change is applied at once, then sent to the
 * host one after another; what other windows did meanwhile is taken in and the
 * changes still on their way are fitted to it.
 */
import type {
  Acknowledged,
  HostApi,
  HostError,
  NumberedTransaction,
  OpenedEdition,
  TransactionJson,
} from '../../core/contract'
import {
  applyTransaction,
  History,
  transactionFromJson,
  transactionToJson,
  type Transaction,
} from '../../core/edit'
import type { Edition } from '../../core/model/edition'
import { ok, type Result } from '../../core/result'
import { nextBatch, rebasedOver, type Waiting } from './batch'
import { editionOf } from './opened'

/** What the session needs of the host. */
export type SessionHost = Pick<HostApi, 'append' | 'resync'>

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
  /** Resolves when every change was acknowledged and none of others is missing, or one is stuck. */
  settled(): Promise<void>
}

/** A batch on its way, as it was sent: without an answer it may have landed, so it goes again as it was. */
interface Sent {
  readonly change: string
  readonly count: number
  readonly baseRevision: number
  readonly transaction: TransactionJson
}

/** The host did not answer: whether the change landed is not known. */
const isUnanswered = ({ code }: HostError): boolean => code === 'host.gone'

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
}

export function createSession(
  opened: Pick<OpenedEdition, 'handle' | 'revision' | 'savedRevision'>,
  start: Edition,
  { host, author, now, newName, afterPaint = (send) => send(), onGivenUp }: SessionOptions,
): Session {
  const { handle } = opened
  let history = new History()
  let edition = start
  /** The edition as the host has it: all changes but those in `waiting`. */
  let agreed = start
  let revision = opened.revision
  let savedRevision = opened.savedRevision
  let waiting: readonly Waiting[] = []
  /** Changes of others that came while one of ours was on its way. */
  let held: readonly NumberedTransaction[] = []
  let stuck: HostError | null = null
  let sending = false
  let sent: Sent | null = null
  /** A change of others was told of, but not those before it. */
  let behind = false
  let last: Transaction | null = null
  let snapshot: SessionSnapshot | null = null
  const listeners = new Set<() => void>()
  let waiters: (() => void)[] = []

  const changed = (): void => {
    snapshot = null
    for (const listener of [...listeners]) listener()
  }

  const keeping = (): Keeping => {
    if (stuck !== null) return { kind: 'stuck', waiting: waiting.length, error: stuck }
    return waiting.length === 0 ? { kind: 'kept' } : { kind: 'sending', waiting: waiting.length }
  }

  /** Takes in others' changes under ours. */
  const takeIn = (changes: readonly NumberedTransaction[]): void => {
    for (const change of changes) {
      if (change.revision <= revision) continue
      if (change.revision > revision + 1) {
        // the host answers any change with all that came before it
        behind = true
        void pump()
        return
      }
      const read = transactionFromJson(change.transaction)
      const next = read.ok ? applyTransaction(agreed, read.value) : read
      if (!read.ok || !next.ok) {
        void resync()
        return
      }
      history.receive(read.value)
      agreed = next.value
      waiting = rebasedOver(waiting, agreed, read.value.steps)
      edition = waiting.at(-1)?.after ?? agreed
      revision = change.revision
      last = read.value
    }
  }

  const takeInHeld = (): void => {
    const changes = held
    held = []
    takeIn(changes)
  }

  const acknowledge = (count: number, reply: Acknowledged): void => {
    takeIn(reply.missed)
    agreed = waiting[count - 1]?.after ?? agreed
    waiting = waiting.slice(count)
    revision = reply.revision
  }

  const resync = async (): Promise<void> => {
    const reply = await host.resync({ handle })
    const read = reply.ok ? editionOf(reply.value) : null
    if (!reply.ok || read === null || !read.ok) return
    if (waiting.length > 0) onGivenUp?.(edition)
    edition = read.value
    agreed = read.value
    waiting = []
    held = []
    sent = null
    stuck = null
    revision = reply.value.revision
    savedRevision = reply.value.savedRevision
    history = new History()
    last = null
    changed()
  }

  const settle = (): void => {
    const done = waiters
    waiters = []
    for (const waiter of done) waiter()
  }

  const nothing = (): TransactionJson =>
    transactionToJson({ label: '', author, time: now(), steps: [] })

  /** Sends what waits until one is stuck; what is stuck itself only `again`. */
  const pump = async (again = false): Promise<void> => {
    if (sending) return
    sending = true
    let trying = again
    while ((waiting.length > 0 || behind) && (stuck === null || trying)) {
      trying = false
      behind = false
      sent ??= {
        ...{ change: newName(), baseRevision: revision },
        ...(nextBatch(waiting) ?? { count: 0, transaction: nothing() }),
      }
      const { count, ...batch } = sent
      const reply = await host.append({ handle, ...batch })
      if (reply.ok || !isUnanswered(reply.error)) sent = null
      if (reply.ok) {
        stuck = null
        acknowledge(count, reply.value)
      } else if (reply.error.code.startsWith('edit.') || count === 0) await resync()
      else stuck = reply.error
      if (sent === null) takeInHeld()
      changed()
    }
    sending = false
    settle()
  }

  const enqueue = (transaction: Transaction, next: Edition): void => {
    edition = next
    last = transaction
    waiting = [...waiting, { own: transaction, after: next }]
    changed()
    // a host that did not answer may be back
    afterPaint(() => void pump(stuck !== null && isUnanswered(stuck)))
  }

  const move = (direction: 'undo' | 'redo'): Transaction | null => {
    const undone = history[direction](edition, { author, time: now() })
    if (undone === null) return null
    enqueue(undone.transaction, undone.edition)
    return undone.transaction
  }

  return {
    handle,
    getSnapshot() {
      snapshot ??= {
        edition,
        undoLabel: history.undoLabel,
        redoLabel: history.redoLabel,
        keeping: keeping(),
        revision,
        savedRevision,
        last,
      }
      return snapshot
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply(transaction, group = null) {
      const next = applyTransaction(edition, transaction)
      if (!next.ok) return next
      if (transaction.steps.length === 0) return ok(edition)
      history.record(edition, transaction, group)
      enqueue(transaction, next.value)
      return next
    },
    closeGroup: () => history.closeGroup(),
    undo: () => move('undo'),
    redo: () => move('redo'),
    receive(change) {
      if (sending || sent !== null) held = [...held, change]
      else takeIn([change])
      changed()
    },
    saved(at) {
      savedRevision = at
      changed()
    },
    retry: () => void pump(true),
    settled: () =>
      !sending && (waiting.length === 0 || stuck !== null)
        ? Promise.resolve()
        : new Promise((resolve) => waiters.push(resolve)),
  }
}
