/** Changes on their way to the host, and which of them go together. */
import type { TransactionJson } from '../../core/contract'
import { rebaseSteps, transactionToJson, type EditionStep, type Transaction } from '../../core/edit'
import type { Edition } from '../../core/model/edition'

/** A change on its way, and the edition it leads to: kept, so that nothing is composed twice. */
export interface Waiting {
  readonly own: Transaction
  readonly after: Edition
}

/**
 * The changes that go in one call: the first that waits and those after it of the
 * same kind, as one; null when nothing waits. Keys may come faster than calls return, and
 * none is to queue.
 */
export function nextBatch(
  waiting: readonly Waiting[],
): { readonly transaction: TransactionJson; readonly count: number } | null {
  const [first] = waiting
  if (first === undefined) return null
  const { label, author } = first.own
  const end = waiting.findIndex(({ own }) => own.label !== label || own.author !== author)
  const together = end < 0 ? waiting : waiting.slice(0, end)
  const steps = together.flatMap(({ own }) => own.steps)
  const { time } = together.at(-1)?.own ?? first.own
  return { transaction: transactionToJson({ label, author, time, steps }), count: together.length }
}

export interface Refitted {
  readonly waiting: readonly Waiting[]
  /** Whether something of them found no place any more. */
  readonly hasLost: boolean
}

/** The waiting changes as they read after `over`, which landed before them and led to `base`. */
export function rebasedOver(
  waiting: readonly Waiting[],
  base: Edition,
  over: readonly EditionStep[],
): Refitted {
  const steps: EditionStep[] = []
  let done = 0
  let hasLost = false
  const fitted = waiting.map(({ own }) => {
    steps.push(...own.steps)
    const rebased = rebaseSteps(base, steps, over)
    const next = { ...own, steps: rebased.steps.slice(done) }
    done = rebased.steps.length
    hasLost = rebased.dropped.length > 0
    return { own: next, after: rebased.edition }
  })
  return { waiting: fitted, hasLost }
}
