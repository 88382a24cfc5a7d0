/** Small tools over a 2D context: greys, soft layers, light. All tones run from 0 (black) to 1 (white). */
import { createCanvas } from '@napi-rs/canvas'
import { clamp } from './noise.mjs'

export const grey = (tone, alpha = 1) => {
  const level = Math.round(clamp(tone) * 255)
  return `rgba(${level},${level},${level},${alpha})`
}

/** A canvas of its own for one layer. */
export function layer(width, height) {
  const canvas = createCanvas(width, height)
  return { canvas, context: canvas.getContext('2d') }
}

/** Draws `paint` on a layer and lays it down blurred by `radius` pixels. */
export function soft(context, radius, paint, alpha = 1) {
  const { width, height } = context.canvas
  const one = layer(width, height)
  paint(one.context)
  context.save()
  context.globalAlpha = alpha
  context.filter = `blur(${radius}px)`
  context.drawImage(one.canvas, 0, 0)
  context.restore()
}

/** A vertical or free linear gradient from [[stop, tone, alpha?], …]. */
export function gradient(context, x0, y0, x1, y1, stops) {
  const fill = context.createLinearGradient(x0, y0, x1, y1)
  for (const [stop, tone, alpha = 1] of stops) fill.addColorStop(stop, grey(tone, alpha))
  return fill
}

/** A radial gradient from [[stop, tone, alpha?], …]. */
export function glow(context, x, y, radius, stops) {
  const fill = context.createRadialGradient(x, y, 0, x, y, radius)
  for (const [stop, tone, alpha = 1] of stops) fill.addColorStop(stop, grey(tone, alpha))
  return fill
}

/** Adds light around a point: the tones under it are brightened, never flattened. */
export function shine(context, x, y, radius, strength, stretch = 1) {
  context.save()
  context.globalCompositeOperation = 'lighter'
  context.translate(x, y)
  context.scale(1, stretch)
  context.fillStyle = glow(context, 0, 0, radius, [
    [0, strength],
    [0.25, strength * 0.5],
    [0.6, strength * 0.13],
    [1, 0],
  ])
  context.fillRect(-radius, -radius, 2 * radius, 2 * radius)
  context.restore()
}

/** A closed path through points given as [x, y] or as bezier [x1, y1, x2, y2, x, y]. */
export function path(context, start, ...rest) {
  context.beginPath()
  context.moveTo(...start)
  for (const point of rest) {
    if (point.length === 6) context.bezierCurveTo(...point)
    else if (point.length === 4) context.quadraticCurveTo(...point)
    else context.lineTo(...point)
  }
  context.closePath()
}

/** Changes every pixel's tone: `change(tone, x, y)` gives the new tone. Alpha is kept. */
export function eachPixel(context, change) {
  const { width, height } = context.canvas
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const level = clamp(change(data[at] / 255, x, y)) * 255
      data[at] = data[at + 1] = data[at + 2] = level
    }
  }
  context.putImageData(image, 0, 0)
}

/** Lays a field of one tone over the picture, `cover(x, y)` saying how thickly (0–1). */
export function veil(context, tone, cover) {
  eachPixel(context, (under, x, y) => {
    const share = clamp(cover(x, y))
    return under + (tone - under) * share
  })
}
