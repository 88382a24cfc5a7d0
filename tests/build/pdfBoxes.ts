/** Page boxes of a PDF, read with pdf-lib. */
import { PDFDocument } from 'pdf-lib'

/** In the PDF's own points; `top` is the upper edge whichever way y runs. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export interface SheetBoxes {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
}

export async function sheetBoxes(bytes: Uint8Array): Promise<readonly SheetBoxes[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.getPages().map((page) => ({
    media: toBox(page.getMediaBox()),
    bleed: toBox(page.getBleedBox()),
    trim: toBox(page.getTrimBox()),
  }))
}

const toBox = (b: { x: number; y: number; width: number; height: number }): Box => ({
  left: b.x,
  bottom: b.y,
  right: b.x + b.width,
  top: b.y + b.height,
})
