/** On which page a match stands: read off the composed lines, as the caret is. */
import type { EditionDisplay } from '../../core/compose'
import type { Match } from '../../core/find'
import type { PageId, StoryId } from '../../core/ids'
import type { Composer } from '../session/composer'
import { pageOf } from '../session/composer'
import type { Edition } from '../../core/model/edition'
import { pagesOf } from '../../core/model/edition'

export interface Standing {
  readonly page: PageId
  readonly folio: string
}

/** Null where the text is over, or its story in no frame. */
export type WhereOf = (match: Pick<Match, 'story' | 'from'>) => Standing | null

interface Reach extends Standing {
  readonly from: number
  readonly to: number
}

/** Lines are looked through once a story, when the first of its matches is asked about. */
export function whereOf(edition: Edition, display: EditionDisplay, composer: Composer): WhereOf {
  const known = new Map<StoryId, readonly Reach[]>()
  const reachesOf = (story: StoryId): readonly Reach[] =>
    pagesOf(edition).flatMap(({ id, folio }) => {
      const shown = pageOf(display, id)
      const lines = shown === null ? [] : composer.linesOf(shown)
      return lines
        .filter((line) => line.story === story)
        .map(({ from, to }) => ({ page: id, folio, from, to }))
    })
  return ({ story, from }) => {
    const reaches = known.get(story) ?? reachesOf(story)
    known.set(story, reaches)
    return reaches.find((one) => one.from <= from && from < one.to) ?? null
  }
}
