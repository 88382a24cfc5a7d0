import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontId, pageId, rubricId, storyId } from '../../../core/ids'
import { buildLedger, compareWithPdfText, describeDifference } from '../../../core/ledger'
import type { Edition } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import type { LineJson } from '../../../main/cli/composeJson'
import { composeWork, openWork } from '../../../main/services/composeJob'
import { saveEdition } from '../../../main/services/editionStore'
import { page, smallEdition, story } from '../../build/editionBuilder'
import { failingDisk, snapshot } from '../../build/failingDisk'
import { readPdf } from '../../build/readPdf'
import { doc, headline, p } from '../../build/storyBuilder'
import { looksLikeATrace, runCli } from './runCli'

const font = fontId('NotoSerifSC-Medium')
const faces = { han: font, latin: font }

/** The small edition in a font that is here, page furniture included. */
function realEdition(): Edition {
  const edition = smallEdition(faces)
  const { furniture } = page('p1')
  const styled = Object.fromEntries(
    Object.entries(furniture).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'object' && value !== null ? { ...value, faces } : value,
    ]),
  ) as unknown as typeof furniture
  const first = edition.pages[pageId('p1')]
  if (!first) throw new Error('The small edition has the page p1.')
  return withRecord(edition, 'pages', { ...first, furniture: styled })
}

let folder = ''
const save = async (name: string, edition: Edition): Promise<void> => {
  const saved = await saveEdition(join(folder, name), edition, new Map())
  if (!saved.ok) throw new Error(saved.error.message)
}
const cli = (...argv: readonly string[]) => runCli(folder, argv)

