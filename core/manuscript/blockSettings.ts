/** What is set on blocks besides what they are: 松紧 of paragraphs, which stand flush right, and where a story turns to another page. */
import type { Node } from 'prosemirror-model'
import { Transform, type Step } from 'prosemirror-transform'
import { storySchema } from '../model/storySchema'

/** Lines more or fewer than a paragraph takes by itself. */
export type Looseness = -1 | 0 | 1

/** The paragraphs of the text itself that a selection is in; those in boxes are set as they fall. */
function paragraphsIn(doc: Node, from: number, to: number) {
  const found: { readonly pos: number; readonly node: Node }[] = []
  doc.forEach((node, pos) => {
    if (node.type !== storySchema.nodes.paragraph) return
    const inside =
      from === to
        ? pos < from && from < pos + node.nodeSize
        : from < pos + node.nodeSize - 1 && to > pos + 1
    if (inside) found.push({ pos, node })
  })
  return found
}

type Setting = 'looseness' | 'flushRight'

/** What the chosen paragraphs have set: undefined when there are none, null when they differ. */
function settingIn(doc: Node, from: number, to: number, name: Setting): unknown {
  const [first, ...others] = paragraphsIn(doc, from, to).map(
    ({ node }): unknown => node.attrs[name],
  )
  return others.every((one) => one === first) ? first : null
}

function set(
  doc: Node,
  from: number,
  to: number,
  [name, value]: readonly [Setting, unknown],
): readonly Step[] {
  const tr = new Transform(doc)
  for (const { node, pos } of paragraphsIn(doc, from, to))
    if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
  return tr.steps
}

export const loosenessIn = (doc: Node, from: number, to: number) =>
  settingIn(doc, from, to, 'looseness') as Looseness | null | undefined

export const loosen = (doc: Node, from: number, to: number, looseness: Looseness) =>
  set(doc, from, to, ['looseness', looseness])

export const flushRightIn = (doc: Node, from: number, to: number) =>
  settingIn(doc, from, to, 'flushRight') as boolean | null | undefined

export const setFlushRight = (doc: Node, from: number, to: number, flushRight: boolean) =>
  set(doc, from, to, ['flushRight', flushRight])

interface Jump {
  readonly node: Node
  readonly pos: number
}

function jumpsOf(doc: Node): readonly Jump[] {
  const found: Jump[] = []
  doc.forEach((node, pos) => {
    if (node.type === storySchema.nodes.continuation) found.push({ node, pos })
  })
  return found
}

/** The end of the block of running text that `pos` is in; null in the headline group, at the text's end and in a jump. */
function seamAfter(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos)
  if ($pos.depth === 0) return null
  const { name } = $pos.node(1).type
  const seam = $pos.after(1)
  const flows = name === 'paragraph' || name === 'subhead'
  return flows && seam < doc.content.size ? seam : null
}

const pinnedAt = (doc: Node, seam: number): Jump | undefined =>
  jumpsOf(doc).find(({ node, pos }) => pos === seam && node.attrs['pinned'] === true)

/** Whether the story is made to turn behind the block that `pos` is in; null where it cannot be. */
export function turnsAfter(doc: Node, pos: number): boolean | null {
  const seam = seamAfter(doc, pos)
  return seam === null ? null : pinnedAt(doc, seam) !== undefined
}

/**
 * Makes the story turn behind the block that `pos` is in, with the nearest jump
 * that is there; or lets a jump made to stand there go where it falls again.
 */
export function turnHere(doc: Node, pos: number): readonly Step[] {
  const seam = seamAfter(doc, pos)
  if (seam === null) return []
  const tr = new Transform(doc)
  const pinned = pinnedAt(doc, seam)
  if (pinned !== undefined) {
    if (pinned.node.childCount === 0) tr.delete(seam, seam + pinned.node.nodeSize)
    else tr.setNodeAttribute(seam, 'pinned', false)
    return tr.steps
  }
  const nearest = [...jumpsOf(doc)].sort(
    (a, b) => Math.abs(a.pos - seam) - Math.abs(b.pos - seam),
  )[0]
  if (nearest?.pos === seam) return tr.setNodeAttribute(seam, 'pinned', true).steps
  const { continuation } = storySchema.nodes
  tr.insert(seam, continuation.create({ pinned: true }, nearest?.node.content))
  if (nearest !== undefined) {
    const from = tr.mapping.map(nearest.pos)
    tr.delete(from, from + nearest.node.nodeSize)
  }
  return tr.steps
}
