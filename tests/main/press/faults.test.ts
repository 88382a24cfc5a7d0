/**
 * Faults of a job for the press: each is one clear sentence, leaves no partial
 * file, and the rest of the job goes on.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameId, pageId, pictureId, storyId } from '../../../core/ids'
import { emptyEdition, type Edition, type Picture } from '../../../core/model/edition'
import { withRecord } from '../../../core/model/tables'
import { fontId } from '../../../core/ids'
import { saveEdition } from '../../../main/services/editionStore'
import { failingDisk } from '../../build/failingDisk'
import { page, pictureFrame, plainStyleSheet, story } from '../../build/editionBuilder'
import { runTool } from '../../build/pressPdf'
import { caption, doc, figure, line } from '../../build/storyBuilder'
import { looksLikeATrace, runCli } from '../cli/runCli'

const faces = { han: fontId('NotoSerifSC-Medium'), latin: fontId('NotoSerifSC-Medium') }
let folder = ''

interface Given {
  readonly name: string
  readonly bytes: Uint8Array
  readonly ending: 'jpg' | 'png' | 'pdf'
}

/** Two pages; on the first these pictures, a frame each, on the second a sound one. */
async function editionWith(name: string, given: readonly Given[]): Promise<void> {
  const media = new Map<string, Uint8Array>()
  const style = plainStyleSheet(faces)
  let edition: Edition = emptyEdition({ publication: '样报', date: '2026-11-22' })
  edition = withRecord(edition, 'styleSheets', style)
  edition = withRecord(edition, 'stories', story('foot', doc(line('责编 甲三')), { order: 99 }))
  const furniture = Object.fromEntries(
    Object.entries(page('p1').furniture).map(([key, value]) => [
      key,
      typeof value === 'number' ? value : { ...value, faces },
    ]),
  ) as unknown as ReturnType<typeof page>['furniture']
  for (const [i, id] of ['p1', 'p2'].entries()) {
    const more = { order: i, folio: `0${i + 1}`, credits: i === 0 ? [storyId('foot')] : [] }
    edition = withRecord(edition, 'pages', page(id, { ...more, furniture }))
  }
  const good = { name: '好.png', bytes: await flat(), ending: 'png' } as const
  for (const [i, { name: file, bytes, ending }] of [...given, good].entries()) {
    const hash = `${String(i).padStart(2, '0')}${'ab'.repeat(31)}`
    const record: Picture = {
      ...{ id: pictureId(`pic${i}`), file: `${hash}.${ending}`, name: file },
      ...{ width: 600, height: 400 },
    }
    media.set(record.file, bytes)
    edition = withRecord(edition, 'pictures', record)
    const photo = doc(figure('fig', record.id, caption('图说')))
    edition = withRecord(edition, 'stories', story(`photo${i}`, photo, { order: i }))
    const isGood = i === given.length
    const frame = pictureFrame(`f${i}`, `photo${i}`, isGood ? [0, 0, 2, 24] : [0, i * 22, 2, 20])
    const on = pageId(isGood ? 'p2' : 'p1')
    edition = withRecord(edition, 'frames', { ...frame, id: frameId(`f${i}`), page: on })
  }
  const saved = await saveEdition(join(folder, name), edition, media)
  if (!saved.ok) throw new Error(saved.error.message)
}

const flat = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#c03020' } })
    .png()
    .toBuffer()

async function truncatedJpeg(): Promise<Uint8Array> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  const whole = await sharp({
    create: { width: 600, height: 400, channels: 3, background: '#000', noise },
  })
    .jpeg()
    .toBuffer()
  return whole.subarray(0, whole.length / 3)
}

async function bomb(): Promise<Uint8Array> {
  const bytes = await flat()
  bytes.writeUInt32BE(200_000, 16)
  bytes.writeUInt32BE(200_000, 20)
  return bytes
}

async function ad(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([120, 80]).drawRectangle({ width: 50, height: 50 })
  return document.save({ useObjectStreams: false })
}

