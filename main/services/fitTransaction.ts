/** A change of one window, fitted to the changes of others that it was made without. */
import {
  applyTransaction,
  rebaseSteps,
  transactionFromJson,
  type Transaction,
} from '../../core/edit'
import type { NumberedTransaction } from '../../core/contract'
import type { Edition } from '../../core/model/edition'
import { ok, type Diagnostic, type Result } from '../../core/result'

export interface Fitted {
  readonly transaction: Transaction
  /** The edition with the change. */
  readonly after: Edition
  /** Why parts of it fell away. */
  readonly dropped: readonly Diagnostic[]
}

/** Refused with the code of `applyTransaction` when nothing was missed and it does not fit. */
export function fitTransaction(
  edition: Edition,
  transaction: Transaction,
  missed: readonly NumberedTransaction[],
): Result<Fitted> {
  if (missed.length === 0) {
    const after = applyTransaction(edition, transaction)
    return after.ok ? ok({ transaction, after: after.value, dropped: [] }) : after
  }
  const over = missed.flatMap((entry) => {
    const read = transactionFromJson(entry.transaction)
    return read.ok ? read.value.steps : []
  })
  const { edition: after, steps, dropped } = rebaseSteps(edition, transaction.steps, over)
  return ok({ transaction: { ...transaction, steps }, after, dropped })
}
