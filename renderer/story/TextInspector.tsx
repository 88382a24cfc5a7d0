/** The chosen paragraphs: what they are, how they are set, and where the story turns. */
import { BLOCK_ROLES, blockRole, type BlockRole } from '../../core/manuscript/blockRole'
import {
  flushRightIn,
  loosenessIn,
  turnsAfter,
  type Looseness,
} from '../../core/manuscript/blockSettings'
import { storyForm } from '../../core/model/storySchema'
import { useDesk, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { canRecast, loosenChosen, recastChosen, toggleFlushRight, turnAtCaret } from './recasting'
import { surfacesOf } from './storyEvents'

export function TextInspector() {
  const text = useText()
  const { writing } = text
  const desk = useDesk()
  const { snapshot, selection } = useSettled()
  const doc = selection === null ? undefined : snapshot.edition.stories[selection.story]?.doc
  if (selection === null || doc === undefined || storyForm(doc) === 'lines') return null
  const size = doc.content.size
  const [anchor, head] = [Math.min(selection.anchor, size), Math.min(selection.head, size)]
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
  const role = blockRole(doc, anchor, head)
  const looseness = loosenessIn(doc, from, to)
  const flushRight = flushRightIn(doc, from, to)
  const turns = turnsAfter(doc, head)
  const threaded = new Set(
    Object.values(snapshot.edition.frames).flatMap((frame) =>
      frame.kind === 'story' && frame.story === selection.story ? [frame.page] : [],
    ),
  )
  /** Back to the text, so that the next key is written. */
  const then = (run: () => void) => () => {
    run()
    surfacesOf(desk).page?.focus()
  }
  return (
    <section className="text-inspector" aria-label={writing.inspector}>
      <label className="value field select-field">
        <span>{writing.role}</span>
        <select
          value={role ?? ''}
          onChange={({ currentTarget: { value } }) => {
            then(() => recastChosen(desk, text, value as BlockRole))()
          }}
        >
          {role === null && <option value="">{writing.mixed}</option>}
          {BLOCK_ROLES.filter((one) => one === role || canRecast(desk, one)).map((one) => (
            <option key={one} value={one}>
              {writing.roles[one]}
            </option>
          ))}
        </select>
      </label>
      {looseness !== undefined && (
        <div className="segments wide" role="group" aria-label={writing.looseness}>
          {LOOSENESS.map(([value, name]) => (
            <button
              key={value}
              type="button"
              aria-pressed={looseness === value}
              onClick={then(() => loosenChosen(desk, text, value))}
            >
              {writing[name]}
            </button>
          ))}
        </div>
      )}
      {flushRight !== undefined && (
        <button
          type="button"
          className="button small"
          aria-pressed={flushRight === true}
          onClick={then(() => toggleFlushRight(desk, text))}
        >
          {writing.flushRight}
        </button>
      )}
      {turns !== null && threaded.size > 1 && (
        <button
          type="button"
          className="button small"
          aria-pressed={turns}
          onClick={then(() => turnAtCaret(desk, text))}
        >
          {writing.turnHere}
        </button>
      )}
    </section>
  )
}

const LOOSENESS: readonly (readonly [Looseness, 'tighter' | 'asFalls' | 'looser'])[] = [
  [-1, 'tighter'],
  [0, 'asFalls'],
  [1, 'looser'],
]
