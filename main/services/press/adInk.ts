/** How much ink an advertisement asks for: its CMYK colours, and its CMYK pictures but JPEGs. */
import type * as PdfLib from 'pdf-lib'
import type { PDFDict, PDFObject, PDFRawStream, PDFRef } from 'pdf-lib'
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
  for (const stream of streamsIn(lib, ad, resources)) {
    const kind = stream.dict.lookup(lib.PDFName.of('Subtype'))
    if (kind === lib.PDFName.of('Form')) {
      most = Math.max(most, colourInk(lib.decodePDFRawStream(stream).decode()))
    } else if (kind === lib.PDFName.of('Image')) {
      most = Math.max(most, pictureInk(lib, stream))
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

/** Of a plain 8-bit DeviceCMYK picture, what all but specks of it stay below. */
function pictureInk(lib: Lib, stream: PDFRawStream): number {
  const entry = (key: string): string => stream.dict.lookup(lib.PDFName.of(key))?.toString() ?? ''
  const isPlain =
    entry('ColorSpace') === '/DeviceCMYK' &&
    entry('BitsPerComponent') === '8' &&
    ['', '/FlateDecode'].includes(entry('Filter')) &&
    !entry('DecodeParms').includes('Predictor')
  if (!isPlain) return 0
  const isInverted = entry('Decode').replace(/\s/gu, '').startsWith('[10')
  const data = lib.decodePDFRawStream(stream).decode()
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

/** All streams that the resources reach, each once. */
function streamsIn(lib: Lib, { context }: AdPage, start: PDFObject): readonly PDFRawStream[] {
  const seen = new Set<PDFRef>()
  const streams: PDFRawStream[] = []
  const open: PDFObject[] = [start]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof lib.PDFRef) {
      if (seen.has(object)) continue
      seen.add(object)
      const target = context.lookup(object)
      if (target !== undefined) open.push(target)
    } else if (object instanceof lib.PDFArray) open.push(...object.asArray())
    else if (object instanceof lib.PDFDict) open.push(...object.values())
    else if (object instanceof lib.PDFRawStream) {
      streams.push(object)
      open.push(...object.dict.values())
    }
  }
  return streams
}
