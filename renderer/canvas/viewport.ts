/** Where the page lies under the window's glass, and how large. Pure geometry: CSS pixels on the left, page points on the right. */
import type { Point, Rect, Size } from '../../core/geometry'
import { rect } from '../../core/geometry'
import { pt } from '../../core/units'

/** `x`, `y`: where the trim's upper left corner lies, in CSS pixels from the canvas's. `zoom`: CSS pixels a point. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** A CSS pixel is 1/96 inch, a point 1/72: this is 100 %. */
export const ACTUAL_SIZE = 96 / 72
export const LEAST_ZOOM = ACTUAL_SIZE * 0.1
export const GREATEST_ZOOM = ACTUAL_SIZE * 16
/** White kept around a page that is fitted. */
const AIR = 20

export const percentAt = (zoom: number): number => Math.round((zoom / ACTUAL_SIZE) * 100)

export const toPage = (view: Viewport, x: number, y: number): Point => ({
  x: pt((x - view.x) / view.zoom),
  y: pt((y - view.y) / view.zoom),
})

export const toScreen = (view: Viewport, r: Rect): Rect =>
  rect(
    view.x + r.x * view.zoom,
    view.y + r.y * view.zoom,
    r.width * view.zoom,
    r.height * view.zoom,
  )

const hold = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value))

/** Zooms so that what lies under (x, y) stays there. */
export function zoomAt(view: Viewport, x: number, y: number, zoom: number): Viewport {
  const held = hold(zoom, LEAST_ZOOM, GREATEST_ZOOM)
  const factor = held / view.zoom
  return { x: x - (x - view.x) * factor, y: y - (y - view.y) * factor, zoom: held }
}

/** Keeps at least a strip of the page in view. */
export function panBy(
  view: Viewport,
  dx: number,
  dy: number,
  canvas: { readonly width: number; readonly height: number },
  page: Size,
): Viewport {
  const strip = 80
  return {
    ...view,
    x: hold(view.x + dx, strip - page.width * view.zoom, canvas.width - strip),
    y: hold(view.y + dy, strip - page.height * view.zoom, canvas.height - strip),
  }
}

export type Fit = 'page' | 'width' | 'actual'

export function fitView(
  fit: Fit,
  canvas: { readonly width: number; readonly height: number },
  page: Size,
): Viewport {
  const across = (canvas.width - 2 * AIR) / page.width
  const down = (canvas.height - 2 * AIR) / page.height
  const wanted = fit === 'page' ? Math.min(across, down) : fit === 'width' ? across : ACTUAL_SIZE
  const zoom = hold(wanted, LEAST_ZOOM, GREATEST_ZOOM)
  const x = (canvas.width - page.width * zoom) / 2
  const y = fit === 'page' ? (canvas.height - page.height * zoom) / 2 : AIR
  return { x: fit === 'page' ? x : Math.max(x, AIR), y, zoom }
}

/** Moves the page as little as needed so that `target` (page points) stands in view. */
export function reveal(
  view: Viewport,
  canvas: { readonly width: number; readonly height: number },
  target: Rect,
): Viewport {
  const at = toScreen(view, target)
  const margin = 48
  const shift = (start: number, length: number, room: number): number => {
    if (start < margin) return margin - start
    if (start + length > room - margin)
      return Math.max(margin - start, room - margin - start - length)
    return 0
  }
  const dx = shift(at.x, at.width, canvas.width)
  const dy = shift(at.y, at.height, canvas.height)
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy }
}
