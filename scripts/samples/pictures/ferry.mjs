/** 末班船过江: a small ferry with lit windows in the middle of a wide river, at night, seen from the landing. */
import { cloud, clamp, mix, noise, ramp, stream } from './noise.mjs'
import { landing } from './landing.mjs'
import { eachPixel, glow, gradient, grey, layer, shine, soft, veil } from './tone.mjs'
import { ferry } from './ferryBoat.mjs'

const WIDTH = 1440
const HEIGHT = 960
const WATER = 470

function sky(context) {
  context.fillStyle = gradient(context, 0, 0, 0, WATER, [
    [0, 0.15],
    [0.55, 0.3],
    [1, 0.62],
  ])
  context.fillRect(0, 0, WIDTH, HEIGHT)
  eachPixel(context, (tone, x, y) => tone + (cloud(x / 380, y / 80, 3, 5) - 0.5) * 0.16)
}

/** A cable-stayed bridge far off, its lamps drowned in the fog. */
function farBridge(context) {
  const level = WATER - 46
  soft(context, 1.6, (on) => {
    on.strokeStyle = grey(0.27, 0.9)
    on.lineWidth = 5
    on.beginPath()
    on.moveTo(-10, level + 6)
    on.lineTo(940, level - 4)
    on.stroke()
    for (const x of [250, 610]) {
      const top = level - 188
      on.lineWidth = 9
      on.beginPath()
      on.moveTo(x - 15, WATER)
      on.lineTo(x, top)
      on.lineTo(x + 15, WATER)
      on.stroke()
      on.lineWidth = 1.1
      for (let cable = 1; cable <= 9; cable++) {
        for (const side of [-1, 1]) {
          on.beginPath()
          on.moveTo(x, top + 8 + cable * 5)
          on.lineTo(x + side * cable * 19, level)
          on.stroke()
        }
      }
      on.fillStyle = grey(1)
      on.beginPath()
      on.arc(x, top - 4, 2.6, 0, 7)
      on.fill()
    }
    on.fillStyle = grey(0.95, 0.9)
    for (let lamp = 0; lamp < 30; lamp++) {
      on.beginPath()
      on.arc(6 + lamp * 32, level - 9 - lamp * 0.3, 1.9, 0, 7)
      on.fill()
    }
  })
}

/** The far bank: a dark low town, windows, and lamps turned to discs by the fog. */
function farBank(context) {
  const random = stream(13)
  for (const [tone, high, blur] of [
    [0.38, 86, 3],
    [0.27, 50, 1.4],
  ]) {
    soft(context, blur, (on) => {
      on.fillStyle = grey(tone)
      let x = 500
      while (x < WIDTH + 40) {
        const wide = 26 + random() * 66
        const rise = (0.35 + random() * 0.65) * high * ramp(480, 900, x)
        on.fillRect(x, WATER - rise, wide, rise + 4)
        x += wide * (0.7 + random() * 0.5)
      }
      on.fillRect(0, WATER - 9, WIDTH, 12)
      for (let tree = 0; tree < 90; tree++) {
        on.beginPath()
        on.arc(random() * WIDTH, WATER - 4 - random() * 12, 6 + random() * 10, 0, 7)
        on.fill()
      }
    })
  }
  soft(context, 0.9, (on) => {
    for (let window = 0; window < 120; window++) {
      on.fillStyle = grey(0.8 + random() * 0.2, 0.35 + random() * 0.5)
      on.fillRect(640 + random() ** 0.7 * 800, WATER - 8 - random() * 52, 3, 4)
    }
  })
}

/** The lamps of the far quay; the brightest cluster is the landing the ferry is bound for. */
function lamps(context) {
  const random = stream(17)
  const light = (x, y, size) => {
    shine(context, x, y, size * 15, 0.32)
    context.fillStyle = grey(1)
    context.beginPath()
    context.arc(x, y, size, 0, 7)
    context.fill()
  }
  for (let lamp = 0; lamp < 22; lamp++)
    light(500 + lamp * 44 + random() * 22, WATER - 9 - random() * 7, 1.4 + random() * 1.3)
  for (let lamp = 0; lamp < 4; lamp++) light(1180 + lamp * 30, WATER - 24 - (lamp % 2) * 5, 2.4)
  shine(context, 1226, WATER - 24, 180, 0.16)
}

/** The same lamps, long and trembling in the water. */
function lampsInWater(context) {
  const random = stream(17)
  for (let lamp = 0; lamp < 22; lamp++) {
    const x = 500 + lamp * 44 + random() * 22
    glimmer(context, random, x, WATER + 6, {
      deep: 90 + random() * 120,
      wide: 9,
      strength: 0.26,
      dashes: 26,
    })
  }
  for (let lamp = 0; lamp < 4; lamp++)
    glimmer(context, random, 1180 + lamp * 30, WATER + 6, {
      deep: 270,
      wide: 15,
      strength: 0.42,
      dashes: 60,
    })
}

