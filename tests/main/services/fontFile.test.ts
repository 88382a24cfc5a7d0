import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fontId } from '../../../core/ids'
import { openFontFace } from '../../../core/text/fontFace'
import { openFontFile } from '../../../main/services/fontFile'
import { fontPath, pageFont } from '../../build/pageFonts'

const folder = mkdtempSync(join(tmpdir(), 'banxin-font-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SIZE = 50_000
const content = Uint8Array.from({ length: SIZE }, (_, i) => 1 + (i % 251))

describe('a font file read piecemeal', () => {
  it('has what was loaded, whatever was loaded before', () => {
    const path = join(folder, 'any.ttf')
    writeFileSync(path, content)
    const range = fc
      .tuple(fc.nat(SIZE), fc.nat(SIZE))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
        const file = openFontFile(path)
        expect(file.bytes.length).toBe(SIZE)
        for (const [from = 0, to = 0] of ranges) file.load(from, to)
        for (const [from = 0, to = 0] of ranges) {
          expect(Buffer.compare(file.bytes.subarray(from, to), content.subarray(from, to))).toBe(0)
        }
      }),
      { seed: 20261122, numRuns: 60 },
    )
  })

  it('leaves the outlines nobody asks for on the disk', () => {
    const { file } = pageFont('NotoSerifSC-Medium')
    const end = readFileSync(fontPath('NotoSerifSC-Medium')).subarray(-4096)
    expect(end.some((byte) => byte !== 0)).toBe(true)
    expect(file.bytes.subarray(-4096).some((byte) => byte !== 0)).toBe(false)
  })

  it('gives the same glyphs as the file read whole', () => {
    const id = fontId('LXGWWenKai-Regular')
    const path = fontPath(id)
    const piecemeal = openFontFace(id, openFontFile(path))
    const whole = openFontFace(id, readFileSync(path))
    if (!piecemeal.ok || !whole.ok) throw new Error('The font could not be opened')
    for (const character of '版心，。（）Ag1') {
      const glyph = whole.value.glyphOf(character.codePointAt(0) ?? 0)
      expect(glyph).toBeGreaterThan(0)
      expect(piecemeal.value.outlineOf(glyph)).toEqual(whole.value.outlineOf(glyph))
      expect(piecemeal.value.outlineOf(glyph).length).toBeGreaterThan(0)
    }
    expect(piecemeal.value.shapeWord('AVA')).toEqual(whole.value.shapeWord('AVA'))
  })
})
