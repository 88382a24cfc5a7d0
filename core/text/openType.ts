/**
 * The part of OpenType layout that Chinese newspaper setting needs: single and
 * ligature substitution (ccmp, locl, liga) and pair kerning (kern), for script
 * `hani`, language `ZHS`. The shaping library does the same and much more, but
 * costs about 90 ms to load and 20 ms for its first word of a font; contextual
 * features are left to it, and tests hold both to the same glyphs and advances.
 * Source: ISO/IEC 14496-22 §6.2, §6.3.
 */
import { tagAt, type Sfnt } from './sfnt'

export interface Substituted {
  readonly glyph: number
  /** How many of the given glyphs this one stands for. */
  readonly count: number
}

/** Tables are read at the first call; both throw a RangeError when they are damaged. */
export interface Layout {
  substitute(glyphs: readonly number[]): readonly Substituted[]
  /** What the pair adds to the first glyph's advance, in font units. */
  kern(left: number, right: number): number
}

interface Subtable {
  readonly type: number
  readonly at: number
}

const EXTENSION = { GSUB: 7, GPOS: 9 } as const

export function openLayout(bytes: Uint8Array, sfnt: Sfnt): Layout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let substitutions: readonly (readonly Subtable[])[] | null = null
  let kernings: readonly (readonly Subtable[])[] | null = null
  return {
    substitute(glyphs) {
      substitutions ??= lookups(view, sfnt, 'GSUB', ['ccmp', 'locl', 'liga'])
      let row: readonly Substituted[] = glyphs.map((glyph) => ({ glyph, count: 1 }))
      for (const lookup of substitutions) row = applySubstitution(view, lookup, row)
      return row
    },
    kern(left, right) {
      kernings ??= lookups(view, sfnt, 'GPOS', ['kern'])
      let sum = 0
      for (const lookup of kernings) {
        for (const sub of lookup) {
          const value = sub.type === 2 ? pairValue(view, sub.at, left, right) : null
          if (value === null) continue
          sum += value
          break
        }
      }
      return sum
    },
  }
}

/** Subtables of each lookup the features ask for, in the font's lookup order. */
function lookups(
  view: DataView,
  sfnt: Sfnt,
  tag: 'GSUB' | 'GPOS',
  wanted: readonly string[],
): readonly (readonly Subtable[])[] {
  const table = sfnt.table(tag)
  if (table === null) return []
  const root = table.offset
  const system = languageSystem(view, root + view.getUint16(root + 4))
  if (system === null) return []
  const features = root + view.getUint16(root + 6)
  const list = root + view.getUint16(root + 8)
  const indexes = new Set<number>()
  for (let i = 0; i < view.getUint16(system + 4); i++) {
    const record = features + 2 + view.getUint16(system + 6 + i * 2) * 6
    if (!wanted.includes(tagAt(view, record))) continue
    const feature = features + view.getUint16(record + 4)
    for (let k = 0; k < view.getUint16(feature + 2); k++) {
      indexes.add(view.getUint16(feature + 4 + k * 2))
    }
  }
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => subtables(view, list + view.getUint16(list + 2 + index * 2), EXTENSION[tag]))
}

function subtables(view: DataView, lookup: number, extension: number): readonly Subtable[] {
  const type = view.getUint16(lookup)
  return Array.from({ length: view.getUint16(lookup + 4) }, (_, i) => {
    const at = lookup + view.getUint16(lookup + 6 + i * 2)
    if (type !== extension) return { type, at }
    return { type: view.getUint16(at + 2), at: at + view.getUint32(at + 4) }
  })
}

/** Language system ZHS of script hani, else the default one of hani, latn or DFLT. */
function languageSystem(view: DataView, scripts: number): number | null {
  const find = (list: number, records: number, tag: string): number | null => {
    for (let i = 0; i < view.getUint16(records); i++) {
      const at = records + 2 + i * 6
      if (tagAt(view, at) === tag) return list + view.getUint16(at + 4)
    }
    return null
  }
  for (const tag of ['hani', 'DFLT', 'latn']) {
    const script = find(scripts, scripts, tag)
    if (script === null) continue
    const chinese = find(script, script + 2, 'ZHS ')
    if (chinese !== null) return chinese
    const byDefault = view.getUint16(script)
    if (byDefault !== 0) return script + byDefault
  }
  return null
}

