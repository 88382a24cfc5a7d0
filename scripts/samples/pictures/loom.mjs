/** 灯下挖花: a weaver at an old drawloom, under one hanging lamp. */
import { mix, noise, ramp, stream } from './noise.mjs'
import { eachPixel, gradient, grey, layer, path, shine, soft } from './tone.mjs'
import { drawWeaver } from './weaver.mjs'
import { FLOOR, LAMP, basket, floor, laptop, latticeWindow, rack, room } from './workshop.mjs'

const WIDTH = 1400
const HEIGHT = 1120
/** How far the loom's far side frame stands from the near one, in pixels. */
const FAR = { x: 118, y: -64 }

/** A squared timber from one point to another, lit along its upper edge. */
function timber(context, x0, y0, x1, y1, thick, tone, light = 0.5) {
  const long = Math.hypot(x1 - x0, y1 - y0)
  context.save()
  context.translate(x0, y0)
  context.rotate(Math.atan2(y1 - y0, x1 - x0))
  context.fillStyle = gradient(context, 0, -thick / 2, 0, thick / 2, [
    [0, tone + light * 0.4],
    [0.16, tone + 0.05],
    [1, tone * 0.5],
  ])
  context.fillRect(0, -thick / 2, long, thick)
  context.fillStyle = grey(tone + light, 0.8)
  context.fillRect(0, -thick / 2, long, 1.8)
  context.strokeStyle = grey(0.02, 0.22)
  context.lineWidth = 1.2
  for (let vein = 1; vein < 5; vein++) {
    const y = -thick / 2 + (thick * vein) / 5
    context.beginPath()
    context.moveTo(0, y)
    for (let at = 0; at <= long; at += 20)
      context.lineTo(at, y + (noise(at / 40, vein, Math.round(x0)) - 0.5) * 5)
    context.stroke()
  }
  context.restore()
}

/** The side frame of the loom; `far` is drawn first and darker. */
function frame(context, dx, dy, tone) {
  const bar = (x0, y0, x1, y1, thick, light) =>
    timber(context, x0 + dx, y0 + dy, x1 + dx, y1 + dy, thick, tone, light)
  bar(262, 470, 262, FLOOR, 32, 0.16)
  bar(520, 96, 520, FLOOR, 34, 0.24)
  bar(806, 560, 806, FLOOR, 32, 0.24)
  bar(226, 690, 850, 690, 30, 0.4)
  bar(226, 884, 850, 884, 26, 0.22)
  bar(262, 508, 520, 430, 20, 0.3)
}

/** Rollers and cross-beams between the two frames. */
function crossBeams(context) {
  for (const [x, y, thick] of [
    [520, 112, 30],
    [262, 884, 24],
    [806, 884, 24],
  ])
    timber(context, x, y, x + FAR.x, y + FAR.y, thick, 0.17, 0.3)
}

function roller(context, x, y, radius, tone) {
  const lean = Math.atan2(FAR.y, FAR.x)
  const long = Math.hypot(FAR.x, FAR.y) + 26
  context.save()
  context.translate(x - 10, y + 6)
  context.rotate(lean)
  context.fillStyle = gradient(context, 0, -radius, 0, radius, [
    [0, tone * 0.8],
    [0.28, tone + 0.3],
    [1, tone * 0.2],
  ])
  context.fillRect(0, -radius, long, 2 * radius)
  context.restore()
  context.fillStyle = grey(tone * 0.6)
  context.beginPath()
  context.ellipse(x - 10, y + 6, radius * 0.72, radius, lean * 0.4, 0, 7)
  context.fill()
  context.strokeStyle = grey(tone + 0.3, 0.7)
  context.lineWidth = 1.6
  for (const share of [1, 0.66, 0.33]) {
    context.beginPath()
    context.ellipse(x - 10, y + 6, radius * 0.72 * share, radius * share, lean * 0.4, 0, 7)
    context.stroke()
  }
}

