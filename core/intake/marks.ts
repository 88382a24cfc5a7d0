import { isCollectiveRubric, rubricWords } from './labels'
import { asKind, type Scrap } from './classify'

/**
 * A bullet before a heading divides a story, except right below a rubric that has no text of its own: there
 * each ●长坪乡 heads a short story, and all that have the same bullet after it do.
 */

const BULLET = /^[■●◆◇▲△▶►★☆□○◎【]/u
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

/** ○ 柳如眉 below a headline is a name; an item only where the line above names a collection and nothing heads it. */
const gathers = (scraps: readonly Scrap[], at: number, item: Scrap): boolean =>
  mayGather(scraps[at]) &&
  (item.kind === 'heading' ||
    (isCollectiveRubric((scraps[at] as Scrap).folded) && scraps[at - 1]?.kind !== 'heading'))

const LEAST_LIST = 3

/** Lines of one bullet directly below each other, three or more, are a list: nothing stands under them. */
const isListed = (scraps: readonly Scrap[], at: number): boolean => {
  const own = bulletOf(scraps[at])
  if (own === '' || own === '【') return false
  let [from, end] = [at, at]
  while (at - from < LEAST_LIST && bulletOf(scraps[from - 1]) === own) from--
  while (end - at < LEAST_LIST && bulletOf(scraps[end + 1]) === own) end++
  return end - from + 1 >= LEAST_LIST
}

const NUMBER = /^\(?(?<number>\d{1,2})(?<mark>[.、)])/u

/** 3.轻轻吹走多余的盐！ under 2. with a sentence of its own is the next of a list. */
const goesOnList = (above: Scrap | undefined, scrap: Scrap): boolean => {
  if (above?.kind !== 'text' || scrap.kind !== 'heading') return false
  const [before, own] = [NUMBER.exec(above.folded)?.groups, NUMBER.exec(scrap.folded)?.groups]
  return (
    before !== undefined &&
    own !== undefined &&
    before['mark'] === own['mark'] &&
    Number(before['number']) + 1 === Number(own['number'])
  )
}

/** The scraps with the headings told that a bullet sets apart under a rubric: each begins a story. */
export function tellItems(scraps: readonly Scrap[]): readonly Scrap[] {
  let bullet = ''
  return scraps.map((scrap, at) => {
    if (isListed(scraps, at)) return asKind(scrap, 'text', true)
    if (goesOnList(scraps[at - 1], scrap)) return asKind(scrap, 'text')
    const own = bulletOf(scrap)
    // right below an item it is the first piece of its text
    const isBelowItem = bullet !== '' && bulletOf(scraps[at - 1]) === bullet
    if (scrap.kind === 'heading' && own === '' && !isBelowItem) bullet = ''
    if (own !== '' && gathers(scraps, at - 1, scrap) && bulletOf(scraps[at + 1]) === '')
      bullet = own
    return own !== '' && own === bullet ? asKind(scrap, 'heading') : scrap
  })
}
