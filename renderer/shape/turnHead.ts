/** 转版题: the headline over the part of a story that goes on on another page. */
import type { FrameId } from '../../core/ids'
import { headTurn } from '../../core/manuscript/turnHeadline'
import { turnBefore } from '../../core/pages'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'

/** Gives the part that begins in a frame its headline, or with no words takes it away. */
export function headPart(desk: Desk, text: Text, id: FrameId, words: string): void {
  const { edition } = desk.session.getSnapshot()
  const frame = edition.frames[id]
  const story = frame?.kind === 'story' ? edition.stories[frame.story] : undefined
  const turn = turnBefore(edition, id)
  if (story === undefined || turn === null) return
  const steps = headTurn(story.doc, turn, words).map(
    (step) => ({ kind: 'text', story: story.id, step }) as const,
  )
  if (steps.length > 0) desk.actions.change({ label: text.paging.turnHeadChange, steps })
}
