import type { Edition } from '../model/edition'
import { recordOf } from '../model/tables'
import { assertNever } from '../result'
import type { Changes, EditionStep, PutStep } from './step'

/** The step that takes `step` back. `before` is the edition `step` was applied to; throws when it does not fit. */
export function invertStep(step: EditionStep, before: Edition): EditionStep {
  switch (step.kind) {
    case 'text': {
      const story = recordOf(before, 'stories', step.story)
      if (story === null)
        throw new Error(`A text step names the story ${step.story}, which is not in the edition`)
      return { ...step, step: step.step.invert(story.doc) }
    }
    case 'put':
      return { kind: 'remove', table: step.table, id: step.record.id }
    case 'remove': {
      const record = recordOf(before, step.table, step.id)
      if (record === null)
        throw new Error(`A step removes ${step.id}, which is not in the table ${step.table}`)
      return { kind: 'put', table: step.table, record } as PutStep
    }
    case 'patch':
    case 'meta':
      return { ...step, changes: swapped(step.changes) }
    default:
      return assertNever(step)
  }
}

const swapped = (changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [
      field,
      { before: after, after: before },
    ]),
  )
