import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { threadFrames } from '../../../core/compose/thread'
import type { LineRecord } from '../../../core/display/displayList'
import { pagesOf } from '../../../core/model/edition'
import type { HeadPlace, StoryFrame } from '../../../core/model/frame'
import { withRecord } from '../../../core/model/tables'
import { checkPage, PAGE_LIMITS, preflight } from '../../../core/preflight'
import { headBlockIn, pageView } from '../../../core/preflight/pageView'
import { milliEm } from '../../../core/units'
import { page, plainStyleSheet, storyFrame } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import {
  byline,
  deck,
  doc,
  headline,
  kicker,
  label,
  p,
  subhead,
  tip,
} from '../../build/storyBuilder'
import { codesOf, faultsOf, pageOf, paragraphs, text } from './pageOf'

const NARROW = '河湾水渠修进新稻田'
const head = (place: HeadPlace) => ({ head: { level: 1, face: 'song' as const, turns: [], place } })
const at = (
  cells: readonly [number, number, number, number],
  place: HeadPlace,
  more: Partial<StoryFrame> = {},
) => storyFrame('a', 'a', cells, { ...head(place), ...more })

const isKicker = (node: Node): boolean => node.type.name === 'kicker'
const isHeadline = ({ role }: LineRecord): boolean => role === 'headline'
/** Little white over a headline, and more under it, as the templates have it. */
const plain = plainStyleSheet()
const unevenSheet = { ...plain, spacing: { ...plain.spacing, headTop: 0.2, headBottom: 0.75 } }

/** A frame that its story fills. */
const full = [0, 0, 4, 37] as const
const story = text(20, NARROW)

const FORMS: readonly (readonly [string, HeadPlace])[] = [
  ['串文', { column: 0, columns: 2, row: 0 }],
  ['串文 at the right', { column: 2, columns: 2, row: 0 }],
  ['眉心', { column: 1, columns: 2, row: 0 }],
  ['腰题', { column: 1, columns: 2, row: 14 }],
]

describe('the checks of a headline among its text', () => {
  it.each(FORMS)('find no fault with %s of a story that fills its frame', (_, place) => {
    const faults = faultsOf([[at(full, place), story]])
    const elsewhere = ({ code, message }: (typeof faults)[number]): boolean =>
      code === 'page.seam' || (code === 'page.hole' && /column 5|row 3[6-9];/u.test(message))
    expect(faults.filter((fault) => !elsewhere(fault))).toEqual([])
  })

  it('see 碰题 only where no text stands between', () => {
    const clashes = (place: HeadPlace) =>
      codesOf([
        [storyFrame('a', 'a', [0, 0, 3, 40], head(place)), text(16, NARROW)],
        [storyFrame('b', 'b', [3, 0, 3, 40]), text(16)],
      ]).includes('page.clash')
    expect(clashes({ column: 1, columns: 2, row: 0 })).toBe(true)
    expect(clashes({ column: 0, columns: 2, row: 0 })).toBe(false)
    expect(clashes({ column: 1, columns: 2, row: 14 })).toBe(false)
  })

  it('measure the 主题 against its own columns', () => {
    const fill = (columns: number) =>
      codesOf([[at([0, 0, 6, 24], { column: 0, columns, row: 0 }), story]])
    expect(fill(2)).not.toContain('page.headline-width')
    expect(fill(4)).toContain('page.headline-width')
  })

  it('see 腰题 with too little text above or below', () => {
    const bare = (count: number, row: number) =>
      faultsOf([[at(full, { column: 1, columns: 2, row }), text(count, NARROW)]]).find(
        ({ code }) => code === 'page.bare-waist',
      )
    expect(bare(20, 14)).toBeUndefined()
    expect(bare(6, 14)).toMatchObject({ value: 0, limit: 3 })
    const shallow = at([0, 0, 4, 8], { column: 1, columns: 2, row: 4 })
    expect(codesOf([[shallow, text(3, NARROW)]])).toContain('page.bare-waist')
  })

  it('see a line alone above it, as at a foot', () => {
    const { edition, display } = pageOf([[at(full, { column: 1, columns: 2, row: 14 }), story]])
    const [shown] = display.pages
    if (shown === undefined) throw new Error('The page is missing')
    const last = shown.lines.findLast(({ column, row }) => column === 1 && row < 14)
    const codes = checkPage(edition, {
      ...shown,
      lines: shown.lines.map((line) =>
        line === last ? { ...line, first: true, last: false } : line,
      ),
    }).map(({ code }) => code)
    expect(codes).toContain('text.stray-line')
    expect(preflight(edition, display).map(({ code }) => code)).not.toContain('text.stray-line')
  })

  it('see a 小标题 above it without its text', () => {
    const document = doc(headline(NARROW), ...paragraphs(4), subhead('水渠先通'), ...paragraphs(12))
    const { edition, display } = pageOf([[at(full, { column: 0, columns: 2, row: 21 }), document]])
    const [shown] = display.pages
    if (shown === undefined) throw new Error('The page is missing')
    const heading = shown.lines.findIndex(({ role }) => role === 'subhead')
    const below = shown.lines.slice(heading + 1, heading + 3)
    const codes = checkPage(edition, {
      ...shown,
      lines: shown.lines.map((line) => (below.includes(line) ? { ...line, row: 30 } : line)),
    }).map(({ code }) => code)
    expect(codes).toContain('text.stray-subhead')
  })

  it('see a box that it leaves no room', () => {
    const document = doc(headline(NARROW), tip('t', label('提示'), p('雾。')), ...paragraphs(12))
    const boxed = (rows: number) =>
      codesOf([
        [
          at(
            full,
            { column: 0, columns: 4, row: 16 },
            {
              insets: [{ block: 't', x: milliEm(0), width: milliEm(16000), row: 10, rows }],
            },
          ),
          document,
        ],
      ])
    expect(boxed(8)).not.toContain('page.box-on-headline')
    expect(boxed(30)).toContain('page.box-on-headline')
  })
})

