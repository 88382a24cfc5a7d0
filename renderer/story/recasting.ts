/** What the desk does to the chosen paragraphs: their role, 松紧, and where the story turns. */
import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { toast } from 'sonner'
import type { StoryId } from '../../core/ids'
import {
  blockRole,
  partEnd,
  recast,
  type BlockRole,
  type Recast,
} from '../../core/manuscript/blockRole'
import {
  flushRightIn,
  loosen,
  loosenessIn,
  setFlushRight,
  turnHere,
  type Looseness,
} from '../../core/manuscript/blockSettings'
import type { Desk } from '../desk/context'
import type { TextSelectionState } from '../desk/store'
import type { Text } from '../i18n'
import { chosenOf, fresh } from '../shape/doing'
import { mapEnds } from './edits'
import { surfacesOf } from './storyEvents'

/** The selection and the text it is in, as they are now. */
function inHand(desk: Desk): { readonly doc: Node; readonly selection: TextSelectionState } | null {
  const { selection } = desk.store.get()
  const doc = selection && desk.session.getSnapshot().edition.stories[selection.story]?.doc
  return selection && doc ? { doc, selection } : null
}

function recastHere(desk: Desk, role: BlockRole): Recast | null {
  const held = inHand(desk)
  return held && recast(held.doc, held.selection, role, fresh())
}

export const canRecast = (desk: Desk, role: BlockRole): boolean => recastHere(desk, role) !== null

/** A part that the story in hand has once: the caret's story, else the chosen frame's. */
interface Part {
  readonly story: StoryId
  readonly pos: number
}

/** Where the part of a role stands that the caret is not in; null where the story has none. */
export function partOf(desk: Desk, role: BlockRole): Part | null {
  const { edition } = desk.session.getSnapshot()
  const { selection } = desk.store.get()
  const [first, ...more] = chosenOf(desk)
  const frame = first === undefined ? undefined : edition.frames[first]
  const isOne = frame !== undefined && frame.kind !== 'rule' && more.length === 0
  const id = selection?.story ?? (isOne ? frame.story : null)
  const doc = id === null ? undefined : edition.stories[id]?.doc
  if (id === null || doc === undefined) return null
  if (selection !== null && blockRole(doc, selection.anchor, selection.head) === role) return null
  const pos = partEnd(doc, role)
  return pos === null ? null : { story: id, pos }
}

/** Makes the chosen paragraphs what `role` says, or goes to the part that the story has already. */
export function toRole(desk: Desk, text: Text, role: BlockRole): void {
  const part = partOf(desk, role)
  if (part === null) return recastChosen(desk, text, role)
  desk.actions.selectText(part.story, part.pos, part.pos)
  desk.actions.revealCaret()
  surfacesOf(desk).page?.focus()
}

/** Whether the selection is in paragraphs that have a looseness of their own. */
export function canLoosen(desk: Desk): boolean {
  const held = inHand(desk)
  if (held === null) return false
  const { anchor, head } = held.selection
  return loosenessIn(held.doc, Math.min(anchor, head), Math.max(anchor, head)) !== undefined
}

export function recastChosen(desk: Desk, text: Text, role: BlockRole): void {
  const held = inHand(desk)
  if (held === null) return
  const { anchor, head } = held.selection
  if (blockRole(held.doc, anchor, head) === role) return
  const { writing } = text
  const done = recastHere(desk, role)
  if (done === null) {
    toast.error(writing.roleRefused(writing.roles[role]))
    return
  }
  const label = writing.makeRole(writing.roles[role])
  desk.actions.changeText(held.selection.story, done.steps, done, label, false)
}

function change(
  desk: Desk,
  label: string,
  stepsOf: (doc: Node, at: TextSelectionState) => readonly Step[],
): void {
  const held = inHand(desk)
  const steps = held === null ? [] : stepsOf(held.doc, held.selection)
  if (held === null || steps.length === 0) return
  const { story } = held.selection
  desk.actions.changeText(story, steps, mapEnds(held.selection, steps), label, false)
}

export const loosenChosen = (desk: Desk, text: Text, looseness: Looseness): void =>
  change(desk, text.writing.looseness, (doc, { anchor, head }) =>
    loosen(doc, Math.min(anchor, head), Math.max(anchor, head), looseness),
  )

/** Sets the chosen paragraphs at the right edge, or where all are, at the left again. */
export const toggleFlushRight = (desk: Desk, text: Text): void =>
  change(desk, text.writing.flushRight, (doc, { anchor, head }) => {
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    return setFlushRight(doc, from, to, flushRightIn(doc, from, to) !== true)
  })

export const turnAtCaret = (desk: Desk, text: Text): void =>
  change(desk, text.writing.turnHere, (doc, { head }) => turnHere(doc, head))
