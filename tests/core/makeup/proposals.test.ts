import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { frameId, pageId, storyId } from '../../../core/ids'
import { makeUp, type MakeUpJob } from '../../../core/makeup'
import type { MadePage } from '../../../core/makeup/choose'
import { proposalsFrom } from '../../../core/makeup/proposals'
import type { Edition } from '../../../core/model/edition'
import type { Frame } from '../../../core/model/frame'
import { withRecord } from '../../../core/model/tables'
import { preflight, scoreOf } from '../../../core/preflight'
import { openTemplates } from '../../../main/services/templateCatalog'
import {
  brief,
  composed,
  editionWith,
  feature,
  fonts,
  frameTroubles,
  idsOf,
  inPairs,
  photo,
  prose,
  title,
  withMakeUp,
  type Copy,
} from './page'
import { pt } from '../../../core/units'
import { caption, doc, figure, figureTitle } from '../../build/storyBuilder'

const aPage: Copy = {
  lead: feature('三十里水渠修进河湾稻田', 1400, 'box1'),
  s2: feature('撑船人老魏的最后一班渡船', 900),
  s3: brief('渡口夜里加两班船', 420),
  s4: brief('山村小学有了新操场', 300),
  r1: title('河湾故事'),
  'r1:s5': brief('老街修旧如旧', 260),
  'r1:s6': brief('桥头茶馆重新开门', 240),
  ph1: photo('fig1', 90),
  ph2: photo('fig2', 60),
}

const jobFor = (copy: Copy, more: Partial<MakeUpJob> = {}): MakeUpJob => ({
  pages: [{ page: pageId('p1'), stories: idsOf(copy).map(storyId) }],
  fonts,
  cache: createComposeCache(),
  segment: inPairs,
  ...more,
})

const scored = (edition: Edition): number => scoreOf(preflight(edition, composed(edition)))

/** Where each story and picture stands. */
const placesOf = (frames: readonly Frame[]): ReadonlyMap<string, string> =>
  new Map(
    frames.flatMap((frame) =>
      frame.kind === 'rule' ? [] : [[frame.story as string, JSON.stringify(frame.area)] as const],
    ),
  )

/** A page made up some way, which breaks the rule of 碰题 or none. */
const madePage = (name: string, breaks: boolean): MadePage => {
  const area = { column: 0, row: 0, columns: 1, rows: 1 }
  const frame = { id: frameId(name), page: pageId('p1'), area, locked: false, offset: 0 }
  const rule = { ...frame, kind: 'rule', direction: 'vertical', weight: pt(0.3) } as const
  const clash = { code: 'page.clash', severity: 'warning', message: '' } as const
  return {
    blocks: [],
    made: { frames: [rule], rubrics: [] },
    left: [],
    faults: breaks ? [{ ...clash, value: 1, limit: 0, cost: 40 }] : [],
    score: 0,
    rank: 0,
  }
}

describe('pages that break a rule', () => {
  it.each([
    ['are not offered beside three that break none', 'sound sound sound broken', 3],
    ['are offered up to three where fewer break none', 'sound broken broken broken', 3],
    ['are not needed beside four that break none', 'sound sound sound sound', 4],
  ])('%s', (_, kinds, count) => {
    const [best, ...others] = kinds
      .split(' ')
      .map((kind, i) => madePage(`f${i}`, kind === 'broken'))
    if (best === undefined) throw new Error('There is no page')
    const edition = editionWith({})
    expect(proposalsFrom(edition, [[best, ...others]], jobFor({}))).toHaveLength(count)
  })
})

describe('proposals', () => {
  const edition = editionWith(aPage)
  const shares: number[] = []
  const made = makeUp(edition, jobFor(aPage, { progress: (share) => shares.push(share) }))

  it('are at least three, the best first, and each is whole', () => {
    expect(made.proposals.length).toBeGreaterThanOrEqual(3)
    expect(made.proposals[0]).toEqual({
      frames: made.frames,
      rubrics: made.rubrics,
      score: made.score,
    })
    for (const proposal of made.proposals) {
      const whole = withMakeUp(edition, { ...made, ...proposal })
      expect(frameTroubles(whole)).toEqual([])
      expect(composed(whole).stories.filter(({ overset }) => overset.length > 0)).toEqual([])
    }
  })

  it('differ in where a third of the blocks stands', () => {
    made.proposals.forEach((a, i) => {
      for (const b of made.proposals.slice(i + 1)) {
        const places = placesOf(b.frames)
        const moved = [...placesOf(a.frames)].filter(([story, area]) => places.get(story) !== area)
        expect(moved.length).toBeGreaterThanOrEqual(2)
      }
    })
  })

  it('have one frame for a story, wherever it stands', () => {
    const idsIn = (frames: readonly Frame[]) =>
      new Map(frames.flatMap((frame) => (frame.kind === 'rule' ? [] : [[frame.story, frame.id]])))
    for (const { frames } of made.proposals) expect(idsIn(frames)).toEqual(idsIn(made.frames))
  })

  it('carry the score that the page’s checks give', () => {
    for (const proposal of made.proposals) {
      const whole = withMakeUp(edition, { ...made, ...proposal })
      expect(proposal.score).toBeCloseTo(scored(whole), 6)
    }
  })

  it('come with progress up to the end', () => {
    expect(shares.at(-1)).toBe(1)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
  })
})

