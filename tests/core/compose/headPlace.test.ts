import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EditionDisplay } from '../../../core/compose'
import type { LineRecord, PageDisplay } from '../../../core/display/displayList'
import { overlaps, rect, type Rect } from '../../../core/geometry'
import type { HeadPlace, Inset, StoryFrame } from '../../../core/model/frame'
import { headForm } from '../../../core/model/headForm'
import { milliEm } from '../../../core/units'
import { chineseText } from '../../build/chinese'
import { plainGrid, storyFrame } from '../../build/editionBuilder'
import { byline, doc, headline, label, p, subhead, tip } from '../../build/storyBuilder'
import { compose, editionOf, flowLines, lineText } from '../../build/storyPages'

const SENTENCE = '清早的渡口只有两条船，撑船人把缆绳解开，雾还没有散。'
const text = (count: number) => Array.from({ length: count }, () => p(SENTENCE.repeat(3)))

const frameAt = (place: HeadPlace | undefined, more: Partial<StoryFrame> = {}): StoryFrame =>
  storyFrame('f', 's', [0, 0, 4, 40], {
    head: { level: 1, face: 'song', turns: [], ...(place === undefined ? {} : { place }) },
    ...more,
  })

function set(place: HeadPlace | undefined, paragraphs = 28, more: Partial<StoryFrame> = {}) {
  const document = doc(headline('渡口夜里加两班船'), byline('甲一'), ...text(paragraphs))
  const display = compose(editionOf(document, [frameAt(place, more)]))
  const page = display.pages[0]
  if (page === undefined) throw new Error('The page is missing')
  return { display, page, heads: headsOf(page), body: flowLines(display) }
}

const headsOf = (page: PageDisplay): readonly LineRecord[] =>
  page.lines.filter(({ role }) => role === 'headline' || role === 'byline')

const inkOf = ({ x, y, setWidth, size }: LineRecord): Rect =>
  rect(x, y - 0.83 * size, (setWidth * size) / 1000, 0.9 * size)

const rowOf = (y: number): number => (y - plainGrid.y) / plainGrid.leading

/** Rows of the headline group's ink, and the base columns it lies in. */
function standsIn(heads: readonly LineRecord[]) {
  const pitch = plainGrid.measure * plainGrid.bodySize + plainGrid.gutter
  const boxes = heads.map(inkOf)
  return {
    top: Math.min(...boxes.map(({ y }) => rowOf(y))),
    foot: Math.max(...boxes.map(({ y, height }) => rowOf(y + height))),
    from: Math.floor((Math.min(...boxes.map(({ x }) => x)) - plainGrid.x) / pitch),
    to: Math.floor((Math.max(...boxes.map(({ x, width }) => x + width)) - plainGrid.x) / pitch),
  }
}

const rowsOf = (body: readonly LineRecord[], column: number): readonly number[] =>
  body.filter((line) => line.column === column).map(({ row }) => row)

/** Rows of a column between its first and its last line that hold none. */
const gapIn = (body: readonly LineRecord[], column: number): readonly number[] => {
  const rows = new Set(rowsOf(body, column))
  const last = Math.max(...rows)
  return Array.from({ length: last }, (_, row) => row).filter((row) => !rows.has(row))
}

describe('the names of headline forms (题文关系)', () => {
  const named = (place: HeadPlace | undefined, columns = 4) => {
    const { head } = frameAt(place)
    return head && headForm(head, columns)
  }

  it('follow from the place in the columns', () => {
    expect(named(undefined)).toBe('over')
    expect(named({ column: 0, columns: 4, row: 0 })).toBe('over')
    expect(named({ column: 0, columns: 2, row: 0 })).toBe('beside')
    expect(named({ column: 2, columns: 2, row: 0 })).toBe('beside')
    expect(named({ column: 1, columns: 2, row: 0 })).toBe('between')
    expect(named({ column: 0, columns: 4, row: 9 })).toBe('waist')
    expect(named({ column: 1, columns: 2, row: 9 })).toBe('waist')
    expect(headForm({ level: 0, face: 'hei', turns: [], vertical: 'right' }, 4)).toBe('right')
  })

  it('are those of what the columns have room for', () => {
    expect(named({ column: 1, columns: 2, row: 0 }, 3)).toBe('beside')
    expect(named({ column: 1, columns: 2, row: 0 }, 2)).toBe('over')
    expect(named({ column: 7, columns: 1, row: 0 }, 1)).toBe('over')
  })
})

