/** Press files as the command sends them out. */
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeWork, openWork } from '../../../main/services/composeJob'
import { checkAtDoor } from '../../../main/services/door/doorCheck'
import { readPdf, type ReadPage } from '../../build/readPdf'
import { runCli } from '../cli/runCli'
import { importSample } from '../cli/sampleEdition'

const samples = resolve(import.meta.dirname, '../../../resources/samples')

let folder = ''
const cli = (...argv: readonly string[]) => runCli(folder, argv)
const read = (name: string): Buffer => readFileSync(join(folder, name))

/** The sample's second page with one character of a sentence changed. */
function secondDraft(): void {
  const path = join(folder, 'texts', 'page-2.txt')
  const text = readFileSync(path, 'utf8')
  const at = text.lastIndexOf('的')
  writeFileSync(path, `${text.slice(0, at)}之${text.slice(at + 1)}`)
}

/** The text of a page's glyphs, those outside the sheet included. */
const glyphsOf = ({ items }: ReadPage): string =>
  items
    .flatMap((item) => (item.kind === 'text' ? item.glyphs : []))
    .map(({ text }) => text)
    .join('')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-send-'))
  cpSync(samples, join(folder, 'texts'), { recursive: true })
  const texts = ['texts/page-1.txt', 'texts/page-2.txt']
  await importSample(join(folder, 'A.banxin'), 'page-1.txt', 'page-2.txt')
  secondDraft()
  await cli('import', ...texts, '-o', 'B.banxin')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('one file a page', () => {
  it('leaves the bytes of a page that did not change as they were', async () => {
    const name = (draft: string): string => `${draft}/{edition}-{date}-{page}.pdf`
    const first = await cli('export', 'A.banxin', '-o', name('a'), '--checksums')
    expect(first.code).toBe(0)
    await cli('export', 'B.banxin', '-o', name('b').replace('{edition}', 'A'))
    const names = readdirSync(join(folder, 'b'))
    expect(names).toHaveLength(2)
    const [one = '', two = ''] = names
    expect(one).toMatch(/^A-\d{4}-\d{2}-\d{2}-01\.pdf$/)
    expect(read(`a/${one}`).equals(read(`b/${one}`))).toBe(true)
    expect(read(`a/${two}`).equals(read(`b/${two}`))).toBe(false)
  })

  it('has a checksum beside each file', () => {
    const sums = readdirSync(join(folder, 'a')).filter((name) => name.endsWith('.sha256'))
    expect(sums).toHaveLength(2)
    for (const sum of sums) {
      const file = sum.slice(0, -'.sha256'.length)
      const hash = createHash('sha256')
        .update(read(`a/${file}`))
        .digest('hex')
      expect(read(`a/${sum}`).toString()).toBe(`${hash}  ${file}\n`)
    }
  })

  it('keeps the pictures in ink with the edition, where saving leaves them', () => {
    const plates = readdirSync(join(folder, 'A.banxin', '.cache', 'press'))
    expect(plates.length).toBeGreaterThan(0)
    for (const name of plates) expect(name).toMatch(/^[0-9a-f]{32}\.plate$/)
  })

  it('knows no other word in braces', async () => {
    const { code, err } = await cli('export', 'A.banxin', '-o', 'c/{folio}.pdf')
    expect(code).toBe(2)
    expect(err).toContain('{folio}')
    expect(err).toContain('{page}')
    expect(existsSync(join(folder, 'c'))).toBe(false)
  })
})

