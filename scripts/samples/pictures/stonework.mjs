/** The bridge's stone: arches, courses, piers and parapet. */
import { mix, stream } from './noise.mjs'
import { gradient, grey, path } from './tone.mjs'

export const WIDTH = 1440
export const HEIGHT = 960
export const WATER = 596

const ARCHES = [
  { x: 405, radius: 122 },
  { x: 735, radius: 158 },
  { x: 1065, radius: 122 },
]

/** The height of the deck over the water at x. */
export const deck = (x) => WATER - 96 - 142 * Math.exp(-(((x - 735) / 370) ** 2))

function bodyPath(context) {
  context.beginPath()
  context.moveTo(-20, WATER + 4)
  context.lineTo(-20, deck(-20))
  for (let x = -20; x <= WIDTH + 20; x += 6) context.lineTo(x, deck(x))
  context.lineTo(WIDTH + 20, WATER + 4)
  for (const { x, radius } of [...ARCHES].reverse()) {
    context.lineTo(x + radius, WATER + 4)
    context.lineTo(x + radius, WATER)
    context.arc(x, WATER, radius, 0, Math.PI, true)
    context.lineTo(x - radius, WATER + 4)
  }
  context.closePath()
}

/** The barrel of each arch, seen a little from the left: its right-hand inner face catches the sun. */
export function barrels(context) {
  for (const { x, radius } of ARCHES) {
    context.save()
    context.beginPath()
    context.arc(x, WATER, radius, Math.PI, 0)
    context.lineTo(x + radius, WATER + 4)
    context.lineTo(x - radius, WATER + 4)
    context.closePath()
    context.clip()
    const far = radius * 0.9
    context.beginPath()
    context.rect(x - radius - 5, WATER - radius - 5, 2 * radius + 10, radius + 12)
    context.moveTo(x - 34 + far, WATER + 6)
    context.arc(x - 34, WATER, far, 0, Math.PI, true)
    context.lineTo(x - 34 - far, WATER + 6)
    context.closePath()
    context.fillStyle = gradient(context, x - radius, WATER - radius, x + radius, WATER, [
      [0, 0.07],
      [0.5, 0.1],
      [0.8, 0.2],
      [1, 0.34],
    ])
    context.fill('evenodd')
    context.strokeStyle = grey(0.02, 0.5)
    context.lineWidth = 1.4
    for (let ring = 0.3; ring < 1; ring += 0.3) {
      context.beginPath()
      context.arc(x - 34 * ring, WATER, mix(radius, far, ring), -Math.PI * 0.75, 0)
      context.stroke()
    }
    for (let step = 0; step < 15; step++) {
      const angle = -Math.PI * 0.66 * (step / 15)
      context.beginPath()
      context.moveTo(x + radius * Math.cos(angle), WATER + radius * Math.sin(angle))
      context.lineTo(x - 34 + far * Math.cos(angle), WATER + far * Math.sin(angle))
      context.stroke()
    }
    context.restore()
  }
}

export function masonry(context) {
  const random = stream(23)
  context.save()
  bodyPath(context)
  context.clip()
  context.fillStyle = gradient(context, 0, 0, WIDTH, 0, [
    [0, 0.46],
    [0.3, 0.41],
    [0.6, 0.36],
    [1, 0.29],
  ])
  context.fillRect(0, 0, WIDTH, HEIGHT)
  let y = WATER - 250
  while (y < WATER + 10) {
    const depth = 15 + random() * 6
    let x = -30 + random() * 20
    while (x < WIDTH + 20) {
      const width = 26 + random() * 36
      const light = random()
      context.fillStyle = grey(light > 0.5 ? 0.62 : 0.05, 0.06 + random() * 0.16)
      context.fillRect(x + 1, y + 1, width - 2, depth - 2)
      context.fillStyle = grey(0.75, 0.13)
      context.fillRect(x + 1, y + 1, width - 2, 1.6)
      context.fillStyle = grey(0.04, 0.42)
      context.fillRect(x, y, 1.5, depth)
      x += width
    }
    context.fillStyle = grey(0.04, 0.4)
    context.fillRect(-30, y, WIDTH + 60, 1.5)
    y += depth
  }
  context.restore()
  for (const { x, radius } of ARCHES) voussoirs(context, x, radius, random)
}

