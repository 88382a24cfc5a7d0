/**
 * Printer's marks: what stands on the sheet outside the trim and the bleed, for
 * cutting, for register and for the densitometer.
 */
import { rect, type Point, type Rect } from '../geometry'
import { ink, type Ink } from '../ink'
import { mm, pt, ptFromMm, type Mm, type Pt } from '../units'
import type { PageDisplay } from './displayList'

export const MARK_KINDS = ['crop', 'bleed', 'registration', 'bars', 'slug'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export interface MarkStyle {
  readonly show: readonly MarkKind[]
  /** Of a crop mark; the strip around the bleed that the marks stand in is a little wider. */
  readonly length: Mm
  readonly weight: Pt
  /** Side of a patch of the colour bar. */
  readonly barPatch: Mm
  readonly slugSize: Pt
}

/** `registration` prints on every plate, spots included. */
export type MarkColour = Ink | 'registration'
export interface Mark {
  readonly kind: MarkKind
  readonly points: readonly Point[]
  readonly colour: MarkColour
}

/** Between the bleed and the marks, and between the marks and the sheet's edge. */
const AIR = ptFromMm(mm(1))
/** Bleed marks are shorter, so that nobody cuts along them. */
const BLEED_MARK = 0.6
const RING_CORNERS = 32

/** Width of the strip around the bleed that the marks need; 0 when none is shown. */
export const markStrip = (style: MarkStyle): Pt =>
  style.show.length === 0
    ? pt(0)
    : pt(Math.max(ptFromMm(style.length), ptFromMm(style.barPatch)) + 2 * AIR)

/** The marks of a page in its own points; all of them outside its bleed. */
export function printersMarks(page: PageDisplay, style: MarkStyle): readonly Mark[] {
  const { trim, bleed } = page
  const length = ptFromMm(style.length)
  const near = bleed + AIR
  const marks: Mark[] = []
  const add = (kind: MarkKind, area: Rect, colour: MarkColour = 'registration'): void => {
    marks.push({ kind, points: corners(area), colour })
  }
  const cross = (x: number, y: number, size: number): void => {
    const half = style.weight / 2
    add('registration', rect(x - size / 2, y - half, size, style.weight))
    add('registration', rect(x - half, y - size / 2, style.weight, size))
    marks.push({
      kind: 'registration',
      points: ring(x, y, size / 3, style.weight),
      colour: 'registration',
    })
  }
  /** Two strokes at each corner that point along the edges of the box `out` beyond the trim. */
  const strokes = (kind: 'crop' | 'bleed', out: number, long: number): void => {
    const half = style.weight / 2
    for (const y of [-out, trim.height + out]) {
      add(kind, rect(-near - long, y - half, long, style.weight))
      add(kind, rect(trim.width + near, y - half, long, style.weight))
    }
    for (const x of [-out, trim.width + out]) {
      add(kind, rect(x - half, -near - long, style.weight, long))
      add(kind, rect(x - half, trim.height + near, style.weight, long))
    }
  }
  for (const kind of style.show) {
    if (kind === 'crop') strokes('crop', 0, length)
    if (kind === 'bleed' && bleed > 0) strokes('bleed', bleed, length * BLEED_MARK)
    if (kind === 'registration') {
      const away = near + length / 2
      cross(trim.width / 2, -away, length)
      cross(trim.width / 2, trim.height + away, length)
      cross(-away, trim.height / 2, length)
      cross(trim.width + away, trim.height / 2, length)
    }
    if (kind === 'bars') {
      const side = ptFromMm(style.barPatch)
      for (const [index, patch] of BAR.entries()) {
        add('bars', rect(length + AIR + index * side, -near - side, side, side), patch)
      }
    }
  }
  return marks
}

/** Solids, overprints of two, and half tints: enough to see ink, trap and gain. */
const BAR: readonly Ink[] = [
  ink(1, 0, 0, 0),
  ink(0, 1, 0, 0),
  ink(0, 0, 1, 0),
  ink(0, 0, 0, 1),
  ink(1, 1, 0, 0),
  ink(0, 1, 1, 0),
  ink(1, 0, 1, 0),
  ink(0.5, 0, 0, 0),
  ink(0, 0.5, 0, 0),
  ink(0, 0, 0.5, 0),
  ink(0, 0, 0, 0.5),
]

/** Where the slug line's baseline begins. */
export const slugOrigin = (page: PageDisplay, style: MarkStyle): Point => ({
  x: pt(ptFromMm(style.length) + AIR),
  y: pt(page.trim.height + page.bleed + AIR + style.slugSize),
})

/** Room for the slug line: up to the registration mark in the middle of the edge. */
export const slugMeasure = (page: PageDisplay, style: MarkStyle): Pt =>
  pt(page.trim.width / 2 - 2 * ptFromMm(style.length) - AIR)

const corners = (r: Rect): readonly Point[] => [
  { x: r.x, y: r.y },
  { x: pt(r.x + r.width), y: r.y },
  { x: pt(r.x + r.width), y: pt(r.y + r.height) },
  { x: r.x, y: pt(r.y + r.height) },
]

/** A ring as one outline: around it outside, back inside, along one seam. */
function ring(x: number, y: number, radius: number, weight: number): readonly Point[] {
  const around = (r: number, turn: 1 | -1): Point[] =>
    Array.from({ length: RING_CORNERS + 1 }, (_, i) => {
      const angle = (turn * i * 2 * Math.PI) / RING_CORNERS
      return { x: pt(x + r * Math.cos(angle)), y: pt(y + r * Math.sin(angle)) }
    })
  return [...around(radius + weight / 2, 1), ...around(radius - weight / 2, -1)]
}
