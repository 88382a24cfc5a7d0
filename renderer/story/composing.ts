/** What an input method is composing: what the editor has more than the edition. */
import type { Node } from 'prosemirror-model'
import { Transform, type Step } from 'prosemirror-transform'

interface Difference {
  readonly start: number
  readonly endBefore: number
  readonly endNow: number
}

function difference(agreed: Node, now: Node): Difference | null {
  const start = agreed.content.findDiffStart(now.content)
  if (start === null) return null
  const end = agreed.content.findDiffEnd(now.content)
  if (end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return { start, endBefore: end.a + overlap, endNow: end.b + overlap }
}

export function preeditOf(
  agreed: Node,
  now: Node,
): { readonly at: number; readonly text: string } | null {
  const found = difference(agreed, now)
  const text = found === null ? '' : now.textBetween(found.start, found.endNow)
  return found === null || text === '' ? null : { at: found.start, text }
}

/** The commit as one change; none when everything was taken back. */
export function commitOf(agreed: Node, now: Node): readonly Step[] {
  const found = difference(agreed, now)
  if (found === null) return []
  const { start, endBefore, endNow } = found
  return new Transform(agreed).replace(start, endBefore, now.slice(start, endNow)).steps
}
