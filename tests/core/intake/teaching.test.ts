/** The forms of a page that teaches, and what mistakes cost while it does. */
import { describe, expect, it } from 'vitest'
import { chance } from '../../build/chance'
import { costOf } from '../../build/roles/costs'
import { fewLines } from '../../build/roles/fewLines'
import { statesOf } from '../../build/roles/states'
import { otherDress, turnOf } from '../../build/roles/otherDress'
import { STATES, type Role } from '../../../core/intake/roles/role'
import type { FixturePage } from '../../build/intakeFixtures'
import type { ImportedStory } from '../../../core/intake'

const TEXT = '老江把船撑到了对岸，等第一班上学的孩子。'
const storyOf = (id: string, parts: Partial<ImportedStory>): ImportedStory => ({
  kind: 'story',
  id,
  headline: '古渡口来了新摆渡人，孩子们不绕路',
  blocks: [{ type: 'paragraph', text: TEXT }],
  photos: [],
  ...parts,
})

function pageOf(stories: readonly ImportedStory[]): FixturePage {
  const lines = stories.flatMap(({ kicker, headline, deck }) =>
    [kicker, headline, deck, TEXT].filter((line) => line !== undefined),
  )
  return { name: 'page', raw: lines.join('\n'), truth: stories }
}

describe('a page dressed otherwise', () => {
  const page = pageOf(
    Array.from({ length: 40 }, (_, at) =>
      storyOf(String(at), {
        kicker: `第${at}号渡口`,
        headline: `第${at}条船来了新摆渡人，孩子们不绕路`,
        deck: `第${at}班早上六点开`,
      }),
    ),
  )
  const dressed = otherDress(page, chance(11))
  const stories = dressed.truth.filter((item) => item.kind === 'story')
  const lines = dressed.raw.split('\n')

  it('has the lines that its truth tells, and no others', () => {
    const told = stories.flatMap(({ kicker, headline, deck }) => [kicker, headline, deck, TEXT])
    expect(dressed.raw.replaceAll('\n', '')).toBe(told.filter(Boolean).join(''))
    expect(stories.map(({ blocks }) => blocks)).toEqual(
      page.truth.map((item) => (item as ImportedStory).blocks),
    )
  })

  it('has some stories without 引题 or 副题, and some headlines in two lines', () => {
    const dresses = [11, 12, 13, 14].flatMap((seed) => otherDress(page, chance(seed)).truth)
    const kept = dresses.flatMap((item) =>
      item.kind === 'story' ? [item.kicker, item.deck].filter((part) => part !== undefined) : [],
    )
    // three of five of 320
    expect(kept.length).toBeGreaterThan(165)
    expect(kept.length).toBeLessThan(220)
    const broken = lines.filter((line) => line.endsWith('摆渡人，')).length
    expect(broken).toBeGreaterThan(2)
    expect(broken).toBeLessThan(20)
  })

  it('is the same each time', () => {
    expect(otherDress(page, chance(11))).toEqual(dressed)
    expect(otherDress(page, chance(12)).raw).not.toBe(dressed.raw)
  })
})

describe('a box of a page that teaches', () => {
  it('is in a state of its own under a subhead, and between a headline and its text', () => {
    const roles: readonly Role[] = [
      ...(['headline', 'boxLabel', 'paragraph', 'boxLabel', 'subhead', 'boxLabel'] as const),
      ...(['section', 'boxLabel', 'headline', 'paragraph', 'boxLabel'] as const),
    ]
    const states = statesOf(roles)
    expect(states.map((state) => STATES[state])).toEqual(roles)
    const [above, within, under, underStill, withinNext] = states.filter(
      (_, at) => roles[at] === 'boxLabel',
    )
    expect(new Set([above, within, under]).size).toBe(3)
    expect([underStill, withinNext]).toEqual([under, within])
  })
})

describe('a few lines of a story', () => {
  const story = storyOf('1', {
    byline: '本报记者 王小河',
    blocks: [
      { type: 'paragraph', text: TEXT + TEXT },
      { type: 'readingTip', label: '阅读提示', text: '渡口重开。' },
      ...Array.from({ length: 6 }, () => ({ type: 'paragraph', text: TEXT }) as const),
    ],
  })
  const random = chance(1)
  const pasted = Array.from({ length: 60 }, () => fewLines(story, random).split('\n'))

  it('are its head and its first blocks, some to their first sentence, some cut in two', () => {
    const rest = `阅读提示渡口重开。${TEXT.repeat(6)}`
    for (const lines of pasted) {
      expect(lines.slice(0, 2)).toEqual([story.headline, story.byline])
      const text = lines.slice(2).join('')
      expect([TEXT + TEXT + rest, TEXT + rest].some((whole) => whole.startsWith(text))).toBe(true)
    }
    expect(new Set(pasted.map((lines) => lines.length)).size).toBeGreaterThan(4)
    const first = pasted.map((lines) => lines[2] ?? '')
    expect(first.filter((line) => line === TEXT).length).toBeGreaterThan(5)
    expect(first.filter((line) => line === TEXT + TEXT).length).toBeGreaterThan(5)
    const cut = first.filter((line) => !/[，。]$/u.test(line))
    expect(cut.length).toBeGreaterThan(10)
    expect(cut.every((line) => line.length >= 6)).toBe(true)
  })
})

describe('where a headline turns', () => {
  it.each([
    ['机器先下田，老把式也服气', '机器先下田，'],
    ['民宿有人管 村民不操心', '民宿有人管 '],
    ['三百台农机检修完毕等开春', '三百台农机'],
  ])('%s: behind %s', (headline, first) => {
    expect(headline.slice(0, turnOf(headline))).toBe(first)
  })

  it('is nowhere in one of a few characters', () => {
    expect(turnOf('摆渡的人')).toBe(0)
  })
})

describe('the cost of a misreading', () => {
  it('is least within a headline group, and most where a story begins or ends by it', () => {
    expect(costOf('paragraph', 'brief')).toBe(0)
    const within = costOf('headline', 'kicker')
    expect(within).toBeGreaterThan(0)
    expect(costOf('boxText', 'caption')).toBeGreaterThan(within)
    expect(costOf('headline', 'rubric')).toBeGreaterThan(costOf('kicker', 'rubric'))
    expect(costOf('headline', 'paragraph')).toBeGreaterThan(costOf('headline', 'rubric'))
    expect(costOf('subhead', 'headline')).toBe(costOf('headline', 'subhead'))
  })
})
