/**
 * A font file in parts, for a thread that has no disk: what setting needs, and then
 * the outlines of glyphs as pages come to show them. A page shows one in twenty.
 */
import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
import { err, ok, type Result } from '../result'
import { CharClass, classOf } from './characters'
import { openFontFace } from './fontFace'
import { partPlaces } from './glyf'
import { readSfnt, type Sfnt } from './sfnt'
import type { FontFace, FontFile } from './types'

export interface FontPart {
  /** Length of the whole file. */
  readonly size: number
  /** Where the bytes belong: offset and length of a stretch, and so on. */
  readonly ranges: readonly number[]
  /** The stretches, one after another. */
  readonly bytes: Uint8Array
  /** The glyphs whose outlines are whole with it. */
  readonly glyphs: readonly GlyphId[]
}

/** A stretch of the file; `to` is not included. */
type Stretch = readonly [from: number, to: number]

/** All tables, and the outlines of what is no ideograph: setting looks at the ink of marks. */
export function settingPart(id: FontId, file: FontFile): Result<FontPart> {
  const face = openFontFace(id, file)
  if (!face.ok) return face
  const sfnt = opened(file)
  const { offset, length } = sfnt.table('glyf') ?? { offset: file.bytes.length, length: 0 }
  const tables: readonly Stretch[] = [
    [0, offset],
    [offset + length, file.bytes.length],
  ]
  return ok(partOf(file, sfnt, marksOf(face.value), tables))
}

/** The outlines of `glyphs`; throws when `file` is no TrueType font: it was opened before. */
export const outlinePart = (file: FontFile, glyphs: readonly GlyphId[]): FontPart =>
  partOf(file, opened(file), glyphs, [])

function opened(file: FontFile): Sfnt {
  const sfnt = readSfnt(file)
  if (!sfnt.ok) throw new Error(`The font ${sfnt.error}`)
  return sfnt.value
}

function partOf(
  file: FontFile,
  sfnt: Sfnt,
  glyphs: readonly GlyphId[],
  tables: readonly Stretch[],
): FontPart {
  const { bytes } = file
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const all = new Set(glyphs)
  const stretches = [...tables]
  // grows while composites add their parts
  for (const glyph of all) {
    const range = sfnt.glyphRange(glyph)
    if (range === null) continue
    const { offset, length } = range
    stretches.push([offset, offset + length])
    const outline = new DataView(view.buffer, view.byteOffset + offset, length)
    for (const place of partPlaces(outline)) all.add(outline.getUint16(place))
  }
  const apart = joined(stretches)
  const cut = new Uint8Array(apart.reduce((sum, [from, to]) => sum + to - from, 0))
  let at = 0
  for (const [from, to] of apart) {
    cut.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return {
    size: bytes.length,
    ranges: apart.flatMap(([from, to]) => [from, to - from]),
    bytes: cut,
    glyphs: [...all],
  }
}

/** Marks of which setting looks at the form that a text gives them (emitMarks.ts, emitWord.ts). */
const SHAPED = ['——', '‘', '’', '‚', '‛', '“', '”']

/** Letters, digits and marks of the first plane. */
function marksOf(face: FontFace): readonly GlyphId[] {
  const glyphs = new Set(SHAPED.flatMap((text) => face.shapeWord(text).glyphs))
  for (let code = 0x20; code < 0x10000; code++) {
    const kind = classOf(code)
    if (kind !== CharClass.han && kind !== CharClass.symbol) glyphs.add(face.glyphOf(code))
  }
  return [...glyphs]
}

/** The same stretches in order, none meeting another. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const apart: Stretch[] = []
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = apart.at(-1)
    if (last === undefined || from > last[1]) apart.push([from, to])
    else apart[apart.length - 1] = [last[0], Math.max(last[1], to)]
  }
  return apart
}

/** A face of which some outlines are here; asking it for another is a mistake and throws. */
export interface PartialFace {
  readonly face: FontFace
  has(glyph: GlyphId): boolean
  add(part: FontPart): void
}

/** Opens what `settingPart` gave; the error is one sentence naming the font. */
export function openPartialFace(id: FontId, start: FontPart): Result<PartialFace> {
  const bytes = new Uint8Array(start.size)
  const here = new Set<GlyphId>()
  const add = (part: FontPart): void => {
    let at = 0
    for (let i = 0; i < part.ranges.length; i += 2) {
      const [from = 0, length = 0] = part.ranges.slice(i, i + 2)
      bytes.set(part.bytes.subarray(at, at + length), from)
      at += length
    }
    for (const glyph of part.glyphs) here.add(glyph)
  }
  add(start)
  const whole = openFontFace(id, bytes)
  if (!whole.ok) return err(whole.error)
  const has = (glyph: GlyphId): boolean => here.has(glyph)
  const face: FontFace = {
    ...whole.value,
    outlineOf(glyph) {
      if (!has(glyph)) throw new Error(`The outline of glyph ${glyph} of ${id} was not fetched`)
      return whole.value.outlineOf(glyph)
    },
  }
  return ok({ face, has, add })
}
