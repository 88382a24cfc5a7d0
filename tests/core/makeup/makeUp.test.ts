import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUSE } from '../../../core/makeup'
import type { Edition } from '../../../core/model/edition'
import { doc, headline, p, figure, caption } from '../../build/storyBuilder'
import type { plainGrid } from '../../build/editionBuilder'
import {
  brief,
  composed,
  editionWith,
  feature,
  frameTroubles,
  idsOf,
  overset,
  photo,
  placed,
  prose,
  title,
  withMakeUp,
  type Copy,
} from './page'

/** Makes one page up and composes it. */
function onePage(copy: Copy, grid?: typeof plainGrid) {
  const edition = editionWith(copy, ['p1'], grid)
  const made = placed(edition, { p1: idsOf(copy) })
  const whole = withMakeUp(edition, made)
  return { made, whole, display: composed(whole) }
}

const storiesPlaced = (edition: Edition): readonly string[] =>
  Object.values(edition.frames)
    .flatMap((frame) => (frame.kind === 'rule' ? [] : [frame.story as string]))
    .sort()

const WORDS = [
  '河湾新稻开镰',
  '渡口夜里加两班船',
  '山村小学有了新操场',
  '老街修旧如旧',
  '桥头茶馆今天重新开门迎客',
]

const aPage: Copy = {
  lead: feature('三十里水渠修进河湾稻田', 1400, 'box1'),
  s2: feature('撑船人老魏的最后一班渡船', 900, 'box2'),
  s3: brief('渡口夜里加两班船', 420),
  s4: brief('山村小学有了新操场', 300),
  r1: title('河湾故事'),
  'r1:s5': brief('老街修旧如旧', 260),
  'r1:s6': brief('桥头茶馆重新开门', 240),
  ph1: photo('fig1', 90),
  ph2: photo('fig2', 60),
}

describe('make-up of a page', () => {
  const { made, whole, display } = onePage(aPage)

  it('places every story and picture once, whole and apart', () => {
    expect(storiesPlaced(whole)).toEqual(['lead', 'ph1', 'ph2', 's2', 's3', 's4', 's5', 's6'])
    expect(overset(display)).toEqual([])
    expect(frameTroubles(whole)).toEqual([])
    expect(made.pages).toEqual([])
    expect(made.diagnostics).toEqual([])
  })

  it('sets the lead upper left in the largest size', () => {
    const lead = made.frames.find((frame) => frame.kind === 'story' && frame.story === 'lead')
    expect(lead).toMatchObject({ area: { column: 0, row: 0 }, head: { level: 0 } })
  })

  it('keeps the stories of a 栏目 in its box, under its title', () => {
    const [box] = made.rubrics
    expect(box).toMatchObject({ id: 'r1', title: 'r1', style: 'box' })
    const members = made.frames.filter((frame) => frame.kind === 'story' && frame.rubric === 'r1')
    expect(members.map((frame) => frame.kind === 'story' && frame.story)).toEqual(['s5', 's6'])
    for (const member of members)
      expect(member.kind === 'story' && member.padding).toBeGreaterThanOrEqual(7)
  })

  it('sets each tip box into its text', () => {
    const boxes = made.frames.flatMap((frame) => (frame.kind === 'story' ? frame.insets : []))
    expect(boxes.map(({ block }) => block).sort()).toEqual(['box1', 'box2'])
  })

  it('keeps every measure between 12 and 22 characters', () => {
    for (const frame of made.frames) {
      if (frame.kind !== 'story') continue
      expect(frame.text.measure).toBeGreaterThanOrEqual(12)
      expect(frame.text.measure).toBeLessThanOrEqual(22)
    }
  })

  it('draws no rule beside a box or a tint', () => {
    const boxed = [
      ...made.rubrics.map(({ area }) => area),
      ...made.frames.flatMap((frame) =>
        frame.kind === 'picture' && frame.tint ? [frame.area] : [],
      ),
    ]
    const rules = made.frames.filter((frame) => frame.kind === 'rule')
    expect(rules.length).toBeGreaterThan(0)
    for (const { area, direction } of rules.flatMap((rule) =>
      rule.kind === 'rule' ? [rule] : [],
    )) {
      for (const box of boxed) {
        const beside =
          direction === 'vertical' &&
          (area.column === box.column || area.column === box.column + box.columns) &&
          area.row < box.row + box.rows &&
          box.row < area.row + area.rows
        expect(beside).toBe(false)
      }
    }
  })

  it('gives the same page again', () => {
    expect(onePage(aPage).made).toEqual(made)
  })
})

