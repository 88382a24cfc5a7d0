/** What was found for a document, so that a page that is tried with other headlines does not ask again. */
import type { Node } from 'prosemirror-model'

/** By document and by what else it depends on. */
export type Known<T> = WeakMap<Node, Map<string, T>>

export function once<T>(known: Known<T>, doc: Node, key: string, find: () => T): T {
  const own = known.get(doc) ?? new Map<string, T>()
  const found = own.get(key)
  if (found !== undefined) return found
  const made = find()
  known.set(doc, own.set(key, made))
  return made
}
