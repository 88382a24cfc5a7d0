import { fragmentEvidence, isPlainHeading, sumOf } from './fragmentEvidence'
import type { FragmentEvidence } from './fragmentWeights'
import { habitsOf } from './habits'
import type { PageWords } from './evidence'
import type { Scrap } from './classify'

/**
 * The first piece of a paragraph cut soon after its beginning is as short as a headline and, like one,
 * has no full stop. Here such pieces are told from headings.
 */

const SENTENCE = 20
const SOFT = 64

/** A page is cut where texts stop in mid-sentence, jumps and long kickers aside. */
const countCuts = (scraps: readonly Scrap[]): number =>
  scraps.filter(
    ({ kind, text, width, signed, single }, at) =>
      kind === 'text' &&
      width >= SENTENCE &&
      !signed &&
      !single &&
      scraps[at + 1]?.kind !== 'jumpTo' &&
      !(width <= SOFT && scraps[at + 1]?.kind === 'heading') &&
      /[\p{Script=Han}\d,，、]$/u.test(text),
  ).length

/** Evidence of this weight tells a cut by itself, and that the page has cuts. */
const TELLING = 2

/**
 * The scraps with the headings that are pieces of paragraphs told as text. A page is cut throughout or
 * not at all: where nothing else shows a cut, a heading is a heading.
 */
export const tellFragments = (scraps: readonly Scrap[], words: PageWords): readonly Scrap[] => {
  const habits = habitsOf(scraps)
  const evidence = scraps.map((scrap, at) =>
    isPlainHeading(scrap) ? fragmentEvidence(scraps, at, words, habits) : null,
  )
  const isTelling = (own: readonly FragmentEvidence[] | null): boolean =>
    own !== null && sumOf(own) > TELLING
  const cuts = countCuts(scraps) + evidence.filter(isTelling).length
  return scraps.map((scrap, at) => {
    const own = evidence[at]
    if (!own) return scrap
    const isWhole = cuts - (isTelling(own) ? 1 : 0) === 0
    const all = isWhole ? [...own, 'pageIsWhole' as const] : own
    return sumOf(all) > 0 ? { ...scrap, kind: 'text' } : scrap
  })
}
