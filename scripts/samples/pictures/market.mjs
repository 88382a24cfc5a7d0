/** 长埠街点灯: a market street in the rain-wet dusk, lanterns strung over it. */
import { cloud, clamp, mix, noise, ramp, stream } from './noise.mjs'
import { eachPixel, glow, gradient, grey, layer, path, shine, soft } from './tone.mjs'
import { house } from './shophouse.mjs'
import { drawWalker } from './people.mjs'
import { EYE, WALL, place } from './perspective.mjs'
import { stalls } from './stalls.mjs'

const WIDTH = 1440
const HEIGHT = 960

function sky(context) {
  context.fillStyle = gradient(context, 0, 0, 0, EYE.y, [
    [0, 0.34],
    [0.5, 0.52],
    [1, 0.86],
  ])
  context.fillRect(0, 0, WIDTH, HEIGHT)
  eachPixel(
    context,
    (tone, x, y) => tone + (cloud(x / 260, y / 70, 3, 5) - 0.5) * 0.22 * (1 - (y / EYE.y) * 0.6),
  )
  shine(context, EYE.x, EYE.y - 30, 420, 0.22)
}

function street(context) {
  const random = stream(19)
  for (const side of [-1, 1]) {
    let far = 9
    while (far > 0.75) {
      const near = far / (1.34 + random() * 0.2)
      house(context, place, side, near, far, 1.2 + random() * 0.42, random)
      far = near
    }
  }
}

/** The gate at the street's far end, grey in the haze. */
function gate(context) {
  context.fillStyle = grey(0.46)
  context.fillRect(EYE.x - 44, EYE.y - 64, 10, 110)
  context.fillRect(EYE.x + 34, EYE.y - 64, 10, 110)
  for (const [y, half] of [
    [-66, 64],
    [-88, 48],
  ]) {
    path(
      context,
      [EYE.x - half, EYE.y + y],
      [EYE.x - half + 14, EYE.y + y - 12, EYE.x - 20, EYE.y + y - 17],
      [EYE.x + 20, EYE.y + y - 17],
      [EYE.x + half - 14, EYE.y + y - 12, EYE.x + half, EYE.y + y],
    )
    context.fill()
    context.fillRect(EYE.x - half + 14, EYE.y + y, 2 * half - 28, 7)
  }
}

function lantern(context, x, y, size) {
  shine(context, x, y, size * 5.2, 0.2)
  context.strokeStyle = grey(0.08)
  context.lineWidth = Math.max(0.8, size * 0.06)
  context.beginPath()
  context.moveTo(x, y - size * 1.7)
  context.lineTo(x, y - size * 0.9)
  context.stroke()
  context.fillStyle = glow(context, x, y + size * 0.15, size * 1.2, [
    [0, 1],
    [0.5, 0.9],
    [1, 0.5],
  ])
  context.beginPath()
  context.ellipse(x, y, size * 1.08, size * 0.86, 0, 0, 7)
  context.fill()
  context.strokeStyle = grey(0.25, 0.5)
  context.lineWidth = Math.max(0.6, size * 0.045)
  for (const rib of [0.25, 0.6, 0.88]) {
    context.beginPath()
    context.ellipse(x, y, size * 1.08 * rib, size * 0.86, 0, 0, 7)
    context.stroke()
  }
  context.fillStyle = grey(0.1)
  context.fillRect(x - size * 0.42, y - size * 0.98, size * 0.84, size * 0.2)
  context.fillRect(x - size * 0.38, y + size * 0.78, size * 0.76, size * 0.18)
  context.strokeStyle = grey(0.3, 0.9)
  for (let thread = -2; thread <= 2; thread++) {
    context.beginPath()
    context.moveTo(x + thread * size * 0.09, y + size * 0.95)
    context.lineTo(x + thread * size * 0.12, y + size * 1.55)
    context.stroke()
  }
}

/** Strings of lanterns from eaves to eaves, sagging. */
function lanterns(context) {
  for (const deep of [7.4, 5.6, 4.3, 3.3, 2.5, 1.9, 1.42, 1.06]) {
    const left = place(-0.84, 1.2, deep)
    const right = place(0.84, 1.24, deep)
    const sag = 128 / deep
    context.strokeStyle = grey(0.07)
    context.lineWidth = 2.8 / deep
    context.beginPath()
    context.moveTo(left.x, left.y)
    context.quadraticCurveTo((left.x + right.x) / 2, left.y + 2 * sag, right.x, right.y)
    context.stroke()
    const count = deep > 1.2 ? 6 : 5
    for (let index = 1; index < count; index++) {
      const t = index / count
      const x = mix(left.x, right.x, t)
      const y = mix(left.y, right.y, t) + 4 * sag * t * (1 - t)
      lantern(context, x, y + 48 / deep, 36 / deep)
    }
  }
}

