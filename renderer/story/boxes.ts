/** Text changes that take boxes away or bring some: their insets on the page follow in the same change. */
import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { applySteps, type EditionStep } from '../../core/edit'
import type { FrameId, StoryId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { followBoxes, type ShapeTools } from '../../core/shape'

const isBoxed = (node: Node): boolean => typeof node.attrs['id'] === 'string'

/** Whether a step may make or unmake a box of the document it is the first to change. */
function meetsBox(doc: Node, step: Step): boolean {
  if (!(step instanceof ReplaceStep) && !(step instanceof ReplaceAroundStep)) return false
  let met = false
  const look = (node: Node): boolean => {
    met ||= isBoxed(node)
    return !met && !node.isTextblock
  }
  step.slice.content.descendants(look)
  // an edge inside a box leaves it whole
  if (step.from < step.to)
    doc.nodesBetween(step.from, step.to, (node, pos) => {
      const whole = pos >= step.from && pos + node.nodeSize <= step.to
      return whole ? look(node) : !node.isTextblock
    })
  return met
}

/** The text steps of a story with what the page's frames need beside them. */
export function withBoxes(
  edition: Edition,
  story: StoryId,
  steps: readonly Step[],
  into: FrameId | null,
  { fonts, cache }: ShapeTools,
): readonly EditionStep[] {
  const wrapped = steps.map((step): EditionStep => ({ kind: 'text', story, step }))
  const doc = edition.stories[story]?.doc
  const [first] = steps
  const plain = steps.length === 1 && doc && first && !meetsBox(doc, first)
  const after = plain ? null : applySteps(edition, wrapped)
  if (after === null || !after.ok) return wrapped
  const followed = followBoxes(edition, after.value, story, into, { fonts, cache })
  return followed.ok ? [...wrapped, ...followed.value] : wrapped
}
