/** Copy with more pictures than a page can show beside its stories. */
import { describe, expect, it } from 'vitest'
import { checkEdition } from '../../../core/model/check'
import { isRuleFrame } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { pt } from '../../../core/units'
import { plainGrid } from '../../build/editionBuilder'
import { caption, doc, figure, figureTitle, headline, p } from '../../build/storyBuilder'
import { brief, editionWith, feature, idsOf, photo, placed, prose, type Copy } from './page'

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

describe('a story with three pictures', () => {
  const ids = ['fire', 'forge', 'quench']
  const pictures = ids.map((id) => figure(id, null, figureTitle('打铁'), caption(prose(20))))
  const story = doc(headline('最后的打铁声'), ...pictures, ...[90, 90, 90].map((n) => p(prose(n))))
  const made = placed(editionWith({ story }), { p1: ['story'] })

  it('has them side by side in their order', () => {
    const [frame] = made.frames.flatMap((one) => (one.kind === 'story' ? [one] : []))
    const atHead = frame?.insets.filter(({ row }) => row === 0) ?? []
    expect(atHead.length).toBeGreaterThan(1)
    const inOrder = [...atHead].sort((a, b) => a.x - b.x).map(({ block }) => block)
    expect(inOrder).toEqual(ids.filter((id) => inOrder.includes(id)))
  })
})

describe('pictures that reach to the side of a frame', () => {
  it.each([10.004, 10.005, 10.009])('stand within it where a gutter is %d pt', (gutter) => {
    const grid = { ...plainGrid, gutter: pt(gutter) }
    const figures = ['forge', 'quench'].map((id) => figure(id, null, caption(prose(20))))
    const story = doc(headline('最后的打铁声'), ...figures, ...[90, 90].map((n) => p(prose(n))))
    const edition = editionWith({ story }, ['p1'], grid)
    const { frames } = placed(edition, { p1: ['story'] })
    expect(frames.some((frame) => frame.kind === 'story' && frame.insets.length > 0)).toBe(true)
    const made = frames.reduce((before, frame) => withRecord(before, 'frames', frame), edition)
    expect(checkEdition(made)).toEqual([])
  })
})
