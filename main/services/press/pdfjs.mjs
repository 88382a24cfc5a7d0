/**
 * pdf.js as Node runs it. For older engines, Node 20 among them, it puts methods of its own in the
 * place of the language's, for the whole process and many times slower: those are put back.
 */
const { push } = Array.prototype
const { parse } = JSON
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
// loaded here, or pdf.js would load it at the first document, with methods of its own once more
globalThis.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
Object.defineProperty(Array.prototype, 'push', { value: push })
Object.defineProperty(JSON, 'parse', { value: parse })

export { getDocument, OPS }
