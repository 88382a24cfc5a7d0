/** 转版题: the short headline over the part of a story that goes on on another page. */
import type { Node } from 'prosemirror-model'
import { Transform, type Step } from 'prosemirror-transform'
import { storySchema } from '../model/storySchema'

interface Turn {
  readonly node: Node
  readonly pos: number
}

const { continuation, jumpHeadline } = storySchema.nodes

function turnsOf(doc: Node): readonly Turn[] {
  const turns: Turn[] = []
  doc.forEach((node, pos) => {
    if (node.type === continuation) turns.push({ node, pos })
  })
  return turns
}

/** The headline of a turn as it stands in the document, and where. */
function headlineIn({ node, pos }: Turn): Turn | null {
  let found: Turn | null = null
  node.forEach((child, offset) => {
    if (child.type === jumpHeadline) found = { node: child, pos: pos + 1 + offset }
  })
  return found
}

/** The headline over the part behind a story's turn, the first turn being 0; empty where it has none. */
export function turnHeadline(doc: Node, turn: number): string {
  const at = turnsOf(doc)[turn]
  return (at && headlineIn(at)?.node.textContent) ?? ''
}

/** Where the words of a turn's headline end; null where it has none. */
export function turnHeadlineEnd(doc: Node, turn: number): number | null {
  const at = turnsOf(doc)[turn]
  const found = at && headlineIn(at)
  return found ? found.pos + found.node.nodeSize - 1 : null
}

/** Gives a turn its headline, or with no words takes it away. A turn that nobody wrote down stands at the text's end, and falls where the story breaks. */
export function headTurn(doc: Node, turn: number, words: string): readonly Step[] {
  const tr = new Transform(doc)
  const turns = turnsOf(doc)
  const at = turns[turn]
  const made = words === '' ? [] : [jumpHeadline.create(null, storySchema.text(words))]
  if (at === undefined) {
    const before = Array.from({ length: turn - turns.length }, () => continuation.create())
    if (made.length > 0) tr.insert(doc.content.size, [...before, continuation.create(null, made)])
    return tr.steps
  }
  const old = headlineIn(at)
  const end = at.pos + at.node.nodeSize
  const [from, to] = old === null ? [end - 1, end - 1] : [old.pos, old.pos + old.node.nodeSize]
  const says = at.node.attrs['pinned'] === true || at.node.childCount > (old === null ? 0 : 1)
  // one that would say nothing is a story cut off
  if (made.length === 0 && old !== null && !says) tr.delete(at.pos, end)
  else if ((old?.node.textContent ?? '') !== words) tr.replaceWith(from, to, made)
  return tr.steps
}
