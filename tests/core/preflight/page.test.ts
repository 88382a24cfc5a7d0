import { describe, expect, it } from 'vitest'
import {
  checkPage,
  longestFree,
  flatCost,
  holeCost,
  PAGE_LIMITS,
  pageScores,
  preflight,
  scoreOf,
  type Finding,
} from '../../../core/preflight'
import { milliEm, pt } from '../../../core/units'
import { pictureFrame, ruleFrame, storyFrame } from '../../build/editionBuilder'
import { byline, doc, headline, label, p, tip } from '../../build/storyBuilder'
import { codesOf, faultsOf, pageOf, paragraphs, photo, text, WIDE } from './pageOf'

const find = (faults: readonly Finding[], code: string): Finding => {
  const found = faults.find((fault) => fault.code === code)
  if (found === undefined)
    throw new Error(`No ${code} among ${faults.map((f) => f.code).join(' ')}`)
  return found
}

describe('the checks of a page', () => {
  it('tell place and number in one sentence, as warnings', () => {
    const faults = faultsOf([
      [storyFrame('a', 'a', [0, 0, 3, 90]), text(4)],
      [storyFrame('b', 'b', [3, 0, 3, 90]), text(4)],
    ])
    expect(faults.length).toBeGreaterThan(2)
    for (const fault of faults) {
      expect(fault.severity).toBe('warning')
      expect(fault.where?.page).toBe('01')
      expect(fault.message).toMatch(/^[A-Z][^\n]+\.$/u)
      expect(fault.value).not.toBe(fault.limit)
      expect(fault.cost).toBeGreaterThan(0)
    }
  })

  it('see headlines side by side, and only those', () => {
    const left = [storyFrame('a', 'a', [0, 0, 3, 40]), text(10)] as const
    const clash = find(
      faultsOf([left, [storyFrame('b', 'b', [3, 0, 3, 40]), text(10)]]),
      'page.clash',
    )
    expect(clash.where?.story).toBe('b')
    expect(clash.value).toBeGreaterThan(0.5)
    expect(codesOf([left, [storyFrame('b', 'b', [3, 8, 3, 40]), text(10)]])).not.toContain(
      'page.clash',
    )
  })

  it('see an empty page as one hole and nothing else', () => {
    expect(codesOf([])).toEqual(['page.hole'])
  })

  it('see a gutter that runs through more than three quarters', () => {
    const upTo = (rows: number) => [
      [storyFrame('a', 'a', [0, 0, 3, rows]), text(10)] as const,
      [storyFrame('b', 'b', [3, 0, 3, rows]), text(10)] as const,
      [storyFrame('c', 'c', [0, rows + 2, 6, 88 - rows]), text(10)] as const,
    ]
    const seams = (rows: number) =>
      faultsOf(upTo(rows)).filter(
        ({ code, message }) => code === 'page.seam' && /gutter/u.test(message),
      )
    expect(seams(72).map(({ value }) => value)).toEqual([0.822])
    expect(seams(60)).toEqual([])
  })

  it('let fewer than five blocks have one band over all columns or one strip down the side, and no other seam', () => {
    const costs = (...areas: readonly (readonly [number, number, number, number])[]) =>
      faultsOf(
        areas.map((area, i) => [storyFrame(`f${i}`, `s${i}`, area), text(10)] as const),
      ).flatMap(({ code, cost }) => (code === 'page.seam' ? [Math.round(cost)] : []))
    expect(costs([0, 0, 6, 40], [0, 42, 3, 48], [3, 42, 3, 48])).toEqual([4])
    expect(costs([0, 0, 6, 28], [0, 30, 6, 28], [0, 60, 6, 30])).toEqual([4, 34])
    expect(costs([0, 0, 4, 90], [4, 0, 2, 90])).toEqual([4])
    expect(costs([0, 0, 2, 90], [2, 0, 2, 90], [4, 0, 2, 90])).toEqual([4, 34])
    expect(costs([0, 0, 6, 20], [0, 22, 3, 68], [3, 22, 3, 68])).toEqual([7, 4])
    const five = [0, 2, 4].map((column) => [column, 42, 2, 48] as const)
    expect(costs([0, 0, 3, 40], [3, 0, 3, 40], ...five)).toEqual([34])
  })

  it('see white deeper than two rows below a block, with its depth', () => {
    const hole = (rows: number) =>
      faultsOf([
        [storyFrame('a', 'a', [0, 0, 6, rows]), text(12)],
        [pictureFrame('b', 'b', [0, rows + 2, 6, 88 - rows], { pictureRows: 87 - rows }), photo()],
      ]).find(({ code, message }) => code === 'page.hole' && message.includes('at column 1,'))
    const deep = hole(34)?.value ?? 0
    expect(deep).toBeGreaterThan(PAGE_LIMITS.holeRows)
    expect(hole(37)?.value).toBe(deep + 3)
    expect(hole(34 - deep + 3)?.value).toBe(3)
    expect(hole(34 - deep + 2)).toBeUndefined()
    const narrow = faultsOf([
      [storyFrame('a', 'a', [0, 0, 1, 40]), text(3)],
      [pictureFrame('b', 'b', [1, 0, 5, 90], { pictureRows: 87 }), photo()],
    ]).find(({ code }) => code === 'page.hole')
    expect(narrow?.message).toMatch(/^White \d+ rows deep and 1 column wide on page 01/u)
    const costs = [1, 2, 6, 7, 60].map((excess) => holeCost(excess, 1))
    expect(costs).toEqual([13, 26, 78, 80, 186])
  })

  it('see columns that a box makes end apart', () => {
    const box = (row: number) => ({
      insets: [{ block: 'tip', x: milliEm(0), width: milliEm(16000), row, rows: 12 }],
    })
    const document = doc(headline(WIDE), tip('tip', label('提示'), p('雾。')), ...paragraphs(9))
    const ragged = (row: number) =>
      codesOf([[storyFrame('a', 'a', [0, 0, 2, 60], box(row)), document]])
    expect(ragged(40)).toContain('page.ragged-foot')
    expect(ragged(2)).not.toContain('page.ragged-foot')
  })

  it('see a headline lost in its width', () => {
    const fault = find(
      faultsOf([[storyFrame('a', 'a', [0, 0, 6, 90]), text(20, '开镰')]]),
      'page.headline-width',
    )
    expect(fault.value).toBeLessThan(0.2)
    expect(codesOf([[storyFrame('a', 'a', [0, 0, 3, 90]), text(20)]])).not.toContain(
      'page.headline-width',
    )
  })

  it('see text that lies flat under its headline', () => {
    const under = (paragraphs: number) =>
      faultsOf([[storyFrame('a', 'a', [0, 0, 6, 60]), text(paragraphs)]])
    const fault = find(under(1), 'page.flat-text')
    expect(fault.where).toEqual({ page: '01', frame: 'a', story: 'a' })
    expect(fault.value).toBeGreaterThan(1)
    expect(fault.cost).toBeCloseTo(flatCost(fault.value, PAGE_LIMITS.headDepth), 1)
    expect(under(20).map(({ code }) => code)).not.toContain('page.flat-text')
  })

  it('see sizes too alike, and too many of them', () => {
    const sized = (sizes: readonly number[]) => {
      const { edition, display } = pageOf(
        sizes.map((_, i) => [storyFrame(`f${i}`, `s${i}`, [0, i * 12, 6, 10]), text(1)] as const),
      )
      const pages = display.pages.map((one) => ({
        ...one,
        lines: one.lines.map((line) => {
          const size = sizes[Number(line.story?.slice(1))]
          return line.role === 'headline' && size !== undefined ? { ...line, size: pt(size) } : line
        }),
      }))
      return pages.flatMap((one) => checkPage(edition, one).map(({ code }) => code))
    }
    expect(sized([55, 42, 25, 22, 19])).not.toContain('page.flat-hierarchy')
    expect(sized([55, 42, 25, 24])).toContain('page.flat-hierarchy')
    expect(sized([42, 42, 25])).toContain('page.flat-hierarchy')
    expect(sized([42, 25, 25])).not.toContain('page.flat-hierarchy')
    expect(sized([25, 25])).not.toContain('page.flat-hierarchy')
    expect(sized([55, 42, 25, 22, 19])).not.toContain('page.too-many-sizes')
    expect(sized([55, 42, 30, 25, 22, 19])).toContain('page.too-many-sizes')
  })

  it('see unlike white about like headlines', () => {
    const head = (rows: number) => ({ head: { level: 1, face: 'song' as const, turns: [], rows } })
    const two = (rows: number) =>
      codesOf([
        [storyFrame('a', 'a', [0, 0, 6, 30], head(4)), text(8, WIDE, [byline('甲一')])],
        [storyFrame('b', 'b', [0, 32, 6, 30], head(rows)), text(8, WIDE, [byline('甲一')])],
      ])
    expect(two(4)).not.toContain('page.uneven-space')
    expect(two(14)).toContain('page.uneven-space')
    expect(two(14)).toContain('page.loose-headline')
  })

  it('see square pictures, crowded ones and their share of the page', () => {
    const square = [pictureFrame('a', 'a', [0, 0, 2, 26], { pictureRows: 22 }), photo()] as const
    expect(codesOf([square])).toContain('page.square-photo')
    const wide = pictureFrame('a', 'a', [0, 0, 2, 20], { pictureRows: 15 })
    const below = pictureFrame('b', 'b', [0, 22, 2, 20], { pictureRows: 15 })
    const apart = pictureFrame('b', 'b', [4, 50, 2, 20], { pictureRows: 15 })
    expect(
      codesOf([
        [wide, photo()],
        [below, photo()],
      ]),
    ).toContain('page.pictures-together')
    const codes = codesOf([
      [wide, photo()],
      [apart, photo()],
    ])
    expect(codes).not.toContain('page.pictures-together')
    expect(codes).not.toContain('page.square-photo')
    expect(find(faultsOf([[wide, photo()]]), 'page.picture-share').value).toBeLessThan(
      PAGE_LIMITS.pictureShare.min,
    )
    expect(codesOf([[storyFrame('t', 't', [0, 0, 6, 90]), text(9)]])).not.toContain(
      'page.picture-share',
    )
    const large = pictureFrame('a', 'a', [0, 46, 5, 44], { pictureRows: 40 })
    const beside = (paragraphs: number) =>
      codesOf([
        [storyFrame('t', 't', [0, 0, 6, 44]), text(paragraphs)],
        [large, photo()],
      ])
    expect(beside(12)).not.toContain('page.picture-share')
    expect(beside(32)).toContain('page.picture-share')
  })

  it('see a rule beside a tint, and frames that overlap', () => {
    const tinted = [pictureFrame('a', 'a', [2, 0, 2, 26], { tint: true }), photo()] as const
    const rule = (column: number) =>
      [ruleFrame('r', [column, 2, 1, 20], { direction: 'vertical' }), null] as const
    expect(codesOf([tinted, rule(2)])).toContain('page.rule-beside-frame')
    expect(codesOf([tinted, rule(4)])).toContain('page.rule-beside-frame')
    expect(codesOf([tinted, rule(5)])).not.toContain('page.rule-beside-frame')
    const over = [storyFrame('s', 's', [1, 20, 2, 30]), text(4)] as const
    expect(codesOf([tinted, over])).toContain('page.overlap')
  })

  it('see ink that touches', () => {
    const a = [storyFrame('a', 'a', [0, 0, 2, 30]), text(8)] as const
    const rule = (row: number) => [ruleFrame('r', [0, row, 2, 1]), null] as const
    expect(codesOf([a, rule(6)])).toContain('page.touching')
    expect(codesOf([a, rule(31)])).not.toContain('page.touching')
  })

  it('see a column too narrow to read', () => {
    const fault = find(
      faultsOf([
        [storyFrame('a', 'a', [0, 0, 2, 60], { text: { columns: 3, measure: 10 } }), text(4)],
      ]),
      'text.measure',
    )
    expect(fault).toMatchObject({ value: 10, limit: 12 })
  })

  it('see lines off the grid and torn gaps', () => {
    const { edition, display } = pageOf([[storyFrame('a', 'a', [0, 0, 3, 60]), text(6)]])
    const shown = display.pages[0]
    if (shown === undefined) throw new Error('The page is missing')
    const changed = (change: object) =>
      checkPage(edition, {
        ...shown,
        lines: shown.lines.map((line) => (line.role === 'body' ? { ...line, ...change } : line)),
      }).map(({ code }) => code)
    expect(changed({})).not.toContain('page.off-grid')
    expect(changed({ y: pt(301) })).toContain('page.off-grid')
  })

  it('add up to the score that the page is given', () => {
    const parts = [
      [storyFrame('a', 'a', [0, 0, 3, 90]), text(4)],
      [storyFrame('b', 'b', [3, 0, 3, 90]), text(4)],
    ] as const
    const { edition, display } = pageOf(parts)
    const faults = preflight(edition, display)
    const [score] = pageScores(display, faults)
    expect(score?.page).toBe('01')
    expect(score?.faults).toBe(faults.length)
    expect(score?.score).toBeCloseTo(scoreOf(faults), 1)
  })
})

describe('the longest free run', () => {
  it('is what no span covers', () => {
    expect(longestFree([], 10)).toBe(10)
    expect(
      longestFree(
        [
          [0, 3],
          [8, 10],
        ],
        10,
      ),
    ).toBe(5)
    expect(
      longestFree(
        [
          [4, 6],
          [5, 9],
        ],
        10,
      ),
    ).toBe(4)
    expect(longestFree([[0, 10]], 10)).toBe(0)
  })
})
