/**
 * Press PDFs point by point, read by libraries and programs that did not write
 * them: pdf-lib and pdf.js for structure, qpdf for syntax, poppler for fonts.
 */
import type { PDFRawStream } from 'pdf-lib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFStream,
  decodePDFRawStream,
  type PDFObject,
} from 'pdf-lib'
import { openPdf } from '../../../main/services/press/pdfjs.mjs'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ink, WHITE } from '../../../core/ink'
import { mm, ptFromMm } from '../../../core/units'
import type { PlateImage } from '../../../main/services/pdf/plateImage'
import { fill, furniture, page, picture, run } from '../../build/displayBuilder'
import { pageFont } from '../../build/pageFonts'
import { pageContents } from '../../build/pdfContents'
import { newsprint, pressPdf, runTool } from '../../build/pressPdf'

const serif = pageFont('NotoSerifSC-Medium')
const kai = pageFont('LXGWWenKai-Regular')
const folder = mkdtempSync(join(tmpdir(), 'banxin-pdfx-'))
afterAll(() => rmSync(folder, { recursive: true }))

const size = { width: ptFromMm(mm(390)), height: ptFromMm(mm(550)), bleed: ptFromMm(mm(3)) }
const pages = [
  page(
    [
      fill(-9, -9, 200, 40, ink(0.1, 0, 0, 0.2)),
      run(serif, '山城晨报', { x: 60, y: 80, size: 21, ink: ink(0, 1, 1, 0), source: furniture }),
      run(serif, '江水长流，桥上灯明。', { x: 60, y: 110 }),
      run(kai, '渡口 Word 12', { x: 60, y: 140 }),
      fill(60, 150, 80, 20, ink(0.6, 0.4, 0.4, 1)),
      run(serif, '白字', { x: 62, y: 164, size: 12, ink: WHITE }),
      picture('photo', 60, 200, 80, 60),
      picture('grey', 160, 200, 80, 60),
      picture('gone', 260, 200, 80, 60),
    ],
    size,
  ),
  page([run(serif, '另一版', { x: 60, y: 80 })], { ...size, id: 'p2' }),
]

const plates: Record<string, PlateImage> = {}
let bytes: Uint8Array
let document: PDFDocument
beforeAll(async () => {
  const jpeg = (channels: 1 | 3) =>
    sharp({ create: { width: 20, height: 15, channels: 3, background: '#804020' } })
      .toColourspace(channels === 1 ? 'b-w' : 'cmyk')
      .jpeg()
      .toBuffer()
  const photo = { width: 20, height: 15, inverted: true, data: await jpeg(3) }
  const alpha = deflateSync(Buffer.alloc(20 * 15, 128))
  plates['photo'] = { ...photo, space: 'cmyk', alpha }
  plates['grey'] = {
    ...{ width: 20, height: 15, inverted: false, data: await jpeg(1) },
    ...{ space: 'grey', alpha: null },
  }
  bytes = await pressPdf(pages, {
    plates: (id) => Promise.resolve(plates[id] ?? null),
    title: '甲 & <乙>',
    subject: '总编“同意” & 签发',
  })
  document = await PDFDocument.load(bytes, { updateMetadata: false })
})

const name = (value: string): PDFName => PDFName.of(value)

/** Every dictionary of the file, those inside others and of streams included. */
function dictionaries(): readonly PDFDict[] {
  const found: PDFDict[] = []
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFStream) visit(object.dict)
    if (object instanceof PDFArray) object.asArray().forEach(visit)
    if (!(object instanceof PDFDict)) return
    found.push(object)
    object.values().forEach(visit)
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) visit(object)
  return found
}

