/**
 * A copy of the edition on another thread. What differs is found by the identity
 * of the records, which an edition keeps for all it does not change: so however
 * the window came to an edition, the copy follows, and its unchanged records
 * stay the same objects, on which the composer's cache is kept.
 */
import type { Node } from 'prosemirror-model'
import { emptyEdition, type Edition, type EditionMeta } from '../../core/model/edition'
import { docFromJson } from '../../core/model/storyDoc'
import {
  recordOf,
  recordsOf,
  TABLES,
  type AnyRecord,
  type TableName,
  type Tables,
} from '../../core/model/tables'

/** A record as threads hand it over: a story's document is JSON. */
type SentRecord = Omit<AnyRecord, 'doc'> & { readonly id: string; readonly doc?: unknown }

export interface TableChanges {
  readonly table: TableName
  readonly removed: readonly string[]
  readonly put: readonly SentRecord[]
}

/** What makes one edition of another, as a value threads can hand over. */
export interface EditionChanges {
  readonly meta: EditionMeta
  readonly tables: readonly TableChanges[]
}

export const NO_EDITION: Edition = emptyEdition({ publication: '', date: '' })

export function changesBetween(before: Edition, after: Edition): EditionChanges {
  const tables = TABLES.filter((table) => before[table] !== after[table]).map(
    (table): TableChanges => ({
      table,
      removed: recordsOf(before, table)
        .filter(({ id }) => recordOf(after, table, id) === null)
        .map(({ id }) => id),
      put: recordsOf(after, table)
        .filter((record) => recordOf(before, table, record.id) !== record)
        .map(sent),
    }),
  )
  return { meta: after.meta, tables }
}

const sent = (record: AnyRecord): SentRecord =>
  'doc' in record ? { ...record, doc: record.doc.toJSON() as unknown } : record

/** Throws on a document that is none: the window sends only what it has itself. */
function received<T extends TableName>(record: SentRecord): Tables[T] {
  if (record.doc === undefined) return record as Tables[T]
  const doc = docFromJson(record.doc)
  if (!doc.ok) throw new Error(`The story ${record.id} cannot be copied: ${doc.error}`)
  return { ...record, doc: doc.value satisfies Node } as Tables[T]
}

export function withChanges(edition: Edition, { meta, tables }: EditionChanges): Edition {
  return tables.reduce<Edition>(
    (current, { table, removed, put }) => {
      const gone = new Set(removed)
      const kept = recordsOf(current, table).filter(({ id }) => !gone.has(id))
      const records = [...kept, ...put.map((record) => received(record))]
      return { ...current, [table]: Object.fromEntries(records.map((one) => [one.id, one])) }
    },
    { ...edition, meta },
  )
}
