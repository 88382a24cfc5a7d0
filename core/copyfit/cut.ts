/** 删 n 字: a place where the story can be cut at the end of a sentence or of a paragraph. */
import type { Node } from 'prosemirror-model'
import { transact } from '../edit'
import { storySchema } from '../model/storySchema'
import { helps, tryOut, type Room } from './room'
import { misfitOf, type Remedy } from './types'

interface Cut {
  readonly from: number
  readonly to: number
  readonly characters: number
  readonly unit: 'sentence' | 'paragraph'
}

/** A sentence with the quotes that close it. */
const SENTENCE = /[^。！？…]*[。！？…]+[”’」』）]*/gu
/** Suggestions of each kind that are composed, and that are shown. */
const TRIED = 12
const SHOWN = 2

/** The shortest cuts that settle it, nearest to the story's end first. Only a story that is over is cut. */
export function* cuts(room: Room): Generator<Remedy> {
  const measure = room.thread.at(-1)?.text.measure ?? 16
  const likely = places(room.story.doc, measure, room.misfit)
  let shown = 0
  for (const cut of likely.slice(0, TRIED)) {
    const { steps } = transact(room.edition)
      .text(room.story.id, (transform) => transform.delete(cut.from, cut.to))
      .done({ author: '', label: '', time: 0 })
    const remedy = tryOut(room, { kind: 'cut', ...cut }, steps)
    if (!helps(room, remedy) || misfitOf(remedy.fit) > 0) continue
    yield remedy
    if (++shown >= SHOWN) return
  }
}

function places(doc: Node, measure: number, lines: number): readonly Cut[] {
  const cuts: Cut[] = []
  const paragraphs: { readonly node: Node; readonly pos: number }[] = []
  doc.forEach((node, pos) => {
    if (node.type === storySchema.nodes.paragraph) paragraphs.push({ node, pos })
  })
  const last = doc.content.size
  paragraphs.forEach(({ node, pos }, i) => {
    if (i === 0) return
    const enough = (characters: number): boolean => characters >= (lines - 1) * measure
    const whole = count(node.textContent)
    if (enough(whole) && doc.childCount > 1)
      cuts.push({ from: pos, to: pos + node.nodeSize, characters: whole, unit: 'paragraph' })
    for (const cut of sentencesOf(node, pos)) if (enough(cut.characters)) cuts.push(cut)
  })
  const tail = tailOf(paragraphs, (lines - 1) * measure)
  // where it is one paragraph it is among them
  if (tail !== null && !cuts.some(({ from, to }) => from === tail.from && to === tail.to))
    cuts.push(tail)
  // short cuts first; the further from the end, the dearer
  const cost = ({ characters, to }: Cut): number => characters + ((last - to) / last) * measure * 3
  return cuts.sort((a, b) => cost(a) - cost(b))
}

/** The sentences at a paragraph's end, one more at a time; its first sentence stays. */
function sentencesOf(node: Node, pos: number): readonly Cut[] {
  if (node.childCount !== 1 || node.firstChild?.isText !== true) return []
  const text = node.textContent
  const found = [...text.matchAll(SENTENCE)]
  const end = found.at(-1)
  if (end === undefined || end.index + end[0].length !== text.length) return []
  return found
    .slice(1)
    .reverse()
    .map(({ index }) => ({
      from: pos + 1 + index,
      to: pos + 1 + text.length,
      characters: count(text.slice(index)),
      unit: 'sentence',
    }))
}

/** Whole paragraphs at the end that hold so many characters together, as long as they follow one another. */
function tailOf(
  paragraphs: readonly { readonly node: Node; readonly pos: number }[],
  wanted: number,
): Cut | null {
  const end = paragraphs.at(-1)
  if (end === undefined) return null
  const to = end.pos + end.node.nodeSize
  let from = to
  let characters = 0
  for (const { node, pos } of paragraphs.slice(1).reverse()) {
    if (pos + node.nodeSize !== from) return null
    from = pos
    characters += count(node.textContent)
    if (characters >= wanted) return { from, to, characters, unit: 'paragraph' }
  }
  return null
}

const count = (text: string): number => Array.from(text.replace(/\s/gu, '')).length