const overset = (): Edition => {
  const text = '江水涨了又退，码头的石阶一级一级露出来。'.repeat(120)
  const long = story('brief', doc(headline('渡口夜里加两班船'), p(text)), {
    order: 2,
    rubric: rubricId('r1'),
  })
  return withRecord(realEdition(), 'stories', long)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-cli-edition-'))
  await save('good.banxin', realEdition())
  await save('over.banxin', overset())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('stories', () => {
  it('prints the stories in manuscript order', async () => {
    const { code, out } = await cli('stories', 'good.banxin', '--json')
    const items = JSON.parse(out) as readonly Record<string, unknown>[]
    expect(code).toBe(0)
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([
      ['lead', 'story'],
      ['brief', 'story'],
      ['photo', 'photo'],
      ['r1-title', 'furniture'],
      ['foot', 'furniture'],
    ])
    expect(items[0]).toMatchObject({ headline: '八百亩新稻', dateline: '本报河湾讯' })
  })
})

describe('compose', () => {
  it('prints a glyph origin for every code point of every line', async () => {
    const { code, out } = await cli('compose', 'good.banxin', '--json')
    expect(code).toBe(0)
    const { lines, stories, pages } = JSON.parse(out) as {
      readonly lines: readonly LineJson[]
      readonly stories: readonly object[]
      readonly pages: readonly object[]
    }
    expect(pages).toMatchObject([{ id: 'p1', folio: '01' }])
    expect(stories[0]).toMatchObject({ story: 'lead', overset: { lines: 0, characters: 0 } })
    const body = lines.filter((line) => line.role === 'body')
    expect(body.length).toBeGreaterThan(4)
    for (const line of lines) {
      expect(line.glyphX).toHaveLength([...line.text].length)
      expect([...line.glyphX].sort((a, b) => a - b)).toEqual(line.glyphX)
    }
    for (const line of body.filter(({ justified }) => justified)) {
      expect(line.setWidth).toBe(line.measure)
    }
    expect(Object.keys(lines[0] ?? {})).toEqual(
      expect.arrayContaining(
        'story page frame column row x y measure naturalWidth setWidth justified first last text glyphX'.split(
          ' ',
        ),
      ),
    )
  })

  it('ends with 1 and names the story when text is overset', async () => {
    const { code, out, err } = await cli('compose', 'over.banxin')
    expect(code).toBe(1)
    expect(err).toContain('overset')
    expect(out).toContain('over chars')
  })
})

describe('check', () => {
  it('passes an edition whose only fault is a missing picture file', async () => {
    const { code, out, err } = await cli('check', 'good.banxin')
    expect(code).toBe(0)
    expect(out).toContain('The ledger balances.')
    expect(err).toContain('banxin: warning: The picture pic1.png is missing')
  })

  it('counts overset text in the ledger, which balances all the same', async () => {
    const { code, out } = await cli('check', 'over.banxin', '--json')
    const { ledger, diagnostics } = JSON.parse(out) as {
      readonly ledger: { readonly balanced: boolean; readonly totals: { readonly overset: number } }
      readonly diagnostics: readonly { readonly code: string }[]
    }
    expect(code).toBe(1)
    expect(ledger.balanced).toBe(true)
    expect(ledger.totals.overset).toBeGreaterThan(100)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain('text.overset')
  })

  it('tells the character that no font has', async () => {
    const text = '用这个字：\u{2FFFF}，谁也没见过。'
    const odd = story('brief', doc(headline('生僻字'), p(text)), { order: 2 })
    await save('odd.banxin', withRecord(realEdition(), 'stories', odd))
    const { code, err } = await cli('check', 'odd.banxin')
    expect(code).toBe(1)
    expect(err).toContain('U+2FFFF')
  })
})

describe('export', () => {
  it('writes a PDF that holds the placed text, the same bytes each time', async () => {
    const first = await cli('export', 'good.banxin', '-o', 'a.pdf')
    await cli('export', 'good.banxin', '-o', 'b.pdf')
    expect(first.code).toBe(0)
    const bytes = new Uint8Array(readFileSync(join(folder, 'a.pdf')))
    expect(bytes).toEqual(new Uint8Array(readFileSync(join(folder, 'b.pdf'))))
    const work = await openWork('good.banxin', folder)
    const composed = work.ok ? composeWork(work.value) : null
    if (!composed?.ok) throw new Error('The edition composes.')
    const pages = await readPdf(bytes)
    const texts = pages.map((read) =>
      read.items
        .flatMap((item) => (item.kind === 'text' ? item.glyphs : []))
        .map((glyph) => glyph.text)
        .join(''),
    )
    const { ledger } = composed.value
    expect(compareWithPdfText(ledger, texts).map(describeDifference)).toEqual([])
    const stories = pages.map((read) => read.storyText)
    expect(compareWithPdfText(ledger, stories).map(describeDifference)).toEqual([])
    const cut = stories.map((text) => text.replace('八百亩', '八亩'))
    expect(compareWithPdfText(ledger, cut)).toMatchObject([{ kind: 'missing', expected: '百' }])
  })

  it('holds a press PDF back when text is overset', async () => {
    const { code, err } = await cli('export', 'over.banxin', '-o', 'over.pdf')
    expect(code).toBe(1)
    expect(err).toContain('no PDF was written')
    expect(existsSync(join(folder, 'over.pdf'))).toBe(false)
  })

  it('writes it with an override and records the reason', async () => {
    const argv = ['export', 'over.banxin', '-o', 'forced.pdf', '--override', '总编同意']
    const { code } = await cli(...argv)
    expect(code).toBe(0)
    const record = JSON.parse(
      readFileSync(join(folder, 'forced.pdf.override.json'), 'utf8'),
    ) as Record<string, unknown>
    expect(record).toMatchObject({ reason: '总编同意', errors: [{ code: 'text.overset' }] })
    expect(existsSync(join(folder, 'forced.pdf'))).toBe(true)
  })

  it('writes a proof of a page with errors and says so', async () => {
    const { code } = await cli('export', 'over.banxin', '-o', 'proof.pdf', '--preset', 'proof')
    expect(code).toBe(1)
    expect(existsSync(join(folder, 'proof.pdf'))).toBe(true)
  })

  it.each(['2', '5-6', 'first', '1-x'])('knows no pages %s', async (range) => {
    const { code, err } = await cli('export', 'good.banxin', '-o', 'n.pdf', '--pages', range)
    expect(code).toBe(2)
    expect(err).toContain(`no pages ${range}`)
    expect(existsSync(join(folder, 'n.pdf'))).toBe(false)
  })

  it.each(['1', '1-1', '1-', '1-4'])('takes the pages %s', async (range) => {
    const { code } = await cli('export', 'good.banxin', '-o', 'range.pdf', '--pages', range)
    expect(code).toBe(0)
  })

  it.each(['2026-12-24', '2026-12-24T10:30', '2026-12-24T18:30+08:00'])(
    'bears the date %s',
    async (date) => {
      const { code } = await cli('export', 'good.banxin', '-o', 'dated.pdf', '--date', date)
      expect(code).toBe(0)
      const text = readFileSync(join(folder, 'dated.pdf'), 'latin1')
      expect(text).toContain(date.includes('T') ? 'D:20261224103000Z' : 'D:20261224000000Z')
    },
  )

  it('leaves the old PDF when the disk is full', async () => {
    writeFileSync(join(folder, 'kept.pdf'), 'old')
    const before = snapshot(folder)
    const disk = { fs: failingDisk(0, 'ENOSPC', true) }
    const { code, err } = await runCli(folder, ['export', 'good.banxin', '-o', 'kept.pdf'], disk)
    expect(code).toBe(2)
    expect(err).toContain('the disk is full')
    expect(looksLikeATrace(err)).toBe(false)
    expect(snapshot(folder)).toEqual(before)
  })

  it('does not take a folder for a file', async () => {
    const { code, err } = await cli('export', 'good.banxin', '-o', 'over.banxin')
    expect(code).toBe(2)
    expect(err).toContain('is a folder')
  })
})

describe('preview', () => {
  it('paints a PNG of every page at the resolution asked for', async () => {
    const { code, out } = await cli('preview', 'good.banxin', '-o', 'png', '--ppi', '36')
    expect(code).toBe(0)
    expect(out.trim()).toBe(join(folder, 'png', 'good-01.png'))
    const png = readFileSync(join(folder, 'png', 'good-01.png'))
    expect(png.readUInt32BE(16)).toBe(Math.round((390 / 25.4) * 36))
  })
})

describe('a damaged edition', () => {
  it.each([
    ['a story cut short', 'stories/lead.json', (text: string) => text.slice(0, 80)],
    ['a page that is no JSON', 'pages/p1.json', () => 'not JSON'],
    [
      'a newer format',
      'edition.json',
      (text: string) => text.replace(/"formatVersion": \d+/u, '"formatVersion": 99'),
    ],
    ['an unknown field', 'edition.json', (text: string) => text.replace('{', '{"extra": 1,')],
  ])('with %s is one sentence and 2', async (_, file, damage) => {
    await save('bad.banxin', realEdition())
    const path = join(folder, 'bad.banxin', file)
    writeFileSync(path, damage(readFileSync(path, 'utf8')))
    for (const argv of [
      ['check'],
      ['stories'],
      ['compose', '--json'],
      ['export', '-o', 'bad.pdf'],
    ]) {
      const [command = '', ...options] = argv
      const { code, err } = await cli(command, 'bad.banxin', ...options)
      expect(code).toBe(2)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(looksLikeATrace(err)).toBe(false)
    }
    expect(readdirSync(folder)).not.toContain('bad.pdf')
  })

  it('fails the check when its page shows other text than its stories', async () => {
    const work = await openWork('good.banxin', folder)
    const composed = work.ok ? composeWork(work.value) : null
    if (!composed?.ok) throw new Error('The edition composes.')
    const { edition, display } = composed.value
    const without = display.pages.map((shown) => ({
      ...shown,
      items: shown.items.filter(
        (item) =>
          item.kind !== 'text' ||
          item.source.kind !== 'manuscript' ||
          item.source.story !== storyId('foot'),
      ),
    }))
    const ledger = buildLedger(edition, { ...display, pages: without })
    expect(ledger.balanced).toBe(false)
    expect(ledger.imbalances).toMatchObject([
      { kind: 'missing', story: 'foot', text: '本版责编甲三', page: null },
    ])
  })
})
