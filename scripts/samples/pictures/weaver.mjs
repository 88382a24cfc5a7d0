/** The weaver: a woman of sixty-two in a padded jacket, leaning into the lamplight, facing left. */
import { grey, path } from './tone.mjs'
import { crease, form } from './modelling.mjs'
import { farArm, nearArm } from './weaverArms.mjs'
import { head } from './weaverHead.mjs'

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

export function drawWeaver(context) {
  stool(context)
  farArm(context)
  legs(context)
  torso(context)
  head(context)
  nearArm(context)
}
