/** The weaver: a woman of sixty-two in a padded jacket, leaning into the lamplight, facing left. */
import { gradient, grey, path } from './tone.mjs'

/** Fills a shape lit from one point towards another. */
function form(context, [x0, y0, x1, y1], tones, start, ...rest) {
  path(context, start, ...rest)
  context.fillStyle = gradient(context, x0, y0, x1, y1, tones)
  context.fill()
}

function crease(context, tone, alpha, width, start, curve) {
  context.strokeStyle = grey(tone, alpha)
  context.lineWidth = width
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(...start)
  context.bezierCurveTo(...curve)
  context.stroke()
}

const WOOL = [
  [0, 0.66],
  [0.3, 0.4],
  [0.62, 0.2],
  [1, 0.07],
]

function stool(context) {
  context.fillStyle = grey(0.07)
  context.fillRect(890, 786, 190, 18)
  context.fillStyle = grey(0.3)
  context.fillRect(890, 785, 120, 2.5)
  for (const [top, foot] of [
    [908, 894],
    [1060, 1078],
  ]) {
    path(context, [top - 9, 802], [top + 9, 802], [foot + 8, 972], [foot - 8, 972])
    context.fillStyle = grey(0.06)
    context.fill()
  }
}

function legs(context) {
  // Far leg, then the near one with its foot on the treadle.
  form(
    context,
    [760, 780, 900, 900],
    [
      [0, 0.2],
      [1, 0.05],
    ],
    [930, 770],
    [860, 752, 806, 764, 790, 792],
    [782, 850, 760, 900, 742, 936],
    [784, 946],
    [812, 900, 830, 860, 846, 832],
    [900, 836],
  )
  form(
    context,
    [770, 744, 940, 880],
    [
      [0, 0.5],
      [0.35, 0.25],
      [1, 0.07],
    ],
    [1010, 748],
    [930, 734, 846, 744, 822, 776],
    [808, 830, 800, 890, 790, 934],
    [836, 942],
    [850, 900, 862, 862, 878, 836],
    [940, 842, 1000, 826, 1036, 800],
  )
  crease(context, 0.04, 0.5, 3, [884, 834], [880, 812, 872, 796, 858, 784])
  crease(context, 0.6, 0.4, 2, [826, 778], [850, 752, 900, 744, 950, 746])
  form(
    context,
    [740, 930, 830, 970],
    [
      [0, 0.4],
      [1, 0.04],
    ],
    [794, 930],
    [766, 936, 738, 948, 728, 962],
    [748, 970, 820, 968, 838, 966],
    [842, 950, 838, 938, 834, 934],
  )
  form(
    context,
    [690, 930, 790, 970],
    [
      [0, 0.2],
      [1, 0.03],
    ],
    [744, 932],
    [716, 938, 696, 950, 690, 962],
    [710, 966, 766, 966, 782, 964],
    [788, 950, 786, 942, 782, 938],
  )
}

function torso(context) {
  form(
    context,
    [850, 560, 1062, 690],
    WOOL,
    [900, 500],
    [930, 482, 986, 486, 1014, 520],
    [1050, 566, 1072, 660, 1070, 792],
    [1010, 806, 930, 800, 886, 784],
    [880, 740, 884, 690, 872, 640],
    [866, 600, 872, 530, 900, 500],
  )
  // Folds of the padded cotton, deeper at the waist.
  for (const [start, curve, tone, alpha, width] of [
    [[886, 700], [920, 712, 960, 706, 1000, 690], 0.02, 0.55, 4],
    [[884, 742], [930, 758, 1000, 752, 1052, 730], 0.02, 0.5, 4],
    [[886, 694], [918, 704, 950, 700, 986, 686], 0.62, 0.25, 2],
    [[950, 500], [990, 540, 1012, 600, 1018, 680], 0.02, 0.35, 3],
    [[1000, 520], [1030, 580, 1044, 640, 1046, 720], 0.3, 0.22, 2.5],
    [[880, 600], [884, 640, 892, 660, 906, 680], 0.02, 0.5, 3],
  ])
    crease(context, tone, alpha, width, start, curve)
  // The apron's strap and tie.
  crease(context, 0.62, 0.8, 7, [918, 494], [896, 540, 884, 600, 886, 640])
  crease(context, 0.5, 0.6, 5, [888, 712], [940, 726, 1010, 722, 1062, 704])
  form(
    context,
    [870, 700, 930, 800],
    [
      [0, 0.78],
      [0.5, 0.48],
      [1, 0.24],
    ],
    [884, 706],
    [900, 712, 916, 716, 932, 716],
    [944, 760, 940, 800, 930, 830],
    [890, 836, 852, 812, 838, 780],
    [850, 756, 876, 742, 884, 706],
  )
  crease(context, 0.15, 0.5, 2, [912, 720], [920, 760, 914, 800, 902, 824])
  crease(context, 0.15, 0.4, 2, [894, 730], [894, 762, 880, 792, 868, 806])
}