/** The ring of wedge stones around an arch. */
function voussoirs(context, x, radius, random) {
  const outer = radius + 25
  const stones = Math.round(radius / 5.4) | 1
  for (let stone = 0; stone < stones; stone++) {
    const from = Math.PI + (Math.PI * stone) / stones
    const to = Math.PI + (Math.PI * (stone + 1)) / stones
    context.beginPath()
    context.arc(x, WATER, outer, from + 0.006, to - 0.006)
    context.arc(x, WATER, radius, to - 0.008, from + 0.008, true)
    context.closePath()
    const facing = 0.5 - 0.5 * Math.cos((from + to) / 2)
    context.fillStyle = grey(0.46 + 0.14 * facing * (1 - x / 1700) + (random() - 0.5) * 0.11)
    context.fill()
  }
  context.strokeStyle = grey(0.05, 0.6)
  context.lineWidth = 2
  context.beginPath()
  context.arc(x, WATER, outer, Math.PI, 0)
  context.stroke()
  context.strokeStyle = grey(0.85, 0.25)
  context.lineWidth = 1.4
  context.beginPath()
  context.arc(x, WATER, outer - 2, Math.PI, Math.PI * 1.6)
  context.stroke()
}

/** Cutwaters: the pointed noses of the two piers. */
export function piers(context) {
  for (const [left, right] of [
    [527, 577],
    [893, 943],
  ]) {
    const middle = (left + right) / 2
    context.fillStyle = gradient(context, left, 0, right, 0, [
      [0, 0.5],
      [0.49, 0.44],
      [0.51, 0.28],
      [1, 0.24],
    ])
    path(
      context,
      [left + 1, WATER + 6],
      [left + 1, WATER - 62],
      [middle, WATER - 84],
      [right - 1, WATER - 62],
      [right - 1, WATER + 6],
      [middle, WATER + 16],
    )
    context.fill()
    context.strokeStyle = grey(0.06, 0.4)
    context.lineWidth = 1.4
    for (let y = WATER - 58; y < WATER + 4; y += 16) {
      context.beginPath()
      context.moveTo(left, y)
      context.lineTo(middle, y + 7)
      context.lineTo(right, y)
      context.stroke()
    }
  }
}

/** Coping, balustrade and its posts with small stone lions. */
export function parapet(context) {
  const along = (offset) => {
    context.beginPath()
    for (let x = -20; x <= WIDTH + 20; x += 6) context.lineTo(x, deck(x) + offset)
  }
  context.strokeStyle = grey(0.56)
  context.lineWidth = 9
  along(1)
  context.stroke()
  context.strokeStyle = grey(0.12)
  context.lineWidth = 2.4
  along(6.5)
  context.stroke()
  context.strokeStyle = grey(0.4)
  context.lineWidth = 22
  along(-15)
  context.stroke()
  context.strokeStyle = grey(0.66)
  context.lineWidth = 5
  along(-28)
  context.stroke()
  context.strokeStyle = grey(0.14)
  context.lineWidth = 1.6
  along(-24.5)
  context.stroke()
  for (let post = -14; post <= 14; post++) {
    const x = 735 + post * 52
    const foot = deck(x)
    context.fillStyle = grey(0.2)
    context.fillRect(x + 20, foot - 22 + (deck(x + 26) - foot), 12, 12)
    context.fillStyle = gradient(context, x - 5, 0, x + 6, 0, [
      [0, 0.66],
      [0.4, 0.44],
      [1, 0.2],
    ])
    context.fillRect(x - 5, foot - 42, 11, 44)
    context.beginPath()
    context.ellipse(x, foot - 47, 6, 6, 0, 0, 7)
    context.ellipse(x + 2, foot - 41, 8, 4, 0, 0, 7)
    context.fill()
  }
}
