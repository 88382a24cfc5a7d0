import type { GlyphId } from '../../../core/display/displayList'
import { partPlaces } from '../../../core/text/glyf'
import { readSfnt, type Sfnt } from '../../../core/text/sfnt'
import type { FontFile } from '../../../core/text/types'
import { writeSfnt, type Table } from './writeSfnt'

export interface FontSubset {
  readonly bytes: Uint8Array
  /** In 1/1000 em: left, bottom, right, top of all outlines in the subset laid over each other. */
  readonly bounds: readonly number[]
  readonly ascent: number
  readonly descent: number
}

/** Hinting programs, copied when a font has them; its glyphs may call them. */
const HINTING = ['cvt ', 'fpgm', 'prep'] as const

/**
 * A TrueType font whose glyph `i` is the source's `glyphs[i]` (index 0 must be
 * .notdef), followed by the parts of composites. A glyph asked for twice stands
 * twice, so that each code of the file has a glyph of its own; .notdef asked
 * for again gives an empty glyph: a character the font lacks keeps its text and
 * draws nothing. Throws when `file` is no TrueType font: it was opened before.
 * Source: ISO/IEC 14496-22; tables as PDF 32000-1 9.9 asks of CIDFontType2.
 */
export function subsetFont(file: FontFile, glyphs: readonly GlyphId[]): FontSubset {
  const { bytes } = file
  const opened = readSfnt(file)
  if (!opened.ok) throw new Error(`The font ${opened.error}`)
  const sfnt = opened.value
  /** The bytes of a glyph in the glyf table; empty for one without outline. */
  const source = (glyph: GlyphId): Uint8Array => {
    const range = sfnt.glyphRange(glyph)
    return range === null ? NOTHING : bytes.subarray(range.offset, range.offset + range.length)
  }

  const order = [...glyphs]
  const parts = new Map<GlyphId, number>()
  const indexOfPart = (glyph: GlyphId): number => {
    const known = parts.get(glyph)
    if (known !== undefined) return known
    parts.set(glyph, order.length)
    order.push(glyph)
    return order.length - 1
  }
  const outlines: Uint8Array[] = []
  // grows while composites add their parts
  for (let index = 0; index < order.length; index += 1) {
    const glyph = order[index] ?? 0
    const empty = index > 0 && glyph === 0
    outlines.push(empty ? NOTHING : renumberParts(source(glyph), indexOfPart))
  }

  const copy = (tag: string): Uint8Array => {
    const range = sfnt.table(tag)
    const from = range?.offset ?? 0
    return copyOf(bytes.subarray(from, from + (range?.length ?? 0)))
  }
  const { glyf, loca } = joinOutlines(outlines)
  const head = copy('head')
  const headView = new DataView(head.buffer)
  headView.setInt16(50, 1)
  const bounds = reach(outlines)
  bounds.forEach((value, index) => headView.setInt16(36 + index * 2, value))
  const maxp = copy('maxp')
  new DataView(maxp.buffer).setUint16(4, order.length)
  const hhea = copy('hhea')
  const hheaView = new DataView(hhea.buffer)
  hheaView.setUint16(34, order.length)

  const tables: Table[] = [
    ...HINTING.filter((tag) => sfnt.table(tag) !== null).map((tag) => ({ tag, bytes: copy(tag) })),
    { tag: 'glyf', bytes: glyf },
    { tag: 'head', bytes: head },
    { tag: 'hhea', bytes: hhea },
    { tag: 'hmtx', bytes: metrics(order, outlines, sfnt) },
    { tag: 'loca', bytes: loca },
    { tag: 'maxp', bytes: maxp },
  ]
  const perMille = (value: number): number => Math.round((value * 1000) / sfnt.unitsPerEm)
  return {
    bytes: writeSfnt(tables),
    bounds: bounds.map(perMille),
    ascent: perMille(hheaView.getInt16(4)),
    descent: perMille(hheaView.getInt16(6)),
  }
}

const NOTHING = new Uint8Array(0)

/** A composite names its parts by glyph number; in the subset they have others. */
function renumberParts(data: Uint8Array, indexOf: (glyph: GlyphId) => number): Uint8Array {
  const out = copyOf(data)
  const view = viewOf(out)
  for (const at of partPlaces(view)) view.setUint16(at, indexOf(view.getUint16(at)))
  return out
}

/** Not `slice`, which on a Buffer gives a window on the font itself. */
const copyOf = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data)

/** Without a DataView: one would be made for each of thousands of glyphs. */
const int16 = (data: Uint8Array, at: number): number =>
  (((data[at] ?? 0) << 24) | ((data[at + 1] ?? 0) << 16)) >> 16

const viewOf = (data: Uint8Array): DataView =>
  new DataView(data.buffer, data.byteOffset, data.byteLength)

/**
 * Left, bottom, right and top over all outlines, from the glyphs' own headers.
 * The source's values would be three em high because of a few odd glyphs, and a
 * rasteriser that judges glyph size by them (poppler) then leaves out subpixel
 * placing at text sizes.
 */
function reach(outlines: readonly Uint8Array[]): readonly number[] {
  const bounds = [0, 0, 0, 0]
  for (const outline of outlines) {
    if (outline.length < 10) continue
    for (let side = 0; side < 4; side += 1) {
      const value = int16(outline, 2 + side * 2)
      const widest = side < 2 ? Math.min : Math.max
      bounds[side] = widest(bounds[side] ?? 0, value)
    }
  }
  return bounds
}

/** Outlines one after another, each starting on a multiple of four, and the index to them. */
function joinOutlines(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array((outlines.length + 1) * 4)
  const index = viewOf(loca)
  let size = 0
  for (const [i, outline] of outlines.entries()) {
    index.setUint32(i * 4, size)
    size += (outline.length + 3) & ~3
  }
  index.setUint32(outlines.length * 4, size)
  const glyf = new Uint8Array(size)
  for (const [i, outline] of outlines.entries()) glyf.set(outline, index.getUint32(i * 4))
  return { glyf, loca }
}

/**
 * Advances as in the source. The left bearing is the outline's own left edge:
 * some rasterisers move a glyph by the difference of the two, ours and others
 * do not.
 */
function metrics(
  order: readonly GlyphId[],
  outlines: readonly Uint8Array[],
  sfnt: Sfnt,
): Uint8Array {
  const hmtx = new Uint8Array(order.length * 4)
  const view = viewOf(hmtx)
  for (const [index, glyph] of order.entries()) {
    const outline = outlines[index]
    view.setUint16(index * 4, sfnt.advanceOf(glyph))
    if (outline !== undefined && outline.length >= 10) {
      view.setInt16(index * 4 + 2, int16(outline, 2))
    }
  }
  return hmtx
}
