/**
 * The process that turns pictures into ink. It runs apart from the desk, so that
 * a damaged or huge picture can neither stop nor swell it, and may be ended at
 * any time: an output has its name only when it is whole.
 *
 * Takes {number, bytes, output, profile, scaleTo, wantsLine} messages, one at a
 * time; answers {number, fault} with null or what is wrong, as half a sentence.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** 400 megapixels: twice the largest camera, and what one page at 600 ppi has. */
const MOST_PIXELS = 400e6
const JPEG = { quality: 92, chromaSubsampling: '4:4:4' }
/** Cells of the map of total ink, along the longer side. */
const CELLS = 96
const FORMATS = ['jpeg', 'png', 'tiff', 'webp']

sharp.cache(false)
sharp.concurrency(1)

const open = (bytes) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })

class Fault extends Error {}

process.on('message', (job) => {
  void convert(job)
    .then(() => null, faultOf)
    .then((fault) => process.send?.({ number: job.number, fault }))
})
process.on('disconnect', () => process.exit())

function faultOf(error) {
  if (error instanceof Fault) return error.message
  const text = error instanceof Error ? error.message : ''
  if (error?.code === 'ENOSPC') return 'found no room on the disk for its plates'
  if (/pixel limit|exceeds/iu.test(text)) return 'has far more pixels than a page can show'
  if (/premature|truncat|ended|corrupt|bad |invalid|error/iu.test(text)) {
    return 'is damaged or cut short'
  }
  return 'is no JPEG, PNG, TIFF or WebP that can be read'
}

async function convert({ bytes: given, output, profile, scaleTo }) {
  const found = await open(given).metadata()
  if (!FORMATS.includes(found.format)) throw new Fault('is no JPEG, PNG, TIFF or WebP')
  const isPlain = found.format === 'jpeg' && found.space === 'cmyk' && !hasAdobeMarker(given)
  const bytes = isPlain ? await turnedRound(given) : given
  const meta = isPlain ? await open(bytes).metadata() : found
  const whole = meta.autoOrient
  const isLine = await isLineArt(bytes, meta)
  const size = isLine ? sizeWithin(whole, scaleTo.line) : sizeWithin(whole, scaleTo.tone)
  const upright = () => {
    const turned = open(bytes).autoOrient()
    return size.width === whole.width
      ? turned
      : turned.resize(size.width, size.height, { fit: 'fill' })
  }
  const made = isLine ? await line(upright) : await tones(upright, bytes, meta, profile)
  const alpha = meta.hasAlpha ? await alphaOf(upright) : null
  writeWhole(output, { ...made, alpha })
}

/**
 * Whether a JPEG's APP14 segment says Adobe: only then are the samples of its
 * inks inverted (Adobe Technical Note 5116). Segments are walked up to the scan.
 */
function hasAdobeMarker(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    if (bytes[at + 1] === 0xee && Buffer.from(bytes.subarray(at + 4, at + 9)).equals(ADOBE))
      return true
    at += 2 + view.getUint16(at + 2)
  }
  return false
}
const ADOBE = Buffer.from('Adobe')

/** libvips takes every CMYK JPEG for inverted; one that is not comes back as it was meant. */
const turnedRound = (bytes) =>
  open(bytes)
    .autoOrient()
    .pipelineColourspace('cmyk')
    .negate()
    .toColourspace('cmyk')
    .keepIccProfile()
    .tiff({ compression: 'none' })
    .toBuffer()

