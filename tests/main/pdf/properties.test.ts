import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glyphPaths, paintPage } from '../../../core/display/canvasPainter'
import type { DisplayItem, PageDisplay } from '../../../core/display/displayList'
import { ink } from '../../../core/ink'
import {
  fill,
  furniture,
  generated,
  line,
  manuscript,
  page,
  picture,
  polygon,
  run,
} from '../../build/displayBuilder'
import { pageFont } from '../../build/pageFonts'
import { pageContents } from '../../build/pdfContents'
import { bare, comparePdfWithDisplay, readPdf } from '../../build/readPdf'
import { fonts, write } from './written'

const faces = ['NotoSerifSC-Medium', 'LXGWWenKai-Regular'].map(pageFont)

/** Large enough for the longest line: extractors leave out what lies beside the sheet. */
const SHEET = { width: 1400, height: 300 }
const place = fc.double({ min: 0, max: 150, noNaN: true })
const length = fc.double({ min: 0.1, max: 40, noNaN: true })
const share = fc.constantFrom(0, 0.1, 0.5, 1)
const anyInk = fc.oneof(
  fc.constant(ink(0, 0, 0, 1)),
  fc.tuple(share, share, share, share).map((parts) => ink(...parts)),
)
const source = fc.constantFrom(manuscript('s1'), manuscript('s2'), generated('s1'), furniture)
/** Every face here has these characters. */
const COMMON = '江水流过旧城石桥，。“”——……ABC019 一⼀々〇'
/** No face has this one. */
const LACKING = '\u{1f4f0}'
const text = (characters: string) =>
  fc
    .record({
      face: fc.constantFrom(...faces),
      text: fc
        .array(fc.constantFrom(...characters), { maxLength: 12 })
        .map((parts) => parts.join('')),
      x: place,
      y: place,
      size: fc.double({ min: 5, max: 60, noNaN: true }),
      scaleX: fc.constantFrom(1, 1, 0.8, 1.25),
      tracking: fc.integer({ min: -120, max: 300 }),
      ink: anyInk,
      source,
      first: fc.boolean(),
      role: fc.constantFrom('body' as const, 'headline' as const, 'tip' as const),
    })
    .map(({ face, text: given, role, first, ...options }) =>
      run(face, given, { ...options, line: line({ role, first }) }),
    )
const item = (characters: string): fc.Arbitrary<DisplayItem> =>
  fc.oneof(
    { arbitrary: text(characters), weight: 4 },
    fc.tuple(place, place, length, length, anyInk).map((args) => fill(...args)),
    fc.tuple(place, place, length, anyInk).map(([x, y, size, ofInk]) =>
      polygon(
        [
          [x, y],
          [x + size, y],
          [x, y + size],
        ],
        ofInk,
      ),
    ),
    fc.tuple(place, place, length, length).map((args) => picture('gone', ...args)),
  )
const pageOf = (characters: string) =>
  fc
    .record({
      items: fc.array(item(characters), { maxLength: 14 }),
      bleed: fc.constantFrom(0, 8.5),
    })
    .map(({ items, bleed }) => page(items, { bleed, ...SHEET }))

const anyPage = pageOf(COMMON + LACKING)

/** What the canvas painter fills, in order: `g` a glyph or polygon, `r` a rectangle; without the paper. */
function canvasCalls(shown: PageDisplay): string {
  let calls = ''
  const path = {
    moveTo: () => undefined,
    lineTo: () => undefined,
    quadraticCurveTo: () => undefined,
    bezierCurveTo: () => undefined,
    closePath: () => undefined,
  }
  const surface = {
    fillStyle: '',
    save: () => undefined,
    restore: () => undefined,
    setTransform: () => undefined,
    fillRect: () => void (calls += 'r'),
    fill: () => void (calls += 'g'),
    clip: () => undefined,
    drawImage: () => undefined,
  }
  paintPage(
    surface,
    shown,
    glyphPaths(fonts, () => path),
    { scale: 1, pictures: () => null },
  )
  return calls.slice(1)
}

/** The same from the operators of the PDF. */
function pdfCalls(content: string): string {
  return content
    .split('\n')
    .map((op) => {
      if (op.endsWith('re f')) return 'r'
      if (op.endsWith('h f')) return 'g'
      if (!op.endsWith('TJ')) return ''
      const codes = [...op.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/..../g) ?? [])
      return 'g'.repeat(codes.length)
    })
    .join('')
}

describe('any pages', () => {
  it('are drawn alike: same items, same order, same places, same text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPage, { minLength: 1, maxLength: 2 }), async (pages) => {
        const bytes = await write(pages)
        expect(await comparePdfWithDisplay(bytes, pages)).toEqual([])
        const read = await readPdf(bytes)
        for (const [index, shown] of pages.entries()) {
          const manuscripts = shown.items.flatMap((one) =>
            one.kind === 'text' && one.source.kind === 'manuscript' ? one.texts : [],
          )
          expect(bare(read[index]?.storyText ?? '')).toBe(bare(manuscripts.join('')))
        }
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('come out of both painters glyph by glyph', async () => {
    await fc.assert(
      fc.asyncProperty(pageOf(COMMON), async (shown) => {
        const [content = ''] = await pageContents(await write([shown]))
        expect(pdfCalls(content)).toBe(canvasCalls(shown))
      }),
      { seed: 12, numRuns: 60 },
    )
  })

  it('give the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (shown) => {
        expect(Buffer.compare(await write([shown]), await write([structuredClone(shown)]))).toBe(0)
      }),
      { seed: 13, numRuns: 30 },
    )
  })

  it('have balanced content: q and Q, BT and ET, BDC or BMC and EMC', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (shown) => {
        const [content = ''] = await pageContents(await write([shown]))
        const open: string[] = []
        for (const token of content.split(/\s+/)) {
          if (token === 'q' || token === 'BT' || token === 'BMC' || token === 'BDC')
            open.push(token)
          else if (token === 'Q') expect(open.pop()).toBe('q')
          else if (token === 'ET') expect(open.pop()).toBe('BT')
          else if (token === 'EMC') expect(open.pop()).toMatch(/^B[MD]C$/)
        }
        expect(open).toEqual([])
      }),
      { seed: 14, numRuns: 60 },
    )
  })
})