describe('the cells of a headline, read off its lines', () => {
  const place = fc.record({
    column: fc.nat(3),
    columns: fc.integer({ min: 1, max: 4 }),
    row: fc.nat(40),
  })
  const asked = fc.record({
    place,
    level: fc.nat(2),
    rows: fc.option(fc.integer({ min: 1, max: 30 })),
    turns: fc.subarray([3, 6]),
    parts: fc.subarray([kicker('水渠先通'), deck('闸门换成电动的'), byline('甲一')]),
  })

  it('are those the composer gave it, whatever it is made of', () => {
    fc.assert(
      fc.property(asked, ({ parts, rows, ...head }) => {
        const frame = at(full, head.place, {
          head: { ...head, face: 'song', ...(rows === null ? {} : { rows }) },
        })
        const [before, after] = [parts.filter(isKicker), parts.filter((part) => !isKicker(part))]
        const document = doc(...before, headline(NARROW), ...after, ...paragraphs(6))
        const { edition } = pageOf([[frame, document]])
        const uneven = withRecord(edition, 'styleSheets', unevenSheet)
        const tools = { fonts: fakeFonts(), cache: createComposeCache() }
        const [shown] = composeEdition(uneven, tools).pages
        const [own] = pagesOf(uneven)
        const story = uneven.stories[frame.story]
        if (!shown || !own || !story) throw new Error('The page is missing')
        const view = pageView(uneven, own, shown, PAGE_LIMITS, null)
        const ctx = { fonts: tools.fonts, rules: unevenSheet.rules }
        const [measured] = threadFrames(uneven, story, { ctx, cache: tools.cache })
        expect(headBlockIn(view, frame)).toEqual(measured?.area.head)
      }),
      { seed: 20261129, numRuns: 200 },
    )
  })

  it('have as much white over a 腰题 as under it', () => {
    const { edition } = pageOf([[at(full, { column: 1, columns: 2, row: 14 }), story]])
    const uneven = withRecord(edition, 'styleSheets', unevenSheet)
    const tools = { fonts: fakeFonts(), cache: createComposeCache() }
    const [line] = composeEdition(uneven, tools).pages[0]?.lines.filter(isHeadline) ?? []
    if (line === undefined) throw new Error('The headline is missing')
    const { grid } = page('p1')
    const top = (line.y - 0.88 * line.size - grid.y) / grid.leading
    expect(top - 14).toBeGreaterThanOrEqual(unevenSheet.spacing.headBottom)
  })
})
