/** A page at the size of a stamp: text too small to read stands as grey bars, larger type and pictures as they are. */
import { cssOf } from '../../core/display/color'
import { paintPage } from '../../core/display/canvasPainter'
import type { DisplayItem, LineRecord, PageDisplay } from '../../core/display/displayList'
import { rect } from '../../core/geometry'
import { ink } from '../../core/ink'
import type { Outlines } from '../session/outlines'
import type { PicturesAtHand } from './pageTiles'

/** Device pixels under which type is drawn as bars. */
const READABLE = 4
const BAR = ink(0, 0, 0, 0.32)

/** False when the outlines it needs are not here yet: they were asked for, and nothing was painted. */
export function paintThumbnail(
  canvas: HTMLCanvasElement,
  page: PageDisplay,
  width: number,
  glyphs: Outlines,
  pictures: PicturesAtHand,
): boolean {
  const scale = width / page.trim.width
  const bars = new Set<LineRecord>()
  const items = page.items.flatMap((item): readonly DisplayItem[] => {
    if (item.kind !== 'text' || item.size * scale >= READABLE) return [item]
    if (bars.has(item.line)) return []
    bars.add(item.line)
    return [bar(item.line)]
  })
  if (!glyphs.ready(items)) return false
  const height = Math.round(page.trim.height * scale)
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  const surface = canvas.getContext('2d', { alpha: false })
  if (surface === null) return true
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.fillStyle = cssOf(ink(0, 0, 0, 0))
  surface.fillRect(0, 0, width, height)
  paintPage(surface, { ...page, items }, glyphs, { scale, pictures })
  return true
}

const bar = (line: LineRecord): DisplayItem => ({
  kind: 'fill',
  rect: rect(
    line.x,
    line.y - line.size * 0.66,
    (line.setWidth * line.size) / 1000,
    line.size * 0.5,
  ),
  ink: BAR,
  source: { kind: 'furniture' },
})
