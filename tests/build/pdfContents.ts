import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib'

/** The operators of each page, as text. */
export async function pageContents(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.getPages().map((page) => {
    const stream = document.context.lookup(page.node.Contents())
    if (!(stream instanceof PDFRawStream))
      throw new Error('A page has no content stream of its own')
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  })
}
