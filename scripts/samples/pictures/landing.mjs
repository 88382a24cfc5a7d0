/** The landing of the ferry picture: the near, wet foreground. */
import { stream } from './noise.mjs'
import { gradient, grey, path } from './tone.mjs'

/** The landing in the foreground: wet steps, a bollard with its rope, a railing, a lamp outside the picture. */
export function landing(context) {
  const random = stream(53)
  path(context, [-5, 802], [300, 842], [560, 965], [-5, 965])
  context.fillStyle = gradient(context, 0, 800, 420, 960, [
    [0, 0.46],
    [0.6, 0.26],
    [1, 0.08],
  ])
  context.fill()
  for (let step = 0; step < 5; step++) {
    const y = 820 + step * 32
    context.strokeStyle = grey(0.62 - step * 0.06, 0.8)
    context.lineWidth = 2.4 + step * 0.6
    context.beginPath()
    context.moveTo(-5, y - 8)
    context.lineTo(250 + step * 62, y + 22 + step * 6)
    context.stroke()
    context.strokeStyle = grey(0.03, 0.8)
    context.lineWidth = 7 + step
    context.beginPath()
    context.moveTo(-5, y - 1)
    context.lineTo(250 + step * 62, y + 30 + step * 6)
    context.stroke()
  }
  for (let glint = 0; glint < 160; glint++) {
    context.fillStyle = grey(0.9, random() * 0.3)
    context.fillRect(random() * 330, 822 + random() * 130, 4 + random() * 18, 1.3)
  }
  bollard(context, 292, 846)
  railing(context)
}

function bollard(context, x, y) {
  context.fillStyle = gradient(context, x - 22, 0, x + 22, 0, [
    [0, 0.55],
    [0.3, 0.22],
    [1, 0.03],
  ])
  path(
    context,
    [x - 20, y],
    [x - 15, y - 46],
    [x - 26, y - 54, x - 26, y - 68, x - 12, y - 70],
    [x + 12, y - 70],
    [x + 26, y - 68, x + 26, y - 54, x + 15, y - 46],
    [x + 20, y],
  )
  context.fill()
  context.beginPath()
  context.ellipse(x, y, 34, 11, 0, 0, 7)
  context.fill()
  context.strokeStyle = grey(0.5)
  context.lineWidth = 7
  for (let coil = 0; coil < 3; coil++) {
    context.beginPath()
    context.ellipse(x, y - 12 - coil * 8, 19 - coil, 6, 0, 0.1, Math.PI - 0.1)
    context.stroke()
  }
  context.strokeStyle = grey(0.4)
  context.beginPath()
  context.moveTo(x + 17, y - 18)
  context.bezierCurveTo(x + 70, y + 30, x + 130, y + 40, x + 196, y + 112)
  context.stroke()
}

function railing(context) {
  context.lineCap = 'round'
  context.strokeStyle = grey(0.05)
  context.lineWidth = 12
  for (const [fromY, toY] of [
    [596, 700],
    [668, 758],
  ]) {
    context.beginPath()
    context.moveTo(-10, fromY)
    context.lineTo(186, toY)
    context.stroke()
  }
  for (const [x, top, foot] of [
    [16, 590, 824],
    [104, 640, 838],
    [184, 688, 850],
  ]) {
    context.lineWidth = 14
    context.beginPath()
    context.moveTo(x, top)
    context.lineTo(x, foot)
    context.stroke()
  }
  context.strokeStyle = grey(0.62, 0.8)
  context.lineWidth = 2
  context.beginPath()
  context.moveTo(-10, 591)
  context.lineTo(186, 695)
  context.stroke()
  context.strokeStyle = grey(0.55, 0.6)
  for (const [x, top, foot] of [
    [11, 596, 820],
    [99, 646, 834],
    [179, 694, 846],
  ]) {
    context.beginPath()
    context.moveTo(x, top)
    context.lineTo(x, foot)
    context.stroke()
  }
}
