import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { applyTransaction, transactionFromJson } from '../../../core/edit'
import { checkEdition } from '../../../core/model/check'
import type { PictureId } from '../../../core/ids'
import { figuresOf } from '../../../core/manuscript/figures'
import { storyForm } from '../../../core/model/storySchema'
import { pagesOf, storiesOf, type Story } from '../../../core/model/edition'
import { required } from '../../core/edit/sameEdition'
import { blank, codeOf, editionIn, MEDIA, opened, saved, withDesk } from './desk'

const samples = resolve(import.meta.dirname, '../../../resources/samples')

const sample = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(samples, name))),
})

const PICTURES = ['picture-1.jpg', 'picture-2.jpg', 'pictures.json'].map(sample)

const options = { template: null, onePage: false, author: '甲', label: '导入' }

describe('importing', () => {
  it('gives one change that makes the pages, twice over too', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const { handle } = await blank(desk)
      let pages = 0
      for (let round = 0; round < 2; round++) {
        const files = [sample('page-1.txt'), ...PICTURES]
        const imported = required(await desk.api.importFiles({ handle, files, options }))
        if (imported === null) throw new Error('Nobody called the import off')
        const { transaction, baseRevision, stories } = imported
        expect(stories.length).toBeGreaterThan(5)
        const before = editionIn(required(await desk.api.resync({ handle })))
        const change = required(transactionFromJson(transaction))
        const after = required(applyTransaction(before, change))
        expect(checkEdition(after).filter(({ severity }) => severity === 'error')).toEqual([])
        required(await desk.api.append({ change: randomUUID(), handle, baseRevision, transaction }))
        pages += imported.pages.length
        expect(pagesOf(after)).toHaveLength(pages)
        expect(new Set(pagesOf(after).map(({ folio }) => folio)).size).toBe(pages)
        expect(
          storiesOf(after)
            .slice(-stories.length)
            .map(({ id }) => id),
        ).toEqual(stories)
      }
      const { media } = required(await desk.api.resync({ handle }))
      expect(media.length).toBeGreaterThan(0)
      expect(readdirSync(join(folder, 'user', 'imports'))).toEqual([])
    })
  })

  it('takes TIFF and WebP, tells what it leaves out, and lets a picture without a caption wait', async () => {
    const plate = sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    const text = [
      '渡口夜里加两班船',
      '本报讯（记者 甲一）从下周一起，渡口的末班船推迟到二十三点，中间再加一班。',
      '百货开张',
      '10月3日，河湾村的百货店门前摆起了花篮，金色的谷子铺满了场院。',
      '乙二 摄',
    ].join('\n')
    const files = [
      { name: '第1版.txt', bytes: new TextEncoder().encode(text) },
      { name: '百货店门前.tif', bytes: new Uint8Array(await plate.tiff().toBuffer()) },
      { name: '远山.webp', bytes: new Uint8Array(await plate.negate().webp().toBuffer()) },
      { name: '坏图.tiff', bytes: new Uint8Array([0x49, 0x49, 0x2a, 0, 9]) },
      { name: '记账.xls', bytes: new Uint8Array(4) },
    ]
    await withDesk(async ({ window }) => {
      const desk = window()
      const { handle } = await blank(desk)
      let edition = editionIn(required(await desk.api.resync({ handle })))
      for (const waiting of [1, 1]) {
        const imported = required(await desk.api.importFiles({ handle, files, options }))
        if (imported === null) throw new Error('Nobody called the import off')
        const { transaction, baseRevision, report } = imported
        const told = report.map(({ code, parts }) => `${code} ${String(parts?.['files'] ?? '')}`)
        expect(told).toEqual(
          expect.arrayContaining(['picture.spare ', 'picture.format ', 'input.left-out 记账.xls']),
        )
        edition = required(applyTransaction(edition, required(transactionFromJson(transaction))))
        required(await desk.api.append({ change: randomUUID(), handle, baseRevision, transaction }))
        const stories = storiesOf(edition).filter(({ doc }) => storyForm(doc) === 'picture')
        const framed = new Set(
          Object.values(edition.frames).flatMap((frame) => ('story' in frame ? [frame.story] : [])),
        )
        const names = (of: readonly Story[]) =>
          of.flatMap(figuresOf).map(({ picture }) => edition.pictures[picture as PictureId]?.name)
        expect(names(stories.filter(({ id }) => !framed.has(id)))).toEqual(
          Array.from({ length: waiting }, () => '远山.webp'),
        )
        expect(names(storiesOf(edition))).toContain('百货店门前.tif')
        expect(checkEdition(edition).filter(({ severity }) => severity === 'error')).toEqual([])
      }
    })
  }, 60_000)

  it('refuses files without a text and names that are twice there', async () => {
    await withDesk(async ({ window }) => {
      const desk = window()
      const { handle } = await blank(desk)
      const pictures = await desk.api.importFiles({ handle, files: PICTURES, options })
      expect(codeOf(pictures)).toBe('import.no-text')
      const bytes = new Uint8Array([0x41])
      const twice = [
        { name: 'a.txt', bytes },
        { name: 'A.txt', bytes },
      ]
      expect(codeOf(await desk.api.importFiles({ handle, files: twice, options }))).toBe(
        'import.twice',
      )
      const docx = [{ name: 'a.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4]) }]
      expect((await desk.api.importFiles({ handle, files: docx, options })).ok).toBe(false)
    })
  })
})

