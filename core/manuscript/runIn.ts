import { fold } from '../intake/characters'
import { headWordsOf } from '../intake/people'

/** Words that run in at a paragraph's head, as 电头 and 署名; each may be ''. */
export interface RunInWords {
  readonly dateline: string
  readonly byline: string
}

/** Takes `本报讯 （记者甲）` apart. Words of a form intake does not know part at their first bracket. */
export function splitRunIn(text: string): RunInWords {
  const words = headWordsOf(fold(text))
  const bracket = text.search(/[（(]/u)
  const cut = words ? words.byline[0] : bracket < 0 ? text.length : bracket
  return { dateline: text.slice(0, cut).trim(), byline: text.slice(cut).trim() }
}