describe('the report', () => {
  it('is written as HTML and as JSON, with place and remedy', async () => {
    const html = await cli('export', 'A.banxin', '-o', 'r.pdf', '--report', 'r.html')
    expect(html.code).toBe(0)
    expect(read('r.html').toString()).toContain('<html lang="zh-CN">')
    const strict = JSON.parse(
      readFileSync(resolve(samples, '../press/newsprint.json'), 'utf8'),
    ) as { limits: object; pictures: object; condition: { profile: string } }
    const own = {
      ...strict,
      limits: { ...strict.limits, hairline: 3 },
      condition: {
        ...strict.condition,
        profile: resolve(samples, '../profiles/newsprint_TR002.icc'),
      },
    }
    writeFileSync(join(folder, 'own.json'), JSON.stringify(own))
    const argv = ['export', 'A.banxin', '-o', 'r.pdf', '--press', 'own.json', '--report', 'r.json']
    expect((await cli(...argv)).code).toBe(0)
    const report = JSON.parse(read('r.json').toString()) as {
      warnings: number
      findings: readonly Record<string, unknown>[]
    }
    const rule = report.findings.find(({ code }) => code === 'press.hairline')
    expect(report.warnings).toBeGreaterThan(0)
    expect(rule).toMatchObject({ severity: 'warning', page: '01' })
    expect(rule?.['remedy']).toContain('3 pt')
    expect(rule?.['area']).toMatchObject({ x: expect.any(Number) as number })
  })

  it('is written as a PDF on A4 too, by check as by export, as the profile judges', async () => {
    const strict = {
      ...{ id: 'strict', name: '从严' },
      ...{ limits: { hairline: 3 }, severity: { 'press.hairline': 'error' } },
    }
    writeFileSync(join(folder, 'strict.json'), JSON.stringify(strict))
    const held = ['--profile', 'strict.json', '--report']
    const exported = await cli('export', 'A.banxin', '-o', 'held.pdf', ...held, 'one.pdf')
    expect(exported.code).toBe(1)
    expect(existsSync(join(folder, 'held.pdf'))).toBe(false)
    const checked = await cli('check', 'A.banxin', ...held, 'two.pdf')
    expect(checked.code).toBe(1)
    expect(read('two.pdf').equals(read('one.pdf'))).toBe(true)
    const document = await PDFDocument.load(read('one.pdf'))
    const { width, height } = document.getPage(0).getSize()
    expect([width, height].map((side) => Math.round((side * 25.4) / 72))).toEqual([210, 297])
    const text = (await readPdf(new Uint8Array(read('one.pdf')))).map(glyphsOf).join('')
    expect(text.replace(/\s/gu, '')).toContain('预检：从严')
    expect(text).toContain('press.hairline')
    expect(text.replace(/\s/gu, '')).toContain('drawitatleast3ptthick.')
    const proof = await cli('check', 'A.banxin', '--profile', 'proof', '--report', 'p.json')
    expect(proof.code).toBe(0)
  }, 180_000)

  it('needs a profile that there is', async () => {
    const { code, err } = await cli('check', 'A.banxin', '--profile', 'none')
    expect(code).toBe(2)
    expect(err).toContain('newsprint')
    writeFileSync(
      join(folder, 'odd.json'),
      '{"id":"odd","name":"x","limits":{},"severity":{"text.overset":"off"}}',
    )
    const odd = await cli('check', 'A.banxin', '--profile', 'odd.json')
    expect(odd.code).toBe(2)
    expect(odd.err).toContain('text.overset')
  }, 60_000)

  it.each([
    ['a preset that is no JSON', 'own.json', 'no', 'is not JSON'],
    ['a preset with an unknown field', 'own.json', '{"id":"x","extra":1}', 'own.json'],
  ])('tells %s in one sentence', async (_, name, text, says) => {
    writeFileSync(join(folder, name), text)
    const { code, err } = await cli('export', 'A.banxin', '-o', 'n.pdf', '--press', name)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(existsSync(join(folder, 'n.pdf'))).toBe(false)
  })

  it.each([
    ['is missing', null, 'could not be read'],
    ['is no profile', 'text', 'is not an ICC profile'],
    ['is cut short', 'cut', 'cut short'],
    ['is for RGB', 'rgb', 'not the profile of a printing process'],
  ])('tells when the profile %s', async (_, kind, says) => {
    const preset = JSON.parse(
      readFileSync(resolve(samples, '../press/newsprint.json'), 'utf8'),
    ) as { condition: object }
    const profile = readFileSync(resolve(samples, '../profiles/newsprint_TR002.icc'))
    if (kind === 'text') writeFileSync(join(folder, 'p.icc'), 'x'.repeat(500))
    if (kind === 'cut') writeFileSync(join(folder, 'p.icc'), profile.subarray(0, 9000))
    if (kind === 'rgb') {
      const other = Buffer.from(profile)
      other.write('mntrRGB ', 12, 'latin1')
      writeFileSync(join(folder, 'p.icc'), other)
    }
    if (kind === null) rmSync(join(folder, 'p.icc'), { force: true })
    const condition = { ...preset.condition, profile: 'p.icc' }
    writeFileSync(join(folder, 'own.json'), JSON.stringify({ ...preset, condition }))
    const { code, err } = await cli('export', 'A.banxin', '-o', 'n.pdf', '--press', 'own.json')
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('a damaged picture', () => {
  it('holds the file back in one sentence; with a reason it goes out, which the file says', async () => {
    cpSync(join(folder, 'B.banxin'), join(folder, 'D.banxin'), { recursive: true })
    rmSync(join(folder, 'D.banxin', '.cache'), { recursive: true })
    const media = join(folder, 'D.banxin', 'media')
    const [first = ''] = readdirSync(media)
    writeFileSync(join(media, first), readFileSync(join(media, first)).subarray(0, 40_000))
    const held = await cli('export', 'D.banxin', '-o', 'd.pdf')
    expect(held.code).toBe(1)
    const told = held.err.split('\n').filter((line) => line.includes('damaged or cut short'))
    expect(told).toHaveLength(1)
    expect(existsSync(join(folder, 'd.pdf'))).toBe(false)
    const sent = await cli('export', 'D.banxin', '-o', 'd.pdf', '--override', '总编同意')
    expect(sent.code).toBe(0)
    const document = await PDFDocument.load(read('d.pdf'), { updateMetadata: false })
    expect(document.getSubject()).toContain('总编同意')
  })
})

describe('a proof on office paper', () => {
  it.each([
    ['scaled', [], 2],
    ['tiled', ['--tiled'], 4],
  ])(
    '%s is A3, has the page, a watermark and a status on every sheet',
    async (_, more, sheets) => {
      const argv = ['export', 'A.banxin', '-o', 'office.pdf', '--preset', 'proof', '--paper', 'A3']
      expect((await cli(...argv, ...more)).code).toBe(0)
      const bytes = new Uint8Array(read('office.pdf'))
      const document = await PDFDocument.load(bytes)
      expect(document.getPageCount()).toBe(sheets)
      for (const sheet of document.getPages()) {
        const { width, height } = sheet.getMediaBox()
        const sides = [width, height].map((side) => Math.round((side * 25.4) / 72))
        expect(sides.sort((a, b) => a - b)).toEqual([297, 420])
      }
      const texts = (await readPdf(bytes)).map(glyphsOf)
      for (const text of texts) {
        expect(/不得付印/.test(text)).toBe(true)
        expect(/错误 \d+\s*警告 \d+/.test(text)).toBe(true)
      }
      const plain = await cli('export', 'A.banxin', '-o', 'plain.pdf', '--preset', 'proof')
      expect(plain.code).toBe(0)
      const [page] = (await readPdf(new Uint8Array(read('plain.pdf')))).map(glyphsOf)
      expect(texts[0]?.includes(page ?? 'no page')).toBe(true)
    },
    60_000,
  )

  it('is not what goes to press', async () => {
    const { code, err } = await cli('export', 'A.banxin', '-o', 'x.pdf', '--paper', 'A4')
    expect(code).toBe(2)
    expect(err).toContain('--preset proof')
  })
})

describe('the check at the door', () => {
  it('lets a file pass that holds the manuscript', async () => {
    const { code } = await cli('export', 'A.banxin', '-o', 'v.pdf', '--verify', '--marks', 'all')
    expect(code).toBe(0)
    expect(existsSync(join(folder, 'v.pdf'))).toBe(true)
  })

  it('stops another edition, and what is no PDF, and says how they differ', async () => {
    const work = await openWork('B.banxin', folder)
    const composed = work.ok ? composeWork(work.value) : null
    if (!composed?.ok) throw new Error('The edition composes.')
    const { display, ledger } = composed.value
    const differences = await checkAtDoor(read('v.pdf'), display.pages, ledger)
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ severity: 'error', code: 'press.ledger' })
    expect(differences[0]?.message).toContain('“的” instead of “之”')
    const broken = await checkAtDoor(read('v.pdf').subarray(0, 3000), display.pages, ledger)
    expect(broken.length).toBeGreaterThan(0)
  })
})