/** What the water gives back of the lights above: columns drawn long and broken. */
function water(context) {
  const above = context.getImageData(0, 0, WIDTH, WATER).data
  const image = context.getImageData(0, WATER, WIDTH, HEIGHT - WATER)
  const { data } = image
  for (let row = 0; row < HEIGHT - WATER; row++) {
    const near = row / (HEIGHT - WATER)
    for (let x = 0; x < WIDTH; x++) {
      const swell = noise(x / (70 + near * 240), row / (3 + near * 22), 41) - 0.5
      const chop = noise(x / (16 + near * 60), row / (1.3 + near * 6), 43) - 0.5
      const shift = (swell * 26 + chop * 26) * (0.3 + near * 2)
      let seen = 0
      for (let tap = 0; tap < 5; tap++) {
        const sourceY = Math.round(
          clamp((WATER - 2 - row * (0.1 + tap * 0.16) + shift) / (WATER - 1)) * (WATER - 1),
        )
        const sourceX = Math.round(Math.min(WIDTH - 1, Math.max(0, x + shift * 0.35)))
        seen = Math.max(seen * 0.9, above[(sourceY * WIDTH + sourceX) * 4] / 255)
      }
      const tone = mix(seen * 0.86, 0.17, 0.25 + 0.5 * near) + swell * 0.11 + chop * 0.07
      const level = clamp(tone) * 255
      const at = (row * WIDTH + x) * 4
      data[at] = data[at + 1] = data[at + 2] = level
    }
  }
  context.putImageData(image, 0, WATER)
}

/** A column of light on the water below (x, foot): short dashes, sparser and wider downwards. */
function glimmer(context, random, x, foot, { deep, wide, strength, dashes }) {
  context.save()
  context.globalCompositeOperation = 'lighter'
  for (let dash = 0; dash < dashes; dash++) {
    const down = random() ** 1.4 * deep
    const long = wide * (0.35 + random()) + down * 0.1
    context.fillStyle = grey(1, (strength * (1 - down / (deep * 1.03))) ** 1.1)
    context.beginPath()
    context.ellipse(
      x + (random() - 0.5) * (wide * 0.5 + down * 0.12),
      foot + 6 + down,
      long / 2,
      0.8 + (random() * 2 * deep) / 300,
      0,
      0,
      7,
    )
    context.fill()
  }
  context.restore()
}

/** The light the ferry's windows throw on the water, and the wash astern. */
function wake(context, left, right, foot) {
  const random = stream(29)
  for (let column = 0; column < 15; column++) {
    const x = left + ((right - left) * (column + 0.5)) / 15
    glimmer(context, random, x, foot, { deep: 310, wide: 26, strength: 0.38, dashes: 36 })
  }
  context.strokeStyle = grey(0.85, 0.35)
  for (let wave = 0; wave < 5; wave++) {
    context.lineWidth = 2.4 - wave * 0.35
    context.beginPath()
    context.moveTo(left - 20 - wave * 12, foot + 4 + wave * 7)
    context.bezierCurveTo(
      left - 120,
      foot + 10 + wave * 10,
      left - 200,
      foot + 6 + wave * 9,
      left - 320 - wave * 24,
      foot + 14 + wave * 10,
    )
    context.stroke()
  }
}

function fog(context, strength, low, high, seed, tone) {
  veil(
    context,
    tone,
    (x, y) =>
      strength *
      Math.exp(-(((y - low) / high) ** 2)) *
      ramp(0.24, 0.74, cloud(x / 360, y / 70, seed, 5)),
  )
}

export function drawFerry() {
  const { canvas, context } = layer(WIDTH, HEIGHT)
  sky(context)
  farBridge(context)
  farBank(context)
  fog(context, 0.62, WATER - 60, 92, 71, 0.64)
  lamps(context)
  water(context)
  fog(context, 0.6, WATER + 6, 36, 73, 0.68)
  lampsInWater(context)
  soft(context, 7, (on) => {
    on.fillStyle = gradient(on, 0, 600, 0, 740, [
      [0, 0.02, 0.85],
      [1, 0.05, 0],
    ])
    on.fillRect(455, 606, 590, 150)
  })
  ferry(context, 750, 606, 1.52)
  wake(context, 548, 945, 618)
  fog(context, 0.3, 640, 40, 79, 0.66)
  landing(context)
  soft(context, 30, (on) => {
    on.fillStyle = glow(on, -40, 700, 520, [
      [0, 1, 0.3],
      [1, 1, 0],
    ])
    on.fillRect(0, 200, 520, 760)
  })
  eachPixel(
    context,
    (tone, x, y) =>
      tone ** 0.86 * (1 - 0.3 * ramp(0.6, 1.2, Math.hypot((x - 760) / 940, (y - 520) / 640))),
  )
  return {
    canvas,
    context,
    across: (x, y) => (y < WATER ? y + 18 * Math.sin(x / 420) : y),
    strength: (x, y) => (Math.hypot((x - 750) / 380, (y - 510) / 190) < 1 ? 0.05 : 0.13),
  }
}
