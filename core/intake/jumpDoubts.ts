/** What is told of jumps 转版: an end without its other end, and ends that were joined without being sure. */
import type { Diagnostic } from '../result'
import { isContinued } from './jumpLines'
import { SURE } from './notes'
import type { ImportedStory } from './types'

/** Two ends as they were joined. */
interface JoinedEnds {
  readonly from: { readonly story: ImportedStory }
  readonly to: { readonly story: ImportedStory }
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number
  readonly reason: string
}

export const bodyOf = (story: ImportedStory): string =>
  story.blocks.map((block) => (block.type === 'continuation' ? '' : block.text)).join('\n')

/** What a person knows a part by: its headline, or how its text begins. */
const nameOf = (story: ImportedStory): string => {
  if (story.headline !== '') return `“${story.headline}”`
  return bodyOf(story) === '' ? 'A line that stands alone' : `The text ${openingOf(story)}`
}

const WORDS_SHOWN = 12

const openingOf = (story: ImportedStory): string => {
  const words = bodyOf(story)
  return `“${words.slice(0, WORDS_SHOWN)}${words.length > WORDS_SHOWN ? '…' : ''}”`
}

export const unresolved = (story: ImportedStory, name: string): readonly Diagnostic[] => {
  const tell = (marker: string, missing: string): Diagnostic => ({
    severity: 'warning',
    code: 'intake.unresolved-jump',
    message: `${nameOf(story)} on ${name} says ${marker}, but no page of this job has ${missing}; import that page too or close the jump by hand.`,
    where: { story: story.id },
  })
  return [
    ...(story.marker === undefined || !isContinued(story.marker)
      ? []
      : [tell(story.marker, 'its continuation')]),
    ...(story.markerFrom === undefined ? [] : [tell(story.markerFrom, 'its beginning')]),
  ]
}

/** A join that may be another: the two ends, and what speaks for it. */
export const doubtful = (
  { from, to, confidence, reason }: JoinedEnds,
  name: string,
): readonly Diagnostic[] =>
  confidence >= SURE
    ? []
    : [
        {
          severity: 'warning',
          code: 'intake.jump',
          message: `${nameOf(from.story)} was joined to the text ${openingOf(to.story)} on ${name}: ${reason}; another end of a jump fits about as well (confidence ${confidence}), check it against the page.`,
          where: { story: from.story.id },
        },
      ]