/** The pavement: stone slabs, wet, holding the lights upside down. */
function pavement(context) {
  const horizon = Math.round(place(0, -0.92, 9).y)
  const image = context.getImageData(0, 0, WIDTH, HEIGHT)
  const { data } = image
  const above = Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) => data[at * 4] / 255)
  for (let y = horizon; y < HEIGHT; y++) {
    const deep = (0.92 * 330) / (y - EYE.y)
    const row = 1 / deep
    for (let x = 0; x < WIDTH; x++) {
      const side = ((x - EYE.x) * deep) / WALL
      if (Math.abs(side) > 1.01) continue
      const along = 13 * Math.log(deep + 0.6)
      const course = Math.floor(along * 0.9)
      const across = side * 4.5 + (course % 2) * 0.5
      const joint = Math.min(
        Math.abs(across - Math.round(across)) * 1.7,
        Math.abs(along * 0.9 - Math.round(along * 0.9)) * 1.25 * Math.min(1, row * 2),
      )
      const stone = noise(Math.floor(across + 0.5) * 7.3, course * 3.1, 5)
      const shake = (noise(x / 9, y / 5, 29) - 0.5) * 26 * row + (stone - 0.5) * 60 * row
      const mirrorY = Math.round(EYE.y - (y - EYE.y) * 0.75 - 26 + shake)
      const mirrorX = Math.min(WIDTH - 1, Math.max(0, Math.round(x + shake * 0.2)))
      let seen = 0
      for (let tap = -2; tap <= 2; tap++) {
        const sampleY = Math.min(horizon - 1, Math.max(0, mirrorY + tap * 15))
        seen += above[sampleY * WIDTH + mirrorX] / 5
      }
      const wet = ramp(0.25, 0.7, cloud(side * 4, along / 2.2, 31, 4))
      const centre = Math.exp(-((side / 0.55) ** 2))
      const tone =
        0.1 + stone * 0.07 + seen * (0.24 + 0.5 * wet) + centre * 0.17 * Math.exp(-row / 1.1)
      const level = clamp(tone * (0.5 + 0.5 * ramp(0.01, 0.07, joint))) * 255
      const at = (y * WIDTH + x) * 4
      data[at] = data[at + 1] = data[at + 2] = level
    }
  }
  context.putImageData(image, 0, 0)
}

/** People, from the far end to the near: paler and softer with distance. */
function crowd(context) {
  const random = stream(43)
  const rows = [
    [7, 13],
    [5.6, 12],
    [4.4, 10],
    [3.5, 8],
    [2.8, 6],
    [2.2, 5],
  ]
  for (const [deep, count] of rows) {
    for (let one = 0; one < count; one++) {
      const side = -0.56 + (1.12 * (one + random())) / count
      const foot = place(side, -0.92, deep * (0.94 + random() * 0.12))
      drawWalker(context, foot.x, foot.y, 262 / deep, {
        random,
        tone: 0.05 + 0.03 * deep,
        away: random() > 0.35,
        lit: Math.sign(side),
      })
    }
  }
  for (const [side, deep, away, kind] of [
    [-0.42, 1.72, false, 'long'],
    [0.5, 1.56, true, 'hood'],
    [0.18, 1.32, false, 'bag'],
    [-0.3, 1.06, true, 'parent'],
    [0.47, 0.98, true, 'shoulder'],
  ]) {
    const foot = place(side, -0.92, deep)
    drawWalker(context, foot.x, foot.y, 262 / deep, {
      random,
      tone: 0.055,
      away,
      kind,
      lit: Math.sign(side),
    })
  }
}

export function drawMarket() {
  const { canvas, context } = layer(WIDTH, HEIGHT)
  sky(context)
  gate(context)
  street(context)
  soft(context, 16, (on) => {
    on.fillStyle = glow(on, EYE.x, EYE.y - 10, 190, [
      [0, 0.95, 0.75],
      [0.5, 0.85, 0.35],
      [1, 0.8, 0],
    ])
    on.fillRect(EYE.x - 200, EYE.y - 210, 400, 400)
  })
  lanterns(context)
  pavement(context)
  stalls(context)
  crowd(context)
  shine(context, EYE.x, EYE.y, 620, 0.1)
  eachPixel(
    context,
    (tone, x, y) =>
      tone ** 0.82 *
      (1 - 0.3 * ramp(0.55, 1.15, Math.hypot((x - WIDTH / 2) / 880, (y - EYE.y) / 620))),
  )
  return {
    canvas,
    context,
    across: (x, y) => (y < EYE.y ? Math.hypot(x - EYE.x, (y - EYE.y) * 1.1) : y),
    strength: (x, y) => (y < EYE.y - 120 ? 0.2 : 0.13),
  }
}
