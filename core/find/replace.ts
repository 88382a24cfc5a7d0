/** Replacing what was found, as steps. */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { EditionStep } from '../edit'
import type { Edition } from '../model/edition'
import { storySchema } from '../model/storySchema'
import type { Match } from './search'

/** `$1` … `$9` and `$&` are what an expression caught, `$$` is a dollar sign. */
export const replacementOf = (match: Match, replacement: string, regex: boolean): string =>
  regex
    ? replacement.replace(/\$([$&1-9])/gu, (_whole, sign: string) =>
        sign === '$' ? '$' : (match.groups[sign === '&' ? 0 : Number(sign)] ?? ''),
      )
    : replacement

/** Steps that replace all matches; positions are those of the edition as it stands. */
export function replaceAll(
  edition: Edition,
  matches: readonly Match[],
  replacement: string,
  regex: boolean,
): readonly EditionStep[] {
  const byStory = new Map<Match['story'], Match[]>()
  for (const match of matches)
    byStory.set(match.story, [...(byStory.get(match.story) ?? []), match])
  return [...byStory].flatMap(([story, own]): readonly EditionStep[] => {
    const doc = edition.stories[story]?.doc
    if (doc === undefined) return []
    const transform = new Transform(doc)
    // from the end, so that positions before stay what they are
    for (const match of [...own].sort((a, b) => b.from - a.from))
      replaceOne(transform, match, replacementOf(match, replacement, regex))
    return transform.steps.map((step) => ({ kind: 'text', story, step }))
  })
}

/** Letter by letter where a match reaches over an inline node's edge: the node stays, the words go before it. */
function replaceOne(transform: Transform, { from, to, text }: Match, words: string): void {
  if (to - from === text.length) {
    const put: Node[] = words === '' ? [] : [storySchema.text(words)]
    transform.replace(from, to, new Slice(Fragment.from(put), 0, 0))
    return
  }
  const pieces: { readonly from: number; readonly to: number }[] = []
  transform.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText) return true
    pieces.push({ from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize) })
    return false
  })
  for (const [i, piece] of [...pieces.entries()].reverse()) {
    if (i === 0 && words !== '')
      transform.replaceWith(piece.from, piece.to, storySchema.text(words))
    else transform.delete(piece.from, piece.to)
  }
}
