import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { StoryId } from '../ids'
import type { Edition, EditionMeta } from '../model/edition'
import { RECORD_NAMES, recordOf, type TableName, type Tables } from '../model/tables'
import { ok, type Result } from '../result'
import { applyStep } from './apply'
import { jsonEqual } from './equal'
import { isPatchable } from './fields'
import { invertStep } from './invert'
import type { Changes, EditionStep, PutStep } from './step'

/** One change as its author means it. An Edition changes only through one of these. */
export interface Transaction {
  readonly author: string
  /** What a menu says after 撤销: a short phrase. */
  readonly label: string
  /** Milliseconds since 1970-01-01 UTC, from the caller: core has no clock. */
  readonly time: number
  readonly steps: readonly EditionStep[]
}

export type Signature = Pick<Transaction, 'author' | 'label' | 'time'>

/** The edition after all steps, or the first refusal and no change at all. */
export function applyTransaction(edition: Edition, transaction: Transaction): Result<Edition> {
  return applySteps(edition, transaction.steps)
}

export function applySteps(edition: Edition, steps: readonly EditionStep[]): Result<Edition> {
  let current = edition
  for (const step of steps) {
    const next = applyStep(current, step)
    if (!next.ok) return next
    current = next.value
  }
  return ok(current)
}

/** The steps that take `steps` back, last first. `before` is the edition they were applied to; throws when they do not fit. */
export function invertSteps(
  steps: readonly EditionStep[],
  before: Edition,
): readonly EditionStep[] {
  const inverses: EditionStep[] = []
  let current = before
  for (const step of steps) {
    inverses.push(invertStep(step, current))
    current = required(applyStep(current, step))
  }
  return inverses.reverse()
}

/** Fields a patch may set. */
type FieldsOf<R> = R extends unknown ? Partial<Omit<R, 'id' | 'kind' | 'doc'>> : never
export type Patch<T extends TableName> = FieldsOf<Tables[T]>

/**
 * Collects steps and applies each at once, so that the next one sees its work.
 * A call that does not fit the edition is a programmer's mistake and throws.
 */
export interface TransactionBuilder {
  /** The edition with all steps so far. */
  readonly edition: Edition
  /** Makes a record; what it refers to must be there: the order of `TABLES` serves. */
  put<T extends TableName>(table: T, record: Tables[T]): TransactionBuilder
  /** Takes a record away; nothing may refer to it. */
  remove(table: TableName, id: string): TransactionBuilder
  /** Sets fields; those that keep their value make no step. */
  patch<T extends TableName>(table: T, id: string, values: Patch<T>): TransactionBuilder
  meta(values: Partial<EditionMeta>): TransactionBuilder
  /** Changes one story's document through a ProseMirror Transform. */
  text(story: StoryId, change: (transform: Transform) => void): TransactionBuilder
  done(signature: Signature): Transaction
}

function required<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Begins a transaction on an edition. */
export function transact(start: Edition): TransactionBuilder {
  const steps: EditionStep[] = []
  let edition = start
  const add = (step: EditionStep): TransactionBuilder => {
    edition = required(applyStep(edition, step))
    steps.push(step)
    return builder
  }
  const builder: TransactionBuilder = {
    get edition() {
      return edition
    },
    put: (table, record) => add({ kind: 'put', table, record } as PutStep),
    remove: (table, id) => add({ kind: 'remove', table, id }),
    patch(table, id, values) {
      const record = recordOf(edition, table, id)
      if (record === null) throw new Error(`There is no ${RECORD_NAMES[table]} ${id} to change`)
      const changes = changesOf(record, values)
      return changes === null ? builder : add({ kind: 'patch', table, id, changes })
    },
    meta(values) {
      const changes = changesOf(edition.meta, values)
      return changes === null ? builder : add({ kind: 'meta', changes })
    },
    text(story, change) {
      const transform = new Transform(docOf(edition, story))
      change(transform)
      for (const step of transform.steps) add({ kind: 'text', story, step })
      return builder
    },
    done: (signature) => ({ ...signature, steps: [...steps] }),
  }
  return builder
}

function docOf(edition: Edition, story: StoryId): Node {
  const record = recordOf(edition, 'stories', story)
  if (record === null) throw new Error(`There is no story ${story} whose text could change`)
  return record.doc
}

/** Null when every value stands already. Throws on a field the record lacks or that never changes. */
function changesOf(record: object, values: object): Changes | null {
  const fields = new Map<string, unknown>(Object.entries(record))
  const changed = Object.entries(values).flatMap(([field, after]: [string, unknown]) => {
    if (!fields.has(field) || !isPatchable(field))
      throw new Error(`No field ${field} can change here`)
    const before = fields.get(field)
    return jsonEqual(before, after) ? [] : [[field, { before, after }] as const]
  })
  return changed.length === 0 ? null : Object.fromEntries(changed)
}
