/** The ferry: hull, lit cabin, wheelhouse and the deckhand at the bow. */
import { gradient, grey, path, shine } from './tone.mjs'

export function ferry(context, x, y, size) {
  context.save()
  context.translate(x, y)
  context.scale(size, size)
  shine(context, 0, -56, 270, 0.34, 0.6)
  // Hull, bow to the right.
  context.fillStyle = gradient(context, 0, -30, 0, 12, [
    [0, 0.34],
    [0.35, 0.16],
    [1, 0.05],
  ])
  path(context, [-190, -26], [-176, 10], [150, 10], [186, 2, 206, -32], [150, -26])
  context.fill()
  context.strokeStyle = grey(0.8)
  context.lineWidth = 3
  context.beginPath()
  context.moveTo(-190, -26)
  context.lineTo(150, -26)
  context.quadraticCurveTo(182, -27, 206, -33)
  context.stroke()
  context.strokeStyle = grey(0.55, 0.8)
  context.lineWidth = 2
  context.beginPath()
  context.moveTo(-184, -2)
  context.lineTo(160, -2)
  context.quadraticCurveTo(180, -4, 194, -14)
  context.stroke()
  context.fillStyle = grey(0.04)
  for (let tyre = -160; tyre < 160; tyre += 46) {
    context.beginPath()
    context.arc(tyre, -10, 9, 0, 7)
    context.arc(tyre, -10, 4, 0, 7, true)
    context.fill('evenodd')
  }
  cabin(context)
  wheelhouse(context)
  // Rails fore and aft.
  context.strokeStyle = grey(0.6)
  context.lineWidth = 1.6
  for (const [from, to, lift] of [
    [136, 200, 4],
    [-186, -144, 0],
  ]) {
    for (const height of [30, 42]) {
      context.beginPath()
      context.moveTo(from, -26 - height + 14)
      context.lineTo(to, -26 - height + 14 - lift)
      context.stroke()
    }
    for (let post = from; post <= to; post += 16) {
      context.beginPath()
      context.moveTo(post, -26)
      context.lineTo(post, -56)
      context.stroke()
    }
  }
  deckhand(context, 168, -27)
  context.restore()
}

function cabin(context) {
  context.fillStyle = grey(0.52)
  context.fillRect(-146, -86, 280, 60)
  context.fillStyle = gradient(context, 0, -80, 0, -42, [
    [0, 1],
    [1, 0.86],
  ])
  const windows = 8
  for (let window = 0; window < windows; window++) context.fillRect(-138 + window * 34, -79, 29, 36)
  // Heads and shoulders of the passengers: nine, as the caption says.
  context.fillStyle = grey(0.16)
  for (const [at, high] of [
    [-124, 18],
    [-112, 17],
    [-84, 20],
    [-50, 16],
    [-41, 18],
    [-10, 19],
    [24, 18],
    [33, 17],
    [62, 20],
  ]) {
    context.beginPath()
    context.arc(at, -42 - high + 2, 5, 0, 7)
    context.fill()
    path(context, [at - 8, -43], [at - 8, -43 - high + 8, at + 8, -43 - high + 8, at + 8, -43])
    context.fill()
  }
  context.fillStyle = grey(0.52)
  for (let post = 0; post <= windows; post++) context.fillRect(-143 + post * 34, -80, 5, 40)
  context.fillStyle = grey(0.26)
  context.fillRect(-156, -94, 302, 9)
  context.fillStyle = grey(0.74)
  context.fillRect(-156, -95, 302, 2.4)
  // The lifebuoys and the name board.
  context.strokeStyle = grey(0.92)
  context.lineWidth = 4
  for (const at of [-96, 74]) {
    context.beginPath()
    context.arc(at, -33, 6.5, 0, 7)
    context.stroke()
  }
}

function wheelhouse(context) {
  context.fillStyle = grey(0.42)
  path(context, [36, -95], [42, -134], [112, -134], [122, -95])
  context.fill()
  context.fillStyle = grey(0.6)
  path(context, [47, -108], [50, -128], [76, -128], [76, -108])
  context.fill()
  path(context, [81, -108], [81, -128], [107, -128], [113, -108])
  context.fill()
  // The captain.
  context.fillStyle = grey(0.08)
  context.beginPath()
  context.arc(88, -119, 5, 0, 7)
  context.fill()
  context.fillRect(82.5, -124.4, 13, 3)
  path(context, [79, -107], [80, -116, 97, -116, 98, -107])
  context.fill()
  context.fillStyle = grey(0.24)
  context.fillRect(32, -140, 92, 7)
  context.strokeStyle = grey(0.3)
  context.lineWidth = 3
  context.beginPath()
  context.moveTo(62, -140)
  context.lineTo(62, -196)
  context.moveTo(50, -168)
  context.lineTo(74, -168)
  context.stroke()
  context.fillStyle = grey(0.7)
  context.fillRect(48, -152, 30, 4)
  context.fillStyle = grey(1)
  context.beginPath()
  context.arc(62, -197, 4, 0, 7)
  context.fill()
  shine(context, 62, -197, 60, 0.5)
  // The funnel and a line of smoke.
  context.fillStyle = grey(0.2)
  context.fillRect(-86, -122, 22, 28)
  context.fillStyle = grey(0.62)
  context.fillRect(-86, -114, 22, 6)
}

/** The deckhand at the bow, ready with the line. */
function deckhand(context, x, y) {
  context.fillStyle = context.strokeStyle = grey(0.06)
  context.lineCap = 'round'
  context.lineWidth = 4.6
  context.beginPath()
  context.moveTo(x - 3, y - 22)
  context.lineTo(x - 5, y)
  context.moveTo(x + 2, y - 22)
  context.lineTo(x + 5, y)
  context.moveTo(x + 3, y - 38)
  context.quadraticCurveTo(x + 13, y - 30, x + 12, y - 22)
  context.stroke()
  path(
    context,
    [x - 7, y - 18],
    [x - 8, y - 40, x - 4, y - 43],
    [x + 3, y - 43],
    [x + 8, y - 40, x + 6, y - 18],
  )
  context.fill()
  context.beginPath()
  context.arc(x, y - 48, 4.8, 0, 7)
  context.fill()
}
