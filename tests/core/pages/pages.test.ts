import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { applySteps, invertSteps } from '../../../core/edit'
import { frameId, pageId, storyId } from '../../../core/ids'
import { buildLedger } from '../../../core/ledger'
import { headTurn } from '../../../core/manuscript/turnHeadline'
import { checkEdition } from '../../../core/model/check'
import { pagesOf, threadOf, type Edition } from '../../../core/model/edition'
import {
  addPage,
  duplicatePage,
  heldForMakeUp,
  makeUpOf,
  movePage,
  proposalSteps,
  removePage,
  threadToPage,
  turnBefore,
  waitingStories,
  type PageSteps,
} from '../../../core/pages'
import { expectSameEdition, required } from '../edit/sameEdition'
import { brief, editionWith, feature, fonts, idsOf, placed, withMakeUp } from '../makeup/page'

const copy = {
  lead: feature('三十里水渠修进河湾稻田', 1400),
  s2: brief('渡口夜里加两班船', 500),
  s3: brief('山村小学有了新操场', 400),
}
const P = ['p1', 'p2', 'p3'].map(pageId) as [
  ReturnType<typeof pageId>,
  ReturnType<typeof pageId>,
  ReturnType<typeof pageId>,
]

function edition(): Edition {
  const bare = editionWith(copy, ['p1', 'p2', 'p3'])
  return withMakeUp(bare, placed(bare, { p1: idsOf(copy) }))
}

let count = 0
const fresh = (): string => `n${++count}`

/** Applies the steps, sees that the edition is sound and that undo takes them back. */
function after(before: Edition, steps: PageSteps): Edition {
  const done = required(steps)
  const next = required(applySteps(before, done))
  expect(checkEdition(next).filter(({ severity }) => severity === 'error')).toEqual([])
  expectSameEdition(required(applySteps(next, invertSteps(done, before))), before)
  return next
}

const folios = (of: Edition): string =>
  pagesOf(of)
    .map(({ id, folio }) => `${id}:${folio}`)
    .join(' ')

const jumps = (of: Edition): string =>
  composeEdition(of, { fonts, cache: createComposeCache() })
    .pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'text' && item.line.role === 'jump' ? [item.texts.join('')] : [],
      ),
    )
    .join('')

describe('pages', () => {
  it('move and leave each place its 版次', () => {
    const before = edition()
    expect(folios(after(before, movePage(before, P[2], 0)))).toBe('p3:01 p1:02 p2:03')
    expect(folios(after(before, movePage(before, P[0], 9)))).toBe('p2:01 p3:02 p1:03')
    expect(required(movePage(before, P[1], 1))).toEqual([])
  })

  it('come in behind the one in front, empty', () => {
    const before = edition()
    const next = after(
      before,
      addPage(before, pageId('new'), { kind: 'like', page: P[0] }, P[0], fresh),
    )
    expect(folios(next)).toBe('p1:01 new:02 p2:03 p3:04')
    expect(Object.values(next.frames).some(({ page }) => page === 'new')).toBe(false)
  })

  it('are copied with copies of their stories', () => {
    const before = edition()
    const next = after(before, duplicatePage(before, P[0], pageId('copy'), fresh))
    const on = (page: string) => Object.values(next.frames).filter((frame) => frame.page === page)
    expect(on('copy')).toHaveLength(on('p1').length)
    const stories = new Set(on('copy').flatMap((f) => (f.kind === 'rule' ? [] : [f.story])))
    expect([...stories].some((story) => Object.hasOwn(before.stories, story))).toBe(false)
  })

  it('go and leave their stories to wait; the last one stays', () => {
    const before = edition()
    const next = after(before, removePage(before, P[0]))
    expect(folios(next)).toBe('p2:01 p3:02')
    expect(waitingStories(next)).toEqual(['lead', 's2', 's3'])
    const one = editionWith(copy, ['p1'])
    expect(removePage(one, P[0])).toMatchObject({ ok: false, error: { code: 'pages.last' } })
  })

  it('hand the headline of a story that goes on to its next frame, and leave a bare one bare', () => {
    const before = edition()
    const [first] = threadOf(before, storyId('lead'))
    if (first === undefined || first.head === null) throw new Error('The lead has a headline')
    const on = (page: (typeof P)[number], story: string, order: number) => ({
      ...first,
      ...{ id: frameId(`${page}-${story}`), page, order, head: null, insets: [] },
      story: storyId(story),
    })
    const bare = { ...on(P[2], 's3', 0), area: { ...first.area, row: 80, rows: 10 } }
    const others = Object.values(before.frames).filter(
      (frame) => frame.kind === 'rule' || frame.story !== 's3',
    )
    const threaded = {
      ...before,
      frames: Object.fromEntries(
        [...others, on(P[1], 'lead', 1), bare].map((frame) => [frame.id, frame]),
      ),
    }
    const next = after(threaded, removePage(threaded, P[0]))
    expect(threadOf(next, storyId('lead'))).toMatchObject([{ page: 'p2', head: first.head }])
    expect(threadOf(next, storyId('s3'))).toMatchObject([{ page: 'p3', head: null }])
    const copied = after(threaded, duplicatePage(threaded, P[1], pageId('copy'), fresh))
    const heads = Object.values(copied.frames).flatMap((frame) =>
      frame.kind === 'story' && frame.page === 'copy' ? [frame.head] : [],
    )
    expect(heads).toEqual([first.head])
  })
})

