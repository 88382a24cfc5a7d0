/** The boat of the river picture and the man who poles it. */
import { gradient, grey, path } from './tone.mjs'

/** A covered punt with its waterline at (x, y), bow to the left. */
export function boat(context, x, y, size) {
  context.save()
  context.translate(x, y)
  context.scale(size, size)
  context.fillStyle = grey(0.09)
  path(
    context,
    [-104, -15],
    [-70, -4, 40, -3, 92, -19],
    [80, 4, 66, 12, 50, 12],
    [-64, 12],
    [-84, 10, -96, 0, -104, -15],
  )
  context.fill()
  context.strokeStyle = grey(0.6)
  context.lineWidth = 2
  context.beginPath()
  context.moveTo(-102, -15)
  context.bezierCurveTo(-66, -4, 40, -3, 90, -19)
  context.stroke()
  // The mat awning.
  context.fillStyle = gradient(context, -42, -44, 22, 0, [
    [0, 0.56],
    [0.35, 0.3],
    [1, 0.1],
  ])
  path(context, [-44, -6], [-44, -52, 20, -52, 22, -6])
  context.fill()
  context.strokeStyle = grey(0.06, 0.5)
  context.lineWidth = 1.2
  for (let rib = -36; rib < 20; rib += 8) {
    context.beginPath()
    context.moveTo(rib, -8)
    context.quadraticCurveTo(rib + 1, -34, rib * 0.85 - 1, -39)
    context.stroke()
  }
  boatman(context)
  context.restore()
}

/** A man at the stern, leaning on his pole. */
function boatman(context) {
  context.strokeStyle = grey(0.12)
  context.lineWidth = 2.6
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(36, -122)
  context.lineTo(112, 34)
  context.stroke()
  context.fillStyle = grey(0.1)
  path(
    context,
    [50, -8],
    [49, -30],
    [53, -46],
    [66, -46],
    [71, -28],
    [79, -10],
    [71, -8],
    [63, -28],
    [58, -8],
  )
  context.fill()
  path(context, [52, -44], [47, -62, 48, -78, 56, -82], [66, -84, 70, -74, 69, -44])
  context.fill()
  context.lineWidth = 6.5
  context.strokeStyle = grey(0.1)
  for (const [fromX, fromY, bendX, bendY, toX, toY] of [
    [57, -76, 46, -72, 55, -86],
    [64, -76, 76, -66, 70, -54],
  ]) {
    context.beginPath()
    context.moveTo(fromX, fromY)
    context.quadraticCurveTo(bendX, bendY, toX, toY)
    context.stroke()
  }
  context.beginPath()
  context.arc(57, -88, 6.4, 0, 7)
  context.fill()
  context.fillStyle = grey(0.16)
  path(context, [39, -89], [57, -106], [76, -88], [58, -84, 50, -85, 39, -89])
  context.fill()
  context.strokeStyle = grey(0.75, 0.8)
  context.lineWidth = 1.6
  context.beginPath()
  context.moveTo(40, -90)
  context.lineTo(57, -105)
  context.moveTo(48, -64)
  context.quadraticCurveTo(48, -78, 54, -82)
  context.stroke()
}
