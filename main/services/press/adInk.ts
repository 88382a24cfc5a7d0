/** How much ink an advertisement asks for: its CMYK colours and its CMYK pictures. */
import type * as PdfLib from 'pdf-lib'
import type { PDFDict, PDFRawStream } from 'pdf-lib'
import { objectsUnder, profileChannels } from '../pdf/adObjects'
import type { AdPage } from '../pdf/adPage'
import { adContent } from '../pdf/embedAd'

type Lib = typeof PdfLib

/** Of a picture's pixels, as many may have more: specks do not set off. */
const SPECKS = 0.005
/** Steps of a hundredth up to 400 %. */
const STEPS = 401

/** The most ink, 2.4 for 240 %; 0 where there is none in CMYK. */
export async function adInk(ad: AdPage, resources: PDFDict): Promise<number> {
  const lib = await import('pdf-lib')
  let most = colourInk(adContent(lib, ad))
  for (const object of objectsUnder(lib, ad, resources)) {
    if (!(object instanceof lib.PDFRawStream)) continue
    const kind = object.dict.lookup(lib.PDFName.of('Subtype'))
    if (kind === lib.PDFName.of('Form')) {
      most = Math.max(most, colourInk(lib.decodePDFRawStream(object).decode()))
    } else if (kind === lib.PDFName.of('Image')) {
      most = Math.max(most, await pictureInk(lib, ad, object))
    }
  }
  return most
}

/** Four numbers and `k` or `K` (PDF 32000-1 8.6.8). */
const CMYK = /(\d*\.?\d+)\s+(\d*\.?\d+)\s+(\d*\.?\d+)\s+(\d*\.?\d+)\s+[kK](?=\s|$)/gu

/** The colour with the most ink that the content sets. */
export function colourInk(content: Uint8Array): number {
  let most = 0
  for (const [, ...inks] of Buffer.from(content).toString('latin1').matchAll(CMYK)) {
    most = Math.max(
      most,
      inks.reduce((sum, ink) => sum + Number(ink), 0),
    )
  }
  return Math.min(4, most)
}

/** Samples of four inks a pixel, 255 for a solid, or for paper where they are inverted. */
interface Samples {
  readonly data: Uint8Array
  readonly isInverted: boolean
}

/** Of a CMYK picture, what all but specks of it stay below; 0 for one of another kind. */
async function pictureInk(lib: Lib, ad: AdPage, stream: PDFRawStream): Promise<number> {
  const samples = isCmyk(lib, ad, stream) ? await samplesOf(lib, stream) : null
  if (samples === null) return 0
  const { data, isInverted } = samples
  const counts = new Uint32Array(STEPS)
  const pixels = Math.floor(data.length / 4)
  for (let i = 0; i < pixels; i += 1) {
    let sum = 0
    for (let n = 0; n < 4; n += 1) sum += data[4 * i + n] ?? 0
    const step = Math.round(((isInverted ? 1020 - sum : sum) * 100) / 255)
    counts[step] = (counts[step] ?? 0) + 1
  }
  let above = 0
  for (let step = STEPS - 1; step > 0; step -= 1) {
    above += counts[step] ?? 0
    if (above > pixels * SPECKS) return step / 100
  }
  return 0
}

/** DeviceCMYK, or by a profile of four channels. */
function isCmyk(lib: Lib, ad: AdPage, { dict }: PDFRawStream): boolean {
  const space = dict.lookup(lib.PDFName.of('ColorSpace'))
  if (space instanceof lib.PDFName) return space.asString() === '/DeviceCMYK'
  return space instanceof lib.PDFArray && profileChannels(lib, ad, space) === 4
}

async function samplesOf(lib: Lib, stream: PDFRawStream): Promise<Samples | null> {
  const entry = (key: string): string =>
    (stream.dict.lookup(lib.PDFName.of(key))?.toString() ?? '').replace(/[\s[\]]/gu, '')
  const isInverted = entry('Decode').startsWith('10')
  if (entry('BitsPerComponent') !== '8') return null
  if (entry('Filter') === '/DCTDecode') {
    const data = await jpegSamples(stream.contents)
    // the reader takes every CMYK JPEG for inverted; the PDF's Decode says whether this one is
    return data === null ? null : { data, isInverted: !isInverted }
  }
  const isPlain =
    ['', '/FlateDecode'].includes(entry('Filter')) && !entry('DecodeParms').includes('Predictor')
  return isPlain ? { data: lib.decodePDFRawStream(stream).decode(), isInverted } : null
}

/** Pixels along the longer side of a picture that is looked at: solids show in fewer than all. */
const LOOKED_AT = 1500

async function jpegSamples(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes)
      .pipelineColourspace('cmyk')
      .resize(LOOKED_AT, LOOKED_AT, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('cmyk')
      .raw()
      .toBuffer()
  } catch {
    return null
  }
}
