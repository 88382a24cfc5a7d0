/** Shapes that the light models, and the creases in them. */
import { gradient, grey, path } from './tone.mjs'

/** Fills a shape lit from one point towards another. */
export function form(context, [x0, y0, x1, y1], tones, start, ...rest) {
  path(context, start, ...rest)
  context.fillStyle = gradient(context, x0, y0, x1, y1, tones)
  context.fill()
}

export function crease(context, tone, alpha, width, start, curve) {
  context.strokeStyle = grey(tone, alpha)
  context.lineWidth = width
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(...start)
  context.bezierCurveTo(...curve)
  context.stroke()
}
