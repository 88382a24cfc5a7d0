/** The weaving room around the loom: walls, window, silk, and what stands about. */
import { cloud, ramp, stream } from './noise.mjs'
import { eachPixel, glow, gradient, grey, path, shine, soft } from './tone.mjs'

const WIDTH = 1400
const HEIGHT = 1120
/** Where the loom's posts meet the floor. */
export const FLOOR = 968
export const LAMP = { x: 700, y: 292 }

export function room(context) {
  context.fillStyle = gradient(context, 0, 0, 0, FLOOR, [
    [0, 0.2],
    [1, 0.3],
  ])
  context.fillRect(0, 0, WIDTH, HEIGHT)
  // Boards of the back wall.
  const random = stream(7)
  let x = 0
  while (x < WIDTH) {
    const wide = 70 + random() * 40
    context.fillStyle = grey(random() > 0.5 ? 0.4 : 0.02, 0.05 + random() * 0.05)
    context.fillRect(x, 0, wide, FLOOR - 100)
    context.fillStyle = grey(0.02, 0.6)
    context.fillRect(x, 0, 2.5, FLOOR - 100)
    x += wide
  }
  eachPixel(context, (tone, px, py) => tone + (cloud(px / 9, py / 160, 3, 4) - 0.5) * 0.07)
  shine(context, LAMP.x + 60, LAMP.y + 60, 720, 0.26)
}

export function floor(context) {
  const top = FLOOR - 100
  context.fillStyle = gradient(context, 0, top, 0, HEIGHT, [
    [0, 0.17],
    [1, 0.1],
  ])
  context.fillRect(0, top, WIDTH, HEIGHT - top)
  context.strokeStyle = grey(0.02, 0.7)
  context.lineWidth = 2
  for (let board = -14; board <= 22; board++) {
    context.beginPath()
    context.moveTo(700 + (board - 4) * 74, top)
    context.lineTo(700 + (board - 4) * 132, HEIGHT)
    context.stroke()
  }
  context.fillStyle = grey(0.05)
  context.fillRect(0, top - 12, WIDTH, 13)
  context.save()
  context.globalCompositeOperation = 'lighter'
  soft(context, 26, (on) => {
    on.fillStyle = glow(on, 0, 0, 430, [
      [0, 0.42],
      [0.5, 0.2],
      [1, 0, 0],
    ])
    on.setTransform(1, 0, 0, 0.26, 740, FLOOR + 20)
    on.fillRect(-430, -430, 860, 860)
  })
  context.restore()
}

/** The lattice window, blue hour outside. */
export function latticeWindow(context) {
  const [left, top, wide, high] = [64, 150, 250, 430]
  context.fillStyle = grey(0.06)
  context.fillRect(left - 18, top - 18, wide + 36, high + 36)
  context.fillStyle = gradient(context, 0, top, 0, top + high, [
    [0, 0.5],
    [0.6, 0.66],
    [1, 0.76],
  ])
  context.fillRect(left, top, wide, high)
  // Roofs and a bare tree outside.
  context.fillStyle = grey(0.38)
  path(
    context,
    [left, top + high],
    [left, top + 330],
    [left + 90, top + 300],
    [left + 160, top + 338],
    [left + wide, top + 320],
    [left + wide, top + high],
  )
  context.fill()
  const random = stream(15)
  context.strokeStyle = grey(0.34)
  const branch = (x, y, angle, long, thick) => {
    if (long < 7) return
    const toX = x + Math.cos(angle) * long
    const toY = y + Math.sin(angle) * long
    context.lineWidth = thick
    context.beginPath()
    context.moveTo(x, y)
    context.lineTo(toX, toY)
    context.stroke()
    branch(toX, toY, angle - 0.25 - random() * 0.4, long * 0.76, thick * 0.7)
    branch(toX, toY, angle + 0.2 + random() * 0.4, long * 0.74, thick * 0.7)
  }
  context.save()
  context.beginPath()
  context.rect(left, top, wide, high)
  context.clip()
  branch(left + 70, top + 400, -1.4, 88, 9)
  context.restore()
  context.strokeStyle = grey(0.06)
  context.lineWidth = 9
  context.strokeRect(left, top, wide, high)
  context.lineWidth = 12
  context.beginPath()
  context.moveTo(left + wide / 2, top)
  context.lineTo(left + wide / 2, top + high)
  context.stroke()
  context.lineWidth = 4.4
  for (const leaf of [left, left + wide / 2]) {
    const half = wide / 2
    for (const share of [0.25, 0.5, 0.75]) {
      context.beginPath()
      context.moveTo(leaf + half * share, top)
      context.lineTo(leaf + half * share, top + high)
      context.stroke()
    }
    for (const share of [0.1, 0.2, 0.42, 0.58, 0.8, 0.9]) {
      context.beginPath()
      context.moveTo(leaf, top + high * share)
      context.lineTo(leaf + half, top + high * share)
      context.stroke()
    }
  }
  shine(context, left + wide / 2, top + high * 0.7, 330, 0.12)
}

