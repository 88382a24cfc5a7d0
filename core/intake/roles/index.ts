import { readChain, type ReadRole } from './chain'
import { traitsOfPage } from './pageTraits'
import type { PageWords } from '../evidence'
import type { Scrap } from '../classify'

/** What each scrap of a page is, weighed on the whole page at once. */
export const readRoles = (scraps: readonly Scrap[], words: PageWords): readonly ReadRole[] =>
  readChain(scraps.length, traitsOfPage(scraps, words))
