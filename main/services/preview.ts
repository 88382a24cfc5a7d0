import type { Canvas, Image } from '@napi-rs/canvas'
import { glyphPaths, paintPage, pixelSize, type GlyphPaths } from '../../core/display/canvasPainter'
import type { PageDisplay } from '../../core/display/displayList'
import type { Drawable } from '../../core/display/surface'
import { picturesOf } from '../../core/display/walk'
import type { PictureId } from '../../core/ids'
import { err, ok, type Result } from '../../core/result'
import type { FontSet } from '../../core/text/types'
import { isPdf } from './pdf/adPage'
import type { PlateImage } from './pdf/plateImage'
import type { PlateLookup } from './pdf/pictures'
import { encodePng } from './png'

export interface PreviewOptions {
  readonly ppi: number
  /** Show the whole sheet, bleed included, not the trim alone. */
  readonly bleed?: boolean
  /** Bytes of a picture file, null when it is missing. */
  readonly pictures: (id: PictureId) => Promise<Uint8Array | null> | Uint8Array | null
  /** Pictures as they go to the press; one that is not among them is shown as its file has it. */
  readonly plates?: PlateLookup
}

export interface PreviewPainter {
  /**
   * The page as a PNG, its resolution noted in the file. An error when the page
   * would have more pixels than a canvas holds, or a picture cannot be read.
   */
  png(page: PageDisplay, options: PreviewOptions): Promise<Result<Uint8Array>>
}

/** Skia's limit for a side. */
const MAX_SIDE = 32767

/**
 * Paints pages with the canvas painter, the one the screen uses. Glyph outlines
 * are kept from page to page. The canvas library is loaded here and not before:
 * it is large, and most commands draw nothing.
 */
export async function openPreview(fonts: FontSet): Promise<PreviewPainter> {
  const { createCanvas, ImageData, loadImage, Path2D } = await import('@napi-rs/canvas')
  type Path = InstanceType<typeof Path2D>
  type Picture = Image | Canvas
  const glyphs: GlyphPaths<Path> = glyphPaths(fonts, () => new Path2D())

  const load = async (bytes: Uint8Array): Promise<Drawable<Picture> | null> => {
    try {
      const image = await loadImage(bytes)
      return { image, width: image.width, height: image.height }
    } catch {
      return null
    }
  }

  const loadPlate = async (plate: PlateImage): Promise<Drawable<Picture>> => {
    const { platePixels } = await import('./press/platePixels')
    const { width, height, rgba } = await platePixels(plate)
    const image = createCanvas(width, height)
    const surface = image.getContext('2d')
    surface.putImageData(new ImageData(rgba, width, height), 0, 0)
    return { image, width, height }
  }

  return {
    async png(page, { ppi, bleed = false, pictures, plates }) {
      const scale = ppi / 72
      const size = pixelSize(page, scale, bleed)
      if (size.width > MAX_SIDE || size.height > MAX_SIDE) return err(tooLarge(page, ppi))
      const loaded = new Map<PictureId, Drawable<Picture>>()
      for (const id of picturesOf(page)) {
        const plate = (await plates?.(id)) ?? null
        if (plate !== null) {
          loaded.set(id, await loadPlate(plate))
          continue
        }
        const given = await pictures(id)
        const bytes = given !== null && isPdf(given) ? await painted(given, ppi) : given
        if (bytes === null) continue
        const image = await load(bytes)
        if (image === null) return err(unreadable(id))
        loaded.set(id, image)
      }
      const canvas = createCanvas(size.width, size.height)
      const surface = canvas.getContext('2d')
      paintPage(surface, page, glyphs, {
        scale,
        bleed,
        pictures: (id) => loaded.get(id) ?? null,
      })
      return ok(encodePng(size.width, size.height, canvas.data(), ppi))
    },
  }
}

const painted = async (ad: Uint8Array, ppi: number): Promise<Uint8Array | null> =>
  (await import('./press/adPicture')).adPicture(ad, ppi)

const tooLarge = (page: PageDisplay, ppi: number) => ({
  severity: 'error' as const,
  code: 'preview.too-large',
  message: `Page ${page.folio} at ${ppi} ppi is too large to draw; choose a lower resolution.`,
  where: { page: page.page },
  parts: { folio: page.folio, ppi },
})

const unreadable = (id: PictureId) => ({
  severity: 'error' as const,
  code: 'preview.picture-unreadable',
  message: `The picture ${id} cannot be read as an image; replace it.`,
  parts: { picture: id },
})
