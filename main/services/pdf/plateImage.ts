import type { PdfFile, PdfImage } from './pdfFile'

/**
 * A picture as it goes to the plates: samples in ink, never RGB.
 * - `cmyk` and `grey`: JPEG data; `inverted` when its samples say paper, not ink
 * - `line`: one bit a pixel, rows padded to bytes, deflated; 1 is paper
 */
export interface PlateImage {
  readonly space: 'cmyk' | 'grey' | 'line'
  readonly width: number
  readonly height: number
  readonly inverted: boolean
  readonly data: Uint8Array
  /** Opacity, a byte a pixel, deflated; null for an opaque picture. */
  readonly alpha: Uint8Array | null
}

/** Writes the picture as an image of our own; pdfkit would invert every CMYK JPEG whatever it says. */
export function writePlateImage(file: PdfFile, image: PlateImage): PdfImage {
  const { width, height, space, inverted, data, alpha } = image
  const size = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  const mask =
    alpha === null
      ? undefined
      : file.stream(
          {
            ...size,
            ...{ ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' },
          },
          alpha,
          false,
        )
  const obj = file.stream(
    {
      ...size,
      ColorSpace: space === 'cmyk' ? 'DeviceCMYK' : 'DeviceGray',
      BitsPerComponent: space === 'line' ? 1 : 8,
      Filter: space === 'line' ? 'FlateDecode' : 'DCTDecode',
      Decode: inverted ? (space === 'cmyk' ? [1, 0, 1, 0, 1, 0, 1, 0] : [1, 0]) : undefined,
      SMask: mask,
    },
    data,
    false,
  )
  return { width, height, obj, embed: () => undefined }
}
