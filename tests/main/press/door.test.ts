/** The ledger at the door: a finished PDF that lost, doubled or changed a character is not written. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Writer from '../../../main/services/pdf/writePdf'
import { pageTexts } from '../../../main/services/door/pageTexts'
import { readPdf } from '../../build/readPdf'
import { runCli } from '../cli/runCli'

type Damage = (pdf: Uint8Array) => Promise<Uint8Array>

interface Fault {
  damage: Damage | null
  written: Uint8Array
}

const fault: Fault = { damage: null, written: new Uint8Array() }
const write = Writer.writePdf

/** The writer as it is, its file kept and, when a fault is planted, damaged on its way out. */
const faultyWriter: typeof Writer.writePdf = async (...args) => {
  const written = await write(...args)
  if (!written.ok) return written
  fault.written = written.value
  return fault.damage === null
    ? written
    : { ok: true, value: await fault.damage(written.value.slice()) }
}

const samples = resolve(import.meta.dirname, '../../../resources/samples')
let folder = ''
const cli = (...argv: readonly string[]) => runCli(folder, argv)

beforeAll(async () => {
  vi.spyOn(Writer, 'writePdf').mockImplementation(faultyWriter)
  folder = mkdtempSync(join(tmpdir(), 'banxin-door-'))
  cpSync(join(samples, 'page-1.txt'), join(folder, 'page-1.txt'))
  await cli('import', 'page-1.txt', '-o', 'A.banxin')
}, 120_000)
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** Exports with a fault planted in the finished file. */
async function exportDamaged(damage: Damage, ...more: readonly string[]) {
  fault.damage = damage
  try {
    return await cli('export', 'A.banxin', '-o', 'damaged.pdf', ...more)
  } finally {
    fault.damage = null
  }
}

/** The file with one of its streams changed by `change`, which gets its text. */
const changed =
  (pick: (document: PDFDocument) => PDFRef, change: (text: string) => string): Damage =>
  async (pdf) => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    const ref = pick(document)
    const stream = document.context.lookup(ref) as PDFRawStream
    const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const after = change(before)
    expect(after).not.toBe(before)
    document.context.assign(ref, document.context.flateStream(Buffer.from(after, 'latin1')))
    return document.save({ useObjectStreams: false })
  }

const pageContent = (document: PDFDocument): PDFRef =>
  document.getPage(0).node.get(PDFName.of('Contents')) as PDFRef

/** The table of the font that the page's longest texts are in. */
function largestTable(document: PDFDocument): PDFRef {
  const tables = document.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    if (!(object instanceof PDFRawStream)) return []
    const text = Buffer.from(decodableOf(object)).toString('latin1')
    return text.includes('beginbfchar') ? [{ ref, size: text.length }] : []
  })
  const [largest] = tables.sort((a, b) => b.size - a.size)
  if (largest === undefined) throw new Error('The file has tables of texts.')
  return largest.ref
}

const decodableOf = (stream: PDFRawStream): Uint8Array =>
  String(stream.dict.get(PDFName.of('Filter'))).includes('FlateDecode')
    ? decodePDFRawStream(stream).decode()
    : new Uint8Array()

/** The first line of a paragraph: in tagged content, not an artifact. */
const TAGGED_LINE = /(\/P <<\/MCID \d+>> BDC[\s\S]*?)(\[<[0-9a-f]{8,}[^\]]*\] TJ)/u

describe('the ledger at the door', () => {
  it.each([
    ['press', []],
    ['proof', ['--preset', 'proof']],
    ['office proof', ['--preset', 'proof', '--paper', 'A3', '--tiled']],
  ])(
    'lets a sound %s file pass',
    async (name, more) => {
      const file = `${name}.pdf`
      const { code, err } = await cli('export', 'A.banxin', '-o', file, '--marks', 'all', ...more)
      expect(err).not.toContain('does not hold')
      expect(code).toBe(0)
      expect(existsSync(join(folder, file))).toBe(true)
    },
    120_000,
  )

  it('reads what pdf.js reads', async () => {
    const ours = pageTexts(fault.written)
    const theirs = (await readPdf(fault.written.slice())).map(({ storyText }) => storyText)
    const plain = (text: string): string => text.replace(/[\s\p{Cf}]/gu, '')
    if (!ours.ok) throw new Error(ours.error)
    expect(ours.value.map(plain)).toEqual(theirs.map(plain))
    expect(ours.value[0]?.length).toBeGreaterThan(3000)
  }, 60_000)

  it.each<[string, Damage, RegExp]>([
    [
      'a line that is gone',
      changed(pageContent, (text) => text.replace(TAGGED_LINE, '$1[] TJ')),
      /“.+” is not in the PDF/u,
    ],
    [
      'a line that stands twice',
      changed(pageContent, (text) => text.replace(TAGGED_LINE, '$1$2 $2')),
      /“.+” stands twice in the PDF/u,
    ],
    [
      'a line passed off as an artifact',
      changed(pageContent, (text) => text.replace(/\/P <<\/MCID \d+>> BDC/u, '/Artifact BMC')),
      /is not in the PDF/u,
    ],
    [
      'a character that reads as another',
      changed(largestTable, (text) => text.replaceAll(/> <7684>/gu, '> <4e4b>')),
      /has “之” instead of “的”/u,
    ],
    [
      'an end that is cut off',
      (pdf) => Promise.resolve(pdf.subarray(0, pdf.length - 2000)),
      /read back/u,
    ],
    [
      'a page that is missing',
      async (pdf) => {
        const document = await PDFDocument.load(pdf, { updateMetadata: false })
        document.addPage()
        return document.save({ useObjectStreams: false })
      },
      /has 2 pages instead of 1|read back/u,
    ],
  ])(
    'stops %s and shows it',
    async (_, damage, says) => {
      for (const more of [[], ['--preset', 'proof']]) {
        const { code, err } = await exportDamaged(damage, ...more)
        expect(err).toMatch(says)
        expect(code).toBe(1)
        expect(existsSync(join(folder, 'damaged.pdf'))).toBe(false)
      }
    },
    60_000,
  )

  it('stands open when told so, and has a second reader when told so', async () => {
    const lost = changed(pageContent, (text) => text.replace(TAGGED_LINE, '$1[] TJ'))
    expect((await exportDamaged(lost, '--verify')).code).toBe(1)
    expect((await exportDamaged(lost, '--no-ledger')).code).toBe(0)
    expect(existsSync(join(folder, 'damaged.pdf'))).toBe(true)
    rmSync(join(folder, 'damaged.pdf'))
  }, 60_000)
})
