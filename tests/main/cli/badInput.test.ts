import { chmodSync, existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failingDisk } from '../../build/failingDisk'
import { looksLikeATrace, runCli, useFolder } from './runCli'

const folder = useFolder()
const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder(), name), content)

/** Two briefs of an invented town. */
const PAGE = [
  '渡口夜里加两班船',
  '',
  '本报讯 （记者甲一）从下周一起，河湾渡口的末班船推迟到二十三点，中间再加一班。',
  '',
  '夜里过河的多是在对岸上夜班的人。过去错过末班船，要绕十一公里的桥。',
  '',
  '老粮仓改成了阅览室',
  '',
  '本报讯 （记者甲二）河湾老粮仓昨天重新开门，里面不再放谷子，放的是两万册书。',
  '',
  '粮仓的木梁都留着，梁上的编号也留着，书架就按编号排。',
  '',
].join('\n')

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

/** 河湾 in GB18030. */
const GB_WORDS = [0xba, 0xd3, 0xcd, 0xe5]

describe('a text that cannot be used', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /empty/u],
    ['only white space', ' \n\n\t\n', /no text/u],
    ['binary', new Uint8Array([1, 0, 2, 0, 0, 255, 254, 7, 0, 0]), /binary|not text/u],
    ['a PDF', '%PDF-1.6\n1 0 obj', /a PDF/u],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /ZIP archive/u],
    [
      'an old Word document',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /old Word or WPS/u,
    ],
    ['half of a surrogate pair', utf16(`${PAGE}\ud83d河湾`), /surrogate/u],
    [
      'two encodings',
      Buffer.concat([Buffer.from(`\ufeff${PAGE}`), Buffer.from(GB_WORDS)]),
      /UTF-8/u,
    ],
  ])('%s: one sentence with the file, exit code 2, nothing written', async (_, content, why) => {
    put('page.txt', content)
    const { code, err, out } = await runCli(folder(), ['make', 'page.txt', '-o', 'out'])
    expect(code).toBe(2)
    expect(err).toMatch(why)
    expect(err).toContain('page.txt')
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(looksLikeATrace(err)).toBe(false)
    expect(out).toBe('')
    expect(readdirSync(folder())).toEqual(['page.txt'])
  })

  it('a folder, a missing file and 50 MB are told together', async () => {
    mkdirSync(join(folder(), 'texts'))
    put('huge.txt', '')
    truncateSync(join(folder(), 'huge.txt'), 50 * 1024 * 1024)
    const { code, err } = await runCli(folder(), [
      'make',
      'texts',
      'gone.txt',
      'huge.txt',
      '-o',
      'out',
    ])
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      "banxin: texts is a folder without a text (.txt, .docx or .rtf); put the page's text into it.",
      'banxin: gone.txt is not there; check its name and folder.',
      "banxin: huge.txt has 50.0 MB, and a page's text file may have at most 0.5 MB; split it into one file a page.",
    ])
    expect(existsSync(join(folder(), 'out'))).toBe(false)
  })

  it('is data too when data was asked for', async () => {
    const { code, out } = await runCli(folder(), ['make', 'gone.txt', '-o', 'out', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      outputs: [],
      diagnostics: [{ severity: 'error', code: 'input.missing', where: { file: 'gone.txt' } }],
    })
  })

  it.skipIf(process.getuid?.() === 0)('may not be readable', async () => {
    put('page.txt', PAGE)
    chmodSync(join(folder(), 'page.txt'), 0)
    const { code, err } = await runCli(folder(), ['make', 'page.txt', '-o', 'out'])
    expect(code).toBe(2)
    expect(err).toContain('permission')
  })
})

describe('an order that cannot be carried out', () => {
  it('names the templates there are', async () => {
    put('page.txt', PAGE)
    const argv = ['make', 'page.txt', '-o', 'out', '--template', 'postcard']
    const { code, err } = await runCli(folder(), argv)
    expect(code).toBe(2)
    expect(err).toContain('There is no template postcard; choose one of duikai-')
  })

  it('writes nothing when the disk is full, wherever it runs out', async () => {
    put('page.txt', PAGE)
    for (const nth of [0, 3, 6]) {
      const fs = failingDisk(nth, 'ENOSPC', true)
      const { code, err } = await runCli(folder(), ['make', 'page.txt', '-o', 'out'], { fs })
      expect(code).toBe(2)
      expect(err).toContain('the disk is full')
      expect(looksLikeATrace(err)).toBe(false)
      expect(readdirSync(folder())).toEqual(['page.txt'])
    }
  })

  it('never replaces a folder that is no edition', async () => {
    put('page.txt', PAGE)
    mkdirSync(join(folder(), 'letters'))
    put('letters/dear.txt', 'dear')
    const { code, err } = await runCli(folder(), ['import', 'page.txt', '-o', 'letters'])
    expect(code).toBe(2)
    expect(err).toContain('letters')
    expect(readdirSync(join(folder(), 'letters'))).toEqual(['dear.txt'])
  })
})

describe('a text in any encoding', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(PAGE)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${PAGE}`)],
    ['UTF-16', utf16(PAGE)],
  ])('%s gives the same stories', async (_, bytes) => {
    put('page.txt', bytes)
    const { code } = await runCli(folder(), ['import', 'page.txt', '-o', 'a.banxin'])
    expect(code).toBe(0)
    const { out } = await runCli(folder(), ['stories', 'a.banxin', '--json'])
    expect(JSON.parse(out)).toMatchObject([
      { headline: '渡口夜里加两班船', dateline: '本报讯', byline: '（记者甲一）' },
      { headline: '老粮仓改成了阅览室', blocks: [{ type: 'paragraph' }, { type: 'paragraph' }] },
    ])
  })
})

it('a character that no font has is an error of the work, and the page still comes out', async () => {
  put('page.txt', PAGE.replace('两万册', '两\u{2FFFF}册'))
  const { code, err } = await runCli(folder(), ['make', 'page.txt', '-o', 'out'])
  expect(code).toBe(1)
  expect(err).toContain('U+2FFFF')
  expect(existsSync(join(folder(), 'out', 'page.pdf'))).toBe(true)
})
