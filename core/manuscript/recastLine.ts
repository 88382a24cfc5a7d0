/** A line of the raw text that was read as one thing, made another where it stands now. */
import { transact, type Signature, type Transaction } from '../edit'
import type { Edition } from '../model/edition'
import { recast, type BlockRole } from './blockRole'
import { blocksOf, type TracedLine } from './traceLines'

/** What the roles of a reading are among blocks; those left out are none, or come in boxes. */
const BLOCKS: Readonly<Record<string, BlockRole>> = {
  ...{ kicker: 'kicker', headline: 'headline', deck: 'deck' },
  ...{ byline: 'byline', signature: 'byline', subhead: 'subhead' },
  ...{ paragraph: 'paragraph', section: 'paragraph', brief: 'paragraph', verse: 'paragraph' },
  ...{ title: 'figureTitle', caption: 'caption', credit: 'credit' },
}

/**
 * The change that makes the line's block what the role of a reading says, and which that is.
 * Null where the block holds other lines too, stands in a box, or may not be that there.
 */
export function recastLine(
  edition: Edition,
  at: TracedLine,
  role: string,
  signature: Signature,
): { readonly role: BlockRole; readonly transaction: Transaction } | null {
  const story = edition.stories[at.story]
  const block = story && blocksOf(story)[at.block]
  const wanted = BLOCKS[role]
  if (!story || !block || !wanted || !at.whole) return null
  if (block.inside !== null && block.inside !== 'figure') return null
  const changed = recast(story.doc, { anchor: block.at, head: block.at }, wanted, '')
  if (changed === null) return null
  const builder = transact(edition)
  builder.text(story.id, (transform) => {
    for (const step of changed.steps) transform.step(step)
  })
  return { role: wanted, transaction: builder.done(signature) }
}
