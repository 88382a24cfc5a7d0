import { describe, expect, it } from 'vitest'
import type { DisplayItem } from '../../../core/display/displayList'
import { pictureId } from '../../../core/ids'
import { ink, WHITE } from '../../../core/ink'
import { pressFindings, type PressPicture } from '../../../core/preflight/press'
import type { PressLimits } from '../../../core/preflight/pressProfile'
import { mm, pt } from '../../../core/units'
import { fill, furniture, page, picture, polygon, run } from '../../build/displayBuilder'
import { pageFont } from '../../build/pageFonts'

const limits: PressLimits = {
  spots: [],
  ...{ inkLimit: 2.4, wantedPpi: 200, wantedLinePpi: 600, mostPpi: 300, mostLinePpi: 1200 },
  ...{ hairline: pt(0.25), knockoutText: pt(7), colouredText: pt(8), safety: mm(5), bleed: mm(3) },
}
const face = pageFont('NotoSerifSC-Medium')

const photo = (over: Partial<PressPicture> = {}): PressPicture => ({
  ...{ space: 'cmyk', width: 800, height: 600, isSeeThrough: false },
  ink: { columns: 1, rows: 1, cells: [200], over: Array.from({ length: 41 }, () => 0) },
  ...over,
})

/** Codes and severities of what is found on a page of 400 × 300 pt with 3 mm of bleed. */
function found(item: DisplayItem, pictures: Readonly<Record<string, PressPicture>> = {}) {
  const shown = page([item], { width: 400, height: 300, bleed: 8.504 })
  const known = new Map(Object.entries(pictures).map(([id, one]) => [pictureId(id), one]))
  return pressFindings(shown, known, limits).map(({ code, severity }) => `${severity} ${code}`)
}

const black = { x: 50, y: 100 }

describe('the press rules', () => {
  it('have nothing to say of sound items', () => {
    expect(found(run(face, '正文', black))).toEqual([])
    expect(found(fill(50, 50, 100, 0.25))).toEqual([])
    expect(found(fill(-8.504, -8.504, 417.008, 60, ink(0.1, 0, 0, 0)))).toEqual([])
    expect(found(picture('p', 50, 50, 200, 150), { p: photo() })).toEqual([])
    expect(found(run(face, '白', { ...black, size: 12, ink: WHITE }))).toEqual([])
  })

  it.each<[string, DisplayItem, string]>([
    ['too much ink', fill(50, 50, 9, 9, ink(0.9, 0.8, 0.7, 0.1)), 'error press.ink-limit'],
    [
      'too much ink in an ornament',
      polygon(
        [
          [50, 50],
          [60, 50],
          [55, 60],
        ],
        ink(1, 1, 0, 1),
      ),
      'error press.ink-limit',
    ],
    ['a hairline', fill(50, 50, 100, 0.1), 'warning press.hairline'],
    [
      'small white text',
      run(face, '小', { ...black, size: 6, ink: WHITE }),
      'warning press.white-text',
    ],
    [
      'small text of two inks',
      run(face, '小', { ...black, size: 7, ink: ink(0, 1, 1, 0) }),
      'warning press.coloured-text',
    ],
    ['text near the trim', run(face, '边', { x: 8, y: 100 }), 'warning press.text-trim'],
    ['text over the trim', run(face, '出', { x: -3, y: 100 }), 'error press.text-cut'],
    [
      'furniture over the trim',
      run(face, '出', { x: -3, y: 100, source: furniture }),
      'warning press.text-cut',
    ],
    ['an edge without bleed', fill(0, 50, 100, 20, ink(0.2, 0, 0, 0)), 'warning press.bleed'],
    ['an edge with half the bleed', fill(300, 50, 104, 20), 'warning press.bleed'],
  ])('find %s', (_, item, what) => {
    expect(found(item)).toEqual([what])
  })

  it('find what is wrong with pictures', () => {
    const item = picture('p', 50, 50, 200, 150)
    expect(found(item, { p: photo({ width: 400, height: 300 }) })).toEqual([
      'warning press.picture-ppi',
    ])
    expect(found(item, { p: photo({ space: 'line' }) })).toEqual(['warning press.picture-ppi'])
    expect(found(item, { p: photo({ isSeeThrough: true }) })).toEqual(['info press.transparency'])
    const over = Array.from({ length: 41 }, (_, step) => (step <= 24 ? 0.2 : 0))
    const inky = photo({ ink: { columns: 1, rows: 1, cells: [250], over } })
    expect(found(item, { p: inky })).toEqual(['warning press.picture-ink'])
  })

  it('count the pixels that show, not those cropped away', () => {
    const half = picture('p', 50, 50, 200, 150, { x: 0, y: 0, width: 0.5, height: 0.5 })
    expect(found(half, { p: photo() })).toEqual(['warning press.picture-ppi'])
  })

  it('say page, place and remedy in one sentence', () => {
    const shown = page([fill(56.693, 141.732, 100, 0.1)], { width: 400, height: 300 })
    const [one] = pressFindings(shown, new Map(), limits)
    expect(one).toMatchObject({
      message: `Page ${shown.folio}: a rule is 0.1 pt thick (20, 50 mm); draw it at least 0.25 pt thick.`,
      remedy: 'draw it at least 0.25 pt thick',
      where: { page: shown.folio },
      area: { width: 100, height: 0.1 },
    })
  })
})
