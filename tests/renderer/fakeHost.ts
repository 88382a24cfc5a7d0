/** A host in memory: keeps an edition as main does, without disk or transport. */
import type { Acknowledged, NumberedTransaction, Reply } from '../../core/contract'
import {
  applyTransaction,
  rebaseSteps,
  transactionFromJson,
  transactionToJson,
} from '../../core/edit'
import type { Transaction } from '../../core/edit'
import { encodeEdition } from '../../core/format'
import type { Edition } from '../../core/model/edition'
import { err, ok, type Diagnostic, type Result } from '../../core/result'
import type { SessionHost } from '../../renderer/session/types'

export interface FakeHost extends SessionHost {
  /** Takes the window for gone; whether the numbers of changes go on when it is back. */
  letGo(continues: boolean): void
  /** Why the window cannot have the edition again; null when it can. */
  barred: Diagnostic | null
  readonly edition: Edition
  readonly revision: number
  /** Another window's change, landed at once. */
  otherChange(transaction: Transaction): NumberedTransaction
  /** Whether the disk takes changes. */
  failing: boolean
  /** Whether answers are lost on their way: the change has landed all the same. */
  losing: boolean
}

const noHandle: Diagnostic = {
  severity: 'error',
  code: 'edition.no-handle',
  message: 'This window does not have that edition open; open it again.',
}

export function fakeHost(start: Edition, handle = 'e1'): FakeHost {
  const log: NumberedTransaction[] = []
  let edition = start
  const land = (transaction: Transaction): NumberedTransaction => {
    const next = applyTransaction(edition, transaction)
    if (!next.ok) throw new Error(next.error.message)
    edition = next.value
    const numbered = { revision: log.length + 1, transaction: transactionToJson(transaction) }
    log.push(numbered)
    return numbered
  }
  const answered = new Map<string, Acknowledged>()
  let lineage: { readonly continues: boolean } | null = null
  const answer = (baseRevision: number, transaction: unknown): Result<Acknowledged> => {
    const read = transactionFromJson(JSON.parse(JSON.stringify(transaction)))
    if (!read.ok) return read
    const missed = log.slice(baseRevision)
    const over = missed.flatMap((one) => {
      const other = transactionFromJson(one.transaction)
      return other.ok ? other.value.steps : []
    })
    if (missed.length === 0) {
      const next = applyTransaction(edition, read.value)
      if (!next.ok) return next
      return ok({ revision: land(read.value).revision, missed, rebased: null, dropped: [] })
    }
    const { steps, dropped } = rebaseSteps(edition, read.value.steps, over)
    if (steps.length === 0) return ok({ revision: log.length, missed, rebased: null, dropped })
    const { revision, transaction: rebased } = land({ ...read.value, steps })
    return ok({ revision, missed, rebased, dropped })
  }
  const host: FakeHost = {
    failing: false,
    losing: false,
    get edition() {
      return edition
    },
    get revision() {
      return log.length
    },
    otherChange: land,
    barred: null,
    letGo(continues) {
      lineage = { continues }
      if (!continues) log.splice(0)
    },
    async rejoin({ change }) {
      if (host.barred !== null) return err(host.barred)
      const continues = lineage?.continues ?? true
      lineage = null
      const opened = await host.resync({ handle })
      if (!opened.ok) return opened
      return ok({ continues, landed: answered.has(change), opened: opened.value })
    },
    async append({ change, baseRevision, transaction }): Reply<Acknowledged> {
      await Promise.resolve()
      if (host.failing) {
        return err({ severity: 'error', code: 'disk.full', message: 'The disk is full.' })
      }
      if (lineage !== null) return err(noHandle)
      const known = answered.get(change)
      const reply = known === undefined ? answer(baseRevision, transaction) : ok(known)
      if (reply.ok) answered.set(change, reply.value)
      if (!host.losing) return reply
      return err({ severity: 'error', code: 'host.gone', message: 'The desk does not answer.' })
    },
    async resync() {
      await Promise.resolve()
      if (lineage !== null) return err(noHandle)
      const texts = encodeEdition(edition)
      if (!texts.ok) return texts
      return ok({
        handle,
        name: 'Test',
        path: null,
        texts: Object.fromEntries(texts.value),
        revision: log.length,
        savedRevision: 0,
        media: [],
        recovered: 0,
        readOnly: false,
        windows: 1,
        changedOnDisk: false,
        gone: false,
        journal: null,
        diagnostics: [],
      })
    },
  }
  return host
}
