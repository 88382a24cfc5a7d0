/** The rows of the list of matches: each story's name, and its matches under it. */
import type { Match } from '../../core/find'
import type { StoryId } from '../../core/ids'

export type MatchRow =
  | { readonly kind: 'story'; readonly story: StoryId; readonly count: number }
  | { readonly kind: 'match'; readonly match: Match; readonly index: number }

/** Matches come story by story, as they were sought. */
export function matchRows(matches: readonly Match[]): readonly MatchRow[] {
  const counts = new Map<StoryId, number>()
  for (const { story } of matches) counts.set(story, (counts.get(story) ?? 0) + 1)
  const rows: MatchRow[] = []
  for (const [index, match] of matches.entries()) {
    const { story } = match
    if (story !== matches[index - 1]?.story)
      rows.push({ kind: 'story', story, count: counts.get(story) ?? 0 })
    rows.push({ kind: 'match', match, index })
  }
  return rows
}
