/** Turns a tonal drawing into something between a wash and a wood engraving, as newspapers printed. */
import { clamp, cloud, mix, noise, ramp } from './noise.mjs'

/**
 * Engraves a finished tonal drawing in place.
 * @param context the drawing
 * @param options.seed seed of the grain and of the burin's wobble
 * @param options.across (x, y) -> a length in pixels that grows across the lines; its level curves are the lines
 * @param options.period distance between lines in pixels
 * @param options.strength how much of the tone the lines carry: 0 wash only, 1 lines only; a number or (x, y) -> number
 * @param options.grain strength of the grain
 */
export function engrave(
  context,
  { seed, across = (_, y) => y, period = 5, strength = 0.22, grain = 0.055 },
) {
  const { width, height } = context.canvas
  const share = typeof strength === 'function' ? strength : () => strength
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const tone = data[at] / 255
      const wobble = (noise(x / 90, y / 90, seed) - 0.5) * period * 1.6
      const phase = (across(x, y) + wobble) / period
      const distance = Math.abs(2 * (phase - Math.floor(phase)) - 1)
      const ink = 1 - tone
      // Very light and very dark tones carry no line: paper stays paper, black stays black.
      const reach = ramp(0.05, 0.25, ink) * (1 - ramp(0.8, 0.96, ink))
      const line = 1 - ramp(ink - 0.35, ink + 0.35, distance)
      const speck = (cloud(x / 1.6, y / 1.6, seed + 7, 2) - 0.5) * grain * 2
      const lined = mix(tone, 1 - line, share(x, y) * reach)
      const level = clamp(lined + speck * (0.35 + 0.65 * reach)) * 255
      data[at] = data[at + 1] = data[at + 2] = level
    }
  }
  context.putImageData(image, 0, 0)
}