describe('make-up of unusual copy', () => {
  it('takes an empty page', () => {
    expect(onePage({}).made).toEqual({
      frames: [],
      rubrics: [],
      pages: [],
      diagnostics: [],
      score: 0,
      proposals: [{ frames: [], rubrics: [], score: 0 }],
      cancelled: false,
    })
  })

  it('takes one story alone and says what is missing', () => {
    const { made, display, whole } = onePage({ only: brief('渡口夜里加两班船', 300) })
    expect(storiesPlaced(whole)).toEqual(['only'])
    expect(overset(display)).toEqual([])
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['makeup.short'])
    expect(made.diagnostics[0]?.message).toMatch(/\d+ rows .* \d+ characters/)
    const { parts } = made.diagnostics[0] ?? {}
    const feet = Object.values(whole.frames).map(({ area }) => area.row + area.rows)
    expect(parts).toMatchObject({ column: 0, columns: 6, row: Math.max(...feet) + 2 })
    expect(made.diagnostics[0]?.message).toContain(
      `an advertisement of ${parts?.width} × ${parts?.height} mm (6 columns × ${parts?.depth} rows)`,
    )
  })

  it('takes a page of pictures only', () => {
    const copy = { a: photo('fa', 40), b: photo('fb', 60), c: photo('fc', 50) }
    const { whole, display } = onePage(copy)
    expect(storiesPlaced(whole)).toEqual(['a', 'b', 'c'])
    expect(frameTroubles(whole)).toEqual([])
    expect(overset(display)).toEqual([])
  })

  it('takes a story without a headline and a story listed twice', () => {
    const edition = editionWith({ bare: doc(p(prose(200))) })
    const made = placed(edition, { p1: ['bare', 'bare'] })
    expect(storiesPlaced(withMakeUp(edition, made))).toEqual(['bare'])
  })

  it('sets the pictures of a story into its text', () => {
    const body = Array.from({ length: 6 }, () => p(prose(110)))
    const copy = {
      lead: doc(headline('河湾新稻开镰'), ...body, figure('f1', null, caption(prose(40)))),
    }
    const { made, display } = onePage(copy)
    const insets = made.frames.flatMap((frame) => (frame.kind === 'story' ? frame.insets : []))
    expect(insets.map(({ block }) => block)).toEqual(['f1'])
    expect(overset(display)).toEqual([])
  })

  it('puts what does not fit on an added page, the least first', () => {
    const copy: Record<string, ReturnType<typeof brief>> = {}
    for (let i = 0; i < 9; i++) copy[`s${i}`] = brief(WORDS[i % WORDS.length] ?? '', 1500 - 60 * i)
    const { made, whole, display } = onePage(copy)
    expect(made.pages.length).toBeGreaterThan(0)
    expect(made.pages[0]).toMatchObject({ folio: '02', order: 1, template: 'plain' })
    expect(made.diagnostics.some(({ code }) => code === 'makeup.page-added')).toBe(true)
    expect(storiesPlaced(whole)).toEqual(Object.keys(copy).sort())
    expect(
      made.frames.some(
        (frame) => frame.page === 'p1' && frame.kind === 'story' && frame.story === 's0',
      ),
    ).toBe(true)
    expect(frameTroubles(whole)).toEqual([])
    expect(overset(display)).toEqual([])
  })

  it('lets a story that no page holds run on to added pages', () => {
    const { made, whole, display } = onePage({ long: brief('河湾新稻开镰', 14_000) })
    expect(made.pages.length).toBe(1)
    expect(storiesPlaced(whole)).toEqual(['long', 'long'])
    expect(overset(display)).toEqual([])
    expect(frameTroubles(whole)).toEqual([])
  })

  it('stacks the least stories of a crowded page', () => {
    const copy: Record<string, ReturnType<typeof brief>> = {
      lead: feature('三十里水渠修进河湾稻田', 1200),
    }
    for (let i = 0; i < 7; i++) copy[`s${i}`] = brief(WORDS[i % WORDS.length] ?? '', 180 + 10 * i)
    const edition = editionWith(copy)
    const made = placed(edition, { p1: idsOf(copy) }, { ...HOUSE, mostUnits: 5 })
    const whole = withMakeUp(edition, made)
    expect(storiesPlaced(whole)).toEqual(Object.keys(copy).sort())
    expect(made.pages).toEqual([])
    expect(frameTroubles(whole)).toEqual([])
    expect(overset(composed(whole))).toEqual([])
  })

  it('stacks 栏目 too where there are many, and keeps them on their page', () => {
    const copy: Record<string, ReturnType<typeof brief>> = {
      lead: feature('三十里水渠修进河湾稻田', 900),
      fig1: photo('fig1', 60),
    }
    for (let i = 1; i <= 14; i++) {
      copy[`r${i}`] = title(`渡口见闻${i}`)
      copy[`r${i}:s${i}`] = brief(WORDS[i % WORDS.length] ?? '', 160 + 10 * i)
    }
    const { made, whole, display } = onePage(copy)
    expect(made.pages).toEqual([])
    expect(made.rubrics).toHaveLength(14)
    expect(frameTroubles(whole)).toEqual([])
    expect(overset(display)).toEqual([])
  })
})

describe('any page', () => {
  const item = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.integer({ min: 500, max: 1600 }).map((n) => ['feature', n] as const),
    },
    { weight: 5, arbitrary: fc.integer({ min: 40, max: 700 }).map((n) => ['brief', n] as const) },
    { weight: 2, arbitrary: fc.integer({ min: 10, max: 150 }).map((n) => ['photo', n] as const) },
  )

  const copyOf = (items: readonly (readonly ['feature' | 'brief' | 'photo', number])[]): Copy =>
    Object.fromEntries(
      items.map(([kind, length], i) => {
        const words = WORDS[(i + length) % WORDS.length] ?? ''
        if (kind === 'photo') return [`s${i}`, photo(`f${i}`, length)]
        return [`s${i}`, kind === 'brief' ? brief(words, length) : feature(words, length, `b${i}`)]
      }),
    )

  it('loses nothing, oversets nothing, overlaps nothing', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
        const copy = copyOf(items)
        const { made, whole, display } = onePage(copy)
        expect(made.diagnostics.filter(({ code }) => code === 'makeup.unplaced')).toEqual([])
        expect([...new Set(storiesPlaced(whole))]).toEqual(Object.keys(copy).sort())
        expect(overset(display)).toEqual([])
        expect(frameTroubles(whole)).toEqual([])
      }),
      { numRuns: 8, seed: 5 },
    )
  })
})
