/**
 * Story documents in few words: `doc(headline('市集'), p('早上<a>开门'))`. A name in
 * angle brackets marks a position; `at(document, 'a')` gives it.
 */
import type { Node } from 'prosemirror-model'
import { storySchema } from '../../core/model/storySchema'

export type Piece = string | Node

/** Marks of a node, counted from the start of its content. */
const marks = new WeakMap<Node, ReadonlyMap<string, number>>()

function inside(
  type: string,
  attrs: Readonly<Record<string, unknown>> | null,
  pieces: readonly Piece[],
): Node {
  const found = new Map<string, number>()
  const children: Node[] = []
  let size = 0
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      for (const [name, offset] of marks.get(piece) ?? []) found.set(name, size + 1 + offset)
      children.push(piece)
      size += piece.nodeSize
      continue
    }
    let text = ''
    let last = 0
    for (const match of piece.matchAll(/<(\w+)>/g)) {
      text += piece.slice(last, match.index)
      found.set(match[1] ?? '', size + text.length)
      last = match.index + match[0].length
    }
    text += piece.slice(last)
    if (text !== '') children.push(storySchema.text(text))
    size += text.length
  }
  const node = storySchema.node(type, attrs, children)
  marks.set(node, found)
  return node
}

const block =
  (type: string) =>
  (...pieces: readonly Piece[]): Node =>
    inside(type, null, pieces)

/** A whole document; throws when the schema refuses it. */
export function doc(...pieces: readonly Node[]): Node {
  const node = inside('doc', null, pieces)
  node.check()
  return node
}

export const kicker = block('kicker')
export const headline = block('headline')
export const deck = block('deck')
export const byline = block('byline')
export const p = block('paragraph')
/** A paragraph set flush right. */
export const flushP = (...pieces: readonly Piece[]): Node =>
  inside('paragraph', { flushRight: true }, pieces)
export const dateline = block('dateline')
export const subhead = block('subhead')
export const line = block('line')
export const label = block('boxLabel')
export const figureTitle = block('figureTitle')
export const caption = block('caption')
export const credit = block('credit')
export const jumpTo = block('jumpTo')
export const jumpFrom = block('jumpFrom')
export const jumpHeadline = block('jumpHeadline')

/** 阅读提示 */
export const tip = (id: string, ...pieces: readonly Node[]): Node =>
  inside('readingTip', { id }, pieces)
/** 编者按 */
export const note = (id: string, ...pieces: readonly Node[]): Node =>
  inside('editorNote', { id }, pieces)
export const figure = (id: string, picture: string | null, ...pieces: readonly Node[]): Node =>
  inside('figure', { id, picture }, pieces)
export const continuation = (pinned: boolean, ...pieces: readonly Node[]): Node =>
  inside('continuation', { pinned }, pieces)

/** The document position of a mark; throws when the document has no such mark. */
export function at(document: Node, mark: string): number {
  const position = marks.get(document)?.get(mark)
  if (position === undefined) throw new Error(`The document has no mark <${mark}>`)
  return position
}
