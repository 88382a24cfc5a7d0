import type { Desk } from './desk'
import type { Scrap } from './classify'

const LARGEST_RATIO = 3

/** Under a rubric a short unsigned story with one paragraph, and here another built like it. */
export function isOneOfSeveral(
  desk: Desk,
  run: readonly Scrap[],
  below: readonly Scrap[],
): boolean {
  const { story, texts } = desk
  if (!story || run.length > 1 || texts.length !== below.length || texts.length > 1) return false
  const { rubric, deck, headline } = story.headings
  if (rubric.length === 0 && !desk.isUnderRubric) return false
  if (deck.length > 0 || story.bylines.length > 0 || texts[0]?.lead) return false
  if (story.body.some(({ type }) => type === 'subhead') || headline.length !== 1) return false
  const [a, b] = [texts[0]?.width ?? 0, below[0]?.width ?? 0]
  return Math.max(a, b) <= Math.min(a, b) * LARGEST_RATIO
}