describe('the file', () => {
  it('has header 1.6, a binary comment, and ends with %%EOF', () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.slice(0, 9)).toBe('%PDF-1.6\n')
    const comment = bytes.subarray(9, 14)
    expect(comment[0]).toBe(0x25)
    for (const byte of comment.subarray(1)) expect(byte).toBeGreaterThan(127)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(text.match(/%%EOF/g)).toHaveLength(1)
  })

  it('is not encrypted and has two equal identifiers', () => {
    expect(document.context.trailerInfo.Encrypt).toBeUndefined()
    const id = document.context.trailerInfo.ID as PDFArray
    expect(id.size()).toBe(2)
    expect(String(id.get(0))).toBe(String(id.get(1)))
  })

  it('has nothing that does something: forms, actions, scripts, annotations, attachments', () => {
    for (const key of [
      'AcroForm',
      'OpenAction',
      'AA',
      'JavaScript',
      'Collection',
      'OCProperties',
    ]) {
      expect(document.catalog.has(name(key))).toBe(false)
    }
    for (const dict of dictionaries()) {
      for (const key of ['JS', 'Launch', 'EmbeddedFiles', 'Annots', 'AA', 'A']) {
        expect(dict.has(name(key))).toBe(false)
      }
    }
  })

  it('passes qpdf', () => {
    const path = join(folder, 'check.pdf')
    writeFileSync(path, bytes)
    expect(runTool('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors')
  })

  it('is the same for the same pages and date', async () => {
    const lookup = (id: string) => Promise.resolve(plates[id] ?? null)
    const again = { plates: lookup, title: '甲 & <乙>', subject: '总编“同意” & 签发' }
    expect(Buffer.compare(bytes, await pressPdf(pages, again))).toBe(0)
  })
})

describe('the output intent', () => {
  it('is one, GTS_PDFX, with identifier, info and the newsprint profile', () => {
    const intents = document.catalog.lookup(name('OutputIntents'), PDFArray)
    expect(intents.size()).toBe(1)
    const intent = intents.lookup(0, PDFDict)
    expect(intent.get(name('S'))).toBe(name('GTS_PDFX'))
    expect(String(intent.get(name('OutputConditionIdentifier')))).toBe('(CGATS TR 002-2007)')
    expect(String(intent.get(name('Info')))).toContain('Coldset')
    const stream = intent.lookup(name('DestOutputProfile')) as PDFRawStream
    expect(String(stream.dict.get(name('N')))).toBe('4')
    const profile = Buffer.from(decodePDFRawStream(stream).decode())
    expect(profile.equals(readFileSync(newsprint().profilePath))).toBe(true)
    expect(profile.toString('latin1', 12, 20)).toBe('prtrCMYK')
  })
})

describe('the metadata', () => {
  it('stands unfiltered in the file', () => {
    const stream = document.catalog.lookup(name('Metadata')) as PDFRawStream
    expect(stream.dict.has(name('Filter'))).toBe(false)
    expect(Buffer.from(stream.contents).toString('utf8')).toContain('甲 &amp; &lt;乙&gt;')
  })

  it('says the same as Info, and that it is PDF/X-4', async () => {
    const pdf = await openPdf(bytes)
    const { info, metadata } = await pdf.getMetadata()
    const told = info as Record<string, unknown>
    const xmp = (key: string): unknown => (metadata as { get(key: string): unknown }).get(key)
    expect(xmp('pdfxid:gts_pdfxversion')).toBe('PDF/X-4')
    expect(told['Title']).toBe('甲 & <乙>')
    expect(String(xmp('dc:title'))).toBe('甲 & <乙>')
    expect(told['Subject']).toBe('总编“同意” & 签发')
    expect(String(xmp('dc:description'))).toBe('总编“同意” & 签发')
    expect(told['CreationDate']).toBe('D:20261122080000Z')
    expect(told['ModDate']).toBe('D:20261122080000Z')
    for (const key of ['xmp:createdate', 'xmp:modifydate', 'xmp:metadatadate']) {
      expect(xmp(key)).toBe('2026-11-22T08:00:00Z')
    }
    expect(told['Producer']).toBe(xmp('pdf:producer'))
    expect(told['Creator']).toBe(xmp('xmp:creatortool'))
    expect((told['Trapped'] as { name: string }).name).toBe('False')
    expect(xmp('pdf:trapped')).toBe('False')
    expect(xmp('xmpmm:documentid')).toMatch(/^uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/)
    expect(xmp('xmpmm:versionid')).toBe('1')
    expect(xmp('xmpmm:renditionclass')).toBe('default')
    await pdf.loadingTask.destroy()
  })

  it('writes Trapped as a name', () => {
    const info = document.context.lookup(document.context.trailerInfo.Info) as PDFDict
    expect(info.lookup(name('Trapped'))).toBe(name('False'))
  })
})

