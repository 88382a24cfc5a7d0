/** The story in hand, and trying a change on it. */
import type { ComposeContext, StoryFit } from '../compose'
import { composeStory } from '../compose/composeStory'
import { applySteps, type EditionStep } from '../edit'
import type { StoryId } from '../ids'
import { pagesOf, threadOf, type Edition, type Story } from '../model/edition'
import type { StoryFrame } from '../model/frame'
import { storyForm } from '../model/storySchema'
import { misfitOf, type Remedy, type Way } from './types'

export interface Room {
  readonly edition: Edition
  readonly story: Story
  readonly thread: readonly StoryFrame[]
  /** Lines over, or short as a negative number, as it stands. */
  readonly misfit: number
  readonly tools: ComposeContext
}

/** How one story fits, composed alone; null when it is in no frame or is no story of text. */
export function fitOf(
  edition: Edition,
  id: StoryId,
  { fonts, cache }: ComposeContext,
): StoryFit | null {
  const story = edition.stories[id]
  const page = pagesOf(edition)[0]
  const sheet = page && edition.styleSheets[page.styleSheet]
  if (story === undefined || sheet === undefined || storyForm(story.doc) !== 'story') return null
  return composeStory(edition, story, { fonts, rules: sheet.rules }, cache)?.fit ?? null
}

export function roomOf(edition: Edition, id: StoryId, tools: ComposeContext): Room | null {
  const story = edition.stories[id]
  const fit = fitOf(edition, id, tools)
  if (story === undefined || fit === null) return null
  return { edition, story, thread: threadOf(edition, id), misfit: misfitOf(fit), tools }
}

/** The remedy with its result; null when the edition refuses its steps or a story beside it would no longer fit. */
export function tryOut(
  { edition, story, tools }: Room,
  way: Way,
  steps: readonly EditionStep[],
  beside: readonly StoryId[] = [],
): Remedy | null {
  if (steps.length === 0) return null
  const next = applySteps(edition, steps)
  if (!next.ok) return null
  const fit = fitOf(next.value, story.id, tools)
  if (fit === null) return null
  const pushedOver = beside.some((id) => {
    const after = fitOf(next.value, id, tools)
    if (after === null || after.oversetCharacters === 0) return false
    return after.oversetCharacters > (fitOf(edition, id, tools)?.oversetCharacters ?? 0)
  })
  return pushedOver ? null : { way, steps, fit }
}

/** More lines of room than this after a remedy are new trouble. */
const SPARE = 6

/** Whether a remedy leaves less over, or less room, than there was, and not the other trouble. */
export function helps({ misfit }: Room, remedy: Remedy | null): remedy is Remedy {
  if (remedy === null) return false
  const after = misfitOf(remedy.fit)
  return misfit > 0 ? after < misfit && after > -misfit - SPARE : after <= 0 && after > misfit
}

/** Of a row of remedies, from little to much, the first that settles the misfit, else the last that helps. */
export function enough(room: Room, attempts: Iterable<Remedy | null>): readonly Remedy[] {
  let best: Remedy | null = null
  for (const attempt of attempts) {
    if (attempt === null) break
    const after = misfitOf(attempt.fit)
    if (room.misfit < 0 && after > 0) break
    if (helps(room, attempt)) best = attempt
    if (room.misfit > 0 && after <= 0) break
  }
  return best === null ? [] : [best]
}
