import { describe, expect, it } from 'vitest'
import { isStoryFrame, type Edition } from '../../../core/model/edition'
import { pageId, storyId } from '../../../core/ids'
import type { MakeUp } from '../../../core/makeup'
import { arePoor, leaving } from '../../../core/makeup/evenPages'
import { preflight, type Finding } from '../../../core/preflight'
import {
  brief,
  composed,
  editionWith,
  feature,
  frameTroubles,
  idsOf,
  overset,
  placed,
  title,
  withMakeUp,
  type Copy,
} from './page'

const little: Copy = {
  lead: feature('三十里水渠修进河湾稻田', 1500),
  s1: feature('老街修旧如旧', 1200),
  s2: brief('渡口夜里加两班船', 900),
  s3: feature('山村小学有了新操场', 1100),
  s4: brief('河湾新稻开镰', 700),
  s5: brief('渡口清晨有了早市', 600),
  s6: feature('县城老街亮起新灯', 1500),
}

/** The stories of each page, in page order. */
function storiesByPage(edition: Edition, { frames }: MakeUp): readonly (readonly string[])[] {
  const pages = Object.values(edition.pages).sort((a, b) => a.order - b.order)
  return pages.map(({ id }) => [
    ...new Set(
      frames
        .filter(isStoryFrame)
        .filter(({ page }) => page === id)
        .map(({ story }) => story as string),
    ),
  ])
}

function holesOf(edition: Edition): readonly string[] {
  return preflight(edition, composed(edition))
    .filter(({ code }) => code === 'page.hole')
    .map(({ message }) => message)
}

describe('copy of somewhat more than a page', () => {
  const made = placed(editionWith(little), { p1: idsOf(little) })
  const whole = withMakeUp(editionWith(little), made)
  const pages = storiesByPage(whole, made)

  it('fills both its own page and the one that is added', () => {
    expect(pages).toHaveLength(2)
    expect(pages.flat().sort()).toEqual(idsOf(little).toSorted())
    expect(holesOf(whole)).toEqual([])
    expect(frameTroubles(whole)).toEqual([])
    expect(overset(composed(whole))).toEqual([])
  })

  it('keeps its lead on its own page', () => {
    expect(pages[0]).toContain('lead')
  })

  it('is told as what is too much for its page, with the stories that the added page has', () => {
    const told = made.diagnostics.filter(({ code }) => code === 'makeup.page-added')
    expect(told).toHaveLength(1)
    const [added] = told
    expect(Number(added?.parts?.['characters'])).toBeLessThan(2600)
    for (const story of pages[1] ?? []) expect(added?.parts?.['stories']).toContain(story)
    expect(made.diagnostics.filter(({ code }) => code === 'makeup.short')).toEqual([])
  })

  it('comes out the same again', () => {
    const again = placed(editionWith(little), { p1: idsOf(little) })
    expect(again.frames).toEqual(made.frames)
  })
})

describe('an added page', () => {
  it('shares with the page before it where one of them has a hole, or is without one for much that is worse', () => {
    const hole = {
      severity: 'warning',
      code: 'page.hole',
      message: '',
      value: 3,
      limit: 2,
      cost: 4,
    }
    const good = { faults: [], score: 40 }
    expect(arePoor([good, good])).toBe(false)
    for (const poor of [
      { faults: [hole as Finding], score: 4 },
      { faults: [], score: 90 },
    ]) {
      expect(arePoor([good, poor])).toBe(true)
      expect(arePoor([poor, good])).toBe(true)
    }
  })

  it('takes a 栏目 whole, and as few stories as it can', () => {
    const copy: Copy = {
      lead: feature('三十里水渠修进河湾稻田', 1500),
      r1: title('渡口见闻'),
      'r1:a': brief('渡口夜里加两班船', 900),
      'r1:b': brief('山村小学有了新操场', 900),
      s2: feature('山村小学有了新操场', 700),
      s3: brief('渡口清晨', 500),
      over: feature('县城老街亮起新灯', 1800),
    }
    const edition = editionWith(copy)
    const page = edition.pages[pageId('p1')]
    if (page === undefined) throw new Error('The page is missing')
    const ids = (...names: readonly string[]) => names.map(storyId)
    const lists = { stories: ids('lead', 'a', 'b', 's2', 's3'), over: ids('over') }
    const goes = (...stays: readonly string[]) =>
      leaving(edition, page, { ...lists, stays: ids(...stays) })
    expect(goes('lead')[0]).toEqual(['s2', 's3'])
    expect(goes('lead', 's3')[0]).toEqual(['a', 'b'])
    expect(goes('lead', 's2', 's3', 'a')).toEqual([])
  })

  it('takes nothing from a page whose own copy fits it', () => {
    const fitting: Copy = {
      t1: feature('撑船人老魏的最后一班渡船', 1500),
      t2: feature('渡口清晨有了早市', 1300),
      t3: feature('河湾新稻开镰', 1300),
      t4: feature('渡口夜里加两班船', 1300),
    }
    const copy: Copy = { ...little, ...fitting }
    const edition = editionWith(copy, ['p1', 'p2'])
    const made = placed(edition, { p1: idsOf(little), p2: idsOf(fitting) })
    const pages = storiesByPage(withMakeUp(edition, made), made)
    expect(pages).toHaveLength(3)
    expect(pages[1]?.toSorted()).toEqual(idsOf(fitting))
  })
})