describe('pictures and fonts', () => {
  it('stores a picture under its content and gives it back', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const { handle } = await opened(desk, await saved(folder))
      const { bytes } = sample('picture-1.jpg')
      const picture = required(await desk.api.addPicture({ handle, name: '渡口.jpg', bytes }))
      expect(picture).toMatchObject({
        name: '渡口.jpg',
        file: expect.stringMatching(/\.jpg$/) as unknown,
      })
      const read = required(await desk.api.pictureBytes({ handle, file: picture.file }))
      expect(Buffer.from(read).equals(Buffer.from(bytes))).toBe(true)
      expect(required(await desk.api.pictureBytes({ handle, file: MEDIA }))).toHaveLength(3)
      const none = await desk.api.pictureBytes({ handle, file: `${'0'.repeat(64)}.png` })
      expect(codeOf(none)).toBe('picture.missing')
      const text = await desk.api.addPicture({ handle, name: 'a.png', bytes: new Uint8Array(9) })
      expect(codeOf(text)).toBe('picture.format')
    })
  })

  it('brings pictures out of editions that were open here, none that is not what its name says', async () => {
    await withDesk(async ({ folder, window }) => {
      const desk = window()
      const first = await opened(desk, await saved(folder))
      const { bytes } = sample('picture-1.jpg')
      const { handle } = first
      const { file } = required(await desk.api.addPicture({ handle, name: 'a.jpg', bytes }))
      required(await desk.api.close({ handle, discard: false }))
      const into = await blank(desk)
      const files = [file, MEDIA, `${'0'.repeat(64)}.png`]
      const found = await desk.api.bringPictures({ handle: into.handle, files })
      expect(required(found)).toEqual([file])
      const { media } = required(await desk.api.resync({ handle: into.handle }))
      expect(media).toEqual([file])
      expect(required(await desk.api.pictureBytes({ handle: into.handle, file }))).toHaveLength(
        bytes.length,
      )
    })
  })

  it('lists templates and fonts, and gives of a font it lists what is asked for', async () => {
    await withDesk(async ({ window }) => {
      const { api } = window()
      const templates = required(await api.listTemplates({}))
      expect(templates.map(({ id }) => id)).toContain('duikai-6x16')
      const { fonts, fallbacks } = required(await api.listFonts({}))
      expect(fallbacks.every((id) => fonts.some((font) => font.id === id))).toBe(true)
      const [font] = fonts
      const id = font?.id ?? ''
      const start = required(await api.fontStart({ id }))
      expect(start.size).toBe(font?.bytes)
      expect(start.bytes.length).toBeLessThan(start.size / 8)
      const outlines = required(await api.fontOutlines({ id, glyphs: [5000, 5001] }))
      expect(outlines.glyphs).toEqual([5000, 5001])
      expect(outlines.bytes.length).toBeLessThan(4096)
      expect(codeOf(await api.fontStart({ id: 'Nowhere-Regular' }))).toBe('font.missing')
      const none = await api.fontOutlines({ id: 'Nowhere-Regular', glyphs: [] })
      expect(codeOf(none)).toBe('font.missing')
    })
  })
})
