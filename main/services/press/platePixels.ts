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

/** Decodes a converted picture; its JPEG was written by us, so that what fails here is a fault of ours. */
export async function platePixels(plate: PlateImage): Promise<Pixels> {
  const { width, height, space } = plate
  const rgba = new Uint8ClampedArray(width * height * 4)
  if (space === 'line') paintLine(plate, rgba)
  else paintTones(await samplesOf(plate), space === 'cmyk' ? 4 : 1, rgba)
  if (plate.alpha !== null) {
    for (const [index, opacity] of inflateSync(plate.alpha).entries()) rgba[4 * index + 3] = opacity
  }
  return { width, height, rgba }
}

/** Ink of each pixel, 255 for a solid. */
async function samplesOf({ data, space }: PlateImage): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const picture = sharp(data, { limitInputPixels: false })
  if (space === 'cmyk') {
    return picture.pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
  }
  const grey = await picture.toColourspace('b-w').raw().toBuffer()
  return grey.map((value) => 255 - value)
}

function paintTones(samples: Uint8Array, channels: 1 | 4, rgba: Uint8ClampedArray): void {
  const table = colourTable()
  const step = (value: number): number => Math.round((value * (STEPS - 1)) / 255)
  for (let pixel = 0; pixel < rgba.length / 4; pixel += 1) {
    const at = pixel * channels
    const entry =
      channels === 1
        ? step(samples[at] ?? 0)
        : ((step(samples[at] ?? 0) * STEPS + step(samples[at + 1] ?? 0)) * STEPS +
            step(samples[at + 2] ?? 0)) *
            STEPS +
          step(samples[at + 3] ?? 0)
    rgba[4 * pixel] = table[3 * entry] ?? 0
    rgba[4 * pixel + 1] = table[3 * entry + 1] ?? 0
    rgba[4 * pixel + 2] = table[3 * entry + 2] ?? 0
    rgba[4 * pixel + 3] = 255
  }
}

let colours: Uint8Array | null = null

/** Screen colour of every ink in steps, worked out once; 3.5 MB. */
function colourTable(): Uint8Array {
  if (colours !== null) return colours
  const table = new Uint8Array(STEPS ** 4 * 3)
  const share = (index: number, place: number): number =>
    (Math.floor(index / STEPS ** place) % STEPS) / (STEPS - 1)
  for (let index = 0; index < STEPS ** 4; index += 1) {
    const ink = { c: share(index, 3), m: share(index, 2), y: share(index, 1), k: share(index, 0) }
    const { r, g, b } = rgbOf(ink)
    table[3 * index] = Math.round(r)
    table[3 * index + 1] = Math.round(g)
    table[3 * index + 2] = Math.round(b)
  }
  colours = table
  return table
}

function paintLine({ data, width, height }: PlateImage, rgba: Uint8ClampedArray): void {
  const bits = inflateSync(data)
  const stride = Math.ceil(width / 8)
  const black = rgbOf({ c: 0, m: 0, y: 0, k: 1 })
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isPaper = ((bits[y * stride + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0
      const at = 4 * (y * width + x)
      rgba[at] = isPaper ? 255 : black.r
      rgba[at + 1] = isPaper ? 255 : black.g
      rgba[at + 2] = isPaper ? 255 : black.b
      rgba[at + 3] = 255
    }
  }
}
