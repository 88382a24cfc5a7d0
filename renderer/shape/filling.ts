/** Waiting stories into empty frames, as yesterday's pages have them. */
import { toast } from 'sonner'
import { applySteps, type EditionStep } from '../../core/edit'
import type { Point } from '../../core/geometry'
import type { FrameId, PageId, StoryId } from '../../core/ids'
import { headTurns, headWords } from '../../core/makeup/headTurns'
import { removePage } from '../../core/pages'
import { blankFrames, fillFrame, fillPage, type FillTools, type Shaped } from '../../core/shape'
import { frameAt } from '../canvas/frameAt'
import type { Desk } from '../desk/context'
import { waitingStories } from '../desk/pageStories'
import type { Text } from '../i18n'
import { segment } from '../segment'
import { shape, shapeTools } from './doing'

const toolsOf = (desk: Desk): FillTools => ({
  ...shapeTools(desk),
  turnsOf: (doc, lines) => headTurns(headWords(doc, segment), lines) ?? [],
})

/** The empty frame of the story's kind at a point of the page in front. */
export function blankAt(desk: Desk, point: Point, story: StoryId): FrameId | null {
  const id = frameAt(desk, point)
  return id !== null && fillSteps(desk, id, story).ok ? id : null
}

export const fillSteps = (desk: Desk, frame: FrameId, story: StoryId): Shaped =>
  fillFrame(desk.session.getSnapshot().edition, frame, story, toolsOf(desk))

export function fill(desk: Desk, text: Text, frame: FrameId, story: StoryId): boolean {
  const done = shape(desk, text, text.shaping.place, fillSteps(desk, frame, story))
  if (done) desk.actions.selectFrame(frame)
  return done
}

/** Whether the page in front has empty frames and stories wait. */
export function canFillPage(desk: Desk): boolean {
  const { edition } = desk.session.getSnapshot()
  return (
    waitingStories(edition).length > 0 && blankFrames(edition, desk.store.get().page).length > 0
  )
}

export function fillFront(desk: Desk, text: Text): void {
  const { edition } = desk.session.getSnapshot()
  shape(desk, text, text.making.fill, fillPage(edition, desk.store.get().page, toolsOf(desk)))
}

/** Takes pages that an import made up away again, and its stories into the empty frames of another page. */
export function fillInstead(desk: Desk, text: Text, made: readonly PageId[], page: PageId): void {
  let now = desk.session.getSnapshot().edition
  const steps: EditionStep[] = []
  const parts = [
    ...made.map((id) => () => removePage(now, id)),
    () => fillPage(now, page, toolsOf(desk)),
  ]
  for (const part of parts) {
    const found = part()
    const next = found.ok ? applySteps(now, found.value) : found
    if (!found.ok || !next.ok) return void toast.error(text.paging.gonePage)
    now = next.value
    steps.push(...found.value)
  }
  desk.actions.showPage(page)
  desk.actions.change({ label: text.making.fill, steps })
}