/** A rack of silk skeins and spools on the wall behind the weaver. */
export function rack(context) {
  const random = stream(21)
  for (const [y, count] of [
    [196, 11],
    [384, 11],
  ]) {
    context.fillStyle = grey(0.07)
    context.fillRect(946, y, 420, 10)
    context.fillStyle = grey(0.42)
    context.fillRect(946, y - 2, 420, 2)
    for (let skein = 0; skein < count; skein++) {
      const x = 966 + skein * 37
      const long = 104 + random() * 44
      const tone = 0.2 + random() * 0.5 * (1 - (x - 946) / 700)
      context.fillStyle = gradient(context, x - 12, 0, x + 14, 0, [
        [0, tone + 0.12],
        [0.5, tone],
        [1, tone * 0.35],
      ])
      path(
        context,
        [x - 6, y + 8],
        [x - 15, y + 30, x - 14, y + long - 24, x - 9, y + long],
        [x, y + long + 8, x + 9, y + long],
        [x + 15, y + long - 24, x + 15, y + 30, x + 6, y + 8],
      )
      context.fill()
      context.strokeStyle = grey(0.03, 0.3)
      context.lineWidth = 1.4
      for (let twist = 0; twist < 6; twist++) {
        const from = y + 30 + ((long - 40) * twist) / 6
        context.beginPath()
        context.moveTo(x - 13, from + 16)
        context.quadraticCurveTo(x + 2, from + 12, x + 13, from - 4)
        context.stroke()
      }
      context.fillStyle = grey(0.05, 0.8)
      context.fillRect(x - 10, y + 26, 20, 4)
    }
  }
}

/** The apprentice's laptop on a side table: a grid on its screen. */
export function laptop(context) {
  context.fillStyle = grey(0.05)
  context.fillRect(1150, 700, 240, 14)
  context.fillRect(1172, 714, 12, 216)
  context.fillRect(1352, 714, 12, 216)
  context.fillStyle = grey(0.34)
  context.fillRect(1150, 698, 240, 2.5)
  path(context, [1206, 692], [1222, 572], [1368, 572], [1372, 692])
  context.fillStyle = grey(0.04)
  context.fill()
  path(context, [1217, 682], [1230, 582], [1360, 582], [1362, 682])
  context.fillStyle = grey(0.66)
  context.fill()
  const random = stream(27)
  context.fillStyle = grey(0.2, 0.8)
  for (let row = 0; row < 14; row++) {
    for (let column = 0; column < 20; column++) {
      const bird = Math.hypot((column - 11) / 4.2, (row - 7) / 5) < 0.9 + random() * 0.4
      if (bird === random() > 0.16)
        context.fillRect(1230 + column * 6.4 - row * 0.6, 586 + row * 6.8, 5.2, 5.6)
    }
  }
  shine(context, 1290, 636, 170, 0.14)
  context.fillStyle = grey(0.12)
  context.fillRect(1196, 690, 186, 8)
}

/** A basket of small shuttles and spools, dark in the foreground. */
export function basket(context) {
  const random = stream(47)
  for (let spool = 0; spool < 16; spool++) {
    const x = 92 + random() * 190
    const y = 948 - random() * 40
    context.save()
    context.translate(x, y)
    context.rotate((random() - 0.5) * 2.4)
    context.fillStyle = gradient(context, 0, -9, 0, 9, [
      [0, 0.3 + random() * 0.4],
      [1, 0.06],
    ])
    context.beginPath()
    context.roundRect(-26, -9, 52, 18, 8)
    context.fill()
    context.fillStyle = grey(0.22)
    context.fillRect(-34, -3, 9, 6)
    context.fillRect(25, -3, 9, 6)
    context.restore()
  }
  path(
    context,
    [56, 936],
    [70, 1030, 84, 1064, 112, 1066],
    [268, 1066],
    [300, 1062, 312, 1020, 322, 936],
    [290, 962, 90, 962, 56, 936],
  )
  context.fillStyle = gradient(context, 60, 0, 320, 0, [
    [0, 0.04],
    [0.75, 0.15],
    [1, 0.3],
  ])
  context.fill()
  context.save()
  context.clip()
  context.lineWidth = 3
  for (let row = 0; row < 12; row++) {
    for (let strand = 0; strand < 24; strand++) {
      const x = 52 + strand * 12 + (row % 2) * 6
      const y = 962 + row * 10
      context.strokeStyle = grey(0.08 + 0.34 * ramp(60, 340, x) * random(), 0.8)
      context.beginPath()
      context.moveTo(x, y)
      context.quadraticCurveTo(x + 6, y - 5, x + 11, y)
      context.stroke()
    }
  }
  context.restore()
  context.strokeStyle = grey(0.34)
  context.lineWidth = 6
  context.beginPath()
  context.moveTo(57, 937)
  context.bezierCurveTo(90, 963, 290, 963, 321, 937)
  context.stroke()
}
