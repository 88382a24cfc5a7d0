import type { EditionDisplay } from '../../core/compose'
import type { LineRole } from '../../core/display/displayList'
import type { Caret, HitLine } from '../../core/display/hitTest'
import type { Edition } from '../../core/model/edition'
import type { TextSelectionState } from './store'

/** What the lines of a block are, by the name of the block. */
const ROLES: Readonly<Record<string, LineRole>> = {
  kicker: 'kicker',
  headline: 'headline',
  deck: 'deck',
  byline: 'byline',
  paragraph: 'body',
  subhead: 'subhead',
  readingTip: 'tip',
  editorNote: 'tip',
  figure: 'caption',
}

/** What the caret stands in. */
export interface TextAtCaret {
  readonly role: LineRole
  /** Null while it has no line of its own: overset, or an empty headline. */
  readonly line: HitLine | null
  readonly isOverset: boolean
}

/** `caret` is where it stands on the page in front; null where it stands on none of its lines. */
export function textAtCaret(
  edition: Edition,
  display: EditionDisplay,
  { story, head }: TextSelectionState,
  caret: Caret | null,
): TextAtCaret | null {
  const line = caret !== null && caret.line.from <= head ? caret.line : null
  if (line !== null) return { role: line.record.role, line, isOverset: false }
  const overset = display.stories.find((fit) => fit.story === story)?.overset ?? []
  const isOverset = overset.some(({ from, to }) => from <= head && head <= to)
  const doc = edition.stories[story]?.doc
  if ((caret === null && !isOverset) || doc === undefined || head > doc.content.size) return null
  const at = doc.resolve(head)
  const role = at.depth === 0 ? undefined : ROLES[at.node(1).type.name]
  return role === undefined ? null : { role, line: null, isOverset }
}
