import type { EditionDisplay } from '../../core/compose'
import type { LineRole } from '../../core/display/displayList'
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

/** What the text is that the caret stands in, while it has no place on a page; null elsewhere. */
export function oversetRole(
  edition: Edition,
  display: EditionDisplay,
  { story, head }: TextSelectionState,
): LineRole | null {
  const overset = display.stories.find((fit) => fit.story === story)?.overset ?? []
  const doc = edition.stories[story]?.doc
  const isOver = overset.some(({ from, to }) => from <= head && head <= to)
  if (!isOver || doc === undefined || head > doc.content.size) return null
  const at = doc.resolve(head)
  return at.depth === 0 ? null : (ROLES[at.node(1).type.name] ?? null)
}
