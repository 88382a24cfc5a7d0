/** What keeps a page from going out beside its display list: each finding has place, severity and remedy. */
import { describe, expect, it } from 'vitest'
import { pageId, storyId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { cellsRect } from '../../../core/model/grid'
import { withRecord } from '../../../core/model/tables'
import { emptyFigures, placed, unsigned } from '../../../core/preflight/pressPage'
import { judged, limitsIn, type PreflightProfile } from '../../../core/preflight/preflightProfile'
import { pt } from '../../../core/units'
import {
  page,
  pictureFrame,
  plainGrid,
  smallEdition,
  story,
  storyFrame,
} from '../../build/editionBuilder'
import { caption, doc, figure, figureTitle, p } from '../../build/storyBuilder'
import { newsprint } from '../../build/pressPdf'
import { compose } from '../../build/storyPages'

const first = (edition: Edition) => {
  const display = compose(edition)
  const [shown] = display.pages
  if (shown === undefined) throw new Error('The edition has a page')
  return { display, shown }
}

const long = doc(
  ...Array.from({ length: 40 }, () => p('江水流过旧城的石桥，灯一盏盏亮起来。'.repeat(4))),
)

describe('a page that nobody answers for', () => {
  it('is told at its foot, until an editor is named there', () => {
    const signed = smallEdition()
    expect(unsigned(signed, first(signed).shown)).toEqual([])
    for (const credits of [[], [storyId('r1-title')]]) {
      const edition = withRecord(signed, 'pages', page('p1', { credits }))
      const [found, ...more] = unsigned(edition, first(edition).shown)
      expect(more).toEqual([])
      expect(found).toMatchObject({
        severity: 'warning',
        code: 'press.unsigned',
        where: { page: '01' },
        remedy: expect.stringContaining('责编') as string,
      })
      expect(found?.area.y).toBeGreaterThan(plainGrid.y + plainGrid.rows * plainGrid.leading)
    }
  })
})

describe('a place without its picture', () => {
  it('is told where it stands', () => {
    const bare = doc(figure('fig1', null, figureTitle('晒谷'), caption('谷场。')))
    const edition = withRecord(smallEdition(), 'stories', story('photo', bare, { order: 3 }))
    expect(emptyFigures(smallEdition())).toEqual([])
    const frame = pictureFrame('f4', 'photo', [4, 0, 2, 24])
    expect(emptyFigures(edition)).toMatchObject([
      {
        severity: 'warning',
        code: 'press.placeholder',
        where: { page: '01', frame: 'f4', story: 'photo' },
        area: cellsRect(plainGrid, frame.area),
        remedy: expect.stringContaining('add the picture') as string,
      },
    ])
  })
})

describe('trouble of the composer', () => {
  it('that text is over gets the place of the last frame on the page', () => {
    let edition = withRecord(smallEdition(), 'stories', story('lead', long, { order: 1 }))
    edition = withRecord(edition, 'frames', storyFrame('f3', 'lead', [0, 62, 2, 20], { order: 2 }))
    const { display } = first(edition)
    const over = display.diagnostics.find(({ code }) => code === 'text.overset')
    if (over === undefined) throw new Error('The text is over')
    expect(placed(edition, display.pages, over)).toMatchObject({
      severity: 'error',
      code: 'text.overset',
      where: { page: '01', frame: 'f3' },
      area: cellsRect(plainGrid, { column: 0, row: 62, columns: 2, rows: 20 }),
      remedy: expect.stringContaining('cut the text') as string,
    })
  })

  it('that a jump has no end gets the place of its line or frame', () => {
    const edition = smallEdition()
    const { display } = first(edition)
    const jump = {
      severity: 'warning' as const,
      code: 'jump.unresolved',
      message: '',
      where: { page: '01', story: 'brief' },
    }
    expect(placed(edition, display.pages, jump)).toMatchObject({
      where: { frame: 'f2' },
      area: cellsRect(plainGrid, { column: 3, row: 62, columns: 3, rows: 28 }),
      remedy: expect.stringContaining('thread the rest') as string,
    })
  })

  it('without a place stays as it is', () => {
    const edition = smallEdition()
    const { display } = first(edition)
    const found = { severity: 'error' as const, code: 'ledger.missing', message: 'x' }
    expect(placed(edition, display.pages, found)).toBe(found)
    const elsewhere = { ...found, code: 'text.overset', where: { page: String(pageId('p9')) } }
    expect(placed(edition, display.pages, elsewhere)).toBe(elsewhere)
  })
})

describe('a preflight profile', () => {
  const profile: PreflightProfile = {
    ...{ id: 'strict', name: '严' },
    limits: { hairline: pt(1), wantedPpi: 300 },
    severity: { 'press.bleed': 'error', 'press.unsigned': 'off' },
  }
  const found = (code: string) => ({ severity: 'warning' as const, code, message: '' })

  it('sets limits beside those of the press', () => {
    const { limits } = newsprint()
    expect(limitsIn(limits, profile)).toEqual({ ...limits, hairline: 1, wantedPpi: 300 })
    expect(limitsIn(limits, null)).toBe(limits)
  })

  it('makes findings more or less severe, or leaves them out', () => {
    const all = ['press.bleed', 'press.unsigned', 'press.hairline'].map(found)
    expect(judged(all, profile).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error press.bleed',
      'warning press.hairline',
    ])
    expect(judged(all, null)).toBe(all)
  })
})
