/** Transactions as JSON values and back: what the journal and other desks hold. */
import { Step } from 'prosemirror-transform'
import * as v from 'valibot'
import { storyId } from '../ids'
import { issueSentence } from '../model/issueSentence'
import { recordSchemas } from '../model/recordSchemas'
import { docFromJson } from '../model/storyDoc'
import { storySchema } from '../model/storySchema'
import { RECORD_NAMES, TABLES, type AnyRecord, type TableName } from '../model/tables'
import { anyId, text } from '../model/values'
import { assertNever, err, ok, type Diagnostic, type Result } from '../result'
import { isPatchable } from './fields'
import type { EditionStep, PutStep } from './step'
import type { Transaction } from './transaction'

export function stepToJson(step: EditionStep): unknown {
  switch (step.kind) {
    case 'text':
      return { kind: 'text', story: step.story, step: step.step.toJSON() as unknown }
    case 'put':
      return { kind: 'put', table: step.table, record: recordToJson(step.record) }
    case 'remove':
    case 'patch':
    case 'meta':
      return step
    default:
      return assertNever(step)
  }
}

const recordToJson = (record: AnyRecord): unknown =>
  'doc' in record ? { ...record, doc: record.doc.toJSON() as unknown } : record

export const transactionToJson = (transaction: Transaction): unknown => ({
  ...transaction,
  steps: transaction.steps.map(stepToJson),
})

const refuse = (message: string): Result<never> =>
  err<Diagnostic>({ severity: 'error', code: 'edit.malformed', message })

const present = v.custom<unknown>((value) => value !== undefined, 'a value')
const table = v.picklist(TABLES, 'the name of a table')
const changes = v.pipe(
  v.record(
    v.string(),
    v.strictObject({ before: present, after: present }, 'before and after'),
    'changes',
  ),
  v.check((value) => Object.keys(value).every(isPatchable), 'changes of fields that can change'),
)

const stepShape = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('text'),
      story: anyId,
      step: v.looseObject({}, 'a text step'),
    }),
    v.strictObject({ kind: v.literal('put'), table, record: v.looseObject({}, 'a record') }),
    v.strictObject({ kind: v.literal('remove'), table, id: anyId }),
    v.strictObject({ kind: v.literal('patch'), table, id: anyId, changes }),
    v.strictObject({ kind: v.literal('meta'), changes }),
  ],
  'text, put, remove, patch or meta',
)

const transactionShape = v.strictObject({
  author: text,
  label: text,
  time: v.pipe(v.number('a time'), v.safeInteger('a time in whole milliseconds')),
  steps: v.array(v.unknown(), 'a list of steps'),
})

/** The step a JSON value describes, or one sentence. Whether it fits an edition only `applyStep` can say. */
export function stepFromJson(json: unknown): Result<EditionStep> {
  const shape = v.safeParse(stepShape, json, { abortEarly: true })
  if (!shape.success) return refuse(`A change ${issueSentence(shape.issues[0])}.`)
  const step = shape.output
  switch (step.kind) {
    case 'text':
      return textStep(step.story, step.step)
    case 'put':
      return putStep(step.table, step.record)
    case 'remove':
    case 'patch':
    case 'meta':
      return ok(step)
    default:
      return assertNever(step)
  }
}

export function transactionFromJson(json: unknown): Result<Transaction> {
  const shape = v.safeParse(transactionShape, json, { abortEarly: true })
  if (!shape.success) return refuse(`A transaction ${issueSentence(shape.issues[0])}.`)
  const steps: EditionStep[] = []
  for (const value of shape.output.steps) {
    const step = stepFromJson(value)
    if (!step.ok) return step
    steps.push(step.value)
  }
  return ok({ ...shape.output, steps })
}

/** ProseMirror takes any numbers for positions, in any order. */
const LARGEST = 100_000_000

interface Positions {
  readonly from?: unknown
  readonly gapFrom?: unknown
  readonly gapTo?: unknown
  readonly to?: unknown
}

function hasPositions(json: object): boolean {
  const { from, gapFrom, gapTo, to }: Positions = json
  const span = [from, gapFrom, gapTo, to].filter((value) => typeof value === 'number')
  return (
    Object.entries(json).every(
      ([key, value]: readonly [string, unknown]) =>
        // what an attribute is set to is no position: a paragraph a line tighter has -1
        key === 'value' ||
        typeof value !== 'number' ||
        (Number.isInteger(value) && value >= 0 && value <= LARGEST),
    ) && span.every((value, i) => i === 0 || value >= (span[i - 1] ?? 0))
  )
}

function textStep(story: string, json: object): Result<EditionStep> {
  if (!hasPositions(json))
    return refuse(`A text change in the story ${story} has a position that is not one.`)
  try {
    return ok({ kind: 'text', story: storyId(story), step: Step.fromJSON(storySchema, json) })
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      return refuse(`A text change in the story ${story} cannot be read: ${error.message}.`)
    }
    throw error
  }
}

function putStep(name: TableName, json: object): Result<EditionStep> {
  const { doc, ...fields } = json as { readonly doc?: unknown }
  const record = v.safeParse(recordSchemas[name], name === 'stories' ? fields : json, {
    abortEarly: true,
  })
  if (!record.success)
    return refuse(`A new ${RECORD_NAMES[name]} ${issueSentence(record.issues[0])}.`)
  if (name !== 'stories') return ok({ kind: 'put', table: name, record: record.output } as PutStep)
  const read = docFromJson(doc)
  if (!read.ok) return refuse(`A new story has a text that cannot be read: ${read.error}.`)
  return ok({
    kind: 'put',
    table: name,
    record: { ...(record.output as object), doc: read.value },
  } as PutStep)
}
