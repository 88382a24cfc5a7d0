import {
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  readFileSync,
  existsSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMAT_VERSION } from '../../core/format'
import { pictureId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { withRecord, withoutRecord } from '../../core/model/tables'
import { openEdition, saveEdition } from '../../main/services/editionStore'
import { nodeFileSystem, type FileSystem } from '../../main/services/fileSystem'
import { failingDisk, inFolder, refused, snapshot } from '../build/failingDisk'
import { smallEdition, story } from '../build/editionBuilder'
import { doc, headline, p } from '../build/storyBuilder'
import { expectSameEdition, required } from '../core/edit/sameEdition'

const PICTURE = `${'0123456789abcdef'.repeat(4)}.png`
const media = new Map([[PICTURE, new TextEncoder().encode('picture')]])

/** Saves the small edition as `Day.banxin` and hands its path over. */
const withSaved = (run: (dir: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const dir = join(folder, 'Day.banxin')
    required(await saveEdition(dir, smallEdition(), media))
    await run(dir)
  })

async function sentence(dir: string, fs?: FileSystem): Promise<string> {
  const opened = await openEdition(dir, fs)
  if (opened.ok) throw new Error('The edition opened')
  expect(opened.error.message).toMatch(/^[^\n]+\.$/)
  expect(opened.error.severity).toBe('error')
  return opened.error.message.replaceAll(dir, 'Day.banxin')
}

describe('saving and opening', () => {
  it('gives the same edition and its pictures', async () => {
    await withSaved(async (dir) => {
      const opened = required(await openEdition(dir))
      expectSameEdition(opened.edition, smallEdition())
      expect(opened.diagnostics).toEqual([])
      expect([...opened.pictures]).toEqual([['pic1', join(dir, 'media', PICTURE)]])
      expect(readFileSync(join(dir, 'media', PICTURE), 'utf8')).toBe('picture')
    })
  })

  it('loses no character, half a surrogate pair included', async () => {
    await inFolder(async (folder) => {
      const text = '𠮷\ud842，\u2028“ﬁ”\u0007\ufeff<script>'
      const odd = withRecord(smallEdition(), 'stories', story('odd', doc(p(text)), { slug: text }))
      required(await saveEdition(join(folder, 'x.banxin'), odd, media))
      expectSameEdition(required(await openEdition(join(folder, 'x.banxin'))).edition, odd)
    })
  })

  it('writes the same bytes again, and nothing beside them', async () => {
    await withSaved(async (dir) => {
      const first = snapshot(join(dir, '..'))
      required(await saveEdition(dir, required(await openEdition(dir)).edition, new Map()))
      expect(snapshot(join(dir, '..'))).toEqual(first)
    })
  })

  it('drops files of stories that are gone, keeps pictures and files of others', async () => {
    await withSaved(async (dir) => {
      const extra = withRecord(
        smallEdition(),
        'stories',
        story('extra', doc(headline('甲'), p('乙'))),
      )
      required(await saveEdition(dir, extra, new Map()))
      expect(existsSync(join(dir, 'stories/extra.json'))).toBe(true)
      writeFileSync(join(dir, 'notes.txt'), 'a note')
      required(await saveEdition(dir, smallEdition(), new Map()))
      expect(existsSync(join(dir, 'stories/extra.json'))).toBe(false)
      expect(readFileSync(join(dir, 'notes.txt'), 'utf8')).toBe('a note')
      const { diagnostics } = required(await openEdition(dir))
      expect(diagnostics).toMatchObject([
        {
          severity: 'warning',
          code: 'store.stray',
          message: 'notes.txt belongs to no part of the edition and was not read.',
        },
      ])
    })
  })

  it('saves through a link', async () => {
    await withSaved(async (dir) => {
      const link = join(dir, '../Link.banxin')
      symlinkSync(dir, link)
      const changed: Edition = {
        ...smallEdition(),
        meta: { publication: '晚样报', date: '2026-11-23', issue: 12346 },
      }
      required(await saveEdition(link, changed, new Map()))
      expect(required(await openEdition(dir)).edition.meta.publication).toBe('晚样报')
      expect(required(await openEdition(link)).edition.meta.publication).toBe('晚样报')
    })
  })
})

describe('saving refuses', () => {
  it('to replace what is no edition', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'letter.txt'), 'dear')
      const before = snapshot(folder)
      expect(await saveEdition(folder, smallEdition(), media)).toMatchObject({
        error: { code: 'store.not-an-edition' },
      })
      expect(await saveEdition(join(folder, 'letter.txt'), smallEdition(), media)).toMatchObject({
        error: { code: 'store.not-a-folder' },
      })
      expect(snapshot(folder)).toEqual(before)
    })
  })

  it('an edition that could not be opened again', async () => {
    await inFolder(async (folder) => {
      const broken = withoutRecord(smallEdition(), 'stories', 'brief')
      const saved = await saveEdition(join(folder, 'x.banxin'), broken, media)
      expect(saved).toMatchObject({
        error: { message: expect.stringContaining('cannot be saved as') as string },
      })
      expect(snapshot(folder)).toEqual({})
    })
  })

  it.each([3, 6, 12])(
    'to leave a half edition when the disk is full after %i operations',
    async (nth) => {
      await withSaved(async (dir) => {
        const before = snapshot(join(dir, '..'))
        const changed: Edition = {
          ...smallEdition(),
          meta: { publication: '晚样报', date: '2026-11-23', issue: 12346 },
        }
        const saved = await saveEdition(dir, changed, new Map(), failingDisk(nth, 'ENOSPC', true))
        expect(saved).toMatchObject({
          error: {
            message: `${dir} could not be written: the disk is full. Make room on it and try again; nothing was changed.`,
          },
        })
        expect(snapshot(join(dir, '..'))).toEqual(before)
      })
    },
  )
})

