import { spawnSync } from 'node:child_process'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ink, WHITE } from '../../../core/ink'
import { writePdf } from '../../../main/services/pdf/writePdf'
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
import { comparePdfWithDisplay, readPdf } from '../../build/readPdf'
import { poppler } from '../../build/raster'
import { fonts, serif, date, write } from './written'

const kai = pageFont('LXGWWenKai-Regular')

const folder = mkdtempSync(join(tmpdir(), 'banxin-pdf-'))

afterAll(() => rmSync(folder, { recursive: true }))

function popplerText(bytes: Uint8Array): string {
  const path = join(folder, 'text.pdf')
  writeFileSync(path, bytes)
  return poppler('pdftotext', ['-raw', path, '-']).toString('utf8')
}

const red = ink(0, 1, 1, 0)

const mixed = page([
  fill(0, 0, 200, 30, ink(0.1, 0, 0, 0.2)),
  run(serif, '山城晨报', {
    x: 10,
    y: 25,
    size: 21,
    ink: red,
    source: furniture,
    role: 'furniture',
  }),
  run(serif, '江水长流，桥上灯明。', { y: 50, tracking: 7 }),
  run(kai, '扁字Word 12', { y: 70, scaleX: 0.85, size: 12, tracking: -13 }),
  run(serif, '白字', { y: 90, ink: WHITE, source: manuscript('s2') }),
  fill(10, 100, 180, 0.25),
  polygon(
    [
      [10, 110],
      [16, 110],
      [13, 116],
    ],
    red,
  ),
  run(serif, '下转第2版', { y: 130, source: generated('s2'), role: 'jump' }),
])

describe('the PDF of a page', () => {
  it('reads back as the display list: items, positions, text, artifacts', async () => {
    expect(await comparePdfWithDisplay(await write([mixed]), [mixed])).toEqual([])
  })

  it('gives the text in reading order to poppler too', async () => {
    const lines = popplerText(await write([mixed])).split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '山城晨报',
      '江水长流，桥上灯明。',
      '扁字Word 12',
      '白字',
      '下转第2版',
    ])
  })

  it('keeps offsets exact over a long run of uneven gaps', async () => {
    const text = '数'.repeat(300)
    const long = run(serif, text, { size: 3, scaleX: 0.93 })
    const offsets = long.offsets.map((offset, i) => (offset + (i % 7)) as typeof offset)
    const shown = page([{ ...long, offsets }], { width: 2000 })
    expect(await comparePdfWithDisplay(await write([shown]), [shown])).toEqual([])
  })

  it('returns the source character where two share a glyph', async () => {
    const twins = page([run(serif, '一一⼀一')])
    expect(serif.glyphOf(0x4e00)).toBe(serif.glyphOf(0x2f00))
    const bytes = await write([twins])
    expect((await readPdf(bytes))[0]?.text).toBe('一一⼀一')
    expect(popplerText(bytes).trim()).toBe('一一⼀一')
  })

  it('adds nothing for the second glyph of a pair', async () => {
    const pair = page([run(serif, '甲——乙', { texts: ['甲', '——', '', '乙'] })])
    const bytes = await write([pair])
    expect((await readPdf(bytes))[0]?.text).toBe('甲——乙')
    expect(popplerText(bytes).trim()).toBe('甲——乙')
    expect(await comparePdfWithDisplay(bytes, [pair])).toEqual([])
  })

  it('keeps the text of a character that no font has, and draws nothing', async () => {
    const text = '有\u{1f4f0}无'
    expect(serif.glyphOf(0x1f4f0)).toBe(0)
    const missing = page([run(serif, text)])
    const bytes = await write([missing])
    expect((await readPdf(bytes))[0]?.text).toBe(text)
    expect(popplerText(bytes).trim()).toBe(text)
    expect((await pageContents(bytes))[0]).not.toContain('<0000>')
  })

  it('uses DeviceCMYK only, overprints K and knocks out the rest', async () => {
    const [content = ''] = await pageContents(await write([mixed]))
    expect(content).not.toMatch(/\b(rg|RG|g|G|cs|CS|sc|scn)\n/)
    const inks = content.split('\n').filter((op) => / (k|gs)$/.test(op))
    expect(inks).toEqual([
      '/GSk gs',
      '0.1 0 0 0.2 k',
      '0 1 1 0 k',
      '/GSo gs',
      '0 0 0 1 k',
      '/GSk gs',
      '0 0 0 0 k',
      '/GSo gs',
      '0 0 0 1 k',
      '/GSk gs',
      '0 1 1 0 k',
      '/GSo gs',
      '0 0 0 1 k',
    ])
  })

  it('states trim, bleed and media boxes, the trim exact', async () => {
    const document = await PDFDocument.load(
      await write([page([], { width: 300, height: 400, bleed: 8.5 })]),
    )
    const sheet = document.getPage(0)
    expect(sheet.getTrimBox()).toEqual({ x: 8.64, y: 8.64, width: 300, height: 400 })
    const bleed = sheet.getBleedBox()
    expect(bleed.x).toBeCloseTo(0.14, 6)
    expect(bleed.width).toBeCloseTo(317, 6)
    expect(sheet.getMediaBox()).toMatchObject({ x: 0, y: 0, width: 317.28 })
    const noBleed = await PDFDocument.load(await write([page([], { bleed: 0 })]))
    expect(noBleed.getPage(0).getMediaBox()).toEqual(noBleed.getPage(0).getTrimBox())
  })
})

