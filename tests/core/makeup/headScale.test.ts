/** Headlines of a page short of copy, larger by one factor. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { headScales, type HeadScales } from '../../../core/makeup/headScale'
import { HOUSE } from '../../../core/makeup/house'
import { measureAll } from '../../../core/makeup/measured'
import { taskFor } from '../../../core/makeup/pageTask'
import type { PageTask } from '../../../core/makeup/types'
import { unitsOf } from '../../../core/makeup/units'
import type { Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { preflight } from '../../../core/preflight'
import { plainGrid, storyFrame } from '../../build/editionBuilder'
import {
  brief,
  composed,
  editionWith,
  feature,
  fonts,
  idsOf,
  inPairs,
  placed,
  withMakeUp,
  type Copy,
} from './page'

/** Six stories of so many times 300 characters on average. */
const copyOf = (times: number): Copy => ({
  lead: feature('河湾千亩新稻开镰', 600 * times),
  second: feature('渡口夜里加两班船', 400 * times),
  third: brief('山村小学有了新操场', 240 * times),
  fourth: brief('老街修旧如旧客人来', 200 * times),
  fifth: brief('巷口书摊开到深夜', 200 * times),
  sixth: brief('三条小巷换了新灯', 160 * times),
})

/** Three stories, the lead of so many characters. */
const fewOf = (characters: number): Copy => ({
  lead: feature('河湾千亩新稻开镰', characters),
  second: feature('渡口夜里加两班船', characters / 2),
  third: brief('山村小学有了新操场', characters / 5),
})

const likeliest = (edition: Edition): PageTask => scalesOf(edition).likeliest().task

function scalesOf(edition: Edition, own: Partial<PageTask> = {}): HeadScales {
  const ids = Object.keys(edition.stories).map(storyId)
  const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
  const { task } = taskFor(state, job, pageId('p1'), ids, new Set())
  const units = unitsOf(task, ids)
  return headScales({ ...task, ...own }, (tried) => measureAll(tried, units))
}

describe('the headlines of a page', () => {
  it('are the larger the less copy it has', () => {
    const scales = [4, 3, 2].map((times) => likeliest(editionWith(copyOf(times))).headScale)
    expect(scales).toEqual([...scales].sort((a, b) => a - b))
    expect(scales[0]).toBe(1)
    expect(scales.at(-1)).toBeGreaterThan(1)
    for (const scale of scales) expect(scale).toBeLessThanOrEqual(HOUSE.headScale.most)
  })

  it("have their levels' sizes on a page that nothing fills", () => {
    expect(likeliest(editionWith({ only: brief('三条小巷换了新灯', 200) })).headScale).toBe(1)
  })

  it('have the factor of one that is fixed by hand', () => {
    const fixed = storyFrame('fixed', 'lead', [0, 0, 3, 40], {
      locked: true,
      head: { level: 0, face: 'song', turns: [], scale: 1.3 },
    })
    expect(likeliest(withRecord(editionWith(copyOf(4)), 'frames', fixed)).headScale).toBe(1.3)
  })

  it('are smaller by two steps where the page is full, if none is fixed by hand', () => {
    const edition = editionWith(copyOf(4))
    const smaller = (of: Edition) =>
      [...scalesOf(of).smaller()].map(({ task: { headScale } }) => headScale)
    expect(smaller(edition)).toEqual([0.9, 0.8])
    const head = { level: 0, face: 'song', turns: [], scale: 1 } as const
    const fixed = storyFrame('fixed', 'lead', [0, 0, 3, 40], { locked: true, head })
    expect(smaller(withRecord(edition, 'frames', fixed))).toEqual([])
  })

  it('leave the foot white in one piece where even large ones would not fill the page', () => {
    const depths = [4, 2, 1].map((times) => likeliest(editionWith(copyOf(times))).depth)
    expect(depths[0]).toBe(plainGrid.rows)
    expect(depths[2]).toBeLessThan(Math.min(depths[1] ?? 0, 0.75 * plainGrid.rows))
    const edition = editionWith(copyOf(1))
    const whole = withMakeUp(edition, placed(edition, { p1: idsOf(copyOf(1)) }))
    const faults = preflight(whole, composed(whole))
    const flat = faults.filter(({ code }) => code === 'page.flat-text')
    expect(Math.max(0, ...flat.map(({ value }) => value))).toBeLessThan(2)
    const feet = Object.values(whole.frames).flatMap(({ kind, area }) =>
      kind === 'rule' ? [] : [area.row + area.rows],
    )
    expect(Math.max(...feet)).toBeLessThanOrEqual(depths[2] ?? 0)
  })

  it('are larger by one factor, and a short page ends at its foot without a hole', () => {
    const edition = editionWith(copyOf(2))
    const whole = withMakeUp(edition, placed(edition, { p1: idsOf(copyOf(2)) }))
    const scales = new Set(
      Object.values(whole.frames).flatMap((frame) =>
        frame.kind === 'story' && frame.head !== null ? [frame.head.scale ?? 1] : [],
      ),
    )
    expect(scales.size).toBe(1)
    expect(Math.max(...scales)).toBeGreaterThan(1)
    const faults = preflight(whole, composed(whole))
    expect(faults.filter(({ code }) => code === 'page.hole')).toEqual([])
  })

  describe('of few stories short of copy', () => {
    const edition = editionWith(fewOf(2000))
    const threads = new Map([[storyId('begun'), []]])
    const triedWith = (white: boolean, own: Partial<PageTask> = {}) =>
      [...scalesOf(edition, { isFew: true, ...own }).asides(() => white)]
        .filter(({ task: { depth } }) => depth === plainGrid.rows)
        .map(({ task: { air, headScale } }) => `${air} ${headScale}`)

    it('stand over columns further apart, and are larger still only as long as that leaves white', () => {
      expect(triedWith(false)).toEqual(['airy 1.5', 'open 1.5'])
      const larger = ['open 1.6', 'open 1.7', 'open 1.8']
      expect(triedWith(true)).toEqual(['airy 1.5', 'open 1.5', ...larger])
      expect(HOUSE.headScale.largest).toBe(1.8)
    })

    it('are so too where the stories are not few', () => {
      const many = triedWith(true, { isFew: false })
      expect(many).toEqual(expect.arrayContaining(['open 1.5', 'open 1.8']))
    })

    it('are not where one goes on from another page, or there is too little', () => {
      expect(triedWith(true, { threads })).toEqual(['airy 1.5'])
      const less = editionWith(fewOf(1200))
      const all = [...scalesOf(less, { isFew: true }).asides(() => true)]
      expect(all.map(({ task: { air } }) => air)).not.toContain('airy')
      for (const { task } of all) expect(task.depth).toBeLessThan(plainGrid.rows)
    })

    it('fill it to the foot without a hole, nor stand in one', () => {
      const whole = withMakeUp(edition, placed(edition, { p1: idsOf(fewOf(2000)) }))
      const faults = preflight(whole, composed(whole))
      expect(faults.filter(({ code }) => code === 'page.hole')).toEqual([])
      const loose = faults.filter(({ code }) => code === 'page.loose-headline')
      expect(Math.max(0, ...loose.map(({ cost }) => cost))).toBeLessThan(6)
    })
  })
})
