/** Cells under construction: one a glyph, added glyph by glyph while shaping. */
import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
import type { CharClass } from './characters'

export interface Cells {
  /** Number of cells so far; the number arrays are longer while cells are added. */
  length: number
  readonly fonts: FontId[]
  readonly glyphs: GlyphId[]
  readonly texts: string[]
  readonly fontOf: Uint8Array
  readonly pos: Int32Array
  readonly classes: Uint8Array
  readonly width: Int32Array
  readonly shift: Int32Array
  readonly left: Int32Array
  readonly right: Int32Array
  /** Index of the last cluster the cell stands for. */
  readonly cluster: Int32Array
}

/** Cells with room for `most` of them. */
export const emptyCells = (most: number): Cells => ({
  length: 0,
  fonts: [],
  glyphs: [],
  texts: [],
  fontOf: new Uint8Array(most),
  pos: new Int32Array(most),
  classes: new Uint8Array(most),
  width: new Int32Array(most),
  shift: new Int32Array(most),
  left: new Int32Array(most),
  right: new Int32Array(most),
  cluster: new Int32Array(most),
})

/** Adds a cell that its glyph fills: no blanks, no shift. Answers its index. */
export function addCell(
  cells: Cells,
  font: FontId,
  glyph: GlyphId,
  text: string,
  pos: number,
  value: CharClass,
  width: number,
  cluster: number,
): number {
  const at = cells.length
  cells.length = at + 1
  cells.glyphs.push(glyph)
  cells.texts.push(text)
  cells.fontOf[at] = fontIndex(cells.fonts, font)
  cells.pos[at] = pos
  cells.classes[at] = value
  cells.width[at] = width
  cells.cluster[at] = cluster
  return at
}

/** Index of a font in the list, where it is put when it is new. */
export function fontIndex(fonts: FontId[], font: FontId): number {
  if (fonts[0] === font) return 0
  const known = fonts.indexOf(font)
  return known < 0 ? fonts.push(font) - 1 : known
}

/** The cells without the room that was not needed. */
export function closeCells(cells: Cells): Cells {
  const { length } = cells
  if (cells.width.length === length) return cells
  return {
    ...cells,
    fontOf: cells.fontOf.slice(0, length),
    pos: cells.pos.slice(0, length),
    classes: cells.classes.slice(0, length),
    width: cells.width.slice(0, length),
    shift: cells.shift.slice(0, length),
    left: cells.left.slice(0, length),
    right: cells.right.slice(0, length),
    cluster: cells.cluster.slice(0, length),
  }
}
