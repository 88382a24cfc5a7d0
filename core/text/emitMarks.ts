/** The cells of marks: full-width ones with their blank, dashes, connectors and the 分隔号. */
import { addCell } from './cells'
import { CharClass } from './characters'
import {
  FULL,
  HALF,
  addOne,
  emitMissing,
  faceFor,
  hanFace,
  latinFace,
  posOf,
  type CellWork,
} from './cellWork'
import { inkOf } from './ink'

/** 破折号 as one character. */
export const TWO_EM_DASH = 0x2e3a
/** 分隔号, half-width. */
export const SOLIDUS = 0x2f

/** A full-width mark: half body, half blank; an interpunct: half an em, centred. */
export function emitMark(work: CellWork, i: number, value: CharClass): number {
  const { clusters, cells } = work
  const face = faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  const glyph = face.glyphOf(clusters.codePoints[i]!)
  const [inkLeft, inkRight] = inkOf(face, glyph)
  if (value === CharClass.middle) {
    const cell = addOne(work, i, face, glyph, HALF)
    cells.shift[cell] = Math.round(HALF / 2 - (inkLeft + inkRight) / 2)
  } else if (value === CharClass.open) {
    const shift = FULL - Math.round(face.advanceOf(glyph))
    const cell = addOne(work, i, face, glyph, FULL)
    cells.shift[cell] = shift
    cells.left[cell] = blank(inkLeft + shift)
  } else {
    const cell = addOne(work, i, face, glyph, FULL)
    cells.right[cell] = blank(FULL - inkRight)
    if (isDisplayComma(work, i)) cells.shift[cell] = Math.min(0, Math.round(COMMA_LEAD - inkLeft))
  }
  return i + 1
}

/**
 * White before the ink of a comma of half an em. 宋 draws it so; 黑 draws it further in, for a full
 * em, and half-width it would part from the words it ends and touch the next.
 */
const COMMA_LEAD = 60

const isDisplayComma = ({ clusters, ctx }: CellWork, i: number): boolean =>
  ctx.rules.punctuation === 'half' && clusters.texts[i] === '，'

/** Half an em, or less where the font draws the mark wider: ink is never cut into. */
const blank = (room: number): number => Math.max(0, Math.min(HALF, Math.floor(room) + 20))

/**
 * 破折号: exactly 2 em. A font for Chinese has one glyph for the pair, or two
 * that join; otherwise the two strokes are moved together in the middle.
 */
export function emitDash(work: CellWork, i: number): number {
  const { clusters, cells } = work
  const single = clusters.codePoints[i] === TWO_EM_DASH
  const count = single ? 1 : 2
  const face = faceFor(work, i, hanFace(work, i)) ?? hanFace(work, i)
  const pair = face.shapeWord('——')
  if (pair.glyphs.includes(0)) {
    for (let k = 0; k < count; k++) emitMissing(work, i + k)
    return i + count
  }
  const text = clusters.texts.slice(i, i + count).join('')
  const total = pair.advances.reduce((sum, advance) => sum + advance, 0)
  if (pair.glyphs.length === 1) {
    const glyph = pair.glyphs[0]!
    const [pos, last] = [posOf(work, i), i + count - 1]
    const cell = addCell(cells, face.id, glyph, text, pos, CharClass.dash, 2 * FULL, last)
    cells.shift[cell] = Math.round((2 * FULL - total) / 2)
    return i + count
  }
  const joins = Math.round(total) === 2 * FULL
  pair.glyphs.slice(0, 2).forEach((glyph, k) => {
    const own = single ? i : i + k
    const drawn = single ? (k === 0 ? text : '') : clusters.texts[own]!
    const pos = posOf(work, own)
    const cell = addCell(cells, face.id, glyph, drawn, pos, CharClass.dash, FULL, own)
    if (joins) return
    const [inkLeft, inkRight] = inkOf(face, glyph)
    cells.shift[cell] = Math.round(k === 0 ? FULL - inkRight : -inkLeft)
  })
  return i + count
}

/** A single em dash joins: 1 em in the form for Chinese (GB/T 15834-2011 §4.13, 一字线). */
export function emitConnector(work: CellWork, i: number): number {
  const face = faceFor(work, i, hanFace(work, i))
  if (face === null) return emitMissing(work, i)
  const { glyphs, advances } = face.shapeWord('—')
  const cell = addOne(work, i, face, glyphs[0]!, FULL)
  work.cells.shift[cell] = Math.round((FULL - (advances[0] ?? FULL)) / 2)
  return i + 1
}

/** A half-width 分隔号 between Han: half an em (GB/T 15834-2011 §5.1.9). A full-width one stays as drawn. */
export function emitSolidus(work: CellWork, i: number): number {
  const face = faceFor(work, i, latinFace(work, i))
  if (face === null) return emitMissing(work, i)
  const glyph = face.glyphOf(SOLIDUS)
  const cell = addOne(work, i, face, glyph, HALF)
  work.cells.shift[cell] = Math.round((HALF - face.advanceOf(glyph)) / 2)
  return i + 1
}