/** The warp: threads from the warp beam through the heddles to the cloth. */
function warp(context) {
  const threads = 54
  for (let thread = threads; thread >= 0; thread--) {
    const share = thread / threads
    const x = FAR.x * share
    const y = FAR.y * share
    for (const shed of [-1, 1]) {
      if ((thread + (shed > 0 ? 1 : 0)) % 2) continue
      context.strokeStyle = gradient(context, 270, 0, 800, 0, [
        [0, 0.3, 0.8],
        [0.5, 0.6, 0.9],
        [0.75, 0.98],
        [1, 1],
      ])
      context.lineWidth = 1.25
      context.beginPath()
      context.moveTo(270 + x, 622 + y)
      context.lineTo(566 + x, 632 + shed * 15 + y)
      context.lineTo(690 + x, 646 + y)
      context.stroke()
    }
  }
  cloth(context)
}

function cloth(context) {
  path(context, [686, 646], [686 + FAR.x, 646 + FAR.y], [808 + FAR.x, 652 + FAR.y], [808, 652])
  context.fillStyle = gradient(context, 690, 620, 900, 620, [
    [0, 0.95],
    [1, 0.72],
  ])
  context.fill()
  context.save()
  context.clip()
  context.fillStyle = grey(0.32, 0.7)
  // The heron's neck and reeds, foreshortened.
  const random = stream(33)
  context.strokeStyle = grey(0.3, 0.75)
  for (let reed = 0; reed < 15; reed++) {
    const share = random()
    context.lineWidth = 1.2 + random() * 1.6
    context.beginPath()
    context.moveTo(800 + FAR.x * share, 652 + FAR.y * share)
    context.quadraticCurveTo(
      760 + FAR.x * share,
      648 + FAR.y * share,
      708 + random() * 30 + FAR.x * share,
      646 + FAR.y * (share + (random() - 0.5) * 0.2),
    )
    context.stroke()
  }
  context.restore()
  // Its fall from the breast beam.
  path(
    context,
    [808, 652],
    [822, 664, 818, 690, 812, 742],
    [812 + FAR.x * 0.9, 742 + FAR.y],
    [820 + FAR.x, 690 + FAR.y, 822 + FAR.x, 664 + FAR.y, 808 + FAR.x, 652 + FAR.y],
  )
  context.fillStyle = gradient(context, 808, 640, 900, 742, [
    [0, 0.62],
    [1, 0.2],
  ])
  context.fill()
}

/** Heddle shafts hanging from the tower, each a frame of strings seen at a slant. */
function heddles(context) {
  for (let shaft = 5; shaft >= 0; shaft--) {
    const x = 548 + shaft * 13
    const lift = shaft % 2 ? -14 : 8
    const top = 520 + lift
    const foot = 748 + lift
    context.strokeStyle = grey(0.55, 0.3)
    context.lineWidth = 0.9
    for (let string = 0; string <= 34; string++) {
      const share = string / 34
      context.strokeStyle = grey(0.72, 0.16 + 0.2 * (1 - share))
      context.beginPath()
      context.moveTo(x + FAR.x * share, top + FAR.y * share)
      context.lineTo(x + FAR.x * share, foot + FAR.y * share)
      context.stroke()
    }
    for (const y of [top, foot]) timber(context, x, y, x + FAR.x, y + FAR.y, 9, 0.22, 0.5)
    context.strokeStyle = grey(0.45, 0.7)
    context.lineWidth = 1.8
    for (const share of [0.12, 0.88]) {
      context.beginPath()
      context.moveTo(x + FAR.x * share, top + FAR.y * share)
      context.lineTo(536 + FAR.x * share + shaft * 3, 128 + FAR.y * share)
      context.stroke()
    }
  }
  // The draw cords of the pattern, a bundle up to the tower.
  const random = stream(39)
  for (let cord = 0; cord < 40; cord++) {
    const share = random()
    context.strokeStyle = grey(0.5 + random() * 0.3, 0.3)
    context.lineWidth = 0.9
    context.beginPath()
    context.moveTo(500 + FAR.x * share - random() * 14, 640 + FAR.y * share)
    context.quadraticCurveTo(
      470 + FAR.x * share,
      380 + FAR.y * share,
      500 + FAR.x * share,
      124 + FAR.y * share,
    )
    context.stroke()
  }
}

