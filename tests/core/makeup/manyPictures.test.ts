/** Copy with more pictures than a page can show beside its stories. */
import { describe, expect, it } from 'vitest'
import { isRuleFrame } from '../../../core/model/edition'
import { plainGrid } from '../../build/editionBuilder'
import { brief, editionWith, feature, idsOf, photo, placed, type Copy } from './page'

const copy: Copy = {
  lead: feature('三公里水渠清了淤', 1500, 'box'),
  ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`photo${i}`, photo(`f${i}`, 60)])),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`s${i}`, brief('渡口夜里加两班船', 180 + 60 * i)]),
  ),
}

describe('a page with seven pictures and thirteen stories', () => {
  const edition = editionWith(copy)
  const made = placed(edition, { p1: idsOf(copy) })

  it('has its lead at the head and is full before another page is begun', () => {
    const stand = made.frames.filter((frame) => !isRuleFrame(frame) && frame.page === 'p1')
    const lead = stand.find((frame) => !isRuleFrame(frame) && frame.story === 'lead')
    expect(lead?.area.row).toBe(0)
    const covered = stand.reduce((sum, { area }) => sum + area.columns * area.rows, 0)
    expect(covered / (plainGrid.columns * plainGrid.rows)).toBeGreaterThan(0.8)
  })
})
