/**
 * What is copied out of a story: plain words, markup for other programs, and in
 * it the blocks as they are, which only a desk reads back.
 */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { storySchema } from '../../core/model/storySchema'
import { carriedIn, carrying } from './carried'

const OWN = 'data-banxin-story'

/** Blocks; a part of one block is words only, whatever the block is. */
function contentOf(doc: Node, from: number, to: number): Fragment {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const part = $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size
  if ($from.sameParent($to) && part) {
    const words = storySchema.text(doc.textBetween(from, to))
    return Fragment.from(storySchema.nodes.paragraph.create(null, words))
  }
  return doc.slice(from, to, true).content
}

export interface Copied {
  readonly plain: string
  readonly html: string
}

export function copied(doc: Node, from: number, to: number): Copied {
  const content = contentOf(doc, from, to)
  return {
    plain: doc.textBetween(from, to, '\n'),
    html: carrying(OWN, content.toJSON() ?? [], [content]),
  }
}

/** The blocks that a desk copied; null for markup of any other origin, or when they are no story's. */
export function copiedNodes(html: string): readonly Node[] | null {
  const own = carriedIn(OWN, html)
  if (own === null) return null
  try {
    const { content } = Slice.fromJSON(storySchema, { content: JSON.parse(own) as unknown })
    const nodes = content.content.filter((node) => node.isBlock)
    // a box cut open has no label or no text any more; its words go on as paragraphs
    const whole = nodes.map((node) => (isWhole(node) ? [node] : textBlocksOf(node)))
    for (const node of whole.flat()) node.check()
    return whole.flat()
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)
      return null
    throw error
  }
}

function isWhole(node: Node): boolean {
  return node.type.validContent(node.content)
}

function textBlocksOf(node: Node): readonly Node[] {
  const found: Node[] = []
  node.descendants((child) => {
    if (child.isTextblock) found.push(child)
    return !child.isTextblock
  })
  return found
}
