import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { figuresOf } from '../../../core/manuscript/figures'
import { importEdition, type ImportedEdition } from '../../../main/services/importJob'
import { readManuscript } from '../../../main/services/manuscriptReader'
import { DEFAULT_TEMPLATE } from '../../../main/services/defaults'
import { docxFile } from '../../build/docxFile'
import { wordFile, wordParagraph, wordPicture, wordRun } from '../../build/rtfFile'
import { pngHead } from '../../build/pngHead'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-job-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, bytes: Uint8Array | string): void =>
  writeFileSync(join(folder, name), bytes)

const page = (place: string): string =>
  [
    `${place}渡口夜里加两班船`,
    '本报讯（记者 甲一）从下周一起，渡口的末班船推迟到二十三点，中间再加一班。夜里过河的多是在对岸上夜班的人。',
    `${place}晒谷场`,
    `10月3日，农户在${place}的晒谷场上翻晒新谷，金色的谷子铺满了场院。`,
    '乙二 摄',
    '',
  ].join('\n')

async function importAll(...named: readonly string[]): Promise<ImportedEdition> {
  const imported = await importEdition(named, {
    cwd: folder,
    template: DEFAULT_TEMPLATE,
    onePage: false,
    today: '2033-10-18',
  })
  if (!imported.ok) throw new Error(imported.error.map(({ message }) => message).join('\n'))
  return imported.value
}

/** Width of the picture under each caption title: tells the pictures of a test apart. */
const widths = ({ edition }: ImportedEdition): Record<string, number | undefined> =>
  Object.fromEntries(
    Object.values(edition.stories).flatMap((story) =>
      figuresOf(story).map(({ title, picture }) => [
        title,
        Object.values(edition.pictures).find(({ id }) => id === picture)?.width,
      ]),
    ),
  )

const codesOf = ({ diagnostics }: ImportedEdition): readonly string[] =>
  diagnostics.map(({ code }) => code)

describe('a folder as one job', () => {
  it('takes its texts in the order a person reads their names, and matches pictures by words', async () => {
    mkdirSync(join(folder, 'job'))
    put('job/page10.txt', page('东滩'))
    put('job/page2.txt', page('西滩'))
    put('job/a-东滩晒谷场.png', pngHead(10, 9))
    put('job/b-西滩晒谷场.png', pngHead(20, 9))
    put('job/灯塔.png', pngHead(30, 9))
    put('job/notes.xls', 'x')
    const imported = await importAll('job')
    expect(imported.name).toBe('job')
    expect(imported.intake.map(({ file }) => file)).toEqual([
      join('job', 'page2.txt'),
      join('job', 'page10.txt'),
    ])
    expect(widths(imported)).toEqual({ 西滩晒谷场: 20, 东滩晒谷场: 10 })
    expect(imported.report.pictures.map(({ confidence }) => confidence)).toEqual([0.95, 0.95])
    expect(imported.media.size).toBe(3)
    const codes = imported.diagnostics.map(({ code }) => code)
    expect(codes).toContain('picture.spare')
    expect(codes).toContain('input.left-out')
  })

  it('tells a picture that it only offers once, and keeps it', async () => {
    mkdirSync(join(folder, 'job'))
    put('job/page.txt', page('西滩'))
    put('job/IMG_1.png', pngHead(1, 1))
    put('job/IMG_2.png', pngHead(2, 2))
    const { diagnostics, media } = await importAll('job')
    const told = diagnostics.filter(({ code }) => code.startsWith('picture.'))
    expect(told.map(({ code, where }) => `${code} ${where?.file}`)).toEqual([
      'picture.offer IMG_1.png',
      'picture.spare IMG_2.png',
    ])
    expect(media.size).toBe(2)
  })

  it('lets pictures.json win, and accounts for every text', async () => {
    mkdirSync(join(folder, 'job'))
    put('job/page.txt', page('西滩'))
    put('job/西滩晒谷场.png', pngHead(1, 1))
    put('job/other.png', pngHead(2, 2))
    put('job/pictures.json', JSON.stringify([{ file: 'other.png', captionTitle: '西滩晒谷场' }]))
    const imported = await importAll('job')
    expect(widths(imported)).toEqual({ 西滩晒谷场: 2 })
    expect(imported.report.pictures).toMatchObject([{ file: 'other.png', confidence: 1 }])
    expect(imported.intake).toMatchObject([{ lost: 0, added: 0 }])
    expect(imported.intake[0]?.raw).toBeGreaterThan(80)
  })

  it('takes what lies in folders within it, and leaves out what systems put there', async () => {
    for (const name of ['job', 'job/文字', 'job/图片', 'job/out', 'job/out/x.banxin'])
      mkdirSync(join(folder, name))
    put('job/文字/page.txt', page('西滩'))
    put('job/图片/西滩晒谷场.png', pngHead(1, 1))
    put('job/out/page-01.png', pngHead(3, 3))
    for (const name of ['._西滩晒谷场.png', '.DS_Store', 'Thumbs.db', 'desktop.ini'])
      put(`job/${name}`, 'x')
    const imported = await importAll('job')
    expect(widths(imported)).toEqual({ 西滩晒谷场: 1 })
    expect(imported.media.size).toBe(1)
    expect(codesOf(imported)).not.toContain('input.left-out')
    expect(codesOf(imported)).not.toContain('picture.spare')
  })

  it('tells an empty text among others, and reads the others', async () => {
    mkdirSync(join(folder, 'job'))
    put('job/page.txt', page('西滩'))
    put('job/空.txt', '')
    const imported = await importAll('job')
    expect(imported.report.pages).toHaveLength(1)
    expect(
      imported.diagnostics.filter(({ where }) => where?.file === join('job', '空.txt')),
    ).toMatchObject([{ code: 'intake.empty', severity: 'warning' }])
  })

  it('sets the pictures of a text of captions alone on the page of the other text', async () => {
    mkdirSync(join(folder, 'job'))
    put('job/page.txt', page('西滩'))
    put('job/图说.txt', '10月15日夜，柏岭镇的收割机打开大灯抢收晚稻。本报记者 丙三 摄\n')
    const imported = await importAll('job')
    expect(Object.keys(imported.edition.pages)).toHaveLength(1)
    expect(codesOf(imported)).toContain('input.captions')
  })

  it('reads a Word document under any name', async () => {
    const document = docxFile(
      page('西滩')
        .split('\n')
        .map((text) => ({ text })),
    )
    for (const name of ['西滩.doc', '西滩.wps', '西滩.txt']) {
      put(name, document)
      const { report } = await importAll(name)
      expect(report.pages.map(({ encoding }) => encoding)).toEqual(['docx'])
    }
  })

  it('says what a folder without a text lacks', async () => {
    mkdirSync(join(folder, 'empty'))
    const imported = await importEdition(['empty'], {
      cwd: folder,
      template: DEFAULT_TEMPLATE,
      onePage: false,
      today: '2033-10-18',
    })
    expect(imported.ok ? [] : imported.error.map(({ code }) => code)).toEqual(['input.folder'])
  })
})

