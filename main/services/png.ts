import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const TRUECOLOUR = 2
const GREY = 0
const INCHES_A_METRE = 1000 / 25.4

/**
 * Rows go in unfiltered at level 3: on a page of type that is smaller than what
 * the canvas library writes and takes a quarter of its time.
 */
const LEVEL = 3

/**
 * A PNG of opaque pixels (RGBA, alpha ignored), with its resolution noted.
 * Source: PNG (W3C, third edition) 11.2, 11.3.4.3.
 */
export function encodePng(
  width: number,
  height: number,
  rgba: Uint8Array,
  ppi: number,
): Uint8Array {
  return png(width, height, TRUECOLOUR, rows(width, height, rgba), ppi)
}

/** A PNG of grey pixels, a byte each, 255 white. */
export function encodeGreyPng(
  width: number,
  height: number,
  grey: Uint8Array,
  ppi: number,
): Uint8Array {
  const out = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    out.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  }
  return png(width, height, GREY, out, ppi)
}

function png(
  width: number,
  height: number,
  colours: number,
  data: Uint8Array,
  ppi: number,
): Uint8Array {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  header.setUint8(8, 8)
  header.setUint8(9, colours)
  const density = new DataView(new ArrayBuffer(9))
  const perMetre = Math.round(ppi * INCHES_A_METRE)
  density.setUint32(0, perMetre)
  density.setUint32(4, perMetre)
  density.setUint8(8, 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('pHYs', new Uint8Array(density.buffer)),
    chunk('IDAT', deflateSync(data, { level: LEVEL })),
    chunk('IEND', new Uint8Array(0)),
  ])
}

/** Each row led by its filter, 0 for none, and without alpha. */
function rows(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const out = new Uint8Array((width * 3 + 1) * height)
  let to = 0
  let from = 0
  for (let y = 0; y < height; y += 1) {
    to += 1
    for (let x = 0; x < width; x += 1) {
      out[to] = rgba[from] ?? 0
      out[to + 1] = rgba[from + 1] ?? 0
      out[to + 2] = rgba[from + 2] ?? 0
      to += 3
      from += 4
    }
  }
  return out
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  out.set(data, 8)
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8)
  return out
}
