/** The weaver's head, bent towards the lamp, and her hair. */
import { grey } from './tone.mjs'
import { form, crease } from './modelling.mjs'

export function head(context) {
  context.save()
  context.translate(878, 430)
  context.rotate(-0.36)
  context.scale(1.03, 1.03)
  // Neck and collar first.
  form(
    context,
    [-20, 40, 40, 80],
    [
      [0, 0.6],
      [0.5, 0.24],
      [1, 0.08],
    ],
    [-12, 40],
    [-14, 62, -14, 78, -16, 92],
    [44, 104],
    [46, 70, 44, 44, 38, 26],
  )
  // Face.
  form(
    context,
    [-54, 0, 26, 14],
    [
      [0, 1],
      [0.4, 0.86],
      [0.7, 0.56],
      [1, 0.3],
    ],
    [-22, -44],
    [-34, -38, -41, -26, -41, -14],
    [-42, -8, -41, -5, -42, -2],
    [-45, 6, -52, 13, -52.5, 17],
    [-52, 21, -47, 22, -44, 22.5],
    [-44, 25, -46, 27.5, -46.5, 29],
    [-46, 31, -44.5, 31, -43.5, 31.5],
    [-45, 33, -45.6, 35.5, -44.2, 37.5],
    [-42.5, 39, -42, 41, -42.5, 44],
    [-44, 50, -42, 57, -35, 58],
    [-24, 60, -8, 54, 6, 46],
    [22, 30, 24, -10, 14, -40],
  )
  // Jaw in shadow, the fold beside the mouth, lips, nostril.
  form(
    context,
    [-26, 20, 14, 34],
    [
      [0, 0.4, 0],
      [1, 0.2, 0.6],
    ],
    [-26, 26],
    [-22, 40, -26, 52, -33, 58],
    [-10, 58, 10, 46, 16, 30],
    [18, 4, -10, 8, -26, 26],
  )
  crease(context, 0.3, 0.35, 1.5, [-41, 20], [-37, 22, -35, 26, -35, 31])
  crease(context, 0.2, 0.7, 1.4, [-44.6, 31.4], [-42, 31.8, -40, 31, -37.5, 29.6])
  crease(context, 0.25, 0.6, 1.6, [-46, 20], [-44.6, 19, -43.6, 19.6, -43.4, 21])
  // Lowered lid, lashes and brow.
  crease(context, 0.1, 0.9, 2.6, [-39, -2], [-36, 1.5, -31, 2, -27, 0])
  crease(context, 0.3, 0.6, 1.4, [-40, -5], [-36, -7, -31, -6, -27, -3])
  crease(context, 0.25, 0.8, 3.4, [-42, -14], [-37, -18, -30, -18, -24, -15])
  crease(context, 0.3, 0.4, 1.3, [-24, 0], [-21, 1, -19, 3, -17, 6])
  crease(context, 0.3, 0.35, 1.3, [-24, -3], [-21, -4, -18, -3, -16, -2])
  hair(context)
  // Spectacles, low on the nose.
  context.strokeStyle = grey(0.1)
  context.lineWidth = 2.2
  context.beginPath()
  context.ellipse(-37, 5, 7.5, 9.5, 0.1, 0, 7)
  context.moveTo(-29.6, 4)
  context.lineTo(8, -2)
  context.stroke()
  context.fillStyle = grey(1, 0.28)
  context.beginPath()
  context.ellipse(-37, 5, 6.6, 8.6, 0.1, 0, 7)
  context.fill()
  // Ear.
  form(
    context,
    [2, -6, 20, 16],
    [
      [0, 0.66],
      [1, 0.26],
    ],
    [6, -8],
    [14, -14, 22, -6, 19, 4],
    [18, 12, 12, 18, 8, 16],
    [4, 10, 6, 2, 6, -8],
  )
  crease(context, 0.14, 0.7, 1.6, [10, -5], [15, -5, 15, 2, 11, 8])
  context.restore()
  collar(context)
}

function hair(context) {
  form(
    context,
    [-30, -50, 56, 20],
    [
      [0, 0.74],
      [0.3, 0.44],
      [0.65, 0.2],
      [1, 0.08],
    ],
    [-32, -34],
    [-26, -58, 10, -66, 34, -50],
    [56, -34, 60, 0, 46, 26],
    [42, 34, 34, 38, 28, 34],
    [20, 24, 20, 8, 12, -8],
    [2, -12, -6, -10, -12, -18],
    [-20, -24, -26, -28, -32, -34],
  )
  form(
    context,
    [34, -6, 74, 32],
    [
      [0, 0.42],
      [0.5, 0.18],
      [1, 0.05],
    ],
    [40, 0],
    [46, -14, 72, -14, 76, 6],
    [78, 26, 56, 36, 44, 26],
    [36, 18, 36, 8, 40, 0],
  )
  // Strands, many of them grey.
  for (let strand = 0; strand < 17; strand++) {
    const lift = strand * 2.6
    crease(
      context,
      strand % 3 ? 0.86 : 0.05,
      strand % 3 ? 0.34 : 0.4,
      1.3,
      [-29 + strand * 1.2, -36 + strand * 1.1],
      [-10 + strand, -60 + lift, 26, -56 + lift, 44, -8 + lift * 0.5],
    )
  }
  for (let coil = 0; coil < 4; coil++)
    crease(
      context,
      0.7,
      0.3,
      1.3,
      [44 + coil * 4, -4 + coil * 3],
      [56, -10 + coil * 8, 68, -2 + coil * 6, 66 - coil * 4, 14 + coil * 3],
    )
  // The hairpin.
  crease(context, 0.95, 0.9, 2.6, [36, -14], [50, 0, 66, 14, 82, 26])
}

function collar(context) {
  form(
    context,
    [880, 470, 960, 520],
    [
      [0, 0.74],
      [0.5, 0.36],
      [1, 0.1],
    ],
    [884, 486],
    [892, 474, 904, 474, 918, 480],
    [940, 478, 962, 484, 968, 498],
    [950, 516, 912, 524, 890, 516],
    [882, 508, 880, 496, 884, 486],
  )
  crease(context, 0.04, 0.6, 2.5, [890, 500], [912, 508, 942, 504, 964, 494])
}