/** The reed in its swinging batten. */
function batten(context) {
  context.strokeStyle = grey(0.8, 0.4)
  context.lineWidth = 1
  for (let dent = 0; dent <= 60; dent++) {
    const share = dent / 60
    context.beginPath()
    context.moveTo(672 + FAR.x * share, 604 + FAR.y * share)
    context.lineTo(676 + FAR.x * share, 672 + FAR.y * share)
    context.stroke()
  }
  timber(context, 668, 600, 668 + FAR.x, 600 + FAR.y, 15, 0.34, 0.6)
  timber(context, 674, 676, 674 + FAR.x, 676 + FAR.y, 17, 0.26, 0.5)
  for (const share of [0, 1])
    timber(
      context,
      650 + FAR.x * share,
      250 + FAR.y * share,
      671 + FAR.x * share,
      690 + FAR.y * share,
      13,
      0.24,
      0.3,
    )
}

function lamp(context) {
  context.strokeStyle = grey(0.03)
  context.lineWidth = 3
  context.beginPath()
  context.moveTo(LAMP.x + 40, -5)
  context.quadraticCurveTo(LAMP.x + 8, 120, LAMP.x, LAMP.y - 60)
  context.stroke()
  context.save()
  context.globalCompositeOperation = 'lighter'
  soft(context, 22, (on) => {
    on.fillStyle = gradient(on, 0, LAMP.y, 0, 900, [
      [0, 0.34],
      [0.5, 0.13],
      [1, 0],
    ])
    path(on, [LAMP.x - 56, LAMP.y], [LAMP.x + 56, LAMP.y], [LAMP.x + 350, 900], [LAMP.x - 300, 900])
    on.fill()
  })
  context.restore()
  shine(context, LAMP.x, LAMP.y + 8, 190, 0.7)
  context.fillStyle = grey(1)
  context.beginPath()
  context.arc(LAMP.x, LAMP.y + 2, 17, 0, 7)
  context.fill()
  context.fillStyle = gradient(context, LAMP.x - 80, 0, LAMP.x + 80, 0, [
    [0, 0.3],
    [0.4, 0.12],
    [1, 0.04],
  ])
  path(
    context,
    [LAMP.x - 84, LAMP.y],
    [LAMP.x - 70, LAMP.y - 34, LAMP.x - 24, LAMP.y - 40, LAMP.x - 15, LAMP.y - 64],
    [LAMP.x + 15, LAMP.y - 64],
    [LAMP.x + 24, LAMP.y - 40, LAMP.x + 70, LAMP.y - 34, LAMP.x + 84, LAMP.y],
  )
  context.fill()
  context.strokeStyle = grey(1)
  context.lineWidth = 3
  context.beginPath()
  context.moveTo(LAMP.x - 83, LAMP.y)
  context.lineTo(LAMP.x + 83, LAMP.y)
  context.stroke()
}

export function drawLoom() {
  const { canvas, context } = layer(WIDTH, HEIGHT)
  room(context)
  latticeWindow(context)
  rack(context)
  floor(context)
  laptop(context)
  frame(context, FAR.x, FAR.y, 0.13)
  crossBeams(context)
  roller(context, 262, 622, 30, 0.36)
  heddles(context)
  warp(context)
  batten(context)
  roller(context, 808, 668, 20, 0.4)
  frame(context, 0, 0, 0.2)
  lamp(context)
  drawWeaver(context)
  basket(context)
  eachPixel(context, (tone, x, y) => {
    const far = Math.hypot((x - 740) / 820, (y - 560) / 700)
    return mix(tone, tone * 0.66, ramp(0.5, 1.15, far)) ** 0.8
  })
  return {
    canvas,
    context,
    across: (x, y) => y * 0.92 - x * 0.4,
    strength: (x, y) => (Math.hypot((x - 860) / 230, (y - 560) / 300) < 1 ? 0.06 : 0.13),
  }
}
