import { isIssuedTitle, isWireSlug } from '../labels'
import { headWordsOf } from '../people'
import { readChain, type ReadRole } from './chain'
import { traitsOfPage } from './pageTraits'
import { readByNames } from '../pictureNames'
import type { PageWords } from '../evidence'
import type { Role } from './role'
import type { Scrap, ScrapKind } from '../classify'

/** 阅读提示 and 下转第4版 are what they say, wherever they stand. */
const KNOWN: Partial<Readonly<Record<ScrapKind, readonly Role[]>>> = {
  tipLabel: ['boxLabel'],
  noteLabel: ['boxLabel'],
  jumpTo: ['jump'],
  jumpFrom: ['jump'],
}

/** What words below a 电头 can be. */
const REPORTED: readonly Role[] = ['paragraph', 'section', 'brief', 'caption', 'boxText', 'boxLine']

/** 本报讯（记者 甲）今天…: words below a 电头, however few a column's end has left of them. */
function isReported({ lead, folded }: Scrap): boolean {
  const words = lead ? headWordsOf(folded) : null
  return words !== null && words.dateline[1] > 0 && folded.slice(words.byline[1]).trim() !== ''
}

/** What the title of a decision or notice can be that is longer than any paragraph without a mark. */
const ISSUED: readonly Role[] = ['kicker', 'headline', 'headlineRest', 'deck', 'subhead', 'boxLine']
const LONG_TITLE = 36

/** What each scrap of a page is, weighed on the whole page at once; `pictures` are the names of the job's files. */
export const readRoles = (
  scraps: readonly Scrap[],
  words: PageWords,
  pictures: readonly string[] = [],
): readonly ReadRole[] => {
  const named = readByNames(scraps, pictures)
  return readChain(scraps.length, traitsOfPage(scraps, words), (at) => {
    const scrap = scraps[at] as Scrap
    const own = named.get(at)
    if (own !== undefined) return [own]
    if (isWireSlug(scrap.folded)) return ['furniture']
    if (scrap.width > LONG_TITLE && isIssuedTitle(scrap.folded)) return ISSUED
    return KNOWN[scrap.kind] ?? (isReported(scrap) ? REPORTED : null)
  })
}