describe('the PDF file', () => {
  it('is the same for the same pages and date, and another for another date', async () => {
    const first = await write([mixed, page([], { id: 'p2' })])
    const again = await write([mixed, page([], { id: 'p2' })])
    expect(Buffer.compare(first, again)).toBe(0)
    const later = await write([mixed, page([], { id: 'p2' })], { date: new Date(0) })
    expect(Buffer.compare(first, later)).not.toBe(0)
  })

  it('says what it is: version, title, dates, language, identifier', async () => {
    const bytes = await write([mixed], { title: '甲 & <乙>' })
    expect(Buffer.from(bytes.subarray(0, 9)).toString('latin1')).toBe('%PDF-1.6\n')
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(document.getTitle()).toBe('甲 & <乙>')
    expect(document.getProducer()).toBe('Banxin')
    expect(document.getCreationDate()).toEqual(date)
    expect(document.getModificationDate()).toEqual(date)
    const text = Buffer.from(bytes).toString('utf8')
    expect(text).toContain('甲 &amp; &lt;乙&gt;</rdf:li>')
    expect(text).toContain('<xmp:ModifyDate>2026-11-22T08:00:00Z<')
    expect(document.catalog.get(PDFName.of('Lang'))).toEqual(PDFString.of('zh-CN'))
    const [one, two] = document.context.trailerInfo.ID?.toString().match(/<\w{32}>/g) ?? []
    expect(one).toBe(two)
    expect(one).toHaveLength(34)
  })

  it('embeds every font as a subset of its own and no other', async () => {
    const document = await PDFDocument.load(await write([mixed]))
    const names = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'))
    expect(names.map((object) => object.get(PDFName.of('FontName'))?.toString().slice(8))).toEqual([
      'NotoSerifSC-Medium',
      'LXGWWenKai-Regular',
    ])
    for (const object of names) expect(object.has(PDFName.of('FontFile2'))).toBe(true)
    expect(Buffer.from(await write([mixed])).toString('latin1')).not.toContain('Helvetica')
  })

  it('has a section a story and an element a paragraph, over pages', async () => {
    const headline = line({ role: 'headline' })
    const first = line({ last: false })
    const second = line({ first: false, last: false })
    const third = line({ first: false })
    const tip = line({ role: 'tip' })
    const pages = [
      page([
        run(serif, '题', { line: headline }),
        run(serif, '甲乙', { line: first }),
        fill(0, 0, 1, 1),
        run(serif, '丙', { line: first }),
        run(serif, '提示', { line: tip }),
        run(serif, '丁', { line: second }),
      ]),
      page([run(serif, '戊', { line: third }), run(serif, '另', { source: manuscript('s2') })], {
        id: 'p2',
      }),
    ]
    const document = await PDFDocument.load(await write(pages))
    const tree = (dict: PDFDict): unknown => {
      const kids = document.context.lookup(dict.get(PDFName.of('K')))
      const list =
        kids instanceof PDFDict ? [kids] : [...(kids as unknown as { asArray(): [] }).asArray()]
      const children = list
        .map((kid) => document.context.lookup(kid))
        .map((kid) =>
          kid instanceof PDFDict && kid.has(PDFName.of('S')) ? tree(kid) : String(kid),
        )
      return [dict.get(PDFName.of('S'))?.toString() ?? 'Root', ...children]
    }
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const [, [, sect, other]] = tree(root) as [string, [string, string[], string[]]]
    expect(sect.slice(0, 2)).toEqual(['/Sect', ['/H1', '0']])
    expect(sect[2]?.slice(0, 4)).toEqual(['/P', '1', '2', '4'])
    expect(sect[2]?.[4]).toContain('/MCR')
    expect(sect[3]).toEqual(['/P', '3'])
    expect(other).toEqual(['/Sect', ['/P', '1']])
  })

  it('is refused when there is no page', async () => {
    const written = await writePdf([], {
      fonts,
      pictures: () => null,
      title: '',
      producer: '',
      date,
    })
    expect(written).toMatchObject({ ok: false, error: { code: 'pdf.no-pages' } })
  })
})

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

describe.skipIf(!hasQpdf)('qpdf, where it is installed,', () => {
  it('finds no fault in the file', async () => {
    const path = join(folder, 'check.pdf')
    writeFileSync(path, await write([mixed, page([picture('gone', 1, 1, 9, 9)], { id: 'p2' })]))
    const { status, stdout } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
    expect(stdout).toContain('No syntax or stream encoding errors found')
    expect(status).toBe(0)
  })
})