describe('opening tells', () => {
  const tellsAfter = async (harm: (dir: string) => void, expected: string): Promise<void> => {
    await withSaved(async (dir) => {
      harm(dir)
      expect(await sentence(dir)).toContain(expected)
    })
  }

  it.each<[string, (dir: string) => void, string]>([
    [
      'an edition that is not there',
      (dir) => renameSync(dir, `${dir}.gone`),
      'Day.banxin is not there. Check the name of the edition.',
    ],
    [
      'a file for a folder',
      (dir) => {
        rmSync(dir, { recursive: true })
        writeFileSync(dir, 'x')
      },
      'Day.banxin is a file, not an edition folder.',
    ],
    [
      'a folder that is no edition',
      (dir) => rmSync(join(dir, 'edition.json')),
      'Day.banxin is not an edition: it holds no edition.json.',
    ],
    [
      'a missing story',
      (dir) => rmSync(join(dir, 'stories/lead.json')),
      'Day.banxin cannot be opened: stories/lead.json is missing, though edition.json names it. Put the file back from a copy of the edition.',
    ],
    [
      'a folder in place of a story',
      (dir) => {
        rmSync(join(dir, 'stories/lead.json'))
        mkdirSync(join(dir, 'stories/lead.json'))
      },
      'stories/lead.json is missing',
    ],
    [
      'half a story',
      (dir) =>
        writeFileSync(
          join(dir, 'stories/lead.json'),
          readFileSync(join(dir, 'stories/lead.json')).subarray(0, 100),
        ),
      'stories/lead.json is damaged: it is not complete JSON',
    ],
    [
      'bytes that are no text',
      (dir) => writeFileSync(join(dir, 'pages/p1.json'), new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])),
      'pages/p1.json is damaged: it is not complete JSON',
    ],
    [
      'a wrong field',
      (dir) =>
        writeFileSync(
          join(dir, 'edition.json'),
          readFileSync(join(dir, 'edition.json'), 'utf8').replace('"date": "', '"date": "on '),
        ),
      'edition.json has date "on 2026-11-22", which should be a date',
    ],
    [
      'a newer format',
      (dir) =>
        writeFileSync(
          join(dir, 'edition.json'),
          '{"format": "banxin-edition", "formatVersion": 7, "etwas": []}',
        ),
      `Day.banxin cannot be opened: The edition was written by a newer Banxin (format 7; this one reads up to ${FORMAT_VERSION}). Update Banxin to open it.`,
    ],
    [
      'a saving that was cut off',
      (dir) => renameSync(dir, join(dir, '../.Day.banxin.old-12345678')),
      'The edition as it was stands beside it as .Day.banxin.old-12345678; rename that to Day.banxin.',
    ],
  ])('%s', (_, harm, expected) => tellsAfter(harm, expected))

  it('a missing picture as a warning', async () => {
    await withSaved(async (dir) => {
      rmSync(join(dir, 'media'), { recursive: true })
      const { diagnostics, pictures } = required(await openEdition(dir))
      expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'picture.missing' }])
      expect(pictures.has(pictureId('pic1'))).toBe(false)
    })
  })

  it('a file that may not be read', async () => {
    await withSaved(async (dir) => {
      const locked: FileSystem = {
        ...nodeFileSystem,
        read: () => Promise.reject(refused('EACCES')),
      }
      expect(await sentence(dir, locked)).toBe(
        'Day.banxin/edition.json could not be read: permission is denied. Change the permissions or choose another place.',
      )
    })
  })
})
