/** Text of a document with the position of each of its characters: inline nodes take positions and no text. */
import type { Node } from 'prosemirror-model'

export interface TextSpan {
  readonly text: string
  /** Document position before each UTF-16 unit of `text`, and after the last one. */
  readonly positions: readonly number[]
}

/** The text between two positions; blocks follow one another without a mark. */
export function textSpan(doc: Node, from: number, to: number): TextSpan {
  const positions: number[] = []
  let text = ''
  let end = from
  const last = Math.min(to, doc.content.size)
  doc.nodesBetween(from, last, (node, pos) => {
    if (!node.isText) return true
    const whole = node.text ?? ''
    const start = Math.max(from, pos)
    const stop = Math.min(last, pos + whole.length)
    for (let at = start; at < stop; at++) positions.push(at)
    text += whole.slice(start - pos, stop - pos)
    end = stop
    return false
  })
  return { text, positions: [...positions, end] }
}