describe('a headline among its text', () => {
  it('stands over its columns at the head, with text beside it (串文)', () => {
    const { heads, body } = set({ column: 0, columns: 2, row: 0 })
    const { foot, from, to } = standsIn(heads)
    expect([from, to]).toEqual([0, 1])
    const [below, beside] = [Math.min(...rowsOf(body, 0)), Math.min(...rowsOf(body, 3))]
    expect(below).toBeGreaterThanOrEqual(foot)
    expect(beside).toBe(0)
  })

  it('has text at both sides in the middle of the head (眉心)', () => {
    const { heads, body } = set({ column: 1, columns: 2, row: 0 })
    expect(standsIn(heads)).toMatchObject({ from: 1, to: 2 })
    expect([0, 1, 2, 3].map((column) => Math.min(...rowsOf(body, column)) > 0)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('has text above and below in mid-text (腰题), in its own columns only', () => {
    const { heads, body } = set({ column: 1, columns: 2, row: 12 })
    const { top, foot } = standsIn(heads)
    expect(top).toBeGreaterThanOrEqual(12)
    expect([gapIn(body, 0), gapIn(body, 3)]).toEqual([[], []])
    for (const column of [1, 2]) {
      const gap = gapIn(body, column)
      expect(Math.min(...gap)).toBeLessThanOrEqual(top)
      expect(Math.max(...gap) + 1).toBeGreaterThanOrEqual(foot)
      expect(gap.length).toBeLessThanOrEqual(foot - top + 3)
    }
  })

  it('over all columns has those above it read before those below it', () => {
    const { heads, body } = set({ column: 0, columns: 4, row: 12 })
    const { foot } = standsIn(heads)
    const firstBelow = body.findIndex(({ row }) => row >= foot)
    expect(new Set(body.slice(0, firstBelow).map(({ column }) => column)).size).toBe(4)
    expect(body.slice(firstBelow).every(({ row }) => row >= foot)).toBe(true)
  })

  it('is read before its text wherever it stands', () => {
    const { page } = set({ column: 2, columns: 2, row: 12 })
    const roles = page.lines.filter(({ story }) => story === 's').map(({ role }) => role)
    expect(roles.slice(0, 2)).toEqual(['headline', 'byline'])
  })

  it('keeps three lines above and below: it goes to the nearest such row', () => {
    const near = standsIn(set({ column: 0, columns: 2, row: 1 }).heads)
    expect(Math.floor(near.top)).toBe(3)
    const far = set({ column: 0, columns: 2, row: 39 }, 40)
    expect(Math.ceil(standsIn(far.heads).foot)).toBeLessThanOrEqual(37)
    expect(rowsOf(far.body, 0).slice(-3)).toEqual([37, 38, 39])
  })

  it('goes to the head of a frame too shallow for that', () => {
    const shallow = { area: { column: 0, columns: 4, row: 0, rows: 9 } }
    const { heads, body } = set({ column: 0, columns: 2, row: 4 }, 2, shallow)
    expect(standsIn(heads).top).toBeLessThan(1)
    expect(Math.min(...rowsOf(body, 3))).toBe(0)
  })

  it('leaves as many lines free as the frame has beside it', () => {
    const slots = 4 * 40
    for (const place of [
      { column: 1, columns: 2, row: 0 },
      { column: 1, columns: 2, row: 15 },
      { column: 0, columns: 4, row: 15 },
    ]) {
      const { display, heads, body } = set(place, 12)
      const { top, foot } = standsIn(heads)
      const taken = place.columns * (Math.ceil(foot + 0.49) - Math.floor(top - 0.49))
      const [fit] = display.stories
      expect(fit?.oversetLines).toBe(0)
      expect((fit?.roomLines ?? 0) + body.length).toBe(slots - taken)
    }
  })

  it('keeps boxes off: one that would lie on it stands above or below', () => {
    const box = (row: number): Inset => ({
      block: 't',
      x: milliEm(17000),
      width: milliEm(16000),
      row,
      rows: 8,
    })
    const stands = (inset: Inset, place: HeadPlace): readonly Rect[] => {
      const document = doc(
        headline('渡口夜里加两班船'),
        ...text(10),
        tip('t', label('阅读提示'), p('船票不变。')),
        ...text(10),
      )
      const frame = frameAt(place, { insets: [inset] })
      const page = compose(editionOf(document, [frame])).pages[0]
      if (page === undefined) throw new Error('The page is missing')
      const tips = page.lines.filter(({ role }) => role === 'tip').map(inkOf)
      for (const head of headsOf(page).map(inkOf))
        expect(tips.some((one) => overlaps(one, head))).toBe(false)
      return tips
    }
    const waist = { column: 0, columns: 2, row: 15 }
    expect(rowOf(stands(box(12), waist)[0]?.y ?? 0)).toBeLessThan(15)
    expect(rowOf(stands(box(17), waist)[0]?.y ?? 0)).toBeGreaterThan(18)
    expect(rowOf(stands(box(0), { column: 0, columns: 2, row: 0 })[0]?.y ?? 0)).toBeGreaterThan(3)
  })
})

const place = fc.record({
  column: fc.nat(3),
  columns: fc.integer({ min: 1, max: 4 }),
  row: fc.oneof(fc.constant(0), fc.nat(40)),
})

const shown = fc
  .tuple(chineseText(10), place, fc.integer({ min: 12, max: 50 }), fc.integer({ min: 1, max: 4 }))
  .map(([paragraphs, asked, rows, columns]) => {
    const document = doc(
      headline('渡口夜里加两班船'),
      ...paragraphs.flatMap((one, i) => (i % 3 === 2 ? [subhead('水渠先通'), p(one)] : [p(one)])),
    )
    const frame = frameAt(asked, {
      area: { column: 0, columns, row: 0, rows },
      text: { columns, measure: 16 },
    })
    return { document, display: compose(editionOf(document, [frame])) }
  })

const inkOfStory = (display: EditionDisplay) => {
  const page = display.pages[0]
  if (page === undefined) throw new Error('The page is missing')
  return { page, heads: headsOf(page).map(inkOf), body: flowLines(display) }
}

describe('wherever a headline is asked to stand', () => {
  it('no line of text lies on it, all text stands or is overset, in order', () => {
    fc.assert(
      fc.property(shown, ({ document, display }) => {
        const { page, heads, body } = inkOfStory(display)
        for (const line of body)
          expect(heads.some((head) => overlaps(head, inkOf(line)))).toBe(false)
        const words = body.map((line) => lineText(page, line)).join('')
        const all = document.textBetween(document.firstChild?.nodeSize ?? 0, document.content.size)
        const plain = (value: string): string => value.replace(/[\s-]/gu, '')
        expect(plain(all).startsWith(plain(words))).toBe(true)
        const [fit] = display.stories
        if (fit?.oversetLines === 0) expect(plain(words)).toBe(plain(all))
      }),
      { numRuns: 120, seed: 20261129 },
    )
  })
})

describe('the text above a headline', () => {
  const lines = (count: number) => p('船'.repeat(16 * count - 4))
  const cut = (...blocks: readonly ReturnType<typeof p>[]) => {
    const frame = frameAt(
      { column: 0, columns: 1, row: 6 },
      {
        area: { column: 0, columns: 1, row: 0, rows: 30 },
        text: { columns: 1, measure: 16 },
      },
    )
    const display = compose(editionOf(doc(headline('渡口夜里'), ...blocks), [frame]))
    return flowLines(display).map(({ row, role }) => `${role === 'body' ? '' : '小标题 '}${row}`)
  }

  it('leaves no first line of a paragraph alone (孤行)', () => {
    expect(cut(lines(5), lines(4)).slice(4, 6)).toEqual(['4', '9'])
  })

  it('leaves no last line alone below it (孤行)', () => {
    expect(cut(lines(7)).slice(3, 6)).toEqual(['3', '4', '9'])
  })

  it('leaves no 小标题 without its text (背题)', () => {
    expect(cut(lines(3), subhead('水渠先通'), lines(5)).slice(2, 4)).toEqual(['2', '小标题 9'])
  })
})