/** An arm: sleeve to the wrist, then the hand. `near` arm is the fuller. */
function farArm(context) {
  form(
    context,
    [760, 560, 880, 650],
    [
      [0, 0.5],
      [1, 0.1],
    ],
    [884, 540],
    [850, 566, 834, 600, 826, 618],
    [800, 616, 780, 608, 768, 602],
    [762, 612, 762, 620, 766, 628],
    [800, 642, 836, 650, 852, 644],
    [880, 620, 890, 580, 884, 540],
  )
  hand(context, 768, 613, 0.94, 0.28)
}

function nearArm(context) {
  form(
    context,
    [800, 540, 960, 690],
    [
      [0, 0.84],
      [0.35, 0.55],
      [0.7, 0.26],
      [1, 0.1],
    ],
    [930, 508],
    [962, 520, 968, 566, 950, 612],
    [936, 650, 914, 684, 886, 692],
    [846, 690, 806, 672, 776, 656],
    [770, 644, 772, 632, 780, 624],
    [812, 630, 846, 640, 866, 636],
    [880, 610, 884, 560, 892, 532],
    [900, 512, 914, 504, 930, 508],
  )
  for (const [start, curve, tone, alpha, width] of [
    [[872, 640], [886, 650, 904, 650, 918, 642], 0.04, 0.6, 3.5],
    [[866, 652], [880, 666, 900, 668, 914, 660], 0.04, 0.45, 3],
    [[880, 630], [892, 636, 906, 634, 920, 624], 0.8, 0.35, 2],
    [[900, 548], [912, 566, 930, 572, 948, 566], 0.04, 0.4, 3],
    [[820, 640], [818, 650, 820, 660, 826, 668], 0.06, 0.4, 3],
    [[796, 632], [792, 642, 794, 652, 800, 660], 0.06, 0.45, 3],
    [[792, 628], [820, 634, 846, 642, 864, 640], 1, 0.5, 2],
  ])
    crease(context, tone, alpha, width, start, curve)
  // Oversleeve cuff.
  form(
    context,
    [770, 620, 800, 665],
    [
      [0, 0.95],
      [1, 0.4],
    ],
    [784, 622],
    [776, 634, 774, 646, 778, 658],
    [792, 664],
    [788, 650, 790, 638, 798, 626],
  )
  hand(context, 776, 638, 1, 0.1)
}

/** A hand with a small shuttle between thumb and fingers, wrist at (x, y), pointing left. */
function hand(context, x, y, size, shade) {
  context.save()
  context.translate(x, y)
  context.scale(size, size)
  const skin = [
    [0, 0.98 - shade],
    [0.6, 0.78 - shade],
    [1, 0.36 - shade],
  ]
  // The shuttle.
  context.save()
  context.rotate(0.24)
  form(
    context,
    [0, 2, 0, 16],
    [
      [0, 0.6],
      [1, 0.08],
    ],
    [-92, 9],
    [-70, 0, -44, 0, -24, 9],
    [-44, 17, -70, 17, -92, 9],
  )
  context.restore()
  form(
    context,
    [-20, -14, -10, 20],
    skin,
    [6, -12],
    [-8, -18, -26, -18, -38, -10],
    [-48, -4, -58, 2, -62, 8],
    [-60, 13, -54, 12, -46, 7],
    [-50, 12, -56, 16, -58, 20],
    [-54, 24, -46, 21, -38, 14],
    [-42, 20, -44, 24, -44, 27],
    [-38, 30, -30, 24, -24, 18],
    [-14, 22, -2, 20, 6, 14],
  )
  form(
    context,
    [-20, -20, -20, 0],
    skin,
    [-8, -14],
    [-18, -22, -32, -22, -44, -14],
    [-48, -8, -44, -6, -38, -8],
    [-28, -12, -20, -8, -14, -2],
  )
  for (const [from, to] of [
    [
      [-38, -4],
      [-46, 0, -52, 4, -56, 8],
    ],
    [
      [-34, 6],
      [-42, 11, -48, 15, -52, 18],
    ],
    [
      [-28, 12],
      [-34, 17, -38, 21, -41, 24],
    ],
  ])
    crease(context, 0.16, 0.6, 1.5, from, to)
  context.restore()
}

function head(context) {
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

export function drawWeaver(context) {
  stool(context)
  farArm(context)
  legs(context)
  torso(context)
  head(context)
  nearArm(context)
}
