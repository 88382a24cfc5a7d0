/** The rulers speak 栏 and 行; with `metric` they count millimetres. */
import type { Page } from '../../core/model/page'
import { columnWidth, columnX, rowY } from '../../core/model/grid'
import { mm, ptFromMm } from '../../core/units'
import type { DeskState } from '../desk/store'
import type { Palette } from './palette'

export const RULER = 20

type Axis = 'across' | 'down'

interface Ruler {
  readonly ctx: CanvasRenderingContext2D
  readonly axis: Axis
  readonly state: DeskState
  readonly palette: Palette
}

const tick = ({ ctx, axis }: Ruler, at: number, length: number): void => {
  const place = Math.round(at) + 0.5
  ctx.moveTo(axis === 'across' ? place : RULER - length, axis === 'across' ? RULER - length : place)
  ctx.lineTo(axis === 'across' ? place : RULER, axis === 'across' ? RULER : place)
}

const label = ({ ctx, axis }: Ruler, words: string, at: number): void => {
  if (axis === 'across') {
    ctx.textAlign = 'left'
    ctx.fillText(words, at + 4, 12)
  } else {
    ctx.textAlign = 'right'
    ctx.fillText(words, RULER - 2, at + 10)
  }
}

export function drawRuler(
  canvas: HTMLCanvasElement,
  axis: Axis,
  page: Page,
  state: DeskState,
  palette: Palette,
  columnName: (column: number) => string,
  metric: boolean,
): void {
  const ctx = canvas.getContext('2d', { alpha: false })
  if (ctx === null) return
  const ratio = window.devicePixelRatio
  const length = axis === 'across' ? state.canvas.width : state.canvas.height
  const [width, height] = axis === 'across' ? [length, RULER] : [RULER, length]
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  ctx.fillStyle = palette.rulerBack
  ctx.fillRect(0, 0, width, height)
  ctx.font = '9.5px system-ui, sans-serif'
  ctx.fillStyle = palette.rulerText
  ctx.strokeStyle = palette.rulerTick
  ctx.lineWidth = 1
  const ruler: Ruler = { ctx, axis, state, palette }
  ctx.beginPath()
  if (metric) millimetres(ruler, page)
  else if (axis === 'across') columns(ruler, page, columnName)
  else rows(ruler, page)
  ctx.stroke()
}

function columns(ruler: Ruler, { grid }: Page, name: (column: number) => string): void {
  const { view } = ruler.state
  const character = grid.bodySize * view.zoom
  for (let column = 0; column < grid.columns; column++) {
    const left = view.x + columnX(grid, column) * view.zoom
    const width = columnWidth(grid) * view.zoom
    ruler.ctx.fillStyle = ruler.palette.rulerMark
    label(ruler, name(column + 1), left)
    ruler.ctx.fillStyle = ruler.palette.rulerText
    tick(ruler, left, 12)
    tick(ruler, left + width, 12)
    for (let count = 5; count < grid.measure; count += 5) {
      tick(ruler, left + count * character, count % 10 === 0 ? 7 : 4)
      const clear = (count % 10 === 0 && character * 10 > 60) || character * 5 > 70
      if (clear && character * (grid.measure - count) > 22) {
        label(ruler, String(count), left + count * character)
      }
    }
  }
}

function rows(ruler: Ruler, { grid }: Page): void {
  const { view } = ruler.state
  const row = grid.leading * view.zoom
  const numbered = row * 5 >= 16 ? 5 : row * 10 >= 16 ? 10 : 20
  for (let count = 0; count <= grid.rows; count++) {
    const at = view.y + rowY(grid, count) * view.zoom
    const number = count + 1
    const named = number === 1 || number % numbered === 0
    if (named && count < grid.rows) label(ruler, String(number), at)
    if (named) tick(ruler, at, 7)
    else if (row >= 4) tick(ruler, at, 3)
  }
}

function millimetres(ruler: Ruler, page: Page): void {
  const { view } = ruler.state
  const across = ruler.axis === 'across'
  const length = across ? page.sheet.width : page.sheet.height
  const start = across ? view.x : view.y
  const one = ptFromMm(mm(1)) * view.zoom
  const fine = one >= 4 ? 1 : one * 5 >= 4 ? 5 : 10
  for (let at = 0; at <= length; at += fine) {
    const place = start + at * one
    const named = at % (one * 10 >= 24 ? 10 : 50) === 0
    tick(ruler, place, named ? 8 : at % 5 === 0 ? 5 : 3)
    if (named) label(ruler, String(at), place)
  }
}
