import { createHash } from 'node:crypto'
import type { GlyphId } from '../../../core/display/displayList'
import type { FontFace } from '../../../core/text/types'
import { num } from './content'
import type { PdfFile, PdfRef, PdfValue } from './pdfFile'
import { pdfText } from './pdfFile'
import { subsetFont } from './subsetFont'
import { toUnicode } from './toUnicode'

/**
 * One font of the file. Its codes stand for (glyph, source text) pairs, not
 * glyphs: 一 and the radical ⼀ may share an outline, and a reader of the file
 * must still get back the character that was written.
 */
export interface EmbeddedFont {
  /** Name in the page's resources. */
  readonly name: string
  readonly ref: PdfRef
  /** Two-byte code of the pair, from 1; the same pair always gets the same code. */
  codeOf(glyph: GlyphId, text: string): number
  /** Width as stated in the file, in 1/1000 em. */
  widthOf(code: number): number
  /** Writes the subset and its tables; no code may be asked for afterwards. Returns the font program. */
  finish(file: PdfFile): Uint8Array
}

export function embeddedFont(file: PdfFile, face: FontFace, name: string): EmbeddedFont {
  const ref = file.ref({ Type: 'Font', Subtype: 'Type0', Encoding: 'Identity-H' })
  const codes = new Map<GlyphId, Map<string, number>>()
  // code 0 is .notdef, which is never shown
  const glyphs: GlyphId[] = [0]
  const texts: string[] = ['']
  const widths: number[] = [roundWidth(face.advanceOf(0))]

  return {
    name,
    ref,
    codeOf(glyph, text) {
      let ofGlyph = codes.get(glyph)
      if (ofGlyph === undefined) codes.set(glyph, (ofGlyph = new Map<string, number>()))
      const known = ofGlyph.get(text)
      if (known !== undefined) return known
      const code = glyphs.length
      if (code > 0xffff) throw new RangeError(`Font ${face.id} needs more than 65,535 codes`)
      ofGlyph.set(text, code)
      glyphs.push(glyph)
      texts.push(text)
      widths.push(roundWidth(face.advanceOf(glyph)))
      return code
    },
    widthOf: (code) => widths[code] ?? 0,
    finish(target) {
      const subset = subsetFont(face.file, glyphs)
      const base = `${subsetTag(glyphs, texts)}+${face.id}`
      const descriptor = target.ref({
        Type: 'FontDescriptor',
        FontName: base,
        // symbolic: codes follow no standard encoding
        Flags: 4,
        FontBBox: subset.bounds,
        ItalicAngle: 0,
        Ascent: subset.ascent,
        Descent: subset.descent,
        CapHeight: subset.ascent,
        StemV: 80,
        FontFile2: target.stream({ Length1: subset.bytes.length }, subset.bytes),
      })
      descriptor.end()
      const descendant = target.ref({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: base,
        CIDSystemInfo: {
          Registry: pdfText('Adobe'),
          Ordering: pdfText('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        CIDToGIDMap: 'Identity',
        DW: FULL_WIDTH,
        W: widthArray(widths),
      })
      descendant.end()
      ref.data['BaseFont'] = base
      ref.data['DescendantFonts'] = [descendant]
      ref.data['ToUnicode'] = target.stream({}, Buffer.from(toUnicode(texts), 'latin1'))
      ref.end()
      return subset.bytes
    },
  }
}

/** Width of every Han character: the default, so that /W lists only the others. */
const FULL_WIDTH = 1000

const roundWidth = (width: number): number => Math.round(width * 1000) / 1000

/** `first [w w w]` for each stretch of codes that are not full width (PDF 32000-1 9.7.4.3). */
function widthArray(widths: readonly number[]): PdfValue[] {
  const out: PdfValue[] = []
  let stretch: PdfValue[] = []
  for (const [code, width] of widths.entries()) {
    if (width === FULL_WIDTH) continue
    if (code === 0 || widths[code - 1] === FULL_WIDTH) {
      stretch = []
      out.push(code, stretch)
    }
    stretch.push(Number(num(width)))
  }
  return out
}

/** Six capitals from what the subset holds: the same content gives the same name. */
function subsetTag(glyphs: readonly GlyphId[], texts: readonly string[]): string {
  const digest = createHash('sha256').update(glyphs.join(' ')).update(texts.join('\0')).digest()
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')
}
