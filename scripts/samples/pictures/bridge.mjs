/** 晨雾里的三更桥: a hump-backed stone bridge of three arches, a river, morning mist. */
import { cloud, clamp, mix, noise, ramp, stream } from './noise.mjs'
import { boat } from './boat.mjs'
import { reeds, willow } from './plants.mjs'
import { eachPixel, glow, gradient, grey, layer, path, shine, soft, veil } from './tone.mjs'

const WIDTH = 1440
const HEIGHT = 960
const WATER = 596
const SUN = { x: 398, y: 250 }

const ARCHES = [
  { x: 405, radius: 122 },
  { x: 735, radius: 158 },
  { x: 1065, radius: 122 },
]

/** The height of the deck over the water at x. */
const deck = (x) => WATER - 96 - 142 * Math.exp(-(((x - 735) / 370) ** 2))

function sky(context) {
  context.fillStyle = gradient(context, 0, 0, 0, WATER, [
    [0, 0.52],
    [0.4, 0.74],
    [0.75, 0.92],
    [1, 0.95],
  ])
  context.fillRect(0, 0, WIDTH, HEIGHT)
  eachPixel(
    context,
    (tone, x, y) => tone + (cloud(x / 420, y / 90, 3, 5) - 0.5) * 0.2 * (1 - y / WATER),
  )
  shine(context, SUN.x, SUN.y, 420, 0.16)
  soft(context, 3, (on) => {
    on.fillStyle = grey(1, 0.8)
    on.beginPath()
    on.arc(SUN.x, SUN.y, 36, 0, 7)
    on.fill()
  })
  veil(
    context,
    0.8,
    (x, y) =>
      0.7 *
      ramp(0.5, 0.75, cloud(x / 260, y / 26, 17, 4)) *
      Math.exp(-(((y - SUN.y - 26) / 30) ** 2)),
  )
}

/** A ridge of hills whose foot is lost in mist. */
function hills(context, base, rise, scale, seed, tone, fade) {
  context.beginPath()
  context.moveTo(0, HEIGHT)
  for (let x = 0; x <= WIDTH; x += 3) {
    const crest = cloud(x / scale, seed + 0.5, seed, 7)
    context.lineTo(x, base - rise * (crest - 0.25) * 1.7)
  }
  context.lineTo(WIDTH, HEIGHT)
  context.closePath()
  context.fillStyle = gradient(context, 0, base - rise, 0, base + fade, [
    [0, tone],
    [0.55, mix(tone, 0.93, 0.6)],
    [1, 0.94, 0],
  ])
  context.fill()
}

