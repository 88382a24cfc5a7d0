/** The houses of the market street. */
import { mix } from './noise.mjs'
import { gradient, grey, path } from './tone.mjs'

/**
 * One shop house between two depths: lit shopfront, dark upper floor, eaves of tiles.
 * @param place (side, up, depth) -> a point of the picture
 */
export function house(context, place, side, near, far, high, random) {
  const corner = (up, deep, reach = 1) => {
    const at = place(side * reach, up, deep)
    return [at.x, at.y]
  }
  const wall = 0.21 + random() * 0.1 + 0.04 * Math.min(far, 7)
  path(context, corner(high, near), corner(high, far), corner(-0.92, far), corner(-0.92, near))
  context.fillStyle = gradient(context, 0, corner(high, near)[1], 0, corner(-0.92, near)[1], [
    [0, wall * 0.8],
    [0.5, wall],
    [1, wall * 1.3],
  ])
  context.fill()
  shopfront(context, corner, near, far, random)
  windows(context, corner, near, far, high, random)
  eaves(context, corner, near, far, high, 0.84, 0.42)
  eaves(context, corner, near, far, 0.28, 0.82, 0.14)
}

function shopfront(context, corner, near, far, random) {
  const bright = 0.62 + random() * 0.3
  const [inner, outer] = [mix(near, far, 0.06), mix(near, far, 0.94)]
  path(context, corner(0.12, inner), corner(0.12, outer), corner(-0.9, outer), corner(-0.9, inner))
  const top = corner(0.12, inner)
  const foot = corner(-0.9, inner)
  context.fillStyle = gradient(context, 0, top[1], 0, foot[1], [
    [0, bright],
    [0.45, bright * 0.8],
    [1, bright * 0.3],
  ])
  context.fill()
  // Shelves, jars, hanging goods against the light.
  for (const shelf of [-0.06, -0.24, -0.42, -0.58]) {
    for (let item = 0; item < 15; item++) {
      if (random() > 0.8) continue
      const deep = mix(inner, outer, (item + random() * 0.5) / 15)
      const [x, y] = corner(shelf, deep)
      const wide = (8 + random() * 7) / deep
      const tall = (17 + random() * 22) / deep
      context.fillStyle = grey(0.12 + random() * 0.4, 0.8)
      context.beginPath()
      context.roundRect(x - wide / 2, y - tall, wide, tall, wide * 0.3)
      context.fill()
    }
    context.strokeStyle = grey(0.08, 0.85)
    context.lineWidth = 5 / inner
    context.beginPath()
    context.moveTo(...corner(shelf, inner))
    context.lineTo(...corner(shelf, outer))
    context.stroke()
  }
  for (let string = 0; string < 16; string++) {
    const deep = mix(inner, outer, random())
    const [x, y] = corner(0.12, deep)
    const long = (40 + random() * 60) / deep
    context.fillStyle = grey(0.09 + random() * 0.12, 0.9)
    context.beginPath()
    context.ellipse(x, y + long * 0.55, 6 / deep, long * 0.5, 0, 0, 7)
    context.fill()
  }
  context.strokeStyle = grey(0.06)
  for (const share of [0, 0.33, 0.66, 1]) {
    const deep = mix(inner, outer, share)
    context.lineWidth = 15 / deep
    context.beginPath()
    context.moveTo(...corner(0.14, deep))
    context.lineTo(...corner(-0.92, deep))
    context.stroke()
  }
  // The counter.
  path(
    context,
    corner(-0.56, inner, 0.97),
    corner(-0.56, outer, 0.97),
    corner(-0.93, outer, 0.97),
    corner(-0.93, inner, 0.97),
  )
  context.fillStyle = grey(0.08)
  context.fill()
}

function windows(context, corner, near, far, high, random) {
  const bays = 3
  const top = Math.min(high - 0.2, 1.06)
  context.strokeStyle = grey(0.08)
  for (const up of [top + 0.08, 0.46]) {
    context.lineWidth = 9 / near
    context.beginPath()
    context.moveTo(...corner(up, near))
    context.lineTo(...corner(up, far))
    context.stroke()
  }
  for (let bay = 0; bay < bays; bay++) {
    const from = mix(near, far, (bay + 0.14) / bays)
    const to = mix(near, far, (bay + 0.86) / bays)
    const lit = random() > 0.45
    path(context, corner(top, from), corner(top, to), corner(0.52, to), corner(0.52, from))
    context.fillStyle = grey(lit ? 0.66 + random() * 0.2 : 0.08)
    context.fill()
    context.strokeStyle = grey(0.05)
    context.lineWidth = 3.6 / near
    for (let bar = 0; bar <= 6; bar++) {
      const deep = mix(from, to, bar / 6)
      context.beginPath()
      context.moveTo(...corner(top, deep))
      context.lineTo(...corner(0.52, deep))
      context.stroke()
    }
    for (let bar = 0; bar <= 5; bar++) {
      const up = mix(top, 0.52, bar / 5)
      context.beginPath()
      context.moveTo(...corner(up, from))
      context.lineTo(...corner(up, to))
      context.stroke()
    }
  }
}

/** Tiled eaves standing out over the street, their ends turned up. */
function eaves(context, corner, near, far, up, reach, rise) {
  const rim = (deep) => corner(up - 0.07, deep, reach)
  const back = (deep) => corner(up + rise, deep, 1.04)
  path(context, back(near), back(far), rim(far), rim(near))
  context.fillStyle = gradient(context, ...back(near), ...rim(near), [
    [0, 0.1],
    [1, 0.27],
  ])
  context.fill()
  context.strokeStyle = grey(0.04, 0.7)
  const tiles = 26
  for (let tile = 0; tile <= tiles; tile++) {
    const deep = mix(near, far, tile / tiles)
    context.lineWidth = 3.4 / deep
    context.beginPath()
    context.moveTo(...back(deep))
    context.lineTo(...rim(deep))
    context.stroke()
  }
  context.lineWidth = 8 / near
  context.strokeStyle = grey(0.4)
  context.beginPath()
  context.moveTo(...rim(near))
  context.lineTo(...rim(far))
  context.stroke()
  context.strokeStyle = grey(0.03)
  context.lineWidth = 7 / near
  context.beginPath()
  context.moveTo(rim(near)[0], rim(near)[1] + 7 / near)
  context.lineTo(rim(far)[0], rim(far)[1] + 7 / far)
  context.stroke()
}
