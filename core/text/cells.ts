/** Cells under construction: one a glyph, grown glyph by glyph while shaping. */
import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
import type { CharClass } from './characters'

export interface Cells {
  readonly fonts: FontId[]
  readonly fontOf: number[]
  readonly glyphs: GlyphId[]
  readonly texts: string[]
  readonly pos: number[]
  readonly classes: CharClass[]
  readonly width: number[]
  readonly shift: number[]
  readonly left: number[]
  readonly right: number[]
  /** Index of the last cluster the cell stands for. */
  readonly cluster: number[]
}

export interface Cell {
  readonly font: FontId
  readonly glyph: GlyphId
  readonly text: string
  readonly pos: number
  readonly value: CharClass
  readonly width: number
  readonly shift?: number
  readonly left?: number
  readonly right?: number
  readonly cluster: number
}

export const emptyCells = (): Cells => ({
  fonts: [],
  fontOf: [],
  glyphs: [],
  texts: [],
  pos: [],
  classes: [],
  width: [],
  shift: [],
  left: [],
  right: [],
  cluster: [],
})

export function addCell(cells: Cells, cell: Cell): void {
  let font = cells.fonts.indexOf(cell.font)
  if (font < 0) font = cells.fonts.push(cell.font) - 1
  cells.fontOf.push(font)
  cells.glyphs.push(cell.glyph)
  cells.texts.push(cell.text)
  cells.pos.push(cell.pos)
  cells.classes.push(cell.value)
  cells.width.push(cell.width)
  cells.shift.push(cell.shift ?? 0)
  cells.left.push(cell.left ?? 0)
  cells.right.push(cell.right ?? 0)
  cells.cluster.push(cell.cluster)
}
