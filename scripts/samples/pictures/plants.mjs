/** The near plants of the river picture, dark against the mist. */
import { noise, stream } from './noise.mjs'
import { grey } from './tone.mjs'

/** Bare willow twigs hanging into the picture from the right. */
export function willow(context) {
  const random = stream(57)
  context.lineCap = 'round'
  context.strokeStyle = grey(0.07)
  const limb = (points, width) => {
    for (let index = 1; index < points.length; index++) {
      context.lineWidth = width * (1 - (index - 1) / points.length) + 2
      context.beginPath()
      context.moveTo(...points[index - 1])
      context.lineTo(...points[index])
      context.stroke()
    }
  }
  limb(
    [
      [1470, 130],
      [1380, 84],
      [1290, 66],
      [1190, 30],
      [1110, 16],
      [1040, -8],
    ],
    20,
  )
  for (let twig = 0; twig < 74; twig++) {
    const start = random()
    let x = 1035 + start * 405
    let y = -6 + start ** 1.6 * 100 + random() * 12
    const length = 90 + random() * 260 * (0.35 + start * 0.65)
    const lean = (random() - 0.6) * 0.24
    context.strokeStyle = grey(0.08 + random() * 0.16, 0.9)
    for (let run = 0; run < length; run += 9) {
      const toX = x + lean * 9 + Math.sin(run / 60 + twig) * 1.1
      const toY = y + 9
      context.lineWidth = 2.3 * (1 - run / length) + 0.7
      context.beginPath()
      context.moveTo(x, y)
      context.lineTo(toX, toY)
      context.stroke()
      if (random() > 0.6) {
        context.lineWidth = 1
        const side = random() > 0.5 ? 1 : -1
        context.beginPath()
        context.moveTo(toX, toY)
        context.lineTo(toX + side * (4 + random() * 6), toY + 7 + random() * 6)
        context.stroke()
      }
      x = toX
      y = toY
    }
  }
}

/** Reeds and the dark near bank, lower left. */
export function reeds(context, height) {
  const random = stream(61)
  context.fillStyle = grey(0.07)
  context.beginPath()
  context.moveTo(-5, 868)
  for (let x = 0; x <= 470; x += 6)
    context.lineTo(x, 874 + (x / 470) ** 2 * 92 + noise(x / 26, 2, 5) * 12)
  context.lineTo(-5, height + 5)
  context.fill()
  for (let stem = 0; stem < 190; stem++) {
    const x = random() ** 1.5 * 430 - 12
    const foot = 900 + (Math.max(0, x) / 430) ** 2 * 70
    const tall = (60 + random() * 190) * (1 - Math.max(0, x) / 640)
    const lean = (random() - 0.3) * 70
    context.strokeStyle = grey(0.05 + random() * 0.17)
    context.lineWidth = 1.2 + random() * 2
    context.beginPath()
    context.moveTo(x, foot)
    context.quadraticCurveTo(x + lean * 0.2, foot - tall * 0.6, x + lean, foot - tall)
    context.stroke()
    if (random() > 0.72) {
      context.fillStyle = grey(0.17 + random() * 0.24, 0.8)
      for (let seed = 0; seed < 26; seed++) {
        const back = random() * 34
        context.beginPath()
        context.ellipse(
          x + lean + (random() - 0.5) * 11 - back * 0.1,
          foot - tall + back - 8,
          1.2,
          4.2,
          0.5 + random(),
          0,
          7,
        )
        context.fill()
      }
    }
  }
}
