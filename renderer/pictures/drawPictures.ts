/** Pictures over the page: what is missing, and the whole of one that is being cropped. */
import { rect, type Rect } from '../../core/geometry'
import { framesOn, type Edition } from '../../core/model/edition'
import type { Page } from '../../core/model/page'
import type { Palette } from '../canvas/palette'
import { pictureBox } from '../../core/shape'
import { toScreen, type Viewport } from '../canvas/viewport'
import type { Desk } from '../desk/context'
import { pictureIn } from './pictureIn'

/** A cross over each picture frame without a picture. */
export function drawEmpty(
  ctx: CanvasRenderingContext2D,
  edition: Edition,
  page: Page,
  view: Viewport,
  palette: Palette,
): void {
  ctx.strokeStyle = palette.edge
  ctx.lineWidth = 1
  for (const frame of framesOn(edition, page.id))
    if (frame.kind === 'picture' && pictureIn(edition, frame.id) === null)
      drawCross(ctx, toScreen(view, pictureBox(page, frame)))
}

function drawCross(ctx: CanvasRenderingContext2D, r: Rect): void {
  ctx.beginPath()
  ctx.moveTo(r.x, r.y)
  ctx.lineTo(r.x + r.width, r.y + r.height)
  ctx.moveTo(r.x + r.width, r.y)
  ctx.lineTo(r.x, r.y + r.height)
  ctx.stroke()
}

/** A cross and the file's name over each picture whose file is missing or damaged. */
export function drawMissing(
  ctx: CanvasRenderingContext2D,
  desk: Desk,
  edition: Edition,
  page: Page,
  palette: Palette,
): void {
  for (const frame of framesOn(edition, page.id)) {
    const held = pictureIn(edition, frame.id)
    const state = held === null ? 'here' : desk.pictures.stateOf(held.picture.file)
    if (held === null || state === 'here' || state === 'coming') continue
    const r = toScreen(desk.store.get().view, held.box)
    ctx.strokeStyle = palette.over
    ctx.lineWidth = 2
    ctx.strokeRect(r.x, r.y, r.width, r.height)
    ctx.lineWidth = 1
    drawCross(ctx, r)
    drawName(ctx, held.picture.name, r, palette)
  }
}

function drawName(ctx: CanvasRenderingContext2D, name: string, r: Rect, palette: Palette): void {
  ctx.font = '600 12px system-ui, sans-serif'
  const width = Math.min(r.width - 8, ctx.measureText(name).width + 16)
  if (width < 24 || r.height < 24) return
  ctx.fillStyle = palette.over
  ctx.fillRect(r.x + (r.width - width) / 2, r.y + r.height / 2 - 12, width, 24)
  ctx.fillStyle = '#FFFFFF'
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'center'
  ctx.fillText(name, r.x + r.width / 2, r.y + r.height / 2, width - 8)
  ctx.textAlign = 'start'
  ctx.textBaseline = 'alphabetic'
}

/** What lies outside the window of a picture in hand shows faintly, so that one sees where it can go. */
export function drawCropping(
  ctx: CanvasRenderingContext2D,
  desk: Desk,
  edition: Edition,
  palette: Palette,
): void {
  const { frame, cropping, view } = desk.store.get()
  const held = cropping ? pictureIn(edition, frame) : null
  const image = held && desk.pictures.get(edition, held.picture.id)
  if (held === null || !image) return
  const { box, crop } = held
  const wide = box.width / crop.width
  const high = box.height / crop.height
  const whole = toScreen(view, rect(box.x - crop.x * wide, box.y - crop.y * high, wide, high))
  const shown = toScreen(view, box)
  ctx.save()
  ctx.beginPath()
  ctx.rect(whole.x, whole.y, whole.width, whole.height)
  ctx.rect(shown.x, shown.y, shown.width, shown.height)
  ctx.clip('evenodd')
  ctx.globalAlpha = 0.35
  ctx.drawImage(image.image, whole.x, whole.y, whole.width, whole.height)
  ctx.restore()
  ctx.strokeStyle = palette.snap
  ctx.setLineDash([4, 3])
  ctx.strokeRect(whole.x, whole.y, whole.width, whole.height)
  ctx.setLineDash([])
  ctx.strokeStyle = palette.selection
  ctx.lineWidth = 2
  ctx.strokeRect(shown.x, shown.y, shown.width, shown.height)
  ctx.lineWidth = 1
}
