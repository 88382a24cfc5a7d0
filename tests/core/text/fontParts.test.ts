import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { fontId } from '../../../core/ids'
import { wholeFile } from '../../../core/text/fontFace'
import { openPartialFace, outlinePart, settingPart } from '../../../core/text/fontParts'
import { shapeParagraph } from '../../../core/text/shapeParagraph'
import type { FontFace } from '../../../core/text/types'
import { fakeFonts } from '../../build/fakeFont'
import { fontBytes, shippedFace } from './fonts'
import { context } from './setText'

const required = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const inParts = (name: string) =>
  required(
    openPartialFace(fontId(name), required(settingPart(fontId(name), wholeFile(fontBytes(name))))),
  )

/** Everything the composer makes of a paragraph before it knows a measure. */
const shaped = (text: string, face: FontFace) =>
  shapeParagraph(
    [{ text, faces: { han: face.id, latin: face.id }, pos: 0 }],
    context({}, fakeFonts(face)),
  )

const AT_ONCE = 32

describe.each(['NotoSerifSC-Medium', 'LXGWWenKai-Regular'])('%s in parts', (name) => {
  const whole = shippedFace(name)
  const parts = inParts(name)

  it('sets every character before the ideographs, letters and marks as the whole file does', () => {
    for (let first = 0x20; first < 0x3400; first += AT_ONCE) {
      const characters = Array.from({ length: AT_ONCE }, (_, i) => String.fromCharCode(first + i))
      const text = characters.map((c) => `字${c}字A${c}B——${c}`).join('')
      const made = shaped(text, parts.face)
      if (first < 0x2100 || first === 0x3000)
        expect(isDeepStrictEqual(made, shaped(text, whole))).toBe(true)
    }
    const wide = Array.from({ length: 0x200 }, (_, i) => String.fromCharCode(0xfe00 + i)).join('字')
    expect(isDeepStrictEqual(shaped(wide, parts.face), shaped(wide, whole))).toBe(true)
  })

  it('has the outlines that were asked for, composed ones too, and no other', () => {
    const glyphOf = (character: string): number => whole.glyphOf(character.codePointAt(0) ?? 0)
    const glyphs = Array.from('版心é㎡').map(glyphOf)
    const [first = 0] = glyphs
    expect(parts.has(first)).toBe(false)
    expect(() => parts.face.outlineOf(first)).toThrow('was not fetched')
    const file = wholeFile(fontBytes(name))
    parts.add(outlinePart(file, glyphs))
    for (const glyph of glyphs) {
      expect(parts.face.outlineOf(glyph)).toEqual(whole.outlineOf(glyph))
      expect(parts.face.outlineOf(glyph).length).toBeGreaterThan(0)
    }
    expect(parts.has(glyphOf('张'))).toBe(false)
  })

  it('gives a sentence for a font that is none', () => {
    const made = settingPart(fontId('Broken'), wholeFile(new Uint8Array(3)))
    expect(made).toMatchObject({ ok: false, error: { code: 'font.unreadable' } })
  })
})
