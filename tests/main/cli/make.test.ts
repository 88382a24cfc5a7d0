import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildLedger,
  compareWithPdfText,
  countCharacters,
  describeDifference,
} from '../../../core/ledger'
import type { ItemJson } from '../../../core/manuscript/toStoriesJson'
import { commonName } from '../../../main/services/importJob'
import { composeWork, openWork } from '../../../main/services/composeJob'
import { readPdf } from '../../build/readPdf'
import { runCli, type CliResult } from './runCli'

const samples = resolve(import.meta.dirname, '../../../resources/samples')
const texts = ['page-1.txt', 'page-2.txt'].map((name) => join(samples, name))

interface LedgerFile {
  readonly balanced: boolean
  readonly characters: number
  readonly totals: Readonly<Record<string, number>>
  readonly intake: readonly {
    readonly raw: number
    readonly kept: number
    readonly lost: number
    readonly added: number
  }[]
}

let folder = ''
let made: CliResult
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-make-'))
  made = await runCli(folder, ['make', ...texts, '-o', 'out'])
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8')

describe('make of the sample', () => {
  it('writes edition, PDF, previews and ledger, and tells where', () => {
    expect(made.code).toBe(0)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'page-01.png',
      'page-02.png',
      'page.banxin',
      'page.ledger.json',
      'page.pdf',
    ])
    for (const name of readdirSync(join(folder, 'out'))) expect(made.out).toContain(name)
    expect(made.out).toContain('The ledger balances.')
  })

  it('accounts for every character of the raw texts', () => {
    const ledger = JSON.parse(read('page.ledger.json')) as LedgerFile
    expect(ledger.balanced).toBe(true)
    const raw = texts.map((path) => countCharacters(readFileSync(path, 'utf8')))
    expect(ledger.intake).toMatchObject(
      raw.map((count) => ({ raw: count, kept: count, lost: 0, added: 0 })),
    )
    expect(ledger.characters).toBe(raw.reduce((sum, count) => sum + count, 0))
    expect(ledger.totals).toMatchObject({ overset: 0, carriedOver: 0, pending: 0 })
  })

  it('gives a PDF whose text is that of its pages, in reading order', async () => {
    const work = await openWork('out/page.banxin', folder)
    const composed = work.ok ? composeWork(work.value) : null
    if (!composed?.ok) throw new Error('The edition composes.')
    const { edition, display } = composed.value
    const pdf = new Uint8Array(readFileSync(join(folder, 'out', 'page.pdf')))
    const pages = await readPdf(pdf)
    const ledger = buildLedger(edition, display)
    const differences = compareWithPdfText(
      ledger,
      pages.map((page) => page.storyText),
    )
    expect(differences.map(describeDifference)).toEqual([])
  })

  it('gives its pictures to the figures they belong to', async () => {
    const { out } = await runCli(folder, ['check', 'out/page.banxin', '--json'])
    const { diagnostics } = JSON.parse(out) as {
      readonly diagnostics: readonly { readonly code: string }[]
    }
    expect(diagnostics.filter(({ code }) => code.startsWith('picture.'))).toEqual([])
    expect(readdirSync(join(folder, 'out', 'page.banxin', 'media'))).toHaveLength(4)
  })

  it('joins the story that jumps, on both pages', async () => {
    const { out } = await runCli(folder, ['stories', 'out/page.banxin', '--json'])
    const items = JSON.parse(out) as readonly ItemJson[]
    const jumping = items.filter((item) => item.kind === 'story' && item.marker !== undefined)
    expect(jumping).toHaveLength(1)
    expect(jumping[0]).toMatchObject({
      marker: expect.stringContaining('下转') as string,
      markerFrom: expect.stringContaining('上接') as string,
    })
  })

  it('is the same again, byte for byte', async () => {
    await runCli(folder, ['make', ...texts, '-o', 'again'])
    for (const name of [
      'page.pdf',
      'page.ledger.json',
      'page-01.png',
      'page.banxin/edition.json',
    ]) {
      const [a, b] = ['out', 'again'].map((place) => readFileSync(join(folder, place, name)))
      expect(a && b?.equals(a)).toBe(true)
    }
  }, 180_000)
})

describe('the PDF of make', () => {
  const versionIn = (path: string): string =>
    /GTS_PDFXVersion>[^<]*/u.exec(readFileSync(path, 'latin1'))?.[0] ?? 'no PDF/X'

  it('is the one that export writes for the press, and says so', async () => {
    expect(made.out).toContain('page.pdf is for the press: PDF/X-4')
    expect(versionIn(join(folder, 'out', 'page.pdf'))).toContain('PDF/X-4')
    const exported = await runCli(folder, ['export', 'out/page.banxin', '-o', 'again.pdf'])
    expect(exported.code).toBe(0)
    const [a, b] = ['out/page.pdf', 'again.pdf'].map((name) => readFileSync(join(folder, name)))
    expect(a && b?.equals(a)).toBe(true)
  }, 120_000)

  it('is a proof while there are errors, and says so', async () => {
    const text = readFileSync(join(samples, 'page-1.txt'), 'utf8').replace('。', '\u{13000}。')
    writeFileSync(join(folder, 'faulty.txt'), text)
    const { code, out } = await runCli(folder, ['make', 'faulty.txt', '-o', 'faulty'])
    expect(code).toBe(1)
    expect(out).toMatch(
      /faulty\.pdf is a proof, not for the press, because of (?:1 error; settle it|\d+ errors; settle them) in/u,
    )
    expect(out).toContain('banxin export faulty.banxin -o faulty.pdf')
    const path = join(folder, 'faulty', 'faulty.pdf')
    expect(versionIn(path)).toBe('no PDF/X')
    const json = await runCli(folder, ['make', 'faulty.txt', '-o', 'faulty', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ pdf: { preset: 'proof' } })
  }, 120_000)
})

it('the outputs are named after what the inputs have in common', () => {
  expect(commonName(['page'])).toBe('page')
  expect(commonName(['page-1'])).toBe('page-1')
  expect(commonName(['page-1', 'page-2'])).toBe('page')
  expect(commonName(['A01', 'A02'])).toBe('A')
  expect(commonName(['要闻', '综合'])).toBe('要闻')
})
