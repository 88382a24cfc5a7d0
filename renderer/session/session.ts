/**
 * The only door to the edition. A change is applied at once, then sent to the
 * host one after another; what other windows did meanwhile is taken in and the
 * changes still on their way are fitted to it.
 */
import type {
  Acknowledged,
  HostError,
  NumberedTransaction,
  OpenedEdition,
  TransactionJson,
} from '../../core/contract'
import {
  applyTransaction,
  History,
  textsBetween,
  transactionFromJson,
  transactionToJson,
  type Transaction,
} from '../../core/edit'
import type { Edition } from '../../core/model/edition'
import { ok } from '../../core/result'
import { nextBatch, rebasedOver, type Waiting } from './batch'
import { editionOf } from './opened'
import type { Keeping, Session, SessionOptions, SessionSnapshot } from './types'

/** A batch on its way, as it was sent: without an answer it may have landed, so it goes again as it was. */
interface Sent {
  readonly change: string
  readonly count: number
  readonly baseRevision: number
  readonly transaction: TransactionJson
}

/** The host did not answer: whether the change landed is not known. */
const isUnanswered = ({ code }: HostError): boolean => code === 'host.gone'
/** The host took the window for gone, and the edition with it. */
const isLetGo = ({ code }: HostError): boolean => code === 'edition.no-handle'
/** The change does not fit what the host has. */
const isUnfit = ({ code }: HostError): boolean =>
  code.startsWith('edit.') || code === 'edition.revision'

const away = (why: HostError): HostError => ({
  severity: 'error',
  code: 'edition.away',
  message: `The desk has let this edition go, and this window cannot have it again. ${why.message}`,
  details: [why],
})

export function createSession(
  opened: Pick<OpenedEdition, 'handle' | 'revision' | 'savedRevision'>,
  start: Edition,
  options: SessionOptions,
): Session {
  const { handle } = opened
  const { host, author, now, newName, afterPaint = (send) => send() } = options
  const { onGivenUp = () => undefined, onRejoined = () => undefined } = options
  const history = new History()
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
  /** There may be changes of others that were not told of. */
  let behind = false
  /** A change was refused and fitted to what the host has, which is to do. */
  let refitted = false
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
        void resync(false)
        return
      }
      history.receive(read.value)
      agreed = next.value
      waiting = rebasedOver(waiting, agreed, read.value.steps).waiting
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

  /** Takes the edition as the host has it and fits what waits to it; gives that up where it does not fit. */
  const readAnew = (now: OpenedEdition, giveUp: boolean): void => {
    const read = editionOf(now)
    if (!read.ok) return
    const before = edition
    const over = textsBetween(agreed, read.value)
    history.receive({ author, label: '', time: 0, steps: over })
    const fitted = giveUp
      ? { waiting: [], hasLost: waiting.length > 0 }
      : rebasedOver(waiting, read.value, over)
    if (fitted.hasLost) onGivenUp(before)
    agreed = read.value
    waiting = fitted.waiting.filter(({ own }) => own.steps.length > 0)
    edition = waiting.at(-1)?.after ?? agreed
    held = []
    sent = null
    stuck = null
    revision = now.revision
    savedRevision = now.savedRevision
    last = null
    changed()
  }

  /** Null when it was read anew. */
  const resync = async (giveUp: boolean): Promise<HostError | null> => {
    const reply = await host.resync({ handle })
    if (reply.ok) readAnew(reply.value, giveUp)
    return reply.ok ? null : reply.error
  }

  /** Null when the window has the edition again. */
  const rejoin = async (): Promise<HostError | null> => {
    const reply = await host.rejoin({ handle, change: sent?.change ?? newName() })
    if (!reply.ok) return isUnanswered(reply.error) ? reply.error : away(reply.error)
    const { continues, landed, opened: again } = reply.value
    onRejoined(again)
    savedRevision = again.savedRevision
    if (continues) return null
    if (landed && sent !== null) {
      agreed = waiting[sent.count - 1]?.after ?? agreed
      waiting = waiting.slice(sent.count)
    }
    readAnew(again, false)
    return null
  }

  const settle = (): void => {
    const done = waiters
    waiters = []
    for (const waiter of done) waiter()
  }

  const nothing = (): TransactionJson =>
    transactionToJson({ label: '', author, time: now(), steps: [] })

  /** Whether sending may go on after a refusal. */
  const mended = async (error: HostError, count: number): Promise<boolean> => {
    if (isLetGo(error)) stuck = await rejoin()
    else if (isUnanswered(error)) stuck = waiting.length === 0 ? null : error
    else {
      sent = null
      stuck = isUnfit(error) || count === 0 ? await resync(refitted) : error
      refitted = isUnfit(error)
      return stuck === null
    }
    behind = true
    return isLetGo(error) && stuck === null
  }

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
      if (reply.ok) {
        sent = null
        stuck = null
        refitted = false
        acknowledge(count, reply.value)
      }
      const goesOn = reply.ok || (await mended(reply.error, count))
      if (sent === null) takeInHeld()
      changed()
      if (!goesOn) break
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
    joined() {
      behind = true
      void pump(true)
    },
    settled: () =>
      !sending && (waiting.length === 0 || stuck !== null)
        ? Promise.resolve()
        : new Promise((resolve) => waiters.push(resolve)),
  }
}
