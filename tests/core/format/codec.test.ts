import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  FORMAT_VERSION,
  decodeEdition,
  encodeEdition,
  type EditionTexts,
} from '../../../core/format'
import { migrate } from '../../../core/format/migrations'
import { emptyEdition } from '../../../core/model/edition'
import { frameId, pageId, storyId } from '../../../core/ids'
import { withRecord, withoutRecord } from '../../../core/model/tables'
import { mm } from '../../../core/units'
import { page, plainStyleSheet, smallEdition, storyFrame } from '../../build/editionBuilder'
import { randomChain, type Dice } from '../edit/randomSteps'
import { expectSameEdition, required } from '../edit/sameEdition'
import { texts } from './files'

describe('an edition as files', () => {
  it('comes back the same, and writes the same bytes again', () => {
    const number = fc.nat(10_000)
    const dice: fc.Arbitrary<Dice> = fc.tuple(number, number, number, number, number)
    fc.assert(
      fc.property(fc.array(dice, { maxLength: 20 }), (rolls) => {
        const { edition } = randomChain(smallEdition(), rolls)
        const files = required(encodeEdition(edition))
        const decoded = required(decodeEdition(files))
        expectSameEdition(decoded.edition, edition)
        expect([...required(encodeEdition(decoded.edition))]).toEqual([...files])
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  it('writes the same bytes whatever the order in which fields and records were made', () => {
    const edition = smallEdition()
    const reversed = <T extends object>(value: T): T =>
      Object.fromEntries(Object.entries(value).reverse()) as T
    const turned = reversed({
      ...edition,
      frames: reversed(edition.frames),
      stories: reversed(edition.stories),
      pages: { [pageId('p1')]: reversed(page('p1', { credits: [storyId('foot')] })) },
      styleSheets: { plain: reversed(plainStyleSheet()) },
    })
    expect([...required(encodeEdition(turned))]).toEqual([...required(encodeEdition(edition))])
  })

  it('has a file for the edition, each page and each story', () => {
    expect([...texts().keys()]).toEqual([
      'edition.json',
      'pages/p1.json',
      'stories/lead.json',
      'stories/brief.json',
      'stories/photo.json',
      'stories/r1-title.json',
      'stories/foot.json',
    ])
    expect([
      ...required(encodeEdition(emptyEdition({ publication: '', date: '2026-11-22' }))).keys(),
    ]).toEqual(['edition.json'])
  })

  it('refuses to write what it would not read', () => {
    expect(encodeEdition(withoutRecord(smallEdition(), 'stories', 'brief'))).toMatchObject({
      ok: false,
      error: { code: 'edition.reference' },
    })
    const odd = withRecord(
      smallEdition(),
      'pages',
      page('p1', { sheet: { width: mm(NaN), height: mm(1), bleed: mm(1) } }),
    )
    expect(encodeEdition(odd)).toMatchObject({
      error: {
        message: expect.stringContaining('pages/p1.json has page.sheet.width NaN') as string,
      },
    })
    expect(
      encodeEdition(
        withRecord(smallEdition(), 'frames', storyFrame('../etc', 'lead', [0, 0, 1, 1])),
      ),
    ).toMatchObject({ ok: false })
  })
})

describe('formats 1 to 6', () => {
  const fixture = (version: 1 | 2 | 3 | 4 | 5 | 6): EditionTexts => {
    const folder = new URL(`./fixtures/v${version}/`, import.meta.url)
    return new Map(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.json'))
        .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
    )
  }

  const values = (files: EditionTexts): ReadonlyMap<string, unknown> =>
    new Map([...files].map(([path, text]) => [path, JSON.parse(text) as unknown]))

  it('of format 6, the newest, is read as it was written', () => {
    const { edition, diagnostics } = required(decodeEdition(fixture(6)))
    expect(diagnostics).toEqual([])
    expect(Object.keys(edition.frames)).toEqual(['f1', 'f2', 'f3', 'f4', 'f5'])
    expect(edition.meta).toEqual({ publication: '样报', date: '2026-11-22', issue: 12345 })
    expect(FORMAT_VERSION).toBe(6)
    expect(edition.frames[frameId('f1')]).toMatchObject({
      head: { scale: 1.3, place: { column: 1, columns: 2, row: 4 } },
    })
    const paragraphs = edition.stories[storyId('brief')]?.doc.children.map((node) => node.attrs)
    expect(paragraphs).toContainEqual({ looseness: -1, flushRight: true })
    expect(values(required(encodeEdition(edition)))).toEqual(values(fixture(6)))
  })

  it.each([
    [1, 'its paragraphs fall by themselves'],
    [2, 'its headlines stand over all columns'],
    [3, "its headlines have their levels' sizes"],
    [4, 'its 期号 is not known'],
    [5, 'its paragraphs begin at the left'],
  ] as const)('of format %i is brought forward: %s', (version, _) => {
    const { edition } = required(decodeEdition(fixture(version)))
    const before = values(fixture(version))
    const { issue = null, ...own } = before.get('edition.json') as { readonly issue?: number }
    const manifest = { ...own, formatVersion: 6, issue }
    const expected = new Map([...before, ['edition.json', manifest]])
    expect(values(required(encodeEdition(edition)))).toEqual(expected)
  })

  it('will be brought forward by one migration after the other', () => {
    const add = (name: string) => (files: ReadonlyMap<string, unknown>) =>
      new Map([...files, [name, files.size]])
    expect([...migrate(new Map(), 2, [add('two'), add('three'), add('four')])]).toEqual([
      ['three', 0],
      ['four', 1],
    ])
  })
})