describe('a job that is stopped', () => {
  it('ends without a result, whenever it is stopped', () => {
    const edition = editionWith(aPage)
    for (const after of [0, 3, 200]) {
      let polls = 0
      const made = makeUp(edition, jobFor(aPage, { cancelled: () => polls++ >= after }))
      expect(made.cancelled).toBe(true)
      expect(made.frames).toEqual([])
      expect(made.proposals).toEqual([])
      expect(polls).toBeLessThan(after + 200)
    }
  })
})

describe('a frame fixed by hand', () => {
  const first = makeUp(editionWith(aPage), jobFor(aPage))
  const fixed = first.frames.flatMap((frame) =>
    frame.kind === 'picture' && frame.story === 'ph1'
      ? [{ ...frame, locked: true, area: { ...frame.area, column: 2, row: 40 } }]
      : [],
  )
  const edition = fixed.reduce<Edition>(
    (whole, frame) => withRecord(whole, 'frames', frame),
    editionWith(aPage),
  )
  const made = makeUp(edition, jobFor(aPage))
  const whole = withMakeUp(edition, made)

  it('stays, and everything else is placed around it', () => {
    expect(fixed).toHaveLength(1)
    expect(made.frames.some((frame) => frame.id === fixed[0]?.id)).toBe(false)
    expect(whole.frames).toMatchObject(Object.fromEntries(fixed.map((frame) => [frame.id, frame])))
    expect(frameTroubles(whole)).toEqual([])
    expect(composed(whole).stories.filter(({ overset }) => overset.length > 0)).toEqual([])
    const stories = Object.values(whole.frames).flatMap((frame) =>
      frame.kind === 'rule' ? [] : [frame.story as string],
    )
    expect([...new Set(stories)].sort()).toEqual(
      ['lead', 'ph1', 'ph2', 's2', 's3', 's4', 's5', 's6'].sort(),
    )
  })

  it('of a story keeps its text where it is', () => {
    const lead = first.frames.find((frame) => frame.kind === 'story' && frame.story === 'lead')
    if (lead === undefined) throw new Error('The lead was not placed')
    const held = withRecord(editionWith(aPage), 'frames', { ...lead, locked: true })
    const again = withMakeUp(held, makeUp(held, jobFor(aPage)))
    expect(again.frames[lead.id]).toEqual({ ...lead, locked: true })
    expect(frameTroubles(again)).toEqual([])
  })
})

describe('copy that does not fit', () => {
  const catalog = openTemplates(resolve(import.meta.dirname, '../../../resources/templates'))
  const templates = catalog.ok ? catalog.value.templates : []

  it('is told in lines and characters, with a template that would do', () => {
    const copy: Record<string, ReturnType<typeof brief>> = {}
    for (let i = 0; i < 9; i++) copy[`s${i}`] = brief('老街修旧如旧', 1500)
    const { diagnostics } = makeUp(editionWith(copy), jobFor(copy, { templates }))
    const added = diagnostics.find(({ code }) => code === 'makeup.page-added')
    expect(added?.message).toMatch(/by about \d+ lines or \d+ characters/u)
    const few = { only: brief('渡口夜里加两班船', 300) }
    const [short] = makeUp(editionWith(few), jobFor(few, { templates })).diagnostics
    expect(short?.message).toMatch(/room for about \d+ lines or \d+ characters/u)
  })
})

describe('a page between half and full', () => {
  const photos = Object.fromEntries(
    ['a', 'b'].map((id) => [
      `p${id}`,
      doc(figure(`fig${id}`, null, figureTitle('渡口'), caption(prose(60)))),
    ]),
  )
  it.each([0.6, 0.8])('of %s of its capacity has no hole to speak of', (fill) => {
    const copy: Copy = {
      lead: feature('三十里水渠修进河湾稻田', 1800 * fill, 'box1'),
      s2: feature('撑船人老魏的最后一班渡船', 1300 * fill),
      s3: brief('渡口夜里加两班船', 800 * fill),
      s4: brief('山村小学有了新操场', 600 * fill),
      s5: brief('老街修旧如旧客人又来了', 600 * fill),
      ...photos,
    }
    const edition = editionWith(copy)
    const made = makeUp(edition, jobFor(copy))
    expect(made.diagnostics).toEqual([])
    const holes = preflight(withMakeUp(edition, made), composed(withMakeUp(edition, made))).filter(
      ({ code }) => code === 'page.hole',
    )
    for (const hole of holes) expect(hole.value).toBeLessThanOrEqual(3)
  })
})

describe('stories without pictures', () => {
  const copy: Copy = {
    lead: feature('三十里水渠修进河湾稻田', 1600),
    s2: brief('渡口夜里加两班船', 480),
    s3: brief('山村小学有了新操场', 420),
    s4: brief('老街修旧如旧客人又来了', 560),
    s5: brief('桥头茶馆今天重新开门', 380),
    s6: brief('河湾新稻开镰日期定了', 360),
  }

  it('keep their headlines apart, one of them standing where it helps', () => {
    const edition = editionWith(copy)
    const made = makeUp(edition, jobFor(copy))
    const whole = withMakeUp(edition, made)
    const codes = preflight(whole, composed(whole)).map(({ code }) => code)
    expect(codes).not.toContain('page.clash')
    expect(composed(whole).stories.filter(({ overset }) => overset.length > 0)).toEqual([])
    const standing = made.proposals.flatMap(({ frames }) =>
      frames.filter((frame) => frame.kind === 'story' && frame.head?.vertical !== undefined),
    )
    expect(standing.length).toBeGreaterThan(0)
  })
})
