import type { PageDisplay, PictureItem } from '../../../core/display/displayList'
import { picturesOf } from '../../../core/display/walk'
import type { PictureId } from '../../../core/ids'
import { err, ok, type Diagnostic, type Result } from '../../../core/result'
import { isPdf } from './adPage'
import { KNOCKOUT, num, type ContentWriter } from './content'
import type { PdfFile, PdfImage } from './pdfFile'
import { writePlateImage, type PlateImage } from './plateImage'

/** JPEG or PNG bytes of a picture; null when its file is missing. */
export type PictureBytes = (id: PictureId) => Promise<Uint8Array | null> | Uint8Array | null

/** A picture converted for the press; null when there is none to show. */
export type PlateLookup = (id: PictureId) => Promise<PlateImage | null>

/** Where a press file's pictures come from. */
export interface PressSources {
  readonly pictures: PlateLookup
  /** The bytes of an advertisement's PDF; null for what is none. */
  readonly adOf: (id: PictureId) => Promise<Uint8Array | null>
}

const idsOn = (pages: readonly PageDisplay[]): ReadonlySet<PictureId> =>
  new Set(pages.flatMap((page) => [...picturesOf(page)]))

/** Embeds each picture of the pages once as it goes to the plates; `onBytes` hears of what went in. */
export async function embedPlates(
  file: PdfFile,
  pages: readonly PageDisplay[],
  { pictures: plateOf, adOf }: PressSources,
  onBytes: (bytes: Uint8Array) => void,
): Promise<ReadonlyMap<PictureId, PdfImage>> {
  const embedded = new Map<PictureId, PdfImage>()
  for (const id of idsOn(pages)) {
    const ad = await adOf(id)
    if (ad !== null) {
      const placed = await (await import('./embedAd')).embedAd(file, ad)
      onBytes(ad)
      if (placed !== null) embedded.set(id, placed)
      continue
    }
    const image = await plateOf(id)
    if (image === null) continue
    onBytes(image.data)
    embedded.set(id, writePlateImage(file, image))
  }
  return embedded
}

/**
 * Embeds each picture of the pages once, in the colours of its file. With embedPlates the one place where pictures become
 * PDF objects. An error names the picture whose bytes are neither JPEG nor PNG.
 */
export async function embedPictures(
  file: PdfFile,
  pages: readonly PageDisplay[],
  bytesOf: PictureBytes,
): Promise<Result<ReadonlyMap<PictureId, PdfImage>>> {
  const embedded = new Map<PictureId, PdfImage>()
  for (const id of idsOn(pages)) {
    const bytes = await bytesOf(id)
    if (bytes === null) continue
    const image = isPdf(bytes)
      ? await (await import('./embedAd')).embedAd(file, bytes)
      : readImage(file, bytes)
    if (image === null) return err(unreadable(id))
    embedded.set(id, image)
  }
  return ok(embedded)
}

/** pdfkit throws whatever it met first in a damaged file; for the user they are all one thing. */
function readImage(file: PdfFile, bytes: Uint8Array): PdfImage | null {
  try {
    return file.image(bytes)
  } catch {
    return null
  }
}

const unreadable = (id: PictureId): Diagnostic => ({
  severity: 'error',
  code: 'pdf.picture-unreadable',
  message: `The PDF was not written because the picture ${id} is no JPEG, PNG or PDF that can be read; replace it.`,
  parts: { picture: id },
})

/**
 * How a camera held the picture, as matrices from the stored picture's unit
 * square to the upright one's; by Exif orientation from 1 (Exif 2.3, 4.6.4 A).
 * The canvas turns pictures by itself.
 */
const UPRIGHT = [
  '',
  '-1 0 0 1 1 0 cm ',
  '-1 0 0 -1 1 1 cm ',
  '1 0 0 -1 0 1 cm ',
  '0 -1 -1 0 1 1 cm ',
  '0 -1 1 0 0 1 cm ',
  '0 1 1 0 0 0 cm ',
  '0 1 -1 0 1 0 cm ',
]

/** The state a page's content begins with, as far as ours may have changed it (PDF 32000-1 8.4.1). */
const FRESH = `/${KNOCKOUT} gs 0 g 0 G `

/** Draws the cropped part of a picture into its rectangle, upright; `name` is its resource. */
export function drawPicture(
  content: ContentWriter,
  item: PictureItem,
  name: string,
  { orientation = 1, isAd = false }: PdfImage,
): void {
  const { rect, crop } = item
  const width = rect.width / crop.width
  const height = rect.height / crop.height
  const left = rect.x - crop.x * width
  const bottom = rect.y - crop.y * height + height
  const { x, y } = content
  content.graphics(
    `q ${isAd ? FRESH : ''}${x(rect.x)} ${y(rect.y + rect.height)} ${num(rect.width)} ${num(rect.height)} re W n ` +
      `${num(width)} 0 0 ${num(height)} ${x(left)} ${y(bottom)} cm ${UPRIGHT[orientation - 1] ?? ''}/${name} Do Q`,
  )
}
