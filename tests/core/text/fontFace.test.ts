import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'
import { fontId } from '../../../core/ids'
import { fontSetOf, openFontFace } from '../../../core/text/fontFace'
import type { OutlineCommand } from '../../../core/text/types'
import { fontBytes, shippedFace } from './fonts'

const NAMES = ['NotoSerifSC-Medium', 'NotoSansSC-Bold', 'LXGWWenKai-Regular'] as const

const WORDS = [
  'AVATAR', 'To', 'LTE', '5G', 'Wi-Fi', 'office', 'fi', 'ffl', 'WTO', 'GDP', 'Type', 'P2P',
  '2019', '3.14', '21.5', '1200', '11', '47', '0123456789', '50%', 'A4', 'www.example.com',
  'COVID-19', 'naïve', 'café', "it's", '(a)', 'C++', 'R&D', '—', '——', '…', '……', '·', '~',
] // prettier-ignore

/** A spread of code points over everything a newspaper may hold. */
const CODE_POINTS = [
  ...Array.from({ length: 0x5f }, (_, i) => 0x20 + i),
  ...Array.from({ length: 0x60 }, (_, i) => 0xa0 + i),
  ...Array.from({ length: 0x70 }, (_, i) => 0x2000 + i),
  ...Array.from({ length: 0x40 }, (_, i) => 0x3000 + i),
  ...Array.from({ length: 0xf0 }, (_, i) => 0xff00 + i),
  ...Array.from({ length: 3000 }, (_, i) => 0x4e00 + i * 7),
  0x20000, 0x20bb7, 0x2a6d6, 0x1f600, 0x10ffff,
] // prettier-ignore

const flat = (commands: readonly OutlineCommand[]): readonly number[] =>
  commands.flatMap((c) =>
    c.op === 'Z' ? [] : c.op === 'Q' ? [c.x1, c.y1, c.x, c.y] : c.op === 'C' ? [] : [c.x, c.y],
  )

describe.each(NAMES)('%s agrees with the shaping library', (name) => {
  const bytes = fontBytes(name)
  const face = shippedFace(name)
  const library = fontkit.create(bytes)

  it('on the glyph and advance of every character', () => {
    const differing = CODE_POINTS.filter((c) => {
      const glyph = library.glyphForCodePoint(c)
      return face.glyphOf(c) !== glyph.id || face.advanceOf(glyph.id) !== glyph.advanceWidth
    })
    expect(differing).toEqual([])
  })

  it('on shaped words: substitutions, ligatures and kerning', () => {
    for (const word of WORDS) {
      const { glyphs, positions } = library.layout(word, undefined, 'hani', 'ZHS ')
      const shaped = face.shapeWord(word)
      expect({ word, glyphs: shaped.glyphs, advances: shaped.advances }).toEqual({
        word,
        glyphs: glyphs.map((g) => g.id),
        advances: positions.map((p) => p.xAdvance),
      })
      expect(shaped.texts.join('')).toBe(word)
    }
  })

  it('on outlines, composites included', () => {
    for (const c of Array.from('，“国é繁鬱g8①㎡ä')) {
      const glyph = library.glyphForCodePoint(c.codePointAt(0) ?? 0)
      const theirs = boundsOf(glyph.path.commands.flatMap((p) => p.args))
      expect({ c, bounds: boundsOf(flat(face.outlineOf(glyph.id))) }).toEqual({ c, bounds: theirs })
    }
  })
})

function boundsOf(numbers: readonly number[]): readonly number[] {
  const xs = numbers.filter((_, i) => i % 2 === 0)
  const ys = numbers.filter((_, i) => i % 2 === 1)
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
}

describe('opening', () => {
  const message = (bytes: Uint8Array): string => {
    const opened = openFontFace(fontId('Test'), bytes)
    return opened.ok ? 'opened' : opened.error.message
  }

  it('answers bad files with one sentence that names the font', () => {
    const whole = fontBytes('LXGWWenKai-Regular')
    const scrambled = whole.slice()
    scrambled.fill(0xff, 12 + 16 * 3, 12 + 16 * 4)
    expect(message(new Uint8Array(0))).toBe('The font Test is empty or cut off; replace the file.')
    expect(message(new TextEncoder().encode('not a font at all'))).toBe(
      'The font Test is not a TrueType font.',
    )
    expect(message(new TextEncoder().encode('OTTO and then some'))).toMatch(/PostScript/)
    expect(message(new TextEncoder().encode('ttcf and then some'))).toMatch(/collection/)
    expect(message(whole.slice(0, 100_000))).toMatch(/cut off/)
    expect(message(scrambled)).toMatch(/^The font Test .*replace the file\.$/)
  })

  it('sets words without kerning when the layout tables are damaged', () => {
    const bytes = fontBytes('NotoSerifSC-Medium').slice()
    const whole = shippedFace('NotoSerifSC-Medium')
    const view = new DataView(bytes.buffer)
    for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
      const tag = new TextDecoder().decode(bytes.subarray(at, at + 4))
      const offset = view.getUint32(at + 8)
      if (tag === 'GSUB' || tag === 'GPOS') bytes.fill(0xff, offset + 4, offset + 10)
    }
    const opened = openFontFace(fontId('Damaged'), bytes)
    if (!opened.ok) throw new Error(opened.error.message)
    const advances = Array.from('AVA', (c) => whole.advanceOf(whole.glyphOf(c.charCodeAt(0))))
    expect(opened.value.shapeWord('AVA').advances).toEqual(advances)
    expect(whole.shapeWord('AVA').advances).not.toEqual(advances)
  })

  it('says nothing of characters a font lacks but glyph 0', () => {
    expect(shippedFace('NotoSerifSC-Medium').glyphOf(0x20bb7)).toBe(0)
  })

  it('keeps one result a word', () => {
    const face = shippedFace('NotoSerifSC-Medium')
    expect(face.shapeWord('Type')).toBe(face.shapeWord('Type'))
  })

  it('refuses a font that is not in the set: a programming mistake', () => {
    const set = fontSetOf([shippedFace('NotoSerifSC-Medium')], [])
    expect(() => set.get(fontId('Nowhere'))).toThrow('No font Nowhere is open')
  })
})
