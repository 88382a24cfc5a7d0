/** Carries an advertisement's page into our file as it is: fonts, lines and inks, nothing rasterised. */
import { deflateSync } from 'node:zlib'
import type * as PdfLib from 'pdf-lib'
import type { PDFDict, PDFObject, PDFRef, PDFStream } from 'pdf-lib'
import { adResources, adSize, readAd, type AdPage } from './adPage'
import type { PdfDictionary, PdfFile, PdfImage, PdfRef, PdfValue } from './pdfFile'

/**
 * What a file for the press may not have (ISO 15930-7) or what points out of the
 * page: it prints nothing, and is left behind.
 */
const LEFT_BEHIND = new Set(['OPI', 'Alternates', 'TR', 'TR2', 'HTP', 'PieceInfo', 'Metadata'])
const TREE = new Set(['Length', 'StructParent', 'StructParents', 'Parent', 'OC', 'LastModified'])

type Lib = typeof PdfLib

/** Exif's number for each quarter turn, which `drawPicture` knows. */
const ORIENTATIONS = [1, 6, 3, 8] as const

/** A form XObject whose box is the unit square, to be drawn as a picture is; null when it cannot be read. */
export async function embedAd(file: PdfFile, bytes: Uint8Array): Promise<PdfImage | null> {
  const read = await readAd(bytes)
  if (read.kind === 'fault') return null
  const { ad } = read
  const lib = await import('pdf-lib')
  const copy = copier(file, lib, ad)
  const { x, y, width, height } = ad.box
  const resources = adResources(ad)
  const group = ad.page.node.get(lib.PDFName.of('Group'))
  const obj = file.stream(
    {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [x, y, x + width, y + height],
      Matrix: [1 / width, 0, 0, 1 / height, -x / width, -y / height],
      Resources: resources === undefined ? {} : copy(resources),
      Group: group === undefined ? undefined : copy(group),
    },
    adContent(lib, ad),
  )
  return {
    ...adSize(ad),
    obj,
    orientation: ORIENTATIONS[ad.turns],
    isAd: true,
    embed: () => undefined,
  }
}

/** The page's content, its streams put together as one (PDF 32000-1 7.8.2). */
export function adContent(lib: Lib, { page, context }: AdPage): Uint8Array {
  const contents = page.node.Contents()
  const parts =
    contents === undefined
      ? []
      : contents instanceof lib.PDFArray
        ? contents.asArray().map((part) => context.lookup(part))
        : [contents]
  return Buffer.concat(
    parts.flatMap((part) =>
      part instanceof lib.PDFRawStream
        ? [lib.decodePDFRawStream(part).decode(), Buffer.from('\n')]
        : [],
    ),
  )
}

/** Copies objects, each indirect one once, in the order they are met: the same ad gives the same bytes. */
function copier(file: PdfFile, lib: Lib, { context }: AdPage) {
  const known = new Map<PDFRef, PdfValue>()

  const entries = (dict: PDFDict): PdfDictionary =>
    Object.fromEntries(
      dict.entries().flatMap(([key, value]) => {
        const name = nameOf(key)
        return LEFT_BEHIND.has(name) || TREE.has(name) ? [] : [[name, copy(value)] as const]
      }),
    )

  const stream = (given: PDFStream): PdfRef => {
    const { Filter, DecodeParms, ...rest } = entries(given.dict)
    const bytes = given.getContents()
    // LZW is the one filter that PDF/X does not take
    if (!(given instanceof lib.PDFRawStream) || !JSON.stringify(Filter ?? '').includes('LZW')) {
      return file.stream({ ...rest, Filter, DecodeParms }, bytes, false)
    }
    const plain = lib.decodePDFRawStream(given).decode()
    return file.stream({ ...rest, Filter: 'FlateDecode' }, deflateSync(plain), false)
  }

  const indirect = (ref: PDFRef): PdfValue => {
    const made = known.get(ref)
    if (made !== undefined) return made
    const target = context.lookup(ref)
    if (target instanceof lib.PDFDict) {
      const placed = file.ref({})
      known.set(ref, placed)
      Object.assign(placed.data, entries(target))
      placed.end()
      return placed
    }
    // what refers to itself without end is cut off
    known.set(ref, NOTHING)
    const value = target === undefined ? NOTHING : copy(target)
    known.set(ref, value)
    return value
  }

  const copy = (object: PDFObject): PdfValue => {
    if (object instanceof lib.PDFRef) return indirect(object)
    if (object instanceof lib.PDFName) return nameOf(object)
    if (object instanceof lib.PDFNumber) return object.asNumber()
    if (object instanceof lib.PDFBool) return object.asBoolean()
    if (object instanceof lib.PDFString || object instanceof lib.PDFHexString) {
      return object.asBytes()
    }
    if (object instanceof lib.PDFArray) return object.asArray().map(copy)
    if (object instanceof lib.PDFDict) return entries(object)
    if (object instanceof lib.PDFStream) return stream(object)
    return NOTHING
  }
  return copy
}

/** pdfkit prints what it does not know as it prints, which for this is PDF's null. */
const NOTHING: PdfDictionary = Object.assign(Object.create(null) as PdfDictionary, {
  toString: () => 'null',
  [Symbol.toStringTag]: 'Null',
})

/** As it is written in the file, its escapes kept. */
const nameOf = (name: { toString(): string }): string => name.toString().slice(1)
