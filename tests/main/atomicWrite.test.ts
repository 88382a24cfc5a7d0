import { mkdirSync, symlinkSync, writeFileSync, readlinkSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFileAtomically, writeOutputs, type Output } from '../../main/services/atomicWrite'
import { nodeFileSystem, type FileSystem } from '../../main/services/fileSystem'
import { failingDisk, inFolder, refused, snapshot } from '../build/failingDisk'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** An edition folder, a PDF and a file in a folder that is not there yet. */
const outputs = (folder: string): readonly Output[] => [
  {
    kind: 'folder',
    path: join(folder, 'a.banxin'),
    files: [
      { path: 'edition.json', bytes: bytes('new') },
      { path: 'pages/p1.json', bytes: bytes('new page') },
      { path: 'media/old.png', from: join(folder, 'a.banxin/media/old.png') },
    ],
  },
  { kind: 'file', path: join(folder, 'a.pdf'), bytes: bytes('new pdf') },
  { kind: 'file', path: join(folder, 'deep/er/a.json'), bytes: bytes('new ledger') },
]

function fill(folder: string): void {
  mkdirSync(join(folder, 'a.banxin/media'), { recursive: true })
  writeFileSync(join(folder, 'a.banxin/edition.json'), 'old')
  writeFileSync(join(folder, 'a.banxin/media/old.png'), 'picture')
  writeFileSync(join(folder, 'a.pdf'), 'old pdf')
}

const WRITTEN = {
  'a.banxin': '/',
  'a.banxin/edition.json': 'new',
  'a.banxin/media': '/',
  'a.banxin/media/old.png': 'picture',
  'a.banxin/pages': '/',
  'a.banxin/pages/p1.json': 'new page',
  'a.pdf': 'new pdf',
  deep: '/',
  'deep/er': '/',
  'deep/er/a.json': 'new ledger',
}

describe('several outputs', () => {
  it('all stand, with nothing beside them', async () => {
    await inFolder(async (folder) => {
      fill(folder)
      expect(await writeOutputs(outputs(folder))).toEqual({ ok: true, value: undefined })
      expect(snapshot(folder)).toEqual(WRITTEN)
    })
  })

  it.each([
    ['one operation is refused', 'EIO', false],
    ['the disk is full from there on', 'ENOSPC', true],
  ])('are as they were when %s, whichever it is', async (_, code, full) => {
    const operations = await inFolder(async (folder) => {
      fill(folder)
      const counting = failingDisk(Infinity, code)
      await writeOutputs(outputs(folder), counting)
      return counting.count()
    })
    expect(operations).toBeGreaterThan(20)
    let failures = 0
    for (let nth = 0; nth < operations; nth++) {
      await inFolder(async (folder) => {
        fill(folder)
        const before = snapshot(folder)
        const result = await writeOutputs(outputs(folder), failingDisk(nth, code, full))
        if (result.ok) {
          expect(snapshot(folder)).toMatchObject(WRITTEN)
          return
        }
        failures++
        expect(snapshot(folder)).toEqual(before)
        expect(result.error.message).toMatch(
          /^\/\S+ could not be written: [^.]+\. [^.]+; nothing was changed\.$/,
        )
      })
    }
    // Only removing what was replaced, the last three operations, may fail without harm.
    expect(failures).toBe(operations - 3)
  })

  it('say so when the former state cannot be put back', async () => {
    await inFolder(async (folder) => {
      fill(folder)
      const renames: string[] = []
      const stuck: FileSystem = {
        ...nodeFileSystem,
        rename: (from, to) => {
          renames.push(to)
          return renames.length > 1
            ? Promise.reject(refused('EIO'))
            : nodeFileSystem.rename(from, to)
        },
      }
      const result = await writeOutputs(outputs(folder).slice(0, 1), stuck)
      expect(result).toMatchObject({
        ok: false,
        error: {
          message: expect.stringContaining('stands beside it under a name with “.old-”.') as string,
        },
      })
      expect(Object.values(snapshot(folder))).toContain('old')
    })
  })

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'ENAMETOOLONG', 'EWEIRD'])(
    'tell %s in a sentence',
    async (code) => {
      await inFolder(async (folder) => {
        const result = await writeFileAtomically(
          join(folder, 'x.pdf'),
          bytes('x'),
          failingDisk(0, code),
        )
        expect(result).toMatchObject({
          error: { code: 'disk.write', where: { file: join(folder, 'x.pdf') } },
        })
        expect(snapshot(folder)).toEqual({})
      })
    },
  )

  it('throw what is no refusal of the system, and two outputs of one name', async () => {
    const broken: FileSystem = {
      ...nodeFileSystem,
      write: () => Promise.reject(new TypeError('a bug')),
    }
    await inFolder(async (folder) => {
      await expect(writeFileAtomically(join(folder, 'x'), bytes('x'), broken)).rejects.toThrow(
        'a bug',
      )
      const twice: Output = { kind: 'file', path: join(folder, 'x'), bytes: bytes('x') }
      await expect(writeOutputs([twice, twice])).rejects.toThrow('same path')
    })
  })
})

describe('one output', () => {
  it('never takes the place of a thing of another kind', async () => {
    await inFolder(async (folder) => {
      fill(folder)
      const before = snapshot(folder)
      expect(await writeFileAtomically(join(folder, 'a.banxin'), bytes('x'))).toMatchObject({
        ok: false,
      })
      expect(
        await writeOutputs([{ kind: 'folder', path: join(folder, 'a.pdf'), files: [] }]),
      ).toMatchObject({ ok: false })
      expect(await writeFileAtomically(join(folder, 'a.pdf/x'), bytes('x'))).toMatchObject({
        ok: false,
      })
      expect(snapshot(folder)).toEqual(before)
    })
  })

  it('goes through a link and leaves it a link', async () => {
    await inFolder(async (folder) => {
      fill(folder)
      symlinkSync(join(folder, 'a.pdf'), join(folder, 'link.pdf'))
      expect(await writeFileAtomically(join(folder, 'link.pdf'), bytes('new'))).toMatchObject({
        ok: true,
      })
      expect(readlinkSync(join(folder, 'link.pdf'))).toBe(join(folder, 'a.pdf'))
      expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('new')
    })
  })
})
