import { readFileSync } from 'node:fs'
import { create, type FontkitFont } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { wholeFile } from '../../../core/text/fontFace'
import { subsetFont } from '../../../main/services/pdf/subsetFont'
import { fontPath, pageFont } from '../../build/pageFonts'

const kai = pageFont('LXGWWenKai-Regular')
const kaiBytes = readFileSync(fontPath('LXGWWenKai-Regular'))
/** Two glyphs of this face are built of parts, and one simple glyph. */
const COMPOSITES = [106, 118]

/** fontkit reads outlines with code of its own. */
const outline = (font: FontkitFont, glyph: number): string =>
  font
    .getGlyph(glyph)
    .path.commands.map((c) => [c.command, ...c.args].join(' '))
    .join(' ')
const open = (bytes: Uint8Array): FontkitFont => create(Buffer.from(bytes))

describe('a font subset', () => {
  const han = kai.glyphOf('字'.codePointAt(0) ?? 0)
  const glyphs = [0, han, ...COMPOSITES, 0, han]
  const subset = subsetFont(kai.file, glyphs)
  const read = open(subset.bytes)
  const source = open(kaiBytes)

  it('keeps every outline and advance, parts of composites included', () => {
    for (const [index, glyph] of glyphs.entries()) {
      expect(read.getGlyph(index).advanceWidth).toBe(kai.advanceOf(glyph))
      if (index === 4) continue
      expect(outline(read, index)).toBe(outline(source, glyph))
    }
    expect(outline(read, 2)).not.toBe('')
    expect(outline(read, glyphs.length)).not.toBe('')
  })

  it('gives .notdef asked for a second time no outline', () => {
    expect(outline(read, 0)).not.toBe('')
    expect(outline(read, 4)).toBe('')
  })

  it('states right checksums', () => {
    const view = new DataView(subset.bytes.buffer)
    let sum = 0
    for (let at = 0; at < subset.bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum.toString(16)).toBe('b1b0afba')
  })

  it('leaves the source as it was, even in a Buffer whose slices share memory', () => {
    const before = new Uint8Array(kaiBytes)
    const first = subsetFont(wholeFile(kaiBytes), glyphs)
    expect(Buffer.compare(before, kaiBytes)).toBe(0)
    expect(Buffer.compare(first.bytes, subset.bytes)).toBe(0)
  })

  it('refuses bytes that are no TrueType font', () => {
    expect(() => subsetFont(wholeFile(new Uint8Array(20)), [0])).toThrow(
      'The font is not a TrueType font',
    )
  })
})
