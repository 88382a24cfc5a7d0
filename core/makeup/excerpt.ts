/**
 * A piece of a long story: what one page is measured with. A page then costs
 * what it holds, however long the story is that runs through it.
 */
import type { Node } from 'prosemirror-model'
import type { Story } from '../model/edition'
import { storySchema } from '../model/storySchema'

export interface Excerpt {
  readonly story: Story
  /** Whether it reaches the story's end. */
  readonly whole: boolean
  /** The place in the story's document of a position in the excerpt's. */
  readonly at: (position: number) => number
}

interface Span {
  /** Position in the story's document from which the excerpt begins; 0 for its headline. */
  readonly from: number
  /** Jumps that lie before the excerpt: they stay with the pages before. */
  readonly jumps: number
  /** Boxes and pictures that stand on earlier pages. */
  readonly placed: ReadonlySet<string>
  /** Body ems of text that are enough. */
  readonly ems: number
}

/** Marks, digits and letters of the first blocks are about half as wide as Han. */
const HAN_FROM = 0x2000
const HALF = 0.5
const HEADLINE = new Set(['kicker', 'headline', 'deck', 'byline'])

/** Width of a text in ems, about. */
export function emsOf(text: string): number {
  let ems = 0
  for (let i = 0; i < text.length; i++) ems += text.charCodeAt(i) < HAN_FROM ? HALF : 1
  return ems
}

/** Index after the characters of a text that take `ems`, never inside a pair of surrogates. */
function endOf(text: string, ems: number): number {
  let end = 0
  for (let left = ems; end < text.length && left > 0; end++)
    left -= text.charCodeAt(end) < HAN_FROM ? HALF : 1
  const code = text.charCodeAt(end)
  return code >= 0xdc00 && code <= 0xdfff ? end + 1 : end
}

/** The part of a story from a place on; without its headline group when that is not its start. */
export function excerptOf(story: Story, { from, jumps, placed, ems }: Span): Excerpt {
  const kept: { readonly node: Node; readonly start: number }[] = []
  let left = ems
  let passed = 0
  let whole = true
  story.doc.forEach((node, start) => {
    const type = node.type.name
    if (type === 'continuation') {
      passed++
      if (passed === jumps + 1 || (passed > jumps && left > 0)) kept.push({ node, start })
      return
    }
    if (start + node.nodeSize <= from || placed.has(String(node.attrs['id']))) return
    if (HEADLINE.has(type) && from > 0) return
    if (left <= 0) {
      whole = false
      return
    }
    const first = type === 'paragraph' ? Math.max(0, from - start - 1) : 0
    const length = type === 'paragraph' ? cutLength(node, first, left) : node.content.size
    left -= emsOf(node.textContent.slice(first, length))
    whole &&= length === node.content.size
    kept.push({ node: node.cut(first, length), start: start + first })
  })
  const doc = storySchema.node('doc', null, withText(kept.map(({ node }) => node)))
  return { story: { ...story, doc }, whole, at: placeIn(kept) }
}

/** Where in a paragraph's content an excerpt ends; one with a 电头 is not cut inside it. */
function cutLength(node: Node, first: number, ems: number): number {
  const inline = node.content.size - node.textContent.length
  const end = inline + endOf(node.textContent.slice(first), ems) + first
  return Math.min(node.content.size, end)
}

/** A document has a block under its headline. */
const withText = (nodes: readonly Node[]): readonly Node[] =>
  nodes.some(({ type }) => !HEADLINE.has(type.name)) ? nodes : [...nodes, EMPTY]

const EMPTY = storySchema.node('paragraph')

/** Positions of an excerpt are those of the nodes it was made of. */
function placeIn(kept: readonly { readonly node: Node; readonly start: number }[]) {
  return (position: number): number => {
    let at = 0
    let place = 0
    for (const { node, start } of kept) {
      if (position < at + node.nodeSize) return start + position - at
      at += node.nodeSize
      place = start + node.nodeSize
    }
    return place
  }
}
