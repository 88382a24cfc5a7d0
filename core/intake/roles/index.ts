import { readChain, type ReadRole } from './chain'
import { traitsOfPage } from './pageTraits'
import type { PageWords } from '../evidence'
import type { Role } from './role'
import type { Scrap, ScrapKind } from '../classify'

/** 阅读提示 and 下转第4版 are what they say, wherever they stand. */
const KNOWN: Partial<Readonly<Record<ScrapKind, Role>>> = {
  tipLabel: 'boxLabel',
  noteLabel: 'boxLabel',
  jumpTo: 'jump',
  jumpFrom: 'jump',
}

/** What each scrap of a page is, weighed on the whole page at once. */
export const readRoles = (scraps: readonly Scrap[], words: PageWords): readonly ReadRole[] =>
  readChain(scraps.length, traitsOfPage(scraps, words), (at) => KNOWN[scraps[at]!.kind] ?? null)
