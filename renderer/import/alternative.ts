/** What a doubtful line may be instead of what it was read as, where its block can be made that. */
import type { StoryId } from '../../core/ids'
import { recastLine, type RecastLine } from '../../core/manuscript/recastLine'
import type { Edition } from '../../core/model/edition'
import { storyForm } from '../../core/model/storySchema'
import type { RawLine } from './reading'
import type { DoubtEntry } from './report'

/** Of a headline that may be something else over its story: it may be none, and its story no story of its own. */
export const SECOND = 'subhead'

/** By default what it would be next. */
export function alternativeTo(
  edition: Edition,
  { doubt, file, lines }: DoubtEntry,
  raw: readonly RawLine[],
  label: string,
  role?: string,
): RecastLine | null {
  if (doubt?.action !== 'look' || !doubt.reading) return null
  const index = raw.findIndex((one) => one.file === file && one.line === lines[0])
  const line = raw[index]
  if (!line?.at) return null
  const above = storyAbove(edition, raw.slice(0, index), line)
  const signature = { author: '', label, time: 0 }
  return recastLine(edition, line.at, role ?? doubt.reading.other, above, signature)
}

/** The story that the nearest line before it, of the same text and of another story, stands in. */
function storyAbove(
  edition: Edition,
  before: readonly RawLine[],
  { file, at }: RawLine,
): StoryId | null {
  const found = before.findLast((one) => {
    const story = one.at === null ? undefined : edition.stories[one.at.story]
    const isOther = one.file === file && story !== undefined && story.id !== at?.story
    return isOther && storyForm(story.doc) === 'story'
  })
  return found?.at?.story ?? null
}