async function lockedAd(): Promise<Uint8Array> {
  const [plain, out] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')]
  writeFileSync(plain, await ad())
  runTool('qpdf', ['--encrypt', 'open', 'own', '256', '--', plain, out])
  const bytes = readFileSync(out)
  rmSync(plain)
  rmSync(out)
  return bytes
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-faults-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cli = (...argv: readonly string[]) => runCli(folder, argv)
const filesLike = (word: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.includes(word) && !name.endsWith('.banxin'))

describe('a picture or advertisement that cannot be used', () => {
  it.each<[string, () => Promise<Given>, RegExp]>([
    [
      'truncated',
      async () => ({ name: '断.jpg', bytes: await truncatedJpeg(), ending: 'jpg' }),
      /^The picture 断\.jpg is damaged or cut short[^.]*\.$/u,
    ],
    [
      'bomb',
      async () => ({ name: '弹.png', bytes: await bomb(), ending: 'png' }),
      /^The picture 弹\.png has far more pixels than a page can show[^.]*\.$/u,
    ],
    [
      'locked',
      async () => ({ name: '锁.pdf', bytes: await lockedAd(), ending: 'pdf' }),
      /advertisement 锁\.pdf is locked with a password .*;[^.]*\.$/u,
    ],
    [
      'damaged',
      async () => ({ name: '坏.pdf', bytes: (await ad()).subarray(0, 300), ending: 'pdf' }),
      /advertisement 坏\.pdf is damaged and cannot be read .*;[^.]*\.$/u,
    ],
  ])('%s: is told once, and its page waits while the other goes out', async (name, make, says) => {
    await editionWith(`${name}.banxin`, [await make()])
    const held = await cli('export', `${name}.banxin`, '-o', `${name}-out.pdf`, '--json')
    expect(held.code).toBe(1)
    expect(filesLike(`${name}-out`)).toEqual([])
    const { diagnostics } = JSON.parse(held.out) as {
      readonly diagnostics: readonly { readonly severity: string; readonly message: string }[]
    }
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(says)])
    expect(looksLikeATrace(held.err)).toBe(false)

    const other = await cli('export', `${name}.banxin`, '-o', `${name}-02.pdf`, '--pages', '2')
    expect(other.code).toBe(0)
    expect(filesLike(`${name}-02`)).toEqual([`${name}-02.pdf`])
    const out = [`${name}-{page}.pdf`, '--override', '总编同意'] as const
    expect((await cli('export', `${name}.banxin`, '-o', ...out)).code).toBe(0)
    expect(filesLike(`${name}-01`)).toContain(`${name}-01.pdf`)
  })
})

describe('a press whose colour profile cannot be used', () => {
  const press = resolve(import.meta.dirname, '../../../resources/press/newsprint.json')
  const icc = resolve(import.meta.dirname, '../../../resources/profiles/newsprint_TR002.icc')

  it.each<[string, Uint8Array | null]>([
    ['missing', null],
    ['cut short', readFileSync(icc).subarray(0, 500)],
    ['no profile', Buffer.alloc(500)],
  ])('%s: is one sentence, and nothing is written', async (what, bytes) => {
    const name = what.replace(' ', '-')
    await editionWith(`${name}.banxin`, [])
    const preset = JSON.parse(readFileSync(press, 'utf8')) as { condition: object }
    const condition = { ...preset.condition, profile: `${name}.icc` }
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...preset, condition }))
    if (bytes !== null) writeFileSync(join(folder, `${name}.icc`), bytes)
    const out = ['-o', `${name}-out.pdf`, '--press', `${name}.json`] as const
    const { code, err } = await cli('export', `${name}.banxin`, ...out)
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(`${name}.icc`)])
    expect(looksLikeATrace(err)).toBe(false)
    expect(filesLike(`${name}-out`)).toEqual([])
  })
})

describe('a disk that is full half way', () => {
  it('ends in one sentence and leaves no file, whole or half', async () => {
    await editionWith('full.banxin', [])
    const argv = ['export', 'full.banxin', '-o', 'full-{page}.pdf', '--checksums']
    const all = failingDisk(-1, 'ENOSPC')
    expect((await runCli(folder, argv, { fs: all })).code).toBe(0)
    const written = filesLike('full-')
    expect(written).toHaveLength(4)
    for (const name of written) rmSync(join(folder, name))
    for (let nth = 0; nth < all.count(); nth += 2) {
      const { code, err } = await runCli(folder, argv, { fs: failingDisk(nth, 'ENOSPC', true) })
      if (code === 0) {
        // what only tidies up afterwards may fail: all is written then
        expect(filesLike('full-')).toHaveLength(4)
      } else {
        expect(err.split('\n').filter((told) => told.includes('full'))).toHaveLength(1)
        expect(looksLikeATrace(err)).toBe(false)
        expect(filesLike('full-')).toEqual([])
      }
      for (const name of filesLike('full-')) rmSync(join(folder, name))
    }
  })
})
