import { stream } from './noise.mjs'
import { grey, path, shine } from './tone.mjs'
import { place } from './perspective.mjs'

/** Stalls along both sides: awnings, bulbs, heaps of goods. */
export function stalls(context) {
  const random = stream(37)
  for (const deep of [5.2, 3.9, 2.9, 2.15, 1.6]) {
    for (const side of [-1, 1]) {
      const reach = side * (0.66 + random() * 0.05)
      const foot = place(reach, -0.92, deep)
      const unit = 100 / deep
      const width = 3.1 * unit
      const x = foot.x - (side < 0 ? width * 0.75 : width * 0.25)
      const table = foot.y - 1.05 * unit
      context.fillStyle = grey(0.06)
      context.fillRect(x, table, width, 1.05 * unit)
      for (let tier = 0; tier < 3; tier++) {
        for (let heap = 0; heap < 17 - tier * 3; heap++) {
          const at = x + width * (0.05 + tier * 0.075 + heap * 0.054)
          context.fillStyle = grey(0.16 + random() * 0.42)
          context.beginPath()
          context.ellipse(
            at,
            table - tier * 0.11 * unit,
            0.1 * unit,
            (0.09 + random() * 0.07) * unit,
            0,
            0,
            7,
          )
          context.fill()
        }
      }
      context.fillStyle = grey(0.05)
      context.fillRect(x - 0.06 * unit, table, width + 0.12 * unit, 0.13 * unit)
      const roof = table - 1.75 * unit
      context.strokeStyle = grey(0.05)
      context.lineWidth = 0.07 * unit
      for (const post of [0.05, 0.95]) {
        context.beginPath()
        context.moveTo(x + width * post, table)
        context.lineTo(x + width * post, roof)
        context.stroke()
      }
      shine(context, x + width / 2, table - 0.9 * unit, 2.6 * unit, 0.34)
      for (let link = 0; link < 9; link++) {
        const at = x + width * (0.08 + link * 0.105)
        const long = (0.3 + random() * 0.35) * unit
        context.fillStyle = grey(0.12 + random() * 0.12)
        context.beginPath()
        context.ellipse(at, roof + 0.16 * unit + long, 0.055 * unit, long, 0, 0, 7)
        context.fill()
      }
      path(
        context,
        [x - 0.25 * unit, roof + 0.2 * unit],
        [x + 0.2 * unit, roof - 0.42 * unit],
        [x + width - 0.2 * unit, roof - 0.42 * unit],
        [x + width + 0.25 * unit, roof + 0.2 * unit],
      )
      context.fillStyle = grey(0.17)
      context.fill()
      for (let strip = 0; strip < 10; strip += 2) {
        const from = x - 0.25 * unit + ((width + 0.5 * unit) * strip) / 10
        const step = (width + 0.5 * unit) / 10
        const shift = (0.45 * unit * (5 - strip)) / 10
        path(
          context,
          [from, roof + 0.2 * unit],
          [from + shift, roof - 0.42 * unit],
          [from + shift + step * 0.88, roof - 0.42 * unit],
          [from + step, roof + 0.2 * unit],
        )
        context.fillStyle = grey(0.42)
        context.fill()
      }
      context.fillStyle = grey(1)
      for (const bulb of [0.28, 0.72]) {
        context.beginPath()
        context.arc(x + width * bulb, table - 1.25 * unit, 0.1 * unit, 0, 7)
        context.fill()
        shine(context, x + width * bulb, table - 1.25 * unit, 0.9 * unit, 0.4)
      }
    }
  }
}
