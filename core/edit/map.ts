import type { Slice } from 'prosemirror-model'
import { AttrStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import {
  fieldReferences,
  pictureReferences,
  referencesOf,
  type Reference,
} from '../model/references'
import { assertNever } from '../result'
import { jsonEqual } from './equal'
import { targetOf, type Changes, type EditionStep, type PatchStep, type TextStep } from './step'

/**
 * The step as it must read after `over`, which was made from the same edition
 * and landed first; null when nothing of it is left to do. The later step wins
 * a field that both change; removing a record wins over changing it; a record in
 * use by `over` stays, and a step that would use a record `over` took away falls.
 *
 * A mapped text step may still be refused by `applyStep` where both changed the
 * structure at one place; `rebaseSteps` drops such a step.
 */
export function mapStep(step: EditionStep, over: EditionStep): EditionStep | null {
  if (refersToRemoved(step, over) || refersToRemoved(over, step)) return null
  if (step.kind === 'meta' && over.kind === 'meta') {
    const changes = mapChanges(step.changes, over.changes)
    return changes === null ? null : { ...step, changes }
  }
  if (!sameTarget(step, over)) return step
  switch (step.kind) {
    case 'text':
      return mapText(step, over)
    case 'patch':
      return mapPatch(step, over)
    case 'put':
      return over.kind === 'put' ? null : step
    case 'remove':
      return over.kind === 'remove' ? null : step
    case 'meta':
      return step
    default:
      return assertNever(step)
  }
}

function sameTarget(a: EditionStep, b: EditionStep): boolean {
  const left = targetOf(a)
  const right = targetOf(b)
  return left !== null && right !== null && left.table === right.table && left.id === right.id
}

function mapText(step: TextStep, over: EditionStep): TextStep | null {
  if (over.kind === 'remove') return null
  if (over.kind !== 'text') return step
  const mapped = step.step.map(over.step.getMap())
  return mapped === null ? null : { ...step, step: mapped }
}

function mapPatch(step: PatchStep, over: EditionStep): PatchStep | null {
  if (over.kind === 'remove') return null
  if (over.kind !== 'patch') return step
  const changes = mapChanges(step.changes, over.changes)
  return changes === null ? null : { ...step, changes }
}

/** Changes whose `before` is what `over` left; those already made fall away. */
export function mapChanges(changes: Changes, over: Changes): Changes | null {
  const found = new Map(Object.entries(over))
  const mapped = Object.entries(changes).flatMap(([field, change]) => {
    const earlier = found.get(field)
    const before = earlier === undefined ? change.before : earlier.after
    return jsonEqual(before, change.after)
      ? []
      : [[field, { before, after: change.after }] as const]
  })
  return mapped.length === 0 ? null : Object.fromEntries(mapped)
}

function refersToRemoved(step: EditionStep, removal: EditionStep): boolean {
  if (removal.kind !== 'remove') return false
  return newReferences(step).some((ref) => ref.table === removal.table && ref.id === removal.id)
}

/** Records that must be there for the step to be allowed. */
function newReferences(step: EditionStep): readonly Reference[] {
  switch (step.kind) {
    case 'text':
      return textReferences(step.step)
    case 'put':
      return referencesOf(step.table, step.record)
    case 'patch':
      return Object.entries(step.changes).flatMap(([field, { after }]) =>
        fieldReferences(step.table, field, after),
      )
    case 'remove':
    case 'meta':
      return []
    default:
      return assertNever(step)
  }
}

function textReferences(step: Step): readonly Reference[] {
  if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep)
    return sliceReferences(step.slice)
  if (step instanceof AttrStep && step.attr === 'picture' && typeof step.value === 'string') {
    return [{ table: 'pictures', id: step.value }]
  }
  return []
}

const sliceReferences = (slice: Slice): readonly Reference[] =>
  pictureReferences(slice.content.content)
