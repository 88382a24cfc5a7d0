import { ReplaceStep } from 'prosemirror-transform'
import type { Edition } from '../model/edition'
import { recordOf, recordsOf } from '../model/tables'
import type { TextStep } from './step'

/**
 * How the texts of one edition became those of another of which only the outcome is
 * known: a step for each story that both have, from the first place in which they
 * differ to the last. What was made on `from` is fitted to `to` by `rebaseSteps` with
 * these, which needs no more of the change than where it was.
 */
export function textsBetween(from: Edition, to: Edition): readonly TextStep[] {
  return recordsOf(from, 'stories').flatMap(({ id, doc }): readonly TextStep[] => {
    const other = recordOf(to, 'stories', id)?.doc
    const start = other === undefined ? null : doc.content.findDiffStart(other.content)
    const end = other === undefined ? null : doc.content.findDiffEnd(other.content)
    if (other === undefined || start === null || end === null) return []
    // where a word is doubled, its beginning and its end are found to overlap
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    const slice = other.slice(start, end.b + overlap)
    return [{ kind: 'text', story: id, step: new ReplaceStep(start, end.a + overlap, slice) }]
  })
}
