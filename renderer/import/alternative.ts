/** What a doubtful line may be instead of what it was read as, where its block can be made that. */
import { recastLine } from '../../core/manuscript/recastLine'
import type { Edition } from '../../core/model/edition'
import type { RawLine } from './reading'
import type { DoubtEntry } from './report'

export function alternativeTo(
  edition: Edition,
  { doubt, file, lines }: DoubtEntry,
  raw: readonly RawLine[],
  label: string,
): ReturnType<typeof recastLine> {
  if (doubt?.action !== 'look' || !doubt.reading) return null
  const line = raw.find((one) => one.file === file && one.line === lines[0])
  if (!line?.at) return null
  // a heading that becomes text would leave its story without one: that is for the story's own desk
  if (doubt.reading.role === 'headline') return null
  return recastLine(edition, line.at, doubt.reading.other, { author: '', label, time: 0 })
}
