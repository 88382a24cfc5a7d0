/** What a doubtful line may be instead of what it was read as, where its block can be made that. */
import type { StoryId } from '../../core/ids'
import { recastLine, type RecastLine } from '../../core/manuscript/recastLine'
import type { Edition } from '../../core/model/edition'
import { storyForm } from '../../core/model/storySchema'
import type { RawLine } from './reading'
import type { DoubtEntry } from './report'

/** A headline that can be made nothing else may be none, and its story no story of its own. */
const SECOND = 'subhead'

/** What it would be next, where it can be made that. */
export function alternativeTo(
  edition: Edition,
  { doubt, file, lines }: DoubtEntry,
  raw: readonly RawLine[],
  label: string,
): RecastLine | null {
  if (doubt?.action !== 'look' || !doubt.reading) return null
  const index = raw.findIndex((one) => one.file === file && one.line === lines[0])
  const line = raw[index]
  if (!line?.at) return null
  const above = storyAbove(edition, raw.slice(0, index), line)
  const signature = { author: '', label, time: 0 }
  const { at } = line
  const as = (role: string): RecastLine | null => recastLine(edition, at, role, above, signature)
  const other = as(doubt.reading.other)
  if (other !== null) return other
  const second = as(SECOND)
  return second?.joins == null ? null : second
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
