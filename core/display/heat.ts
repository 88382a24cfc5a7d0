/** Colours of the map of total ink: what the eye tells apart without a legend of numbers. */

/** Up to what part of the limit, and the colour for it: white, greys to the half, then yellow to the limit. */
const STEPS: readonly (readonly [upTo: number, r: number, g: number, b: number])[] = [
  [0.02, 255, 255, 255],
  [0.25, 226, 232, 236],
  [0.5, 183, 205, 217],
  [0.75, 122, 172, 190],
  [0.9, 244, 220, 130],
  [1, 238, 165, 60],
]
const OVER = [200, 30, 30] as const

/** The legend: up to how many percent, and the colour; the last has no end. */
export const heatLegend = (
  limit: number,
): readonly {
  readonly upTo: number | null
  readonly colour: readonly [number, number, number]
}[] => [
  ...STEPS.map(([upTo, r, g, b]) => ({
    upTo: Math.round(limit * upTo),
    colour: [r, g, b] as const,
  })),
  { upTo: null, colour: OVER },
]

/** sRGB of a cell with `percent` ink where the press takes `limit` percent; red above it. */
export function heatColour(
  percent: number,
  limit: number,
): readonly [r: number, g: number, b: number] {
  const step = STEPS.find(([upTo]) => percent <= limit * upTo + 0.5)
  return step === undefined ? OVER : [step[1], step[2], step[3]]
}
