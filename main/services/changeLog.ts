/** The changes of an edition while it is open, numbered one after another, and what they have made of it. */
import { transactionFromJson, transactionToJson } from '../../core/edit'
import type { Acknowledged, NumberedTransaction } from '../../core/contract'
import type { Edition } from '../../core/model/edition'
import { err, ok, type Result } from '../../core/result'
import { fitTransaction } from './fitTransaction'
import { recentAnswers } from './recentAnswers'

export interface Appended {
  readonly acknowledged: Acknowledged
  /** For the other windows; null when nothing of the change was left. */
  readonly landed: NumberedTransaction | null
  /** Ends when the journal has it on disk, or when the disk refused it. */
  readonly kept: Promise<void>
}

export interface ChangeLog {
  /** With all changes so far. */
  readonly edition: Edition
  readonly revision: number
  /** `change` is the sender's name for it: under one name only one change lands. `keep` writes what landed. */
  append(
    change: string,
    baseRevision: number,
    transaction: unknown,
    keep: (landed: NumberedTransaction) => Promise<void>,
  ): Result<Appended>
  /** Whether the change of that name has landed. */
  has(change: string): boolean
  since(base: number): readonly NumberedTransaction[]
  /** Puts another edition in its place: the changes so far lead nowhere any more. */
  replace(edition: Edition): void
}

/** Changes kept for windows that are behind; one that is further behind reads the edition anew. */
const KEPT = 1_000

/** `edition` has the `entries` in it, the last of which is number `revision`. */
export function openChangeLog(
  first: Edition,
  number: number,
  entries: readonly NumberedTransaction[],
): ChangeLog {
  let edition = first
  let revision = number
  let log: NumberedTransaction[] = [...entries]
  const answered = recentAnswers<Appended>(KEPT)

  const since = (base: number): readonly NumberedTransaction[] =>
    log.filter((entry) => entry.revision > base)

  function land(
    base: number,
    json: unknown,
    keep: (landed: NumberedTransaction) => Promise<void>,
  ): Result<Appended> {
    const parsed = transactionFromJson(json)
    if (!parsed.ok) return parsed
    const missed = since(base)
    if (base > revision || missed.length !== revision - base) return notToBeHad(base)
    const fitted = fitTransaction(edition, parsed.value, missed)
    if (!fitted.ok) return fitted
    const { transaction, after, dropped } = fitted.value
    const written = missed.length === 0 ? null : transactionToJson(transaction)
    if (transaction.steps.length === 0) {
      const acknowledged = { revision, missed, rebased: written, dropped }
      return ok({ acknowledged, landed: null, kept: Promise.resolve() })
    }
    edition = after
    revision++
    const landed = { revision, transaction: written ?? json }
    log.push(landed)
    if (log.length > 2 * KEPT) log = log.slice(-KEPT)
    const acknowledged = { revision, missed, rebased: written, dropped }
    return ok({ acknowledged, landed, kept: keep(landed) })
  }

  return {
    get edition() {
      return edition
    },
    get revision() {
      return revision
    },
    append(change, base, json, keep) {
      const known = answered.get(change)
      if (known !== undefined) return ok({ ...known, landed: null })
      const appended = land(base, json, keep)
      if (appended.ok) answered.set(change, appended.value)
      return appended
    },
    has: (change) => answered.get(change) !== undefined,
    since,
    replace(other) {
      edition = other
      revision++
      log = []
      answered.clear()
    },
  }
}

const notToBeHad = (base: number): Result<never> =>
  err({
    severity: 'error',
    code: 'edition.revision',
    message: `The change was made on revision ${base}, which is not to be had any more; read the edition anew.`,
  })