describe('a story sent on', () => {
  const shortened = (): Edition => {
    const whole = edition()
    const [frame] = threadOf(whole, storyId('lead'))
    if (frame === undefined) throw new Error('The lead stands in a frame')
    const area = { ...frame.area, rows: Math.ceil(frame.area.rows * 0.6) }
    return { ...whole, frames: { ...whole.frames, [frame.id]: { ...frame, area } } }
  }

  it('is whole on the other page, and its jump lines follow when pages move', () => {
    const before = shortened()
    const context = { fonts, cache: createComposeCache() }
    const steps = threadToPage(before, storyId('lead'), P[2], frameId('on'), context)
    const next = required(applySteps(before, required(steps)))
    const fit = composeEdition(next, context).stories.find(({ story }) => story === 'lead')
    expect(fit?.oversetCharacters).toBe(0)
    expect(jumps(next)).toMatch(/下转第3版.*上接第1版/u)
    const moved = required(applySteps(next, required(movePage(next, P[2], 1))))
    expect(jumps(moved)).toMatch(/下转第2版.*上接第1版/u)
  })

  it('has its turn’s headline over the continued part, counted in the ledger', () => {
    const before = shortened()
    const lead = storyId('lead')
    const context = { fonts, cache: createComposeCache() }
    const sent = required(
      applySteps(before, required(threadToPage(before, lead, P[2], frameId('on'), context))),
    )
    const [first] = threadOf(sent, lead)
    expect(turnBefore(sent, first?.id ?? frameId(''))).toBeNull()
    expect(turnBefore(sent, frameId('on'))).toBe(0)
    const doc = sent.stories[lead]?.doc
    if (doc === undefined) throw new Error('The lead is there')
    const steps = headTurn(doc, 0, '渠修进稻田').map(
      (step) => ({ kind: 'text', story: lead, step }) as const,
    )
    const next = after(sent, { ok: true, value: steps })
    const display = composeEdition(next, context)
    const heads = display.pages
      .find(({ page }) => page === P[2])
      ?.items.flatMap((item) =>
        item.kind === 'text' && item.line.role === 'headline' ? [item.texts.join('')] : [],
      )
    expect(heads).toEqual(['渠修进稻田'])
    expect(buildLedger(next, display).imbalances).toEqual([])
  })

  it('is refused where nothing is free', () => {
    const before = shortened()
    const area = { column: 0, row: 0, columns: 6, rows: 90 }
    const [frame] = threadOf(before, storyId('s3'))
    if (frame === undefined) throw new Error('s3 stands in a frame')
    const cover = { ...frame, page: P[1], area }
    const covered = { ...before, frames: { ...before.frames, [frame.id]: cover } }
    const context = { fonts, cache: createComposeCache() }
    expect(threadToPage(covered, storyId('lead'), P[1], frameId('on'), context)).toMatchObject({
      ok: false,
      error: { code: 'pages.full' },
    })
  })
})

describe('a proposal', () => {
  it('takes the place of what stands, and locked frames stay', () => {
    const start = edition()
    const [frame] = threadOf(start, storyId('s2'))
    if (frame === undefined) throw new Error('s2 stands in a frame')
    const before: Edition = {
      ...start,
      frames: { ...start.frames, [frame.id]: { ...frame, locked: true } },
    }
    const job = makeUpOf(before, P[0], true)
    expect(job.stories).toEqual(['lead', 's3'])
    const made = placed(heldForMakeUp(before, job), { p1: job.stories })
    for (const proposal of made.proposals) {
      const next = after(before, proposalSteps(before, { pages: [job], made, proposal }))
      expect(next.frames[frame.id]).toEqual(before.frames[frame.id])
      expect(waitingStories(next)).toEqual([])
    }
  })
})
