/**
 * One change to an edition. Steps are values: they can be inverted, mapped over
 * steps that landed before them, and written as JSON. Text changes are
 * ProseMirror steps on one story's document; everything else makes, removes or
 * patches a record.
 */
import type { Step } from 'prosemirror-transform'
import type { StoryId } from '../ids'
import type { TableName, Tables } from '../model/tables'

export interface TextStep {
  readonly kind: 'text'
  readonly story: StoryId
  readonly step: Step
}

/** Makes a record; one with its id must not be there. */
export type PutStep = {
  readonly [T in TableName]: { readonly kind: 'put'; readonly table: T; readonly record: Tables[T] }
}[TableName]

/** Takes a record away; no other record may name it. */
export interface RemoveStep {
  readonly kind: 'remove'
  readonly table: TableName
  readonly id: string
}

/** A field's value, whole, before and after: plain JSON values. */
export interface FieldChange {
  readonly before: unknown
  readonly after: unknown
}

export type Changes = Readonly<Record<string, FieldChange>>

/** Changes fields of a record; never `id`, `kind` or a story's `doc`. */
export interface PatchStep {
  readonly kind: 'patch'
  readonly table: TableName
  readonly id: string
  readonly changes: Changes
}

/** Changes fields of `Edition.meta`. */
export interface MetaStep {
  readonly kind: 'meta'
  readonly changes: Changes
}

export type EditionStep = TextStep | PutStep | RemoveStep | PatchStep | MetaStep

/** The record a step is about; null for the edition's own fields. */
export function targetOf(
  step: EditionStep,
): { readonly table: TableName; readonly id: string } | null {
  switch (step.kind) {
    case 'text':
      return { table: 'stories', id: step.story }
    case 'put':
      return { table: step.table, id: step.record.id }
    case 'remove':
    case 'patch':
      return { table: step.table, id: step.id }
    case 'meta':
      return null
  }
}
