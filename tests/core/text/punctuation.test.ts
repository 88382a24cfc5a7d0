import { describe, expect, it } from 'vitest'
import { CharClass, classOf } from '../../../core/text/characters'
import { shapeParagraph } from '../../../core/text/shapeParagraph'
import { fontSetOf } from '../../../core/text/fontFace'
import type { FontFace } from '../../../core/text/types'
import { shippedFace } from './fonts'
import { context } from './setText'

const NAMES = [
  'NotoSerifSC-Medium',
  'NotoSerifSC-Black',
  'NotoSansSC-Medium',
  'NotoSansSC-Black',
  'LXGWWenKai-Regular',
] as const

const OPENING = '“‘「『（《〈【〖〔［｛'
const CLOSING = '”’」』）》〉】〗〕］｝，、；：。．！？'

/** Ink of a glyph from its cell's left edge, in thousandths of an em. */
function ink(face: FontFace, glyph: number, shift: number): readonly [number, number] {
  const xs = face.outlineOf(glyph).flatMap((c) => (c.op === 'Z' ? [] : [c.x]))
  const scale = 1000 / face.unitsPerEm
  return [Math.min(...xs) * scale + shift, Math.max(...xs) * scale + shift]
}

function shapeIn(face: FontFace, text: string): ReturnType<typeof shapeParagraph> {
  const faces = { han: face.id, latin: face.id }
  return shapeParagraph([{ text, faces, pos: 0 }], context({}, fontSetOf([face], [])))
}

/** Curves bulge beyond blanks by no more than this. */
const HAIR = 20

describe.each(NAMES)('%s', (name) => {
  const face = shippedFace(name)

  it('has the blank we take away: marks are never cut into', () => {
    for (const character of OPENING + CLOSING) {
      const p = shapeIn(face, `${character}国${character}`)
      const at = OPENING.includes(character) ? 2 : 0
      const [left, right] = ink(face, p.glyphs[at]!, p.shift[at]!)
      expect([character, p.width[at]]).toEqual([character, 1000])
      expect([character, left >= p.left[at]! - HAIR]).toEqual([character, true])
      expect([character, right <= 1000 - p.right[at]! + HAIR]).toEqual([character, true])
      expect([character, p.left[at]! + p.right[at]!]).toEqual([character, 500])
    }
  })

  it('joins 破折号 without a gap, exactly 2 em wide', () => {
    const p = shapeIn(face, '国——国')
    const cells = p.texts.length - 2
    const widths = [...p.width].slice(1, 1 + cells)
    expect(widths.reduce((a, b) => a + b, 0)).toBe(2000)
    const inks = widths.map((_, i) => {
      const start = widths.slice(0, i).reduce((a, b) => a + b, 0)
      const [left, right] = ink(face, p.glyphs[1 + i]!, p.shift[1 + i]!)
      return [start + left, start + right] as const
    })
    inks.slice(1).forEach(([left], i) => expect(left - inks[i]![1]).toBeLessThanOrEqual(5))
    expect(inks[0]![0]).toBeGreaterThanOrEqual(0)
    expect(inks[inks.length - 1]![1]).toBeLessThanOrEqual(2000)
  })

  it('sets ellipses 2 em wide and the interpunct ½ em, centred', () => {
    const p = shapeIn(face, '……国·国')
    expect(p.width[0]! + p.width[1]!).toBe(2000)
    expect(p.width[3]).toBe(500)
    const [left, right] = ink(face, p.glyphs[3]!, p.shift[3]!)
    expect(Math.abs((left + right) / 2 - 250)).toBeLessThanOrEqual(1)
  })
})

describe('the class table', () => {
  it('covers every mark of CLREQ’s appendix of punctuation marks', () => {
    const of = (characters: string, value: CharClass): void => {
      const others = Array.from(characters).filter((c) => classOf(c.codePointAt(0)!) !== value)
      expect(others).toEqual([])
    }
    of(OPENING, CharClass.open)
    of('”’」』）》〉】〗〕］｝', CharClass.close)
    of('，、；：', CharClass.pause)
    of('。．！？‼⁇', CharClass.stop)
    of('·・‧', CharClass.middle)
    of('…⋯', CharClass.ellipsis)
    of('～–—', CharClass.connector)
    of('/／', CharClass.solidus)
    of('⸺', CharClass.dash)
  })
})
