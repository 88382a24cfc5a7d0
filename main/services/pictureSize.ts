/** Size of a picture from its file's header, so that placing one does not decode it. */

export interface PixelSize {
  readonly format: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** PNG (ISO/IEC 15948) 11.2.2: IHDR is the first chunk, width and height its first two fields. */
function pngSize(bytes: Uint8Array): PixelSize | null {
  if (bytes.length < 24 || !PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Start-of-frame markers; C4, C8 and CC in their midst mean something else. ITU-T T.81 table B.1 */
const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** ITU-T T.81 B.2.2: segments are walked up to the frame header, which states lines and samples. */
function jpegSize(bytes: Uint8Array): PixelSize | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
    } else if (isFrameStart(marker)) {
      return { format: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    } else {
      at += 2 + view.getUint16(at + 2)
    }
  }
  return null
}

/** Pixels of a PNG or JPEG; null when the bytes are neither or state no size. */
export function pictureSize(bytes: Uint8Array): PixelSize | null {
  const size = pngSize(bytes) ?? jpegSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : null
}
