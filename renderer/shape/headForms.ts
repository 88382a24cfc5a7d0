/** 题文关系: the forms a frame's headline may have, and setting them. */
import { canStand } from '../../core/compose/standingHead'
import { isStoryFrame } from '../../core/model/edition'
import type { StoryFrame } from '../../core/model/frame'
import type { HeadForm } from '../../core/model/headForm'
import { headTurns, headWords } from '../../core/makeup/headTurns'
import { hasColumnsFor, setHead, type HeadChange } from '../../core/shape'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { segment } from '../segment'
import { chosenOf, shape, shapeTools } from './doing'

/** Changes a frame's headline as one undo entry; it turns anew, between words, where it comes to another width. */
export function changeHead(desk: Desk, text: Text, frame: StoryFrame, change: HeadChange): void {
  const { edition } = desk.session.getSnapshot()
  const doc = edition.stories[frame.story]?.doc
  const words = doc === undefined ? [] : headWords(doc, segment)
  const turnsOn = (lines: number) => headTurns(words, lines)
  const shaped = setHead(edition, frame.id, { ...change, turnsOn }, shapeTools(desk))
  shape(desk, text, text.shaping.headSet, shaped)
}

/** Why a frame's headline cannot take a form; null when it can. */
export function headFormRefusal(
  desk: Desk,
  text: Text,
  frame: StoryFrame,
  form: HeadForm,
): string | null {
  const { standsHint, refusals, lockedHint } = text.shaping
  if (frame.locked) return lockedHint
  if (!hasColumnsFor(form, frame.text.columns)) return refusals.headColumns
  const doc = desk.session.getSnapshot().edition.stories[frame.story]?.doc
  const standing = form === 'left' || form === 'right'
  return standing && (doc === undefined || !canStand(doc)) ? standsHint : null
}

/** The one chosen frame that has a headline. */
export function headOfChosen(desk: Desk): StoryFrame | null {
  const [id, ...more] = chosenOf(desk)
  const frame = id === undefined ? undefined : desk.session.getSnapshot().edition.frames[id]
  if (frame === undefined || more.length > 0 || !isStoryFrame(frame)) return null
  return frame.head === null ? null : frame
}
