/** A crowded page of little text: hardly any arrangement is good, and no end of them could be tried. */
import { expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { makeUp } from '../../../core/makeup'
import { brief, editionWith, fonts, inPairs, type Copy } from './page'

const LENGTHS = [180, 86, 71, 82, 115, 43, 44, 39, 55, 50, 60, 48, 70]
const HEADS = ['限塑令三天', '肉价跌了八毛', '饼厂备料', '单向收费能省多少', '专用票据']

const crowd: Copy = Object.fromEntries(
  LENGTHS.map((length, i) => [`s${i}`, brief(HEADS[i % HEADS.length] ?? '', length)]),
)

it('is searched a few times only', () => {
  let polls = 0
  const made = makeUp(editionWith(crowd), {
    pages: [{ page: pageId('p1'), stories: Object.keys(crowd).map(storyId) }],
    fonts,
    cache: createComposeCache(),
    segment: inPairs,
    cancelled: () => {
      polls++
      return false
    },
  })
  const placed = made.frames.flatMap((frame) => (frame.kind === 'rule' ? [] : [frame.story]))
  expect(new Set(placed).size).toBe(LENGTHS.length)
  // Each search of ten blocks asks once for each set of them.
  expect(polls).toBeLessThan(25 * 2 ** 10)
})
