/** Paints a page's plates from its display list. */
import { glyphPaths, paintPage, pixelSize } from '../../../core/display/canvasPainter'
import type { SpotInk } from '../../../core/display/colourGate'
import type { PageDisplay } from '../../../core/display/displayList'
import { plateGroups, type PlateGroup } from '../../../core/display/plates'
import { picturesOf } from '../../../core/display/walk'
import type { PictureId } from '../../../core/ids'
import type { PagePlates, PlateRaster } from '../../../core/preflight/pageInk'
import type { FontSet } from '../../../core/text/types'
import type { PlateLookup } from '../pdf/pictures'
import { plateSamples, type PlateSamples } from './platePixels'

/** Skia's limit for a side. */
const MAX_SIDE = 32767

export interface PlatePainter {
  /** The trim of a page on its plates; null when it would have more pixels than a canvas holds. */
  paint(page: PageDisplay, ppi: number): Promise<PagePlates | null>
}

/**
 * Paints with the painter of the screen, once for the three colours, once for
 * black and once for each three spots; overprint is what the colour gate says.
 * Outlines are kept from page to page.
 */
export async function openPlatePainter(
  fonts: FontSet,
  plateOf: PlateLookup,
  spots: readonly SpotInk[],
): Promise<PlatePainter> {
  const { createCanvas, ImageData, Path2D } = await import('@napi-rs/canvas')
  const glyphs = glyphPaths(fonts, () => new Path2D())
  const groups = plateGroups(spots)

  const picture = (samples: PlateSamples, group: PlateGroup) => {
    const { width, height } = samples
    const image = createCanvas(width, height)
    image.getContext('2d').putImageData(new ImageData(inGroup(samples, group), width, height), 0, 0)
    return { image, width, height }
  }

  const group = (
    page: PageDisplay,
    ppi: number,
    pictures: ReadonlyMap<PictureId, PlateSamples>,
    plates: PlateGroup,
  ): readonly PlateRaster[] => {
    const { width, height } = pixelSize(page, ppi / 72)
    const canvas = createCanvas(width, height)
    const drawn = new Map([...pictures].map(([id, samples]) => [id, picture(samples, plates)]))
    paintPage(canvas.getContext('2d'), page, glyphs, {
      scale: ppi / 72,
      colour: plates.colour,
      pictures: (id) => drawn.get(id) ?? null,
    })
    const pixels = canvas.data()
    return plates.names.map((name, channel) => ({ name, ink: inkOf(pixels, channel) }))
  }

  return {
    async paint(page, ppi) {
      const { width, height } = pixelSize(page, ppi / 72)
      if (width > MAX_SIDE || height > MAX_SIDE) return null
      const pictures = new Map<PictureId, PlateSamples>()
      for (const id of picturesOf(page)) {
        const plate = await plateOf(id)
        if (plate !== null) pictures.set(id, await plateSamples(plate))
      }
      const plates = groups.flatMap((one) => group(page, ppi, pictures, one))
      return { width, height, ppi, plates }
    },
  }
}

/** A plate from its channel of a canvas, where white is paper. */
function inkOf(pixels: Uint8Array, channel: number): Uint8Array {
  const ink = new Uint8Array(pixels.length / 4)
  for (let i = 0; i < ink.length; i += 1) ink[i] = 255 - (pixels[4 * i + channel] ?? 0)
  return ink
}

/** A picture as one group's canvas takes it: paper white, ink dark, each plate a channel. */
function inGroup(
  { width, height, channels, ink, opacity }: PlateSamples,
  { pixel }: PlateGroup,
): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i += 1) {
    const at = i * channels
    const paper =
      channels === 1
        ? pixel(0, 0, 0, ink[at] ?? 0)
        : pixel(ink[at] ?? 0, ink[at + 1] ?? 0, ink[at + 2] ?? 0, ink[at + 3] ?? 0)
    rgba[4 * i] = paper[0]
    rgba[4 * i + 1] = paper[1]
    rgba[4 * i + 2] = paper[2]
    rgba[4 * i + 3] = opacity?.[i] ?? 255
  }
  return rgba
}
