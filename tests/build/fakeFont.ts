import { fontId, type FontId } from '../../core/ids'
import { fontSetOf, wholeFile } from '../../core/text/fontFace'
import type { FontFace, FontSet, OutlineCommand } from '../../core/text/types'

const OPENING = new Set('“‘「『（《〈【〖〔［｛')
const CLOSING = new Set('”’」』）》〉】〗〕］｝，、；：。．！？')

/** Half-width: Latin letters, digits and ASCII marks. Everything else is 1 em. */
const isHalfWidth = (codePoint: number): boolean => codePoint > 0x20 && codePoint < 0x250

/**
 * A font of fixed widths without a file: 1 em for Han and full-width marks, ½ em
 * for Latin, ¼ em for the space and the no-break space. Full-width marks
 * have their ink in one half. A glyph's index is its code point, so tests read
 * glyphs as text. `lacking` characters map to 0.
 */
export function fakeFace(id: FontId = fontId('Fake'), lacking = ''): FontFace {
  const missing = new Set(Array.from(lacking, (c) => c.codePointAt(0)))
  const advanceOf = (glyph: number): number =>
    glyph === 0x20 || glyph === 0xa0 ? 250 : isHalfWidth(glyph) ? 500 : 1000
  const glyphOf = (codePoint: number): number => (missing.has(codePoint) ? 0 : codePoint)
  const box = (left: number, right: number): readonly OutlineCommand[] => [
    { op: 'M', x: left, y: 0 },
    { op: 'L', x: right, y: 0 },
    { op: 'L', x: right, y: 700 },
    { op: 'L', x: left, y: 700 },
    { op: 'Z' },
  ]
  const outlineOf = (glyph: number): readonly OutlineCommand[] => {
    if (glyph === 0x20 || glyph === 0x3000) return []
    const character = String.fromCodePoint(glyph)
    if (OPENING.has(character)) return box(550, 950)
    if (CLOSING.has(character)) return box(50, 450)
    return box(50, advanceOf(glyph) - 50)
  }
  return {
    id,
    unitsPerEm: 1000,
    file: wholeFile(new Uint8Array(0)),
    glyphOf,
    advanceOf,
    outlineOf,
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
