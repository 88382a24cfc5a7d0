/** Total ink of a whole page, measured on its plates and mapped in square cells. */
import { plateInk, totalOnPlates } from '../display/colourGate'
import type { PageDisplay } from '../display/displayList'
import { rect, type Rect } from '../geometry'
import type { PictureId } from '../ids'
import { mm, ptFromMm, pt, type Mm } from '../units'
import { areaOf } from './itemArea'
import type { PressPicture } from './press'
import type { PressLimits } from './pressProfile'

/** Ink of one plate at each pixel, 255 for a solid. */
export interface PlateRaster {
  readonly name: string
  readonly ink: Uint8Array
}

/** The first pixel is the trim's upper left corner. */
export interface PagePlates {
  readonly width: number
  readonly height: number
  readonly ppi: number
  readonly plates: readonly PlateRaster[]
}

export interface PageInk {
  /** Side of a cell. */
  readonly cell: Mm
  readonly columns: number
  readonly rows: number
  /** Total ink of each cell in percent, its mean, row by row from the upper left. */
  readonly percent: readonly number[]
  /** The most in a cell, and the share of the page, 0 to 1, over the limit. */
  readonly most: number
  readonly over: number
}

/** Ink sets off from an area, not from a dot: what a cell has in the mean counts. */
const CELL = mm(2)

export function measureInk({ width, height, ppi, plates }: PagePlates, limit: number): PageInk {
  const side = (ppi * CELL) / 25.4
  const columns = Math.max(1, Math.ceil(width / side - 1e-6))
  const rows = Math.max(1, Math.ceil(height / side - 1e-6))
  const sums = new Float64Array(columns * rows)
  const counts = new Uint32Array(columns * rows)
  const most = (limit + 1e-6) * 255
  let over = 0
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / side) * columns
    for (let x = 0; x < width; x += 1) {
      let total = 0
      for (const { ink } of plates) total += ink[y * width + x] ?? 0
      const cell = row + Math.floor(x / side)
      sums[cell] = (sums[cell] ?? 0) + total
      counts[cell] = (counts[cell] ?? 0) + 1
      if (total > most) over += 1
    }
  }
  const percent = [...sums].map((sum, i) =>
    Math.round((sum * 100) / 255 / Math.max(1, counts[i] ?? 0)),
  )
  return {
    ...{ cell: CELL, columns, rows, percent },
    most: percent.reduce((a, b) => Math.max(a, b), 0),
    over: over / (width * height),
  }
}

/** The areas of a page, in its points, whose cells have more ink than the limit; touching cells are one. */
export function areasOver(
  { columns, rows, percent, cell }: PageInk,
  limit: number,
): readonly Rect[] {
  const isOver = percent.map((value) => value > limit * 100 + 0.5)
  const side = ptFromMm(cell)
  const areas: Rect[] = []
  for (const start of isOver.keys()) {
    if (isOver[start] !== true) continue
    let [left, top, right, bottom] = [columns, rows, 0, 0]
    const open = [start]
    isOver[start] = false
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)]
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + 1)
      bottom = Math.max(bottom, y + 1)
      const near = [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns]
      for (const next of near) {
        if (isOver[next] !== true) continue
        isOver[next] = false
        open.push(next)
      }
    }
    areas.push(rect(left * side, top * side, pt((right - left) * side), pt((bottom - top) * side)))
  }
  return areas
}

/**
 * Whether plates can lie over each other beyond the limit: only black that
 * overprints adds to what is below. Where it lies on nothing dark, pictures and
 * inks measured one by one are the whole truth, and no plate need be painted.
 */
export function mayExceed(
  page: PageDisplay,
  pictures: ReadonlyMap<PictureId, PressPicture>,
  { inkLimit, spots }: PressLimits,
): boolean {
  const below: Rect[] = []
  for (const item of page.items) {
    const area = areaOf(item)
    if (item.kind !== 'picture') {
      const ink = plateInk(item.ink, spots)
      if (ink.overprints && below.some((one) => meet(one, area))) return true
      if (totalOnPlates(ink) + 1 > inkLimit && !ink.overprints) below.push(area)
      continue
    }
    const most = pictures.get(item.picture)?.ink.cells.reduce((a, b) => Math.max(a, b), 0) ?? 0
    if (most / 100 + 1 > inkLimit) below.push(area)
  }
  return false
}

const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
