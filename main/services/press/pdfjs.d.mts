import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy>
