import { EPS, pt, type Pt } from './units'

export interface Point {
  readonly x: Pt
  readonly y: Pt
}

export interface Size {
  readonly width: Pt
  readonly height: Pt
}

/** Upper left corner and size, in points, y downwards. */
export interface Rect extends Point, Size {}

export const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
})

export const right = (r: Rect): Pt => pt(r.x + r.width)
export const bottom = (r: Rect): Pt => pt(r.y + r.height)

/** Whether two rectangles share area; touching edges do not count. */
export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < right(b) - EPS && b.x < right(a) - EPS && a.y < bottom(b) - EPS && b.y < bottom(a) - EPS

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x - EPS &&
  inner.y >= outer.y - EPS &&
  right(inner) <= right(outer) + EPS &&
  bottom(inner) <= bottom(outer) + EPS

export const inset = (r: Rect, dx: number, dy: number = dx): Rect =>
  rect(r.x + dx, r.y + dy, r.width - 2 * dx, r.height - 2 * dy)
