import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
import { err, ok, type Result } from '../result'
import { openLayout, type Layout } from './openType'
import { readSfnt, type Sfnt } from './sfnt'
import type { FontFace, FontFile, FontSet, OutlineCommand, ShapedWord } from './types'

/**
 * Opens a TrueType font file, given whole or to be read as it is needed. Takes
 * microseconds whatever the size: tables are read in place, layout tables only
 * when the first word is shaped. The bytes must not change afterwards. The error
 * is one sentence naming the font.
 */
export function openFontFace(id: FontId, font: Uint8Array | FontFile): Result<FontFace> {
  const file = font instanceof Uint8Array ? wholeFile(font) : font
  const opened = readChecked(file)
  if (!opened.ok) {
    return err({
      severity: 'error',
      code: 'font.unreadable',
      message: `The font ${id} ${opened.error}.`,
      parts: { font: id },
    })
  }
  return ok(faceOf(id, file, opened.value))
}

/** A font file of which all bytes are at hand. */
export const wholeFile = (bytes: Uint8Array): FontFile => ({ bytes, load: () => undefined })

/** A damaged table points outside the file; reading it then is an expected failure. */
function readChecked(file: FontFile): Result<Sfnt, string> {
  try {
    const sfnt = readSfnt(file)
    if (sfnt.ok) sfnt.value.glyphOf(0x4e00)
    return sfnt
  } catch (error) {
    if (error instanceof RangeError) return err('is damaged; replace the file')
    throw error
  }
}

/** Stands in for damaged layout tables: the letters are right, only kerning is lost. */
const PLAIN: Layout = {
  substitute: (glyphs) => glyphs.map((glyph) => ({ glyph, count: 1 })),
  kern: () => 0,
}

function faceOf(id: FontId, file: FontFile, sfnt: Sfnt): FontFace {
  const scale = 1000 / sfnt.unitsPerEm
  const words = new Map<string, ShapedWord>()
  const outlines = new Map<GlyphId, readonly OutlineCommand[]>()
  let layout: Layout | null = null
  const shape = (text: string): ShapedWord => {
    layout ??= openLayout(file.bytes, sfnt)
    try {
      return shapeGlyphs(text, sfnt, layout, scale)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      layout = PLAIN
      return shapeGlyphs(text, sfnt, layout, scale)
    }
  }
  return {
    id,
    unitsPerEm: sfnt.unitsPerEm,
    file,
    glyphOf: rememberGlyphs(sfnt.glyphOf),
    advanceOf: (glyph) => sfnt.advanceOf(glyph) * scale,
    outlineOf: (glyph) => remember(outlines, glyph, sfnt.outlineOf),
    shapeWord: (text) => remember(words, text, shape),
  }
}

/** A page uses each character many times: the search through the character map is done once. */
function rememberGlyphs(find: (codePoint: number) => GlyphId): (codePoint: number) => GlyphId {
  const basic = new Uint16Array(0x10000)
  const seen = new Uint8Array(0x10000)
  return (codePoint) => {
    if (codePoint > 0xffff) return find(codePoint)
    if (seen[codePoint] === 0) {
      seen[codePoint] = 1
      basic[codePoint] = find(codePoint)
    }
    return basic[codePoint]!
  }
}

function remember<K, V>(cache: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make(key)
  cache.set(key, made)
  return made
}

function shapeGlyphs(text: string, sfnt: Sfnt, layout: Layout, scale: number): ShapedWord {
  const characters = Array.from(text)
  const row = layout.substitute(characters.map((c) => sfnt.glyphOf(c.codePointAt(0) ?? 0)))
  const glyphs = row.map((one) => one.glyph)
  let next = 0
  const texts = row.map((one) => characters.slice(next, (next += one.count)).join(''))
  const advances = glyphs.map((glyph, i) => {
    const right = glyphs[i + 1]
    const kern = right === undefined ? 0 : layout.kern(glyph, right)
    return (sfnt.advanceOf(glyph) + kern) * scale
  })
  return { glyphs, advances, texts }
}

/** A font set over opened faces. `get` throws on an id that is not among them. */
export function fontSetOf(faces: readonly FontFace[], fallbacks: readonly FontId[]): FontSet {
  const byId = new Map(faces.map((face) => [face.id, face]))
  return {
    fallbacks,
    get(id) {
      const face = byId.get(id)
      if (face === undefined) throw new Error(`No font ${id} is open`)
      return face
    },
  }
}
