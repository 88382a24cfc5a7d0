/** A picture in ink as a screen shows it: through the same colours as every ink of the page. */
import { inflateSync } from 'node:zlib'
import { rgbOf } from '../../../core/display/color'
import type { PlateImage } from '../pdf/plateImage'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each pixel. */
  readonly rgba: Uint8ClampedArray
}

/** Steps a channel is rounded to when its colours are looked up: finer than an eye sees. */
const STEPS = 33

/** Ink of each pixel, 255 for a solid: four channels, or one for a picture in black alone. */
export interface PlateSamples {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 4
  readonly ink: Uint8Array
  /** A byte a pixel; null for an opaque picture. */
  readonly opacity: Uint8Array | null
}

/** Decodes a converted picture; its JPEG was written by us, so that what fails here is a fault of ours. */
export async function plateSamples(plate: PlateImage): Promise<PlateSamples> {
  const { width, height, space } = plate
  const ink = space === 'line' ? lineSamples(plate) : await toneSamples(plate)
  const opacity = plate.alpha === null ? null : inflateSync(plate.alpha)
  return { width, height, channels: space === 'cmyk' ? 4 : 1, ink, opacity }
}

async function toneSamples({ data, space }: PlateImage): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const picture = sharp(data, { limitInputPixels: false })
  if (space === 'cmyk') {
    return picture.pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
  }
  const grey = await picture.toColourspace('b-w').raw().toBuffer()
  return grey.map((value) => 255 - value)
}

function lineSamples({ data, width, height }: PlateImage): Uint8Array {
  const bits = inflateSync(data)
  const stride = Math.ceil(width / 8)
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isPaper = ((bits[y * stride + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0
      ink[y * width + x] = isPaper ? 0 : 255
    }
  }
  return ink
}

/** The picture as a screen shows its inks. */
export async function platePixels(plate: PlateImage): Promise<Pixels> {
  const { width, height, channels, ink, opacity } = await plateSamples(plate)
  const rgba = new Uint8ClampedArray(width * height * 4)
  const table = colourTable()
  const step = (value: number | undefined): number => Math.round(((value ?? 0) * (STEPS - 1)) / 255)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * channels
    const entry =
      channels === 1
        ? step(ink[at])
        : ((step(ink[at]) * STEPS + step(ink[at + 1])) * STEPS + step(ink[at + 2])) * STEPS +
          step(ink[at + 3])
    rgba[4 * pixel] = table[3 * entry] ?? 0
    rgba[4 * pixel + 1] = table[3 * entry + 1] ?? 0
    rgba[4 * pixel + 2] = table[3 * entry + 2] ?? 0
    rgba[4 * pixel + 3] = opacity?.[pixel] ?? 255
  }
  return { width, height, rgba }
}

let colours: Uint8Array | null = null

/**
 * Screen colour of every ink in steps, worked out once; 3.5 MB. A colour is linear
 * in each ink, so that black is filled in between none of it and its solid.
 */
function colourTable(): Uint8Array {
  if (colours !== null) return colours
  const table = new Uint8Array(STEPS ** 4 * 3)
  const share = (index: number, place: number): number =>
    (Math.floor(index / STEPS ** place) % STEPS) / (STEPS - 1)
  for (let index = 0; index < STEPS ** 3; index += 1) {
    const ink = { c: share(index, 2), m: share(index, 1), y: share(index, 0) }
    const [plain, solid] = [rgbOf({ ...ink, k: 0 }), rgbOf({ ...ink, k: 1 })]
    for (let step = 0; step < STEPS; step += 1) {
      const k = step / (STEPS - 1)
      const at = 3 * (index * STEPS + step)
      table[at] = Math.round(plain.r + (solid.r - plain.r) * k)
      table[at + 1] = Math.round(plain.g + (solid.g - plain.g) * k)
      table[at + 2] = Math.round(plain.b + (solid.b - plain.b) * k)
    }
  }
  colours = table
  return table
}
