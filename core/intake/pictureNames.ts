/** What the names of a job's picture files say of the page's text. */
import { endingOf } from './characters'
import type { Scrap } from './classify'

/** A name without marks, blanks and case of width. */
export const bareName = (text: string): string =>
  text.normalize('NFKC').replace(/[^\p{Script=Han}\p{L}\p{N}]+/gu, '')

/** The words of a name: 生火 of 生火2.jpg. */
export const nameWords = (name: string): string => bareName(name).replace(/\d+/gu, '')

/** A title of a picture has at most so many characters; longer lines are headlines. */
const LONGEST = 8
const SHORTEST = 2

/** Text of a story; a credit at its end makes it a caption of its own. */
const isText = (scrap: Scrap | undefined): boolean =>
  scrap !== undefined && scrap.creditAt < 0 && endingOf(scrap.text) === 'stop'

/** A short line with one paragraph under it. Under a headline that is named like a picture there are more. */
function isPair(scraps: readonly Scrap[], at: number): boolean {
  const { length } = bareName(scraps[at]?.text ?? '')
  return (
    length >= SHORTEST &&
    length <= LONGEST &&
    (isText(scraps[at + 1]) || (scraps[at + 1]?.creditAt ?? -1) > 0) &&
    !isText(scraps[at + 2])
  )
}

/** So many pairs in a row that files are named after make a row of pictures, which goes on with those like them. */
const ROW = 2

/**
 * Titles and captions of pictures, by the files of the job that are named after the titles.
 * A row of them goes on as long as the job has pictures.
 */
export function readByNames(
  scraps: readonly Scrap[],
  pictures: readonly string[],
): ReadonlyMap<number, 'title' | 'caption'> {
  const roles = new Map<number, 'title' | 'caption'>()
  const names = new Set(pictures.map(nameWords))
  if (names.size === 0) return roles
  let row = 0
  let left = pictures.length
  for (let at = 0; at < scraps.length; at++) {
    if (!isPair(scraps, at)) {
      row = 0
      continue
    }
    const isNamed = names.has(bareName(scraps[at]?.text ?? ''))
    row = isNamed || (row >= ROW && left > 0) ? row + 1 : 0
    if (row === 0) continue
    left--
    roles.set(at, 'title').set(at + 1, 'caption')
    at++
  }
  return roles
}
