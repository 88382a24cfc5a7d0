/** Size of a picture as it is seen, from its file's header, so that placing one does not decode it. */
import { disableTypes, imageSize, types } from 'image-size'

export interface PixelSize {
  readonly format: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}

// Only what the painters draw is read; other formats' headers are not even looked at.
disableTypes(types.filter((type) => type !== 'png' && type !== 'jpg'))

/** Exif 2.32 4.6.4 A: from 5 on the stored rows are columns of the picture as it was taken. */
const FIRST_TURNED = 5

/**
 * Pixels of a PNG or JPEG as it is painted, its Exif orientation followed; null when the bytes are neither
 * or state no size.
 */
export function pictureSize(bytes: Uint8Array): PixelSize | null {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes)
    if ((type !== 'png' && type !== 'jpg') || width <= 0 || height <= 0) return null
    return orientation >= FIRST_TURNED
      ? { format: type, width: height, height: width }
      : { format: type, width, height }
  } catch {
    return null
  }
}
