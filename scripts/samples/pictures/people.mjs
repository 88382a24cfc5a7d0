/** Figures against the light. */
import { gradient, grey, path } from './tone.mjs'

const KINDS = ['plain', 'plain', 'bag', 'shoulder', 'hood', 'long']

/** A limb of varying width from (x0, y0) over a bend to (x1, y1). */
function limb(context, x0, y0, bendX, bendY, x1, y1, width) {
  context.lineWidth = width
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(x0, y0)
  context.quadraticCurveTo(bendX, bendY, x1, y1)
  context.stroke()
}

/**
 * A person in a winter coat, standing or walking at (x, y), feet on y.
 * @param height in pixels
 * @param options.random a stream; each figure takes its build and dress from it
 * @param options.tone of the silhouette
 * @param options.away walking from us (no face) or towards us
 * @param options.lit the side the light comes from, −1 left or 1 right
 */
export function drawWalker(
  context,
  x,
  y,
  height,
  { random, tone, away, lit = 1, kind = KINDS[Math.floor(random() * KINDS.length)] },
) {
  const tall = height * (0.9 + random() * 0.14)
  const u = tall / 100
  const wide = 0.76 + random() * 0.18
  const step = (random() - 0.5) * 15
  const turn = lit < 0 ? -1 : 1
  random()
  context.save()
  context.translate(x, y)
  context.scale(u * turn, u)
  // Its dark reflection in the wet stone.
  context.fillStyle = gradient(context, 0, -2, 0, 46, [
    [0, 0.03, 0.55],
    [1, 0.03, 0],
  ])
  path(context, [-10, -1], [10, -1], [12, 24, 9, 46], [-9, 46], [-12, 24, -10, -1])
  context.fill()
  context.fillStyle = context.strokeStyle = grey(tone)
  limb(context, -4 * wide, -44, -5 * wide - step * 0.3, -22, -5 * wide - step, -2, 8.4)
  limb(context, 4 * wide, -44, 6 * wide + step * 0.2, -22, 5 * wide + step * 0.6, -3, 8.4)
  limb(context, -5 * wide - step, -2, -5 - step, -1, -8 - step, 0, 4.6)
  limb(context, 5 * wide + step * 0.6, -3, 6 + step * 0.6, -1, 9 + step * 0.6, -0.5, 4.6)
  const hem = kind === 'long' ? -26 : -40
  path(
    context,
    [-11.5 * wide, hem],
    [-10.5 * wide, -58, -13 * wide, -72, -10 * wide, -81],
    [-4, -85.5],
    [4, -85.5],
    [10 * wide, -81],
    [13 * wide, -72, 10.5 * wide, -58, 11.5 * wide, hem],
    [4, hem + 2.4, -4, hem + 2.4, -12 * wide, hem],
  )
  context.fill()
  limb(context, -10 * wide, -78, -16 * wide, -62, -13 * wide - step * 0.4, -45, 6.2)
  if (kind === 'parent') limb(context, 10.5 * wide, -77, 18, -60, 21, -44, 6.6)
  else limb(context, 10.5 * wide, -77, 17 * wide, -62, 13 * wide + step * 0.4, -47, 6.6)
  head(context, kind, random, away, tone)
  if (kind === 'bag') {
    context.lineWidth = 1
    path(context, [-19 * wide, -40], [-20 * wide, -22], [-9 * wide, -22], [-10 * wide, -40])
    context.fill()
    context.beginPath()
    context.moveTo(-18 * wide, -40)
    context.quadraticCurveTo(-14 * wide, -50, -11 * wide, -40)
    context.stroke()
  }
  if (kind === 'shoulder') {
    path(context, [8 * wide, -62], [18 * wide, -60], [19 * wide, -44], [9 * wide, -43])
    context.fill()
    context.lineWidth = 1.4
    context.strokeStyle = grey(tone + 0.2)
    context.beginPath()
    context.moveTo(-7, -83)
    context.lineTo(12 * wide, -60)
    context.stroke()
  }
  rim(context, wide, tone)
  if (kind === 'parent') {
    child(context, 27, tone)
  }
  context.restore()
}

function head(context, kind, random, away, tone) {
  context.fillStyle = grey(tone)
  context.fillRect(-3.2, -89, 6.4, 7)
  context.beginPath()
  context.ellipse(0.4, -93.4, 5.5, 6.9, 0, 0, 7)
  context.fill()
  const dress = kind === 'hood' ? 0 : random()
  if (kind === 'hood') {
    path(context, [-8, -83], [-9, -97, -5, -103, 0, -103], [5, -103, 9, -97, 8, -83])
    context.fill()
  } else if (dress < 0.3) {
    context.beginPath()
    context.arc(-3, -99.5, 3.4, 0, 7)
    context.fill()
  } else if (dress < 0.6) {
    path(context, [-6.4, -94], [-6.6, -103, 6.8, -103, 6.6, -94])
    context.fill()
    context.beginPath()
    context.arc(0, -102, 1.9, 0, 7)
    context.fill()
  } else {
    path(context, [-6.6, -86], [-7.8, -102, 7.6, -102, 6.8, -86], [3, -90, -3, -90, -6.6, -86])
    context.fill()
  }
  // A scarf.
  context.fillStyle = grey(tone + (random() > 0.5 ? 0.2 : 0.06))
  path(context, [-6.4, -86.5], [0, -83.5, 6.4, -86.5], [7, -82.5], [0, -79.5, -7, -82.5])
  context.fill()
  if (!away) {
    context.fillStyle = grey(tone + 0.12, 0.7)
    context.beginPath()
    context.ellipse(0.6, -92.6, 4, 5.2, 0, 0, 7)
    context.fill()
  }
}

/** The light from the street's end, along one shoulder and arm. */
function rim(context, wide, tone) {
  context.strokeStyle = grey(tone + 0.5, 0.55)
  context.lineWidth = 0.75
  context.beginPath()
  context.moveTo(5, -85.6)
  context.quadraticCurveTo(12 * wide, -82, 14 * wide, -72)
  context.quadraticCurveTo(17.5 * wide, -62, 15 * wide, -50)
  context.stroke()
  context.beginPath()
  context.arc(0.4, -93.4, 6.6, -1.2, 0.6)
  context.stroke()
}

/** A child at the parent's hand, holding up a small lantern. */
function child(context, x, tone) {
  context.save()
  context.translate(x, 0)
  context.fillStyle = context.strokeStyle = grey(tone)
  limb(context, -2.4, -22, -3, -10, -3.4, -2, 5)
  limb(context, 2.6, -22, 3.4, -10, 4.4, -2, 5)
  path(context, [-8, -19], [-9, -36, -7, -43, -4, -45], [4, -45], [7, -43, 9, -36, 8, -19])
  context.fill()
  limb(context, -6, -42, -9, -42, -6, -46, 4)
  limb(context, 6, -41, 12, -40, 15, -45, 4)
  context.beginPath()
  context.arc(0, -50.5, 6, 0, 7)
  context.fill()
  context.beginPath()
  context.arc(0, -57, 2, 0, 7)
  context.fill()
  context.lineWidth = 0.9
  context.beginPath()
  context.moveTo(14, -44)
  context.lineTo(25, -53)
  context.lineTo(25, -46)
  context.stroke()
  context.fillStyle = grey(1)
  context.beginPath()
  context.ellipse(25, -41.5, 4.2, 4.4, 0, 0, 7)
  context.fill()
  context.restore()
}
