/**
 * pdf.js as Node runs it. For older engines, Node 20 among them, it puts methods of its own in the
 * place of the language's, for the whole process and many times slower: those are put back.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { push } = Array.prototype
const { parse } = JSON
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
// loaded here, or pdf.js would load it at the first document, with methods of its own once more
globalThis.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
Object.defineProperty(Array.prototype, 'push', { value: push })
Object.defineProperty(JSON, 'parse', { value: parse })

/**
 * What strangers' PDFs count on: encodings of Chinese text (GBK-EUC-H and its like, which 方正 writes),
 * fonts every reader has, decoders of JPEG 2000 and JBIG2, a profile of inks. Packed with the desk.
 * pdf.js wants a slash at the end, on every system.
 */
const data = (name) =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name) + '/'

/** The document of these bytes. Rejects with what is wrong with them. */
export const openPdf = (bytes) =>
  getDocument({
    ...{ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false },
    ...{ cMapUrl: data('cmaps'), standardFontDataUrl: data('standard_fonts') },
    ...{ wasmUrl: data('wasm'), iccUrl: data('iccs') },
  }).promise

export { OPS }
