import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SetupError } from '../../scripts/setup/say.mjs'
import { fontFault, gb2312 } from '../../scripts/setup/sfnt.mjs'
import { setupSystem } from '../../scripts/setup/system.mjs'
import { woffToSfnt } from '../../scripts/setup/woff.mjs'

const fonts = resolve(import.meta.dirname, '../../resources/fonts')
const TRUETYPE = 0x00010000

interface Table {
  readonly tag: string
  readonly data: Buffer
}

function sfnt(flavour: number, tables: readonly Table[]): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.length)
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(tables.length, 4)
  let offset = header.length
  tables.forEach(({ tag, data }, index) => {
    header.write(tag, 12 + 16 * index, 'latin1')
    header.writeUInt32BE(offset, 12 + 16 * index + 8)
    header.writeUInt32BE(data.length, 12 + 16 * index + 12)
    offset += data.length
  })
  return Buffer.concat([header, ...tables.map(({ data }) => data)])
}

function woff(tables: readonly (Table & { readonly deflate: boolean })[]): Buffer {
  const header = Buffer.alloc(44 + 20 * tables.length)
  header.write('wOFF', 0, 'latin1')
  header.writeUInt32BE(TRUETYPE, 4)
  header.writeUInt16BE(tables.length, 12)
  let offset = header.length
  const bodies = tables.map(({ tag, data, deflate }, index) => {
    const stored = deflate ? deflateSync(data) : data
    const entry = 44 + 20 * index
    header.write(tag, entry, 'latin1')
    header.writeUInt32BE(offset, entry + 4)
    header.writeUInt32BE(stored.length, entry + 8)
    header.writeUInt32BE(data.length, entry + 12)
    header.writeUInt32BE(index + 7, entry + 16)
    offset += stored.length
    return stored
  })
  return Buffer.concat([header, ...bodies])
}

/** A cmap with one format 12 subtable that maps each of the code points to some glyph. */
function cmapOf(codePoints: readonly number[]): Buffer {
  const cmap = Buffer.alloc(12 + 16 + 12 * codePoints.length)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(12, 12)
  cmap.writeUInt32BE(codePoints.length, 12 + 12)
  codePoints.forEach((codePoint, index) => {
    cmap.writeUInt32BE(codePoint, 28 + 12 * index)
    cmap.writeUInt32BE(codePoint, 28 + 12 * index + 4)
  })
  return cmap
}

const empty = (tag: string): Table => ({ tag, data: Buffer.alloc(4) })
const outlines = ['glyf', 'head', 'hmtx', 'loca'].map(empty)
const cmap = (codePoints: readonly number[]): Table => ({ tag: 'cmap', data: cmapOf(codePoints) })

describe('GB 2312', () => {
  it('has 682 symbols and 6,763 hanzi, 啊 to 齄', () => {
    const characters = gb2312().map((codePoint) => String.fromCodePoint(codePoint))
    expect(new Set(characters).size).toBe(7445)
    expect(characters.slice(682)).toHaveLength(6763)
    expect(characters[682]).toBe('啊')
    expect(characters.at(-1)).toBe('齄')
    expect(characters[0]).toBe('\u3000')
    expect(characters.every((character) => !/\p{Co}/u.test(character))).toBe(true)
  })
})

describe('unpacking WOFF', () => {
  it('gives every table whole, on a multiple of four bytes', () => {
    const long = Buffer.from('版心'.repeat(40))
    const font = woffToSfnt(
      woff([
        { tag: 'aaaa', data: Buffer.from('12345'), deflate: false },
        { tag: 'bbbb', data: long, deflate: true },
      ]),
    )
    expect(font.readUInt32BE(0)).toBe(TRUETYPE)
    expect(font.readUInt16BE(4)).toBe(2)
    const tables = [12, 28].map((entry) => {
      const offset = font.readUInt32BE(entry + 8)
      expect(offset % 4).toBe(0)
      return {
        tag: font.toString('latin1', entry, entry + 4),
        checksum: font.readUInt32BE(entry + 4),
        data: font.subarray(offset, offset + font.readUInt32BE(entry + 12)).toString(),
      }
    })
    expect(tables).toEqual([
      { tag: 'aaaa', checksum: 7, data: '12345' },
      { tag: 'bbbb', checksum: 8, data: long.toString() },
    ])
  })

  it('refuses another format', () => {
    expect(() => woffToSfnt(sfnt(TRUETYPE, outlines))).toThrow('not a WOFF 1.0 file')
  })
})

describe('judging a font', () => {
  it('accepts a static TrueType font with all of GB 2312', () => {
    expect(fontFault(sfnt(TRUETYPE, [cmap(gb2312()), ...outlines]))).toBeNull()
  })

  it('names a missing character', () => {
    const without = gb2312().filter((codePoint) => codePoint !== '齄'.codePointAt(0))
    expect(fontFault(sfnt(TRUETYPE, [cmap(without), ...outlines]))).toBe(
      'lacks 1 GB2312 characters, the first 齄',
    )
  })

  it('refuses CFF outlines, variable fonts and missing tables', () => {
    const whole = [cmap(gb2312()), ...outlines]
    expect(fontFault(sfnt(0x4f54544f, whole))).toBe('is not a TrueType font')
    expect(fontFault(sfnt(TRUETYPE, [...whole, empty('fvar')]))).toBe('is a variable font')
    expect(fontFault(sfnt(TRUETYPE, whole.slice(0, -1)))).toBe('has no loca table')
  })
})

describe('the fonts put in place', () => {
  it('are listed with their weight, size and licence', () => {
    const list = JSON.parse(readFileSync(join(fonts, 'fonts.json'), 'utf8')) as readonly {
      readonly id: string
      readonly file: string
      readonly bytes: number
      readonly licence: string
      readonly licenceFile: string
    }[]
    expect(list.map(({ id }) => id)).toEqual([
      'NotoSerifSC-Medium',
      'NotoSerifSC-SemiBold',
      'NotoSerifSC-Bold',
      'NotoSerifSC-Black',
      'NotoSansSC-Medium',
      'NotoSansSC-Bold',
      'NotoSansSC-Black',
      'LXGWWenKai-Regular',
      'LXGWWenKai-Bold',
    ])
    for (const { file, bytes, licence, licenceFile } of list) {
      expect(readFileSync(join(fonts, file))).toHaveLength(bytes)
      expect(licence).toBe('OFL-1.1')
      expect(readFileSync(join(fonts, licenceFile), 'utf8')).toContain('SIL OPEN FONT LICENSE')
    }
  })
})

describe('system packages', () => {
  afterEach(() => vi.restoreAllMocks())

  it('are left alone when the programs are there', () => {
    expect(() => setupSystem([{ program: 'node', debian: 'nodejs' }])).not.toThrow()
  })

  it('are asked for in one sentence when we may not install them', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000)
    const ask = () => setupSystem([{ program: 'no-such-program', debian: 'some-package' }])
    expect(ask).toThrow(SetupError)
    expect(ask).toThrow(/apt-get install (-y )?some-package/)
    expect(ask).toThrow(expect.objectContaining({ exitCode: 2 }))
  })
})
