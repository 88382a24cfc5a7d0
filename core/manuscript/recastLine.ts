/** A line of the raw text that was read as one thing, made another where it stands now. */
import { transact, type Signature, type Transaction } from '../edit'
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { recast, type BlockRole } from './blockRole'
import { joinStories } from './joinStories'
import { blocksOf, type TracedLine } from './traceLines'

/** What the roles of a reading are among blocks; those left out are none, or come in boxes. */
const BLOCKS: Readonly<Record<string, BlockRole>> = {
  ...{ kicker: 'kicker', headline: 'headline', deck: 'deck' },
  ...{ byline: 'byline', signature: 'byline', subhead: 'subhead' },
  ...{ paragraph: 'paragraph', section: 'paragraph', brief: 'paragraph', verse: 'paragraph' },
  ...{ title: 'figureTitle', caption: 'caption', credit: 'credit' },
}

export interface RecastLine {
  readonly role: BlockRole
  /** The story that the line, and what stands below it, becomes a part of; null where it stays in its own. */
  readonly joins: StoryId | null
  readonly transaction: Transaction
}

/**
 * The change that makes the line's block what the role of a reading says, and which that is. A headline is
 * made a 小标题 or text of the story `above` it, with its own story after it, and nothing else.
 * Null where the block holds other lines too, stands in a box, or may not be that there.
 */
export function recastLine(
  edition: Edition,
  at: TracedLine,
  role: string,
  above: StoryId | null,
  signature: Signature,
): RecastLine | null {
  const story = edition.stories[at.story]
  const block = story && blocksOf(story)[at.block]
  const wanted = BLOCKS[role]
  if (!story || !block || !at.whole) return null
  if (block.type === 'headline') {
    const first = above === null ? undefined : edition.stories[above]
    if (first === undefined || (wanted !== 'subhead' && wanted !== 'paragraph')) return null
    const transaction = joinStories(edition, first, story, wanted, signature)
    return transaction && { role: wanted, joins: first.id, transaction }
  }
  if (!wanted || (block.inside !== null && block.inside !== 'figure')) return null
  const changed = recast(story.doc, { anchor: block.at, head: block.at }, wanted, '')
  if (changed === null) return null
  const builder = transact(edition)
  builder.text(story.id, (transform) => {
    for (const step of changed.steps) transform.step(step)
  })
  return { role: wanted, joins: null, transaction: builder.done(signature) }
}
