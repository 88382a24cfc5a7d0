import type { Node } from 'prosemirror-model'
import * as v from 'valibot'
import type { Edition } from '../model/edition'
import { issueSentence } from '../model/issueSentence'
import { metaSchema, recordSchemas } from '../model/recordSchemas'
import { pictureReferences, referencesOf, referrerOf, type Reference } from '../model/references'
import { storyDocTrouble } from '../model/storyDoc'
import {
  RECORD_NAMES,
  recordOf,
  withMeta,
  withRecord,
  withoutRecord,
  type AnyRecord,
  type TableName,
} from '../model/tables'
import { assertNever, err, ok, type Result } from '../result'
import { jsonEqual } from './equal'
import { isPatchable } from './fields'
import type { Changes, EditionStep, PatchStep, PutStep, RemoveStep, TextStep } from './step'

const refuse = (code: string, message: string): Result<never> =>
  err({ severity: 'error', code: `edit.${code}`, message })

const nameOf = (table: TableName, id: string): string => `the ${RECORD_NAMES[table]} ${id}`

/**
 * The edition after the step. A step that does not fit is refused: what it
 * changes is missing or no longer as it was, or the result would not be a valid
 * record or would leave a reference leading nowhere. So a valid edition stays
 * valid, whoever sends the step.
 */
export function applyStep(edition: Edition, step: EditionStep): Result<Edition> {
  switch (step.kind) {
    case 'text':
      return applyText(edition, step)
    case 'put':
      return applyPut(edition, step)
    case 'remove':
      return applyRemove(edition, step)
    case 'patch':
      return applyPatch(edition, step)
    case 'meta': {
      const meta = patched(edition.meta, step.changes, 'the edition')
      if (!meta.ok) return meta
      const problem = invalid(metaSchema, meta.value)
      return problem === null
        ? ok(withMeta(edition, meta.value))
        : refuse('invalid', `The edition ${problem}.`)
    }
    default:
      return assertNever(step)
  }
}

function applyText(edition: Edition, { story: id, step }: TextStep): Result<Edition> {
  const story = recordOf(edition, 'stories', id)
  if (story === null)
    return refuse(
      'missing',
      `The text of ${nameOf('stories', id)} cannot change: there is no such story.`,
    )
  const doc = stepped(() => step.apply(story.doc))
  if (!doc.ok) return doc
  const missing = missingReference(edition, pictureReferences([doc.value]))
  if (missing !== null) return missing
  return ok(withRecord(edition, 'stories', { ...story, doc: doc.value }))
}

/** ProseMirror throws a RangeError on positions outside the document and on content `check` refuses. */
function stepped(
  run: () => { readonly doc: Node | null; readonly failed: string | null },
): Result<Node> {
  try {
    const { doc, failed } = run()
    if (doc === null)
      return refuse('text', `The text change does not fit the story: ${failed ?? 'no result'}.`)
    doc.check()
    return ok(doc)
  } catch (error) {
    if (error instanceof RangeError)
      return refuse('text', `The text change does not fit the story: ${error.message}.`)
    throw error
  }
}

function applyPut(edition: Edition, step: PutStep): Result<Edition> {
  const { table, record } = step
  const problem = invalidRecord(table, record)
  if (problem !== null) return problem
  if (recordOf(edition, table, record.id) !== null) {
    return refuse(
      'exists',
      `${capital(nameOf(table, record.id))} cannot be made: it is there already.`,
    )
  }
  return (
    missingReference(edition, referencesOf(table, record)) ?? ok(withRecord(edition, table, record))
  )
}

function applyRemove(edition: Edition, { table, id }: RemoveStep): Result<Edition> {
  if (recordOf(edition, table, id) === null) {
    return refuse('missing', `${capital(nameOf(table, id))} cannot be removed: it is not there.`)
  }
  const referrer = referrerOf(edition, { table, id })
  if (referrer !== null) {
    return refuse(
      'in-use',
      `${capital(nameOf(table, id))} cannot be removed: ${nameOf(referrer.table, referrer.id)} uses it.`,
    )
  }
  return ok(withoutRecord(edition, table, id))
}

function applyPatch(edition: Edition, { table, id, changes }: PatchStep): Result<Edition> {
  const before: AnyRecord | null = recordOf(edition, table, id)
  if (before === null)
    return refuse('missing', `${capital(nameOf(table, id))} cannot change: it is not there.`)
  const after = patched(before, changes, nameOf(table, id))
  if (!after.ok) return after
  const problem = invalidRecord(table, after.value)
  if (problem !== null) return problem
  const references = referencesOf(table, after.value)
  return missingReference(edition, references) ?? ok(withRecord(edition, table, after.value))
}

function patched<T extends object>(record: T, changes: Changes, name: string): Result<T> {
  const fields = new Map<string, unknown>(Object.entries(record))
  for (const [field, { before, after }] of Object.entries(changes)) {
    if (!fields.has(field) || !isPatchable(field))
      return refuse('field', `${capital(name)} has no field ${field} that can change.`)
    if (!jsonEqual(fields.get(field), before)) {
      return refuse('conflict', `The field ${field} of ${name} has changed since.`)
    }
    fields.set(field, after)
  }
  return ok(Object.assign({ ...record }, Object.fromEntries(fields)))
}

function missingReference(
  edition: Edition,
  references: readonly Reference[],
): Result<never> | null {
  for (const { table, id } of references) {
    if (recordOf(edition, table, id) === null)
      return refuse('reference', `There is no ${RECORD_NAMES[table]} ${id} to refer to.`)
  }
  return null
}

function invalid(schema: v.GenericSchema, value: unknown): string | null {
  const { issues } = v.safeParse(schema, value, { abortEarly: true })
  return issues === undefined ? null : issueSentence(issues[0])
}

/** Whole record, a story's document included. */
function invalidRecord(table: TableName, record: AnyRecord): Result<never> | null {
  const { doc, fields } = withoutDoc(record)
  const name = capital(nameOf(table, String(record.id)))
  const problem = invalid(recordSchemas[table], fields)
  if (problem !== null) return refuse('invalid', `${name} ${problem}.`)
  if (doc === null) return null
  const trouble = storyDocTrouble(doc)
  return trouble === null
    ? null
    : refuse('invalid', `${name} has a text that is not a story: ${trouble}.`)
}

function withoutDoc(record: AnyRecord): { readonly doc: Node | null; readonly fields: object } {
  if (!('doc' in record)) return { doc: null, fields: record }
  const { doc, ...fields } = record
  return { doc, fields }
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
