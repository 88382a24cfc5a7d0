/** Headlines of a page short of copy, larger by one factor. */
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { pageId, storyId } from '../../../core/ids'
import { headScales } from '../../../core/makeup/headScale'
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

function likeliest(edition: Edition): PageTask {
  const ids = Object.keys(edition.stories).map(storyId)
  const state = { edition, made: [], pages: [], diagnostics: [], runs: new Map() }
  const job = { pages: [], fonts, cache: createComposeCache(), segment: inPairs }
  const { task } = taskFor(state, job, pageId('p1'), ids, new Set())
  const units = unitsOf(task, ids)
  return headScales(task, (own: PageTask) => measureAll(own, units)).likeliest().task
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
})
