import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { xmpPacket } from './xmp'

/** A PDF name, number, reference, array or dictionary; a string here is a name. */
export type PdfValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | PdfRef
  | PdfText
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined }
export type PdfDictionary = Record<string, PdfValue | undefined>

/** An indirect object. `end` writes it; its number is taken when it is made. */
export interface PdfRef {
  readonly data: PdfDictionary
  end(): void
}

/** A name of any characters, its bytes UTF-8 as PDF wants them and all but plain ones escaped (PDF 32000-1 7.3.5). */
export const pdfName = (value: string): string =>
  [...new TextEncoder().encode(value)]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[A-Za-z0-9_.-]/u.test(character)
        ? character
        : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

declare const text: unique symbol
/** A text string (as opposed to a name), written as PDFDocEncoding or UTF-16. */
export type PdfText = { readonly [text]: true }

/** pdfkit tells a text string from a name by the String wrapper. */
export const pdfText = (value: string): PdfText => Object(value) as PdfText

/** A decoded picture of pdfkit: JPEG data passes through, PNG is taken apart. */
export interface PdfImage {
  readonly width: number
  readonly height: number
  readonly obj: PdfRef | null
  /** Exif orientation of a JPEG, 1 upright. */
  readonly orientation?: number
  /** An advertisement's page, which expects a fresh graphics state. */
  readonly isAd?: boolean
  embed(file: unknown): void
}

/**
 * The parts of pdfkit 0.20.2 in use. Some are not public, which is why pdfkit
 * is pinned exactly and a test writes a file through every one of them.
 */
interface Pdfkit {
  readonly _root: PdfRef & { readonly data: { Pages: { readonly data: PageTree } } }
  _id: Uint8Array
  endMetadata: () => void
  ref(data: object): PdfRef & { compress: boolean; write(chunk: Uint8Array): void }
  openImage(bytes: Uint8Array): PdfImage
  end(): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'end', listener: () => void): void
  on(event: 'error', listener: (error: Error) => void): void
}
interface PageTree {
  readonly Kids: PdfRef[]
  Count: number
}

export interface PdfInfo {
  readonly title: string
  readonly producer: string
  /** Creation and change date: given, so that the same page on the same date is the same file. */
  readonly date: Date
  /** Says of itself that it is PDF/X-4; whether it is depends on what is put in. */
  readonly pdfx: boolean
  /** A remark on the whole file, such as why it was written in spite of errors. */
  readonly subject?: string
}

/** pdfkit writes strings among the Info entries as text; this it writes as it prints, which is a name. */
const UNTRAPPED = { toString: () => '/False', [Symbol.toStringTag]: 'Name' }

/** pdfkit as a writer of objects and streams: page content, fonts and colours are ours. */
export interface PdfFile {
  ref(data: PdfDictionary): PdfRef
  /** A stream object, deflated unless told otherwise, written at once. */
  stream(data: PdfDictionary, bytes: Uint8Array, deflate?: boolean): PdfRef
  addPage(page: PdfDictionary): PdfRef
  image(bytes: Uint8Array): PdfImage
  /** Adds entries to the catalogue. */
  catalogue(entries: PdfDictionary): void
  /** Writes what is left and gives the file; `id` is its 16-byte identifier. */
  finish(id: Uint8Array): Promise<Uint8Array>
}

/** Glyph outlines, most of a file, hardly shrink further: level 6 saves 2 % and costs ten milliseconds a page. */
const DEFLATE_LEVEL = 4

export function createPdfFile(info: PdfInfo): PdfFile {
  const pdfkit = new PDFDocument({
    autoFirstPage: false,
    // no font at all, or pdfkit loads Helvetica, which would not be embedded
    font: null as unknown as string,
    pdfVersion: '1.6' as '1.5',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: info.title,
      Producer: info.producer,
      Creator: info.producer,
      CreationDate: info.date,
      ModDate: info.date,
      ...(info.subject === undefined ? {} : { Subject: info.subject }),
      ...(info.pdfx ? { Trapped: UNTRAPPED } : {}),
    },
  }) as unknown as Pdfkit
  const chunks: Uint8Array[] = []
  pdfkit.on('data', (chunk) => chunks.push(chunk))

  const stream = (data: PdfDictionary, bytes: Uint8Array, deflate = true): PdfRef => {
    const ref = pdfkit.ref(deflate ? { ...data, Filter: 'FlateDecode' } : data)
    ref.compress = false
    ref.write(deflate ? deflateSync(bytes, { level: DEFLATE_LEVEL }) : bytes)
    ref.end()
    return ref
  }
  pdfkit.endMetadata = () => {
    const packet = new TextEncoder().encode(xmpPacket(info, pdfkit._id))
    pdfkit._root.data['Metadata'] = stream({ Type: 'Metadata', Subtype: 'XML' }, packet, false)
  }

  return {
    ref: (data) => pdfkit.ref(data),
    stream,
    addPage(page) {
      const pages = pdfkit._root.data.Pages
      const ref = pdfkit.ref({ Type: 'Page', Parent: pages, ...page })
      pages.data.Kids.push(ref)
      pages.data.Count += 1
      return ref
    },
    image(bytes) {
      const image = pdfkit.openImage(bytes)
      image.embed(pdfkit)
      return image
    },
    catalogue: (entries) => void Object.assign(pdfkit._root.data, entries),
    finish: (id) =>
      new Promise((resolve, reject) => {
        pdfkit.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
        pdfkit.on('error', reject)
        pdfkit._id = id
        pdfkit.end()
      }),
  }
}
