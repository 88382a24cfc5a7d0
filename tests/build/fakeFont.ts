import { fontId, type FontId } from '../../core/ids'
import { fontSetOf } from '../../core/text/fontFace'
import type { FontFace, FontSet, OutlineCommand } from '../../core/text/types'

/** Half-width: Latin letters, digits and ASCII marks. Everything else is 1 em. */
const isHalfWidth = (codePoint: number): boolean => codePoint > 0x20 && codePoint < 0x250

/**
 * A font of fixed widths without a file: 1 em for Han and full-width marks, ½ em
 * for Latin, ¼ em for the space and the no-break space. A glyph's index is its
 * code point, so tests read glyphs as text. `lacking` characters map to 0.
 */
export function fakeFace(id: FontId = fontId('Fake'), lacking = ''): FontFace {
  const missing = new Set(Array.from(lacking, (c) => c.codePointAt(0)))
  const advanceOf = (glyph: number): number =>
    glyph === 0x20 || glyph === 0xa0 ? 250 : isHalfWidth(glyph) ? 500 : 1000
  const glyphOf = (codePoint: number): number => (missing.has(codePoint) ? 0 : codePoint)
  const box = (width: number): readonly OutlineCommand[] => [
    { op: 'M', x: 50, y: 0 },
    { op: 'L', x: width - 50, y: 0 },
    { op: 'L', x: width - 50, y: 700 },
    { op: 'L', x: 50, y: 700 },
    { op: 'Z' },
  ]
  return {
    id,
    unitsPerEm: 1000,
    bytes: new Uint8Array(0),
    glyphOf,
    advanceOf,
    outlineOf: (glyph) => (glyph === 0x20 || glyph === 0x3000 ? [] : box(advanceOf(glyph))),
    shapeWord(text) {
      const texts = Array.from(text)
      const glyphs = texts.map((c) => glyphOf(c.codePointAt(0) ?? 0))
      return { glyphs, texts, advances: glyphs.map(advanceOf) }
    },
  }
}

/** One fake face, with any others to fall back on. */
export function fakeFonts(...faces: readonly FontFace[]): FontSet {
  const all = faces.length === 0 ? [fakeFace()] : faces
  return fontSetOf(
    all,
    all.slice(1).map((face) => face.id),
  )
}
