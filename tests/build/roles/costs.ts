/** What it costs to read one role for another: while fitting, dear mistakes must keep their distance. */
import type { Role } from '../../../core/intake/roles/role'
import { HEAD_GROUP } from './headGroup'

const TEXTS: ReadonlySet<Role> = new Set(['paragraph', 'section', 'brief'])
/** Read for each other the lines of a headline group still head the same story, and cost it a field. */
const WITHIN_THE_GROUP = 0.5
const PLAIN = 1
/** A 主题 read as a 栏目, or the other way: the story has another name. */
const RENAMED = 2
/** Puts all that follows into the wrong place. */
const DEAR = 3

export function costOf(truth: Role, read: Role): number {
  if (truth === read || (TEXTS.has(truth) && TEXTS.has(read))) return 0
  const [isHead, isReadAsHead] = [HEAD_GROUP.has(truth), HEAD_GROUP.has(read)]
  if (isHead && isReadAsHead) return WITHIN_THE_GROUP
  if (isHead === isReadAsHead) return truth === 'rubric' || read === 'rubric' ? DEAR : PLAIN
  if (truth !== 'rubric' && read !== 'rubric') return DEAR
  return truth === 'kicker' || read === 'kicker' ? PLAIN : RENAMED
}
