/** The page's own lines: those at its foot stand side by side, in as many rows as they need. */
import { describe, expect, it } from 'vitest'
import { storyId } from '../../../core/ids'
import { right } from '../../../core/geometry'
import { mm, ptFromMm } from '../../../core/units'
import { typeArea } from '../../../core/model/grid'
import { withMeta, withRecord } from '../../../core/model/tables'
import { page, plainGrid, smallEdition, story } from '../../build/editionBuilder'
import { doc, line } from '../../build/storyBuilder'
import { compose, textRuns } from '../../build/storyPages'

/** Where the lines of the foot end and on which height they stand. */
function footOf(count: number) {
  const texts = Array.from({ length: count }, (_, at) => line(`本版责编 甲${at} 校对 乙${at}`))
  let edition = smallEdition()
  edition = withRecord(edition, 'stories', story('foot', doc(...texts)))
  edition = withRecord(edition, 'pages', page('p1', { credits: [storyId('foot')] }))
  return compose(edition)
    .pages.flatMap(textRuns)
    .filter(({ source }) => source.kind === 'manuscript' && source.story === 'foot')
}

describe('the lines at the foot', () => {
  it('stand in one row where they have room', () => {
    expect(new Set(footOf(2).map(({ y }) => y)).size).toBe(1)
  })

  it('go on in a row below, and none runs over the edge', () => {
    const lines = footOf(14)
    expect(lines.length).toBeGreaterThanOrEqual(14)
    expect(new Set(lines.map(({ y }) => y)).size).toBeGreaterThan(1)
    for (const { x, size, offsets } of lines) {
      const last = ((offsets.at(-1) ?? 0) / 1000) * size
      expect(x + last + size).toBeLessThanOrEqual(right(typeArea(plainGrid)) + 1e-6)
    }
  })
})

describe('many lines at the foot', () => {
  it('are set smaller, and keep five millimetres from the trim', () => {
    const [few, many] = [footOf(2), footOf(70)]
    const low = Math.max(...many.map(({ y, size }) => y + 0.12 * size))
    expect(low).toBeLessThanOrEqual(ptFromMm(mm(page('p1').sheet.height - 5)))
    expect(many[0]?.size).toBeLessThan(few[0]?.size ?? 0)
  })
})

/** The first page's head under a name and a section of these lengths. */
function headOf(name: number, section: number) {
  const { furniture } = page('p1')
  const date = { ...furniture.date, align: 'right' as const }
  const folio = { ...furniture.folio, align: 'right' as const }
  const centred = { ...furniture.section, align: 'center' as const }
  let edition = smallEdition()
  edition = withMeta(edition, { ...edition.meta, publication: '报'.repeat(name) })
  const made = page('p1', {
    section: '版'.repeat(section),
    furniture: { ...furniture, date, folio, section: centred },
  })
  const { pages, diagnostics } = compose(withRecord(edition, 'pages', made))
  const runs = pages.slice(0, 1).flatMap(textRuns)
  const ends = ({ x, size, offsets }: (typeof runs)[number]): number =>
    x + (((offsets.at(-1) ?? 0) + 1000) / 1000) * size
  const named = runs.filter(({ texts }) => texts[0] === '报')
  const titled = runs.filter(({ texts }) => texts.join('').startsWith('版'.repeat(2)))
  return {
    name: {
      size: named[0]?.size,
      end: Math.max(...named.map(ends)),
      text: named[0]?.texts.join(''),
    },
    section: { left: titled[0]?.x ?? 0, end: Math.max(...titled.map(ends)) },
    date: runs.find(({ texts }) => texts.join('').startsWith('2026'))?.x ?? 0,
    cut: diagnostics
      .filter(({ code }) => code === 'page.head-cut')
      .map(({ parts }) => parts?.['text']),
  }
}

describe('报眉', () => {
  it('sets a name in its size where it has room', () => {
    const { name, cut } = headOf(5, 2)
    expect(name.size).toBe(24)
    expect(cut).toEqual([])
  })

  it('sets a longer name smaller, clear of the section', () => {
    const { name, section, cut } = headOf(26, 2)
    expect(name.size).toBeLessThan(24)
    expect(name.size).toBeGreaterThanOrEqual(12)
    expect(name.end).toBeLessThan(section.left - 10)
    expect(cut).toEqual([])
  })

  it('cuts a name that is too long at half its size, and says so', () => {
    const { name, section, cut } = headOf(80, 2)
    expect(name.size).toBe(12)
    expect(name.end).toBeLessThan(section.left - 10)
    expect(cut).toEqual([`${'报'.repeat(12)}…`])
  })

  it('shows the 期号 on page one alone', () => {
    const datesOf = (folios: readonly string[], issue: number | null): readonly string[] => {
      let edition = smallEdition()
      edition = withMeta(edition, { ...edition.meta, issue })
      for (const [order, folio] of folios.entries()) {
        const id = `p${order + 1}`
        edition = withRecord(edition, 'pages', { ...page(id), order, folio })
      }
      return compose(edition)
        .pages.flatMap(textRuns)
        .map(({ texts }) => texts.join(''))
        .filter((text) => text.startsWith('2026'))
    }
    const plain = '2026年11月22日　星期日'
    expect(datesOf(['A01', 'A02'], 12345)).toEqual([`${plain}　第12345期`, plain])
    expect(datesOf(['01', '02'], null)).toEqual([plain, plain])
    expect(datesOf(['04', '11'], 12345)).toEqual([plain, plain])
  })

  it('gives the section its middle, and neither runs into the date', () => {
    for (const length of [12, 40, 80]) {
      const { name, section, date, cut } = headOf(80, length)
      expect(name.end).toBeLessThan(section.left - 10)
      expect(section.end).toBeLessThan(date - 10)
      expect(cut.length).toBeGreaterThan(0)
    }
  })
})
