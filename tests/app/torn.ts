/** A story cut in the middle of a sentence by another: the seam is in doubt. */
export const TORN = [
  '灌区改造完工',
  '　　本报讯（记者 王小河）今年全县的灌区改造全部完工，水能送到最远的田头，实现全覆盖。',
  '　　盖，并力争三年内把渠道修到每一个村民小组。',
].join('\n')
