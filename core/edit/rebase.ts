import { Mapping } from 'prosemirror-transform'
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { recordOf } from '../model/tables'
import type { Diagnostic } from '../result'
import { applyStep } from './apply'
import { jsonEqual } from './equal'
import type { Changes, EditionStep, TextStep } from './step'

export interface Rebased {
  /** After every step that is left. */
  readonly edition: Edition
  readonly steps: readonly EditionStep[]
  /** Why steps fell away: their record is gone, or another change stands in their place. */
  readonly dropped: readonly Diagnostic[]
}

/**
 * `steps`, made one after another from the edition that `over` also began with,
 * as they must read on `edition`, the edition after `over`. Record steps name
 * their record, so each is fitted to what stands there now. Text steps are
 * mapped the way ProseMirror rebases: back over their own predecessors, over
 * `over`, and forward over the predecessors' rebased forms.
 */
export function rebaseSteps(
  edition: Edition,
  steps: readonly EditionStep[],
  over: readonly EditionStep[],
): Rebased {
  const texts = new TextRebase(steps, over)
  const kept: EditionStep[] = []
  const dropped: Diagnostic[] = []
  let current = edition
  for (const step of steps) {
    const text = step.kind === 'text' ? texts.next(step) : null
    const fitted = step.kind === 'text' ? text : fitStep(step, current)
    if (fitted === null) {
      dropped.push(superseded(step))
      continue
    }
    const applied = applyStep(current, fitted)
    if (!applied.ok) {
      dropped.push(applied.error)
      continue
    }
    if (fitted.kind === 'text') texts.landed(fitted)
    kept.push(fitted)
    current = applied.value
  }
  return { edition: current, steps: kept, dropped }
}

const superseded = (step: EditionStep): Diagnostic => ({
  severity: 'info',
  code: 'edit.superseded',
  message: `A change (${step.kind}) was left out: another one has taken its place.`,
})

/** A record step with `before` as the edition has it; null when nothing of it is left to do. */
export function fitStep(
  step: Exclude<EditionStep, TextStep>,
  edition: Edition,
): EditionStep | null {
  switch (step.kind) {
    case 'put':
      return recordOf(edition, step.table, step.record.id) === null ? step : null
    case 'remove':
      return recordOf(edition, step.table, step.id) === null ? null : step
    case 'patch': {
      const record = recordOf(edition, step.table, step.id)
      const changes = record === null ? null : fitChanges(step.changes, record)
      return changes === null ? null : { ...step, changes }
    }
    case 'meta': {
      const changes = fitChanges(step.changes, edition.meta)
      return changes === null ? null : { ...step, changes }
    }
  }
}

function fitChanges(changes: Changes, record: object): Changes | null {
  const fields = new Map<string, unknown>(Object.entries(record))
  const fitted = Object.entries(changes).flatMap(([field, { after }]) => {
    const before = fields.get(field)
    return jsonEqual(before, after) ? [] : [[field, { before, after }] as const]
  })
  return fitted.length === 0 ? null : Object.fromEntries(fitted)
}

/** Positions of one run of text steps while it is rebased, story by story. */
class TextRebase {
  private readonly stories = new Map<StoryId, { readonly mapping: Mapping; from: number }>()

  constructor(steps: readonly EditionStep[], over: readonly EditionStep[]) {
    for (const step of [...steps].reverse()) {
      if (step.kind !== 'text') continue
      const state = this.stateOf(step.story)
      state.mapping.appendMap(step.step.getMap().invert())
      state.from++
    }
    for (const step of over) {
      if (step.kind === 'text') this.stateOf(step.story).mapping.appendMap(step.step.getMap())
    }
  }

  next(step: TextStep): TextStep | null {
    const state = this.stateOf(step.story)
    const mapped = step.step.map(state.mapping.slice(state.from))
    state.from--
    return mapped === null ? null : { ...step, step: mapped }
  }

  /** The step just handed out was applied: it mirrors its own inverse. */
  landed(step: TextStep): void {
    const { mapping, from } = this.stateOf(step.story)
    mapping.appendMap(step.step.getMap(), from)
  }

  private stateOf(story: StoryId) {
    const known = this.stories.get(story)
    if (known !== undefined) return known
    const fresh = { mapping: new Mapping(), from: 0 }
    this.stories.set(story, fresh)
    return fresh
  }
}