/** Low tiled roofs and trees of the far bank. */
function farBank(context) {
  const random = stream(11)
  for (const [from, to, tone] of [
    [-20, 470, 0.6],
    [470, 1000, 0.68],
    [960, 1480, 0.54],
  ]) {
    let x = from
    while (x < to) {
      const width = 62 + random() * 70
      const foot = WATER - 6
      const eaves = foot - 42 - random() * 44
      const ridge = eaves - 20 - random() * 12
      context.fillStyle = gradient(context, 0, ridge, 0, foot, [
        [0, tone + random() * 0.06],
        [1, 0.86],
      ])
      context.fillRect(x + 6, eaves, width - 12, foot - eaves)
      context.fillStyle = grey(tone - 0.1 + random() * 0.05)
      path(
        context,
        [x - 8, eaves + 4],
        [x + 8, eaves - 2, x + 16, ridge],
        [x + width - 16, ridge],
        [x + width - 8, eaves - 2, x + width + 8, eaves + 4],
      )
      context.fill()
      context.fillStyle = grey(0.4, 0.4)
      if (random() > 0.3) context.fillRect(x + width * 0.3, eaves + 14, 9, 12)
      if (random() > 0.3) context.fillRect(x + width * 0.6, eaves + 14, 9, 12)
      x += width * (0.62 + random() * 0.2)
    }
  }
  soft(context, 1.2, (on) => {
    for (let tree = 0; tree < 26; tree++) {
      const x = tree < 12 ? random() * 520 - 10 : 900 + random() * 560
      const height = 66 + random() * 80
      on.fillStyle = grey(0.57, 0.45)
      for (let puff = 0; puff < 26; puff++) {
        on.beginPath()
        on.arc(x + (random() - 0.5) * 58, WATER - 20 - random() * height, 6 + random() * 13, 0, 7)
        on.fill()
      }
    }
  })
}

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
function barrels(context) {
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

function masonry(context) {
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
function piers(context) {
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
function parapet(context) {
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

/** The water: the scene above turned over, broken by ripples that widen towards the viewer. */
function water(context) {
  const above = context.getImageData(0, 0, WIDTH, WATER).data
  const image = context.getImageData(0, WATER, WIDTH, HEIGHT - WATER)
  const { data } = image
  for (let row = 0; row < HEIGHT - WATER; row++) {
    const near = row / (HEIGHT - WATER)
    const tall = 3 + near * 15
    for (let x = 0; x < WIDTH; x++) {
      const swell = noise(x / (90 + near * 160), row / tall, 41) - 0.5
      const chop = noise(x / (26 + near * 60), row / (1.4 + near * 4), 43) - 0.5
      const shift = (swell * 16 + chop * 15) * (0.12 + near * 2.4)
      const sourceY = Math.round(
        Math.min(WATER - 1, Math.max(0, WATER - 1 - row * 1.18 + shift * 1.5)),
      )
      const sourceX = Math.round(Math.min(WIDTH - 1, Math.max(0, x + shift * 0.6)))
      const seen = above[(sourceY * WIDTH + sourceX) * 4] / 255
      const depth = mix(seen * 0.93, 0.36, 0.1 + near * 0.36)
      const path = Math.exp(-(((x - SUN.x - row * 0.1) / (70 + row * 0.35)) ** 2))
      const glint = ramp(0.16, 0.34, chop) * ramp(-0.1, 0.3, swell) * path * 0.32
      const level = clamp(depth + swell * 0.13 * near + glint) * 255
      const at = (row * WIDTH + x) * 4
      data[at] = data[at + 1] = data[at + 2] = level
    }
  }
  context.putImageData(image, 0, WATER)
}

/** Mist drifting over the water and under the arches. */
function mist(context, strength, low, high, seed) {
  veil(context, 0.95, (x, y) => {
    const band = Math.exp(-(((y - low) / high) ** 2))
    return strength * band * ramp(0.28, 0.72, cloud(x / 330, y / 62, seed, 5))
  })
}

export function drawBridge() {
  const { canvas, context } = layer(WIDTH, HEIGHT)
  sky(context)
  hills(context, 450, 230, 330, 5, 0.66, 120)
  hills(context, 520, 190, 190, 12, 0.56, 90)
  mist(context, 0.6, 500, 90, 71)
  farBank(context)
  mist(context, 0.75, WATER - 10, 74, 73)
  barrels(context)
  masonry(context)
  piers(context)
  parapet(context)
  shine(context, SUN.x, SUN.y + 120, 520, 0.07)
  water(context)
  mist(context, 0.9, WATER + 4, 48, 79)
  mist(context, 0.6, WATER + 24, 20, 80)
  mist(context, 0.4, WATER - 110, 120, 83)
  soft(context, 5, (on) => {
    on.fillStyle = glow(on, 655, 752, 150, [
      [0, 0.05, 0.5],
      [1, 0.05, 0],
    ])
    on.setTransform(1, 0, 0, 0.16, 0, 632)
    on.fillRect(500, 600, 320, 320)
  })
  boat(context, 640, 738, 1.08)
  reeds(context, HEIGHT)
  willow(context)
  return {
    canvas,
    context,
    across: (x, y) => (y > WATER ? y : y - 26 * Math.sin((x - 200) / 620)),
    strength: (x, y) => (y < WATER && y > deck(x) - 50 ? 0.1 : 0.24),
  }
}
