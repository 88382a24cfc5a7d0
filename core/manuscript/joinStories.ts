/** Two stories made one: what was read as the headline of the second is a 小标题, or text, of the first. */
import { Fragment, type Node } from 'prosemirror-model'
import { transact, type Signature, type Transaction } from '../edit'
import { threadOf, type Edition, type Story } from '../model/edition'
import type { Frame } from '../model/frame'
import { storySchema } from '../model/storySchema'

const { paragraph, headline, continuation } = storySchema.nodes
const HEAD = new Set(['kicker', 'headline', 'deck', 'byline'])

const asText = (type: 'paragraph' | 'subhead', { textContent }: Node): readonly Node[] =>
  textContent === '' ? [] : [storySchema.nodes[type].create(null, storySchema.text(textContent))]

const isEmpty = ({ type, content }: Node): boolean =>
  (type === paragraph || type === continuation) && content.size === 0

/** What a story says, without what stands at its end for text that is not there. */
function wordsOf({ doc }: Story): readonly Node[] {
  const last = doc.children.findLastIndex((node) => !isEmpty(node))
  return doc.children.slice(0, last + 1)
}

const idsIn = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap(({ attrs }) => (typeof attrs['id'] === 'string' ? [attrs['id']] : []))

/** A new name for each box whose own is taken. */
function namesFor(own: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const used = new Set([...taken, ...own])
  return new Map(
    own
      .filter((id) => taken.has(id))
      .map((id) => {
        let n = 2
        while (used.has(`${id}-${n}`)) n++
        used.add(`${id}-${n}`)
        return [id, `${id}-${n}`]
      }),
  )
}

/**
 * The change that appends `below` to `above`, its headline as `role`: one undo entry. The frames of `below`
 * go on with the text of `above`, its boxes keep their places, its texts without a place go along. Null
 * where `above` goes on elsewhere by a jump line.
 */
export function joinStories(
  edition: Edition,
  above: Story,
  below: Story,
  role: 'subhead' | 'paragraph',
  signature: Signature,
): Transaction | null {
  const kept = wordsOf(above)
  if (kept.some(({ type }) => type === continuation)) return null
  const names = namesFor(idsIn(below.doc.children), new Set(idsIn(above.doc.children)))
  const added = wordsOf(below).flatMap((node): readonly Node[] => {
    if (node.type === headline) return asText(role, node)
    if (HEAD.has(node.type.name)) return asText('paragraph', node)
    const name = names.get(node.attrs['id'] as string)
    return [name === undefined ? node : node.type.create({ ...node.attrs, id: name }, node.content)]
  })
  if (added.length === 0) return null
  const builder = transact(edition)
  const from = kept.reduce((sum, node) => sum + node.nodeSize, 0)
  builder.text(above.id, (transform) => {
    transform.replaceWith(from, transform.doc.content.size, Fragment.from(added))
  })
  builder.patch('stories', above.id, {
    unplaced: [...above.unplaced, ...below.unplaced],
    removed: [...above.removed, ...below.removed],
  })
  const before = threadOf(edition, above.id)
  const after = threadOf(edition, below.id)
  const order = Math.max(-1, ...before.map((frame) => frame.order)) + 1
  for (const [i, { id, head, insets }] of after.entries())
    builder.patch('frames', id, {
      ...{ story: above.id, order: order + i, head: before.length + i === 0 ? head : null },
      insets: insets.map((inset) => ({ ...inset, block: names.get(inset.block) ?? inset.block })),
    } satisfies Partial<Frame>)
  builder.remove('stories', below.id)
  return builder.done(signature)
}
