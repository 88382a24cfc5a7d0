/** 晨雾里的三更桥: a hump-backed stone bridge of three arches, a river, morning mist. */
import { cloud, clamp, mix, noise, ramp, stream } from './noise.mjs'
import { boat } from './boat.mjs'
import { reeds, willow } from './plants.mjs'
import { eachPixel, glow, gradient, grey, layer, path, shine, soft, veil } from './tone.mjs'
import { WIDTH, HEIGHT, WATER, deck, barrels, masonry, piers, parapet } from './stonework.mjs'

const SUN = { x: 398, y: 250 }

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
