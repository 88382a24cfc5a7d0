/** Draws plates, the map of total ink and the places of findings over the page. */
import type { PageDisplay } from '../../core/display/displayList'
import { rect, type Rect } from '../../core/geometry'
import { areasOver } from '../../core/preflight/pageInk'
import { ptFromMm } from '../../core/units'
import type { Desk } from '../desk/context'
import type { Palette } from '../canvas/palette'
import { strokeRect } from '../canvas/overlay'
import { toScreen } from '../canvas/viewport'
import type { PlatePicture } from './press'

/** Device pixels of the canvas; `scale` of them are a point. */
interface Place {
  readonly left: number
  readonly top: number
  readonly scale: number
}

/** How strong the page stands behind the map. */
const BEHIND = 0.4

export function drawProof(
  ctx: CanvasRenderingContext2D,
  { canvas, proof }: PlatePicture,
  { left, top, scale }: Place,
): void {
  const { trim } = proof.page
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(canvas, left, top, trim.width * scale, trim.height * scale)
}

/** Lays the map over the page, with what is over the limit hatched, and marks the findings. */
export function drawPressMarks(
  ctx: CanvasRenderingContext2D,
  desk: Desk,
  page: PageDisplay,
  palette: Palette,
): void {
  const { heat, finding, proving } = desk.press.state.get()
  if (proving.kind !== 'ready' || proving.proof.page !== page) return
  const { view } = desk.store.get()
  const { soft, heat: map } = proving.proof
  ctx.save()
  if (heat) {
    const sheet = toScreen(view, rect(0, 0, page.trim.width, page.trim.height))
    ctx.beginPath()
    ctx.rect(sheet.x, sheet.y, sheet.width, sheet.height)
    ctx.clip()
    ctx.fillStyle = `rgba(255, 255, 255, ${1 - BEHIND})`
    ctx.fillRect(sheet.x, sheet.y, sheet.width, sheet.height)
    ctx.globalCompositeOperation = 'multiply'
    ctx.imageSmoothingEnabled = false
    const side = ptFromMm(soft.ink.cell) * view.zoom
    ctx.drawImage(map, view.x, view.y, soft.ink.columns * side, soft.ink.rows * side)
    ctx.globalCompositeOperation = 'source-over'
    ctx.fillStyle = hatch(ctx)
    for (const r of cellsOver(soft.ink, soft.inkLimit)) {
      const at = toScreen(view, r)
      ctx.fillRect(at.x, at.y, at.width, at.height)
    }
    ctx.strokeStyle = palette.over
    for (const area of areasOver(soft.ink, soft.inkLimit / 100))
      strokeRect(ctx, toScreen(view, area))
  }
  ctx.restore()
  for (const [index, { area, severity }] of soft.findings.entries()) {
    const at = toScreen(view, area)
    const isCurrent = index === finding
    const colour = severity === 'error' ? palette.over : MARKS[severity]
    if (isCurrent) {
      ctx.strokeStyle = palette.selection
      ctx.lineWidth = 2
      strokeRect(ctx, rect(at.x - 3, at.y - 3, at.width + 6, at.height + 6))
      ctx.lineWidth = 1
    }
    drawNumber(ctx, at, String(index + 1), isCurrent ? palette.selection : colour)
  }
}

const MARKS = { warning: '#7F5200', info: '#4F4C46' } as const

function drawNumber(ctx: CanvasRenderingContext2D, at: Rect, number: string, colour: string): void {
  const [x, y] = [at.x + at.width, at.y]
  ctx.beginPath()
  ctx.arc(x, y, 10, 0, 2 * Math.PI)
  ctx.fillStyle = colour
  ctx.fill()
  ctx.strokeStyle = '#FFFFFF'
  ctx.lineWidth = 1.5
  ctx.stroke()
  ctx.lineWidth = 1
  ctx.fillStyle = '#FFFFFF'
  ctx.font = '600 11px system-ui, sans-serif'
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(number, x, y + 0.5)
  ctx.textAlign = 'start'
  ctx.textBaseline = 'alphabetic'
}

/** Runs of cells in a row over the limit, in points. */
function cellsOver(
  { columns, percent, cell }: { columns: number; percent: readonly number[]; cell: number },
  limit: number,
): readonly Rect[] {
  const side = (cell * 72) / 25.4
  return percent.flatMap((value, at) =>
    value > limit ? [rect((at % columns) * side, Math.floor(at / columns) * side, side, side)] : [],
  )
}

let hatched: CanvasPattern | null = null

/** Red strokes at 45° on paper, so that the place is told without colour too. */
function hatch(ctx: CanvasRenderingContext2D): CanvasPattern | string {
  if (hatched !== null) return hatched
  const side = 6
  const swatch = new OffscreenCanvas(side, side)
  const brush = swatch.getContext('2d')
  if (brush === null) return '#C4281C'
  brush.fillStyle = '#F3C7C3'
  brush.fillRect(0, 0, side, side)
  brush.strokeStyle = '#C4281C'
  brush.lineWidth = 1.6
  for (const shift of [-side, 0, side]) {
    brush.moveTo(shift, side)
    brush.lineTo(shift + side, 0)
  }
  brush.stroke()
  hatched = ctx.createPattern(swatch, 'repeat')
  return hatched ?? '#C4281C'
}
