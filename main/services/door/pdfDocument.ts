/** A finished PDF's objects, read from its bytes. */
import { inflateSync } from 'node:zlib'
import {
  isDict,
  isList,
  isName,
  isReference,
  isWord,
  NotPdf,
  PdfScanner,
  type PdfDict,
  type PdfObject,
} from './pdfSyntax'

export interface PdfReading {
  /** The pages' dictionaries in their order. */
  readonly pages: readonly PdfDict[]
  /** The object that a reference stands for; anything else is itself. */
  resolve(object: PdfObject | undefined): PdfObject
  dictOf(object: PdfObject | undefined): PdfDict
  /** A stream's bytes, inflated. */
  streamOf(object: PdfObject | undefined): Buffer
}

interface Stored {
  readonly object: PdfObject
  /** Where the bytes of a stream begin; null for what is none. */
  readonly stream: number | null
}

const MOST_PAGES = 10_000

/** Throws NotPdf when the bytes are no whole PDF with a plain cross-reference table. */
export function openPdf(pdf: Uint8Array): PdfReading {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const { offsets, trailer } = crossReferences(bytes)
  const ends = endsOf(offsets, bytes.length)
  const known = new Map<number, Stored>()

  const stored = (number: number): Stored => {
    const before = known.get(number)
    if (before !== undefined) return before
    const offset = offsets.get(number)
    const made =
      offset === undefined
        ? { object: null, stream: null }
        : objectAt(bytes, offset, ends.get(offset) ?? bytes.length)
    known.set(number, made)
    return made
  }
  const resolve = (object: PdfObject | undefined): PdfObject =>
    isReference(object) ? stored(object.number).object : (object ?? null)
  const dictOf = (object: PdfObject | undefined): PdfDict => {
    const found = resolve(object)
    if (!isDict(found)) throw new NotPdf('a dictionary is missing')
    return found
  }
  const streamOf = (object: PdfObject | undefined): Buffer => {
    const { object: dict, stream } = isReference(object)
      ? stored(object.number)
      : { object: null, stream: null }
    if (!isDict(dict) || stream === null) throw new NotPdf('a stream is missing')
    const length = resolve(dict.get('Length'))
    if (typeof length !== 'number') throw new NotPdf('a stream has no length')
    const raw = bytes.subarray(stream, stream + length)
    if (raw.length !== length) throw new NotPdf('a stream is cut short')
    const filter = resolve(dict.get('Filter'))
    if (filter === null) return raw
    if (!isName(filter) || filter.name !== 'FlateDecode') throw new NotPdf('a filter is unknown')
    return inflated(raw)
  }

  const pages: PdfDict[] = []
  const visit = (node: PdfDict): void => {
    if (pages.length > MOST_PAGES) throw new NotPdf('it has pages without end')
    const kids = resolve(node.get('Kids'))
    if (!isList(kids)) pages.push(node)
    else for (const kid of kids) visit(dictOf(kid))
  }
  visit(dictOf(dictOf(trailer.get('Root')).get('Pages')))
  return { pages, resolve, dictOf, streamOf }
}

function inflated(raw: Buffer): Buffer {
  try {
    return inflateSync(raw)
  } catch {
    throw new NotPdf('a stream cannot be inflated')
  }
}

/** The table behind `startxref` and its trailer (PDF 32000-1 7.5.4, 7.5.5). */
function crossReferences(bytes: Buffer) {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 64))
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(tail)?.[1]
  if (start === undefined) throw new NotPdf('its end is missing')
  const offsets = new Map<number, number>()
  const scanner = new PdfScanner(bytes.toString('latin1', Number(start)))
  const first = scanner.next()
  if (!isWord(first) || first.word !== 'xref') throw new NotPdf('its table is missing')
  for (;;) {
    const from = scanner.next()
    if (isWord(from) && from.word === 'trailer') break
    const count = scanner.next()
    if (typeof from !== 'number' || typeof count !== 'number') throw new NotPdf('its table is bad')
    for (let i = 0; i < count; i += 1) {
      const offset = scanner.next()
      scanner.next()
      const kind = scanner.next()
      if (typeof offset !== 'number' || !isWord(kind)) throw new NotPdf('its table is bad')
      if (kind.word === 'n') offsets.set(from + i, offset)
    }
  }
  const trailer = scanner.next()
  if (!isDict(trailer)) throw new NotPdf('its trailer is missing')
  return { offsets, trailer }
}

/** Where the object at each offset surely ends: at the next one. Pictures are never made text of. */
function endsOf(offsets: ReadonlyMap<number, number>, length: number): ReadonlyMap<number, number> {
  const sorted = [...offsets.values()].sort((a, b) => a - b)
  return new Map(sorted.map((offset, i) => [offset, sorted[i + 1] ?? length]))
}

/** `n g obj … endobj` (7.3.10). */
function objectAt(bytes: Buffer, offset: number, end: number): Stored {
  const text = bytes.toString('latin1', offset, end)
  const scanner = new PdfScanner(text)
  scanner.next()
  scanner.next()
  const begin = scanner.next()
  if (!isWord(begin) || begin.word !== 'obj') throw new NotPdf('an object is not at its place')
  const object = scanner.next()
  if (object === undefined || isWord(object)) throw new NotPdf('an object is empty')
  if (!isDict(object)) return { object, stream: null }
  const after = scanner.next()
  if (!isWord(after) || after.word !== 'stream') return { object, stream: null }
  const at = scanner.at + (text.charAt(scanner.at) === '\r' ? 2 : 1)
  return { object, stream: offset + at }
}