describe('the pages', () => {
  it('have trim ⊆ bleed ⊆ media, the trim exact in millimetres', () => {
    for (const sheet of document.getPages()) {
      const [trim, bleed, media] = [sheet.getTrimBox(), sheet.getBleedBox(), sheet.getMediaBox()]
      expect((trim.width * 25.4) / 72).toBeCloseTo(390, 4)
      expect((trim.height * 25.4) / 72).toBeCloseTo(550, 4)
      expect((bleed.width * 25.4) / 72).toBeCloseTo(396, 4)
      for (const [inner, outer] of [
        [trim, bleed],
        [bleed, media],
      ] as const) {
        expect(inner.x).toBeGreaterThanOrEqual(outer.x)
        expect(inner.y).toBeGreaterThanOrEqual(outer.y)
        expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1e-6)
        expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1e-6)
      }
      for (const key of ['ArtBox', 'UserUnit', 'Annots', 'PresSteps', 'Trans']) {
        expect(sheet.node.has(name(key))).toBe(false)
      }
    }
  })

  it('balance q and Q and nest them no deeper than 28', async () => {
    let deepest = 0
    for (const content of await pageContents(bytes)) {
      let depth = 0
      for (const token of content.split(/\s+/)) {
        if (token === 'q') depth += 1
        if (token === 'Q') depth -= 1
        deepest = Math.max(deepest, depth)
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
    }
    expect(deepest).toBeGreaterThan(0)
    expect(deepest).toBeLessThanOrEqual(28)
  })

  it('set every black text in K alone under overprint, and white text without it', async () => {
    const states: string[] = []
    for (const content of await pageContents(bytes)) {
      let colour = ''
      let state = ''
      for (const line of content.split('\n')) {
        if (/ k$/.test(line)) colour = line
        if (/ gs$/.test(line)) state = line
        if (/ TJ$/.test(line)) states.push(`${colour} ${state}`)
      }
    }
    expect(new Set(states)).toEqual(
      new Set(['0 1 1 0 k /GSk gs', '0 0 0 1 k /GSo gs', '0 0 0 0 k /GSk gs']),
    )
    const resources = document.getPage(0).node.Resources()?.lookup(name('ExtGState'), PDFDict)
    const overprint = resources?.lookup(name('GSo'), PDFDict)
    const entries = ['OP', 'op', 'OPM'].map((key) => String(overprint?.get(name(key))))
    expect(entries).toEqual(['true', 'true', '1'])
  })
})

describe('colours', () => {
  it('are CMYK, grey and All: no operator for another', async () => {
    for (const content of await pageContents(bytes)) {
      const operators = new Set(content.match(/(?<= |^)[a-zA-Z*]+$/gm))
      for (const other of ['rg', 'RG', 'g', 'G', 'K', 'CS', 'SC', 'SCN', 'sc', 'sh', 'ri', 'BI']) {
        expect(operators).not.toContain(other)
      }
      for (const space of content.match(/\S+ cs/g) ?? []) expect(space).toBe('/CSr cs')
    }
    const spaces = document.getPage(0).node.Resources()?.lookup(name('ColorSpace'), PDFDict)
    expect(spaces?.keys().map(String)).toEqual(['/CSr'])
    expect(String(spaces?.lookup(name('CSr'), PDFArray).get(1))).toBe('/All')
  })

  it('are so in pictures and transparency groups too, and nothing forbidden is anywhere', () => {
    const images: string[] = []
    for (const dict of dictionaries()) {
      if (dict.get(name('Subtype')) === name('Image')) {
        images.push(String(dict.get(name('ColorSpace'))))
        expect(dict.has(name('Alternates'))).toBe(false)
        expect(dict.has(name('OPI'))).toBe(false)
      }
      expect(dict.get(name('Subtype'))).not.toBe(name('PS'))
      for (const key of ['TR', 'TR2', 'HTP', 'BG', 'UCR']) expect(dict.has(name(key))).toBe(false)
      for (const value of dict.values().map(String)) {
        expect(value).not.toMatch(/\/(?:DeviceRGB|CalRGB|Lab|LZWDecode)\b/)
      }
    }
    expect(images.sort()).toEqual(['/DeviceCMYK', '/DeviceGray', '/DeviceGray'])
    const group = document.getPage(0).node.lookup(name('Group'), PDFDict)
    expect(group.get(name('CS'))).toBe(name('DeviceCMYK'))
  })
})

describe('fonts', () => {
  it('are embedded as subsets with ToUnicode, as poppler sees them', () => {
    const path = join(folder, 'fonts.pdf')
    writeFileSync(path, bytes)
    const rows = runTool('pdffonts', [path]).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThanOrEqual(2)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ .* yes yes yes +\d+ +0$/)
  })
})