/** Only pictures clearly finer than wanted are resampled: a little too fine costs less than softness. */
function sizeWithin({ width, height }, wanted) {
  const scale = Math.max(wanted.width / width, wanted.height / height)
  return scale >= 0.8
    ? { width, height }
    : { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
}

/** One bit a pixel, and black and white are the two colours. */
async function isLineArt(bytes, meta) {
  if (meta.bitsPerSample !== 1 || meta.hasAlpha) return false
  const { channels } = await open(bytes).stats()
  return channels.every(
    ({ min, max, mean }) =>
      [0, 255].includes(min) && [0, 255].includes(max) && mean === channels[0].mean,
  )
}

async function line(upright) {
  const { data, info } = await upright()
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const stride = Math.ceil(width / 8)
  const bits = Buffer.alloc(stride * height)
  let inked = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * info.channels] >= 128)
        bits[y * stride + (x >> 3)] |= 128 >> (x & 7)
      else inked += 1
    }
  }
  const ink = {
    columns: 1,
    rows: 1,
    cells: [inked > 0 ? 100 : 0],
    over: shares([[100, inked]], width * height),
  }
  return { space: 'line', width, height, inverted: false, ink, data: deflateSync(bits) }
}

async function tones(upright, bytes, meta, profile) {
  const isGrey = meta.channels - (meta.hasAlpha ? 1 : 0) === 1 && !meta.isPalette
  const opaque = () => (meta.hasAlpha ? upright().removeAlpha() : upright())
  const { data, info } = await (
    isGrey ? opaque().greyscale().toColourspace('b-w') : inInk(opaque(), meta, profile)
  )
    .jpeg(JPEG)
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const ink = isGrey ? await greyInk(data) : await cmykInk(data)
  return { space: isGrey ? 'grey' : 'cmyk', width, height, inverted: !isGrey, ink, data }
}

/** Inks that carry no profile are the customer's word and stay as they are. */
function inInk(picture, meta, profile) {
  const isInk = meta.space === 'cmyk' && meta.icc === undefined
  return isInk
    ? picture.pipelineColourspace('cmyk').toColourspace('cmyk')
    : picture.toColourspace('cmyk').withIccProfile(profile, { attach: false })
}

async function alphaOf(upright) {
  const { data } = await upright()
    .extractChannel('alpha')
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.every((value) => value === 255) ? null : deflateSync(data)
}

/** Total ink as the finished picture has it, JPEG's own errors included. */
async function cmykInk(jpeg) {
  const { data, info } = await sharp(jpeg, { limitInputPixels: MOST_PIXELS })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return inkMap(
    info.width,
    info.height,
    (i) => data[4 * i] + data[4 * i + 1] + data[4 * i + 2] + data[4 * i + 3],
  )
}

async function greyInk(jpeg) {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  return inkMap(info.width, info.height, (i) => 255 - data[i * info.channels])
}

/**
 * Percent of ink: the most in each cell of a coarse map, and the share of the
 * picture with more than each step of ten percent.
 */
function inkMap(width, height, inkAt) {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / CELLS))
  const columns = Math.ceil(width / side)
  const rows = Math.ceil(height / side)
  const cells = new Array(columns * rows).fill(0)
  const counts = new Uint32Array(401)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const percent = Math.round((inkAt(y * width + x) * 100) / 255)
      counts[percent] += 1
      const cell = Math.floor(y / side) * columns + Math.floor(x / side)
      if (percent > cells[cell]) cells[cell] = percent
    }
  }
  return { columns, rows, cells, over: shares([...counts.entries()], width * height) }
}

/** Share of the pixels with more ink than 0, 10, 20 … 400 percent. */
const shares = (counts, pixels) =>
  Array.from({ length: 41 }, (_, step) => {
    const above = counts.reduce(
      (sum, [percent, count]) => sum + (percent > step * 10 ? count : 0),
      0,
    )
    return Number((above / pixels).toPrecision(4))
  })

/** `BXP1`, length of the JSON head, head, samples, opacity. */
function writeWhole(output, { data, alpha, ...head }) {
  const json = Buffer.from(
    JSON.stringify({ ...head, dataLength: data.length, alphaLength: alpha?.length ?? null }),
  )
  const start = Buffer.alloc(8)
  start.write('BXP1', 'latin1')
  start.writeUInt32BE(json.length, 4)
  const part = `${output}.${process.pid}.part`
  try {
    writeFileSync(part, Buffer.concat([start, json, data, alpha ?? Buffer.alloc(0)]))
    renameSync(part, output)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