/** Index of a glyph in a coverage table, -1 when it is not covered. */
function coverage(view: DataView, at: number, glyph: number): number {
  const ranges = view.getUint16(at) === 2
  let low = 0
  let high = view.getUint16(at + 2) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = at + 4 + middle * (ranges ? 6 : 2)
    const first = view.getUint16(record)
    const last = ranges ? view.getUint16(record + 2) : first
    if (glyph < first) high = middle - 1
    else if (glyph > last) low = middle + 1
    else return ranges ? view.getUint16(record + 4) + glyph - first : middle
  }
  return -1
}

function applySubstitution(
  view: DataView,
  lookup: readonly Subtable[],
  row: readonly Substituted[],
): readonly Substituted[] {
  const out: Substituted[] = []
  for (let i = 0; i < row.length;) {
    const found = firstMatch(view, lookup, row, i)
    const one = row[i]
    if (found !== null) {
      out.push({ glyph: found.glyph, count: sumCounts(row, i, i + found.count) })
      i += found.count
    } else {
      if (one !== undefined) out.push(one)
      i += 1
    }
  }
  return out
}

function sumCounts(row: readonly Substituted[], from: number, to: number): number {
  return row.slice(from, to).reduce((sum, one) => sum + one.count, 0)
}

function firstMatch(
  view: DataView,
  lookup: readonly Subtable[],
  row: readonly Substituted[],
  at: number,
): Substituted | null {
  for (const sub of lookup) {
    const glyph = row[at]?.glyph ?? 0
    const index = coverage(view, sub.at + view.getUint16(sub.at + 2), glyph)
    if (index < 0) continue
    if (sub.type === 1) return { glyph: singleSubstitute(view, sub.at, glyph, index), count: 1 }
    const ligature = sub.type === 4 ? ligatureAt(view, sub.at, index, row, at) : null
    if (ligature !== null) return ligature
  }
  return null
}

function singleSubstitute(view: DataView, at: number, glyph: number, index: number): number {
  if (view.getUint16(at) === 1) return (glyph + view.getInt16(at + 4)) & 0xffff
  return view.getUint16(at + 6 + index * 2)
}

function ligatureAt(
  view: DataView,
  sub: number,
  index: number,
  row: readonly Substituted[],
  at: number,
): Substituted | null {
  const set = sub + view.getUint16(sub + 6 + index * 2)
  for (let i = 0; i < view.getUint16(set); i++) {
    const ligature = set + view.getUint16(set + 2 + i * 2)
    const count = view.getUint16(ligature + 2)
    let matches = true
    for (let k = 1; k < count && matches; k++) {
      matches = row[at + k]?.glyph === view.getUint16(ligature + 4 + (k - 1) * 2)
    }
    if (matches) return { glyph: view.getUint16(ligature), count }
  }
  return null
}

const X_ADVANCE = 4

/** Bytes before the x advance in a value record, or -1 when the record has none. */
function advanceOffset(format: number): number {
  if ((format & X_ADVANCE) === 0) return -1
  return ((format & 1) + ((format >> 1) & 1)) * 2
}

function recordSize(format: number): number {
  let size = 0
  for (let bits = format; bits !== 0; bits >>= 1) size += (bits & 1) * 2
  return size
}

/** The advance a pair subtable gives to `left` before `right`; null when the pair is not in it. */
function pairValue(view: DataView, at: number, left: number, right: number): number | null {
  const covered = coverage(view, at + view.getUint16(at + 2), left)
  if (covered < 0) return null
  const first = view.getUint16(at + 4)
  const size = recordSize(first) + recordSize(view.getUint16(at + 6))
  const advance = advanceOffset(first)
  const valueAt = (record: number): number => (advance < 0 ? 0 : view.getInt16(record + advance))
  if (view.getUint16(at) === 2) {
    const class1 = classOf(view, at + view.getUint16(at + 8), left)
    const class2 = classOf(view, at + view.getUint16(at + 10), right)
    return valueAt(at + 16 + (class1 * view.getUint16(at + 14) + class2) * size)
  }
  const set = at + view.getUint16(at + 10 + covered * 2)
  for (let i = 0; i < view.getUint16(set); i++) {
    const record = set + 2 + i * (size + 2)
    if (view.getUint16(record) === right) return valueAt(record + 2)
  }
  return null
}

function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2)
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + index * 2) : 0
  }
  let low = 0
  let high = view.getUint16(at + 2) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = at + 4 + middle * 6
    if (glyph < view.getUint16(record)) high = middle - 1
    else if (glyph > view.getUint16(record + 2)) low = middle + 1
    else return view.getUint16(record + 4)
  }
  return 0
}
