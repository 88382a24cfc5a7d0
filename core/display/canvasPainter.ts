import type { Rect } from '../geometry'
import { assertNever } from '../result'
import { WHITE, type Ink } from '../ink'
import type { FontId, PictureId } from '../ids'
import type { FontSet, OutlineCommand } from '../text/types'
import { cssOf } from './color'
import type { Fill, GlyphId, PageDisplay, PictureItem, Polygon, TextRun } from './displayList'
import { missingPicture } from './placeholder'
import type { Drawable, PathBuilder, Surface } from './surface'
import { paper } from './sheet'
import { glyphX, walk } from './walk'

/** Outlines as paths in font units, y upwards; made once a glyph and kept as long as the caller keeps this. */
export interface GlyphPaths<P> {
  get(font: FontId, glyph: GlyphId): P
  unitsPerEm(font: FontId): number
  newPath(): P
}

/** `newPath` makes an empty Path2D of the surface's own kind. */
export function glyphPaths<P extends PathBuilder>(fonts: FontSet, newPath: () => P): GlyphPaths<P> {
  const made = new Map<FontId, Map<GlyphId, P>>()
  return {
    get(font, glyph) {
      const ofFont = made.get(font) ?? new Map<GlyphId, P>()
      if (ofFont.size === 0) made.set(font, ofFont)
      const known = ofFont.get(glyph)
      if (known !== undefined) return known
      const path = newPath()
      trace(path, fonts.get(font).outlineOf(glyph))
      ofFont.set(glyph, path)
      return path
    },
    unitsPerEm: (font) => fonts.get(font).unitsPerEm,
    newPath,
  }
}

function trace(path: PathBuilder, outline: readonly OutlineCommand[]): void {
  for (const command of outline) {
    switch (command.op) {
      case 'M':
        path.moveTo(command.x, command.y)
        break
      case 'L':
        path.lineTo(command.x, command.y)
        break
      case 'Q':
        path.quadraticCurveTo(command.x1, command.y1, command.x, command.y)
        break
      case 'C':
        path.bezierCurveTo(command.x1, command.y1, command.x2, command.y2, command.x, command.y)
        break
      case 'Z':
        path.closePath()
        break
      default:
        assertNever(command)
    }
  }
}

export interface CanvasOptions<I> {
  /** Device pixels a point. */
  readonly scale: number
  /** Draw the whole sheet, bleed included, not the trim alone. */
  readonly bleed?: boolean
  /** Where the paper's upper left corner lies on the surface, in device pixels. */
  readonly left?: number
  readonly top?: number
  /** Draw over what is there instead of on white paper: the items go on a page begun before. */
  readonly continued?: boolean
  /** CSS colour of an ink, the screen's unless told otherwise; null leaves what is below as it is. */
  readonly colour?: (ink: Ink) => string | null
  /** null when the picture's file is missing. */
  readonly pictures: (id: PictureId) => Drawable<I> | null
}

/** Size in whole device pixels of a page drawn at `scale`. */
export function pixelSize(
  page: PageDisplay,
  scale: number,
  bleed = false,
): { readonly width: number; readonly height: number } {
  const sheet = paper(page, bleed)
  return {
    width: Math.ceil(sheet.width * scale - 1e-6),
    height: Math.ceil(sheet.height * scale - 1e-6),
  }
}

/** Draws a finished page. Decides nothing: every place comes from the display list. */
export function paintPage<P extends PathBuilder, I>(
  surface: Surface<P, I>,
  page: PageDisplay,
  glyphs: GlyphPaths<P>,
  options: CanvasOptions<I>,
): void {
  const { scale, colour = cssOf } = options
  const sheet = paper(page, options.bleed ?? false)
  const left = (options.left ?? 0) - sheet.x * scale
  const top = (options.top ?? 0) - sheet.y * scale
  const toPage = (): void => surface.setTransform(scale, 0, 0, scale, left, top)

  /** Takes up the ink; false when it shows nothing here. */
  const dip = (ink: Ink): boolean => {
    const css = colour(ink)
    if (css !== null) surface.fillStyle = css
    return css !== null
  }

  const text = (run: TextRun): void => {
    const unit = (run.size * scale) / glyphs.unitsPerEm(run.font)
    const baseline = top + run.y * scale
    if (!dip(run.ink)) return
    for (const [index, glyph] of run.glyphs.entries()) {
      if (glyph === 0) continue
      const x = left + glyphX(run, index) * scale
      surface.setTransform(unit * run.scaleX, 0, 0, -unit, x, baseline)
      surface.fill(glyphs.get(run.font, glyph))
    }
    toPage()
  }
  const fill = ({ rect, ink }: Fill): void => {
    if (dip(ink)) surface.fillRect(rect.x, rect.y, rect.width, rect.height)
  }
  const polygon = ({ points, ink }: Polygon): void => {
    const path = glyphs.newPath()
    for (const [index, point] of points.entries()) {
      if (index === 0) path.moveTo(point.x, point.y)
      else path.lineTo(point.x, point.y)
    }
    path.closePath()
    if (dip(ink)) surface.fill(path)
  }
  const picture = (item: PictureItem): void => {
    const found = options.pictures(item.picture)
    if (found === null) return missingPicture(item).forEach(fill)
    const { crop, rect } = item
    // canvases round a picture's edges to whole pixels: it is drawn a little
    // larger, outwards to whole pixels, and clipped to its true edges
    const l = Math.floor(left + rect.x * scale)
    const t = Math.floor(top + rect.y * scale)
    const r = Math.ceil(left + (rect.x + rect.width) * scale)
    const b = Math.ceil(top + (rect.y + rect.height) * scale)
    surface.save()
    surface.clip(rectangle(rect))
    surface.setTransform(1, 0, 0, 1, 0, 0)
    surface.drawImage(
      found.image,
      crop.x * found.width,
      crop.y * found.height,
      crop.width * found.width,
      crop.height * found.height,
      l,
      t,
      r - l,
      b - t,
    )
    surface.restore()
  }
  const rectangle = ({ x, y, width, height }: Rect): P => {
    const path = glyphs.newPath()
    path.moveTo(x, y)
    path.lineTo(x + width, y)
    path.lineTo(x + width, y + height)
    path.lineTo(x, y + height)
    path.closePath()
    return path
  }

  surface.save()
  toPage()
  surface.clip(rectangle(sheet))
  if (options.continued !== true) {
    fill({ kind: 'fill', rect: sheet, ink: WHITE, source: { kind: 'furniture' } })
  }
  walk(page, { text, fill, polygon, picture })
  surface.restore()
}