describe('a Word document', () => {
  it('gives its paragraphs, indents and pictures with the texts around them', async () => {
    put(
      'page.docx',
      docxFile([
        { text: '渡口夜里加两班船' },
        { text: '本报讯 从下周一起。', indent: true },
        { picture: pngHead(7, 5) },
        { text: '渡口的灯 <夜>' },
      ]),
    )
    const read = await readManuscript('page.docx', folder)
    expect(read).toMatchObject({ ok: true, value: { encoding: 'docx' } })
    if (!read.ok) return
    expect(read.value.text).toBe('渡口夜里加两班船\n　　本报讯 从下周一起。\n\n渡口的灯 <夜>')
    expect(read.value.input.embedded?.map(({ near }) => near)).toEqual([
      ['渡口的灯 <夜>', '本报讯 从下周一起。'],
    ])
  })

  it('gives a row of a table as a line, and copy set side by side cell by cell', async () => {
    const long = '十月的渡口，'.repeat(8)
    put(
      'page.docx',
      docxFile([
        { text: '分摊办法' },
        {
          table: [
            [['楼层'], ['每户'], ['']],
            [['二层'], ['4000元'], ['12']],
          ],
        },
        { table: [[[long, '第二段。'], [`${long}完。`]]] },
      ]),
    )
    const read = await readManuscript('page.docx', folder)
    if (!read.ok) throw new Error(read.error.message)
    expect(read.value.text).toBe(
      `分摊办法\n楼层\t每户\n二层\t4000元\t12\n${long}\n第二段。\n${long}完。`,
    )
    expect(read.value.diagnostics).toMatchObject([{ code: 'input.tables', parts: { count: 2 } }])
  })

  it('sets its pictures under the captions beside them and counts its characters', async () => {
    const lines = page('西滩').trim().split('\n')
    put(
      'page.docx',
      docxFile([
        ...lines.slice(0, 2).map((text) => ({ text })),
        { picture: pngHead(70, 50) },
        ...lines.slice(2).map((text) => ({ text })),
      ]),
    )
    const imported = await importAll('page.docx')
    expect(widths(imported)).toEqual({ 西滩晒谷场: 70 })
    expect(imported.report.pictures).toMatchObject([{ confidence: 0.97 }])
    expect(imported.report.pages[0]?.encoding).toBe('docx')
    expect(imported.intake).toMatchObject([{ lost: 0, added: 0 }])
  })

  it.each(['page.rtf', 'page.doc'])('may be rich text: %s', async (name) => {
    const lines = page('西滩').trim().split('\n')
    const written = (texts: readonly string[]): string =>
      texts.map((text) => wordParagraph(wordRun(text))).join('')
    put(
      name,
      wordFile(
        written(lines.slice(0, 2)),
        wordParagraph(wordPicture(pngHead(70, 50))),
        written(lines.slice(2)),
      ),
    )
    const imported = await importAll(name)
    expect(widths(imported)).toEqual({ 西滩晒谷场: 70 })
    expect(imported.report.pages[0]?.encoding).toBe('rtf')
    expect(imported.intake).toMatchObject([{ lost: 0, added: 0 }])
  })

  it.each<[string, Uint8Array | string, RegExp]>([
    [
      'old.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /old Word or WPS.*\.docx/u,
    ],
    ['locked.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /password/u],
    ['torn.rtf', '{\\rtf1 text', /cannot be read as rich text.*\.docx/u],
    ['torn.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /cannot be read as a Word document/u],
  ])('%s: one sentence what it is and how its text comes in', async (name, bytes, why) => {
    put(name, bytes)
    const read = await readManuscript(name, folder)
    expect(read.ok ? '' : read.error.message).toMatch(why)
    expect(read.ok ? '' : read.error.message).toContain(name)
  })
})
