import { isCollectiveRubric, rubricWords } from './labels'
import type { Scrap } from './classify'

/**
 * A bullet before a heading divides a story, except right below a rubric that has no text of its own: there
 * each ●长坪乡 heads a short story, and all that have the same bullet after it do.
 */

const BULLET = /^[■●◆◇▲△★☆□○◎【]/u
const LONGEST_RUBRIC = 8

/** ●白马镇 could be a name as well. */
const bulletOf = (scrap: Scrap | undefined): string =>
  scrap?.kind === 'heading' || scrap?.kind === 'byline'
    ? (BULLET.exec(scrap.folded)?.[0] ?? '')
    : ''

const mayGather = (scrap: Scrap | undefined): boolean =>
  scrap?.kind === 'heading' &&
  bulletOf(scrap) === '' &&
  scrap.width <= LONGEST_RUBRIC &&
  (isCollectiveRubric(scrap.folded) || rubricWords(scrap.folded) > 0)

/** The scraps with the headings told that a bullet sets apart under a rubric: each begins a story. */
export function tellItems(scraps: readonly Scrap[]): readonly Scrap[] {
  let bullet = ''
  return scraps.map((scrap, at) => {
    const own = bulletOf(scrap)
    if (scrap.kind === 'heading' && own === '') bullet = ''
    if (own !== '' && mayGather(scraps[at - 1]) && bulletOf(scraps[at + 1]) === '') bullet = own
    return own !== '' && own === bullet ? { ...scrap, kind: 'heading', isItem: true } : scrap
  })
}
