/** A customer's PDF as it comes in: the one page of it that is placed as an advertisement. */
import type { PDFContext, PDFDict, PDFPage } from 'pdf-lib'

export interface AdPage {
  readonly context: PDFContext
  readonly page: PDFPage
  /** The trim box, or the crop box where there is none: points of the page's own space. */
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** Quarter turns clockwise from the stored page to the upright one. */
  readonly turns: 0 | 1 | 2 | 3
}

export type AdReading =
  | { readonly kind: 'page'; readonly ad: AdPage }
  /** Half a sentence about the file. */
  | { readonly kind: 'fault'; readonly fault: string }

const MAGIC = '%PDF-'

/** Readers find the header within the first kilobyte (PDF 32000-1 Annex H, 7.5.2). */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).includes(MAGIC)

const fault = (what: string): AdReading => ({ kind: 'fault', fault: what })

/** The first page of the bytes; a fault says why there is none that could be placed. */
export async function readAd(bytes: Uint8Array): Promise<AdReading> {
  const { EncryptedPDFError, PDFDocument } = await import('pdf-lib')
  try {
    const options = { updateMetadata: false, throwOnInvalidObject: true }
    const document = await PDFDocument.load(bytes, options)
    const [page] = document.getPages()
    if (page === undefined) return fault('has no page')
    const { x, y, width, height } = page.getTrimBox()
    if (!(width > 1 && height > 1)) return fault('has a page without a size')
    const turns = (((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4) as AdPage['turns']
    return {
      kind: 'page',
      ad: { context: document.context, page, box: { x, y, width, height }, turns },
    }
  } catch (error) {
    return fault(
      error instanceof EncryptedPDFError || isLocked(bytes)
        ? 'is locked with a password'
        : 'is damaged and cannot be read',
    )
  }
}

/** What is locked often cannot even be parsed; its trailer says so all the same. */
const isLocked = (bytes: Uint8Array): boolean =>
  /\/Encrypt\s+\d+\s+\d+\s+R/u.test(Buffer.from(bytes).toString('latin1'))

/** Width and height in points as it is seen. */
export const adSize = ({
  box,
  turns,
}: AdPage): { readonly width: number; readonly height: number } =>
  turns % 2 === 0
    ? { width: box.width, height: box.height }
    : { width: box.height, height: box.width }

/** Its resources, those of the page tree too. */
export const adResources = ({ page }: AdPage): PDFDict | undefined => page.node.Resources()
