/**
 * The tables of a TrueType file that setting and drawing need: directory, head,
 * maxp, cmap, hmtx, loca and glyf. Everything is read in place through a
 * DataView when asked for, so opening costs a few lookups whatever the file's size.
 * Source: ISO/IEC 14496-22 (OpenType).
 */
import { err, ok, type Result } from '../result'
import { readGlyph } from './glyf'
import type { FontFile, OutlineCommand } from './types'

export interface TableRange {
  readonly offset: number
  readonly length: number
}

export interface Sfnt {
  readonly unitsPerEm: number
  readonly glyphCount: number
  /** Position of a table in the file, or null. */
  table(tag: string): TableRange | null
  /** 0 when the character is not mapped. */
  readonly glyphOf: (codePoint: number) => number
  /** Advance in font units; 0 for an index the font does not have. */
  advanceOf(glyph: number): number
  /** Where a glyph's outline stands in the file, loaded; null when it has none. */
  readonly glyphRange: (glyph: number) => TableRange | null
  /** Closed outline in font units, y upwards. Throws on damaged outline data. */
  readonly outlineOf: (glyph: number) => readonly OutlineCommand[]
}

const TRUETYPE = new Set([0x00010000, 0x74727565])
const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'loca', 'glyf'] as const

/** What a file is that is not a TrueType font, told by its first four bytes. */
function kindOf(signature: number): string {
  switch (signature) {
    case 0x4f54544f:
      return 'has PostScript (CFF) outlines; use the TrueType (.ttf) edition of the font'
    case 0x74746366:
      return 'is a font collection (.ttc); extract one face and use that'
    case 0x774f4646:
    case 0x774f4632:
      return 'is a packed web font (.woff); use the .ttf file'
    default:
      return 'is not a TrueType font'
  }
}

/**
 * Loads all tables but the outlines. The error is the second half of a sentence
 * that begins with the font's name.
 */
export function readSfnt(file: FontFile): Result<Sfnt, string> {
  const { bytes } = file
  if (bytes.byteLength < 12) return err('is empty or cut off; replace the file')
  file.load(0, 12)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!TRUETYPE.has(view.getUint32(0))) return err(kindOf(view.getUint32(0)))
  file.load(0, Math.min(12 + view.getUint16(4) * 16, bytes.byteLength))
  const tables = readDirectory(view)
  if (tables === null) return err('is cut off; replace the file')
  for (const tag of NEEDED) {
    if (!tables.has(tag)) return err(`lacks its ${tag} table; replace the file`)
  }
  for (const [tag, { offset, length }] of tables) {
    if (tag !== 'glyf') file.load(offset, offset + length)
  }
  return openTables(view, file, tables)
}

function readDirectory(view: DataView): Map<string, TableRange> | null {
  const count = view.getUint16(4)
  const tables = new Map<string, TableRange>()
  if (12 + count * 16 > view.byteLength) return null
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16
    const offset = view.getUint32(at + 8)
    const length = view.getUint32(at + 12)
    if (offset + length > view.byteLength) return null
    tables.set(tagAt(view, at), { offset, length })
  }
  return tables
}

export function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  )
}

function openTables(
  view: DataView,
  file: FontFile,
  tables: ReadonlyMap<string, TableRange>,
): Result<Sfnt, string> {
  const range = (tag: (typeof NEEDED)[number]): TableRange => {
    const found = tables.get(tag)
    if (found === undefined) throw new Error(`Table ${tag} was checked above`)
    return found
  }
  const head = range('head')
  const hhea = range('hhea')
  const hmtx = range('hmtx')
  const loca = range('loca')
  if (head.length < 54 || hhea.length < 36 || range('maxp').length < 6) {
    return err('has damaged header tables; replace the file')
  }
  const unitsPerEm = view.getUint16(head.offset + 18)
  const longLoca = view.getInt16(head.offset + 50) === 1
  const glyphCount = view.getUint16(range('maxp').offset + 4)
  const metricCount = view.getUint16(hhea.offset + 34)
  const sizesAgree =
    unitsPerEm >= 16 &&
    metricCount > 0 &&
    metricCount * 4 <= hmtx.length &&
    (glyphCount + 1) * (longLoca ? 4 : 2) <= loca.length
  if (!sizesAgree) return err('has damaged metrics; replace the file')
  const glyphOf = characterMap(view, range('cmap'))
  if (glyphOf === null) return err('has no Unicode character map; use another font')

  const glyphStart = (index: number): number =>
    longLoca ? view.getUint32(loca.offset + index * 4) : view.getUint16(loca.offset + index * 2) * 2
  const glyf = range('glyf')
  const glyphRange = (glyph: number): TableRange | null => {
    if (glyph >= glyphCount) return null
    const from = glyphStart(glyph)
    const to = glyphStart(glyph + 1)
    if (to <= from || to > glyf.length) return null
    file.load(glyf.offset + from, glyf.offset + to)
    return { offset: glyf.offset + from, length: to - from }
  }
  const glyphData = (glyph: number): DataView | null => {
    const found = glyphRange(glyph)
    return found && new DataView(view.buffer, view.byteOffset + found.offset, found.length)
  }
  return ok({
    unitsPerEm,
    glyphCount,
    table: (tag) => tables.get(tag) ?? null,
    glyphOf,
    advanceOf: (glyph) =>
      glyph >= glyphCount ? 0 : view.getUint16(hmtx.offset + Math.min(glyph, metricCount - 1) * 4),
    glyphRange,
    outlineOf: (glyph) => readGlyph(glyph, glyphData),
  })
}

/** The best Unicode subtable: the whole of Unicode (format 12) before the first plane (format 4). */
function characterMap(view: DataView, cmap: TableRange): ((codePoint: number) => number) | null {
  const count = view.getUint16(cmap.offset + 2)
  let basic = -1
  for (let i = 0; i < count; i++) {
    const at = cmap.offset + 4 + i * 8
    const platform = view.getUint16(at)
    if (platform !== 0 && platform !== 3) continue
    const sub = cmap.offset + view.getUint32(at + 4)
    const format = view.getUint16(sub)
    if (format === 12) return (codePoint) => lookUpGroups(view, sub, codePoint)
    if (format === 4) basic = sub
  }
  return basic < 0 ? null : (codePoint) => lookUpSegments(view, basic, codePoint)
}

function lookUpGroups(view: DataView, sub: number, codePoint: number): number {
  let low = 0
  let high = view.getUint32(sub + 12) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = sub + 16 + middle * 12
    if (codePoint < view.getUint32(at)) high = middle - 1
    else if (codePoint > view.getUint32(at + 4)) low = middle + 1
    else return view.getUint32(at + 8) + codePoint - view.getUint32(at)
  }
  return 0
}

function lookUpSegments(view: DataView, sub: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0
  const doubled = view.getUint16(sub + 6)
  const ends = sub + 14
  const starts = ends + doubled + 2
  let low = 0
  let high = doubled / 2 - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.getUint16(ends + middle * 2) < codePoint) low = middle + 1
    else high = middle
  }
  const start = view.getUint16(starts + low * 2)
  if (codePoint < start || codePoint > view.getUint16(ends + low * 2)) return 0
  const delta = view.getUint16(starts + doubled + low * 2)
  const rangeAt = starts + doubled * 2 + low * 2
  const rangeOffset = view.getUint16(rangeAt)
  if (rangeOffset === 0) return (codePoint + delta) & 0xffff
  const glyph = view.getUint16(rangeAt + rangeOffset + (codePoint - start) * 2)
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
