/** What is drawn over the page: grid, edges, selection, caret. In CSS pixels of the canvas. */
import { selectionRects, type Caret, type HitLine } from '../../core/display/hitTest'
import type { Match } from '../../core/find'
import type { Rect } from '../../core/geometry'
import { baselineY, columnWidth, columnX, rowY, typeArea } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import type { DeskState } from '../desk/store'
import type { Palette } from './palette'
import { toScreen } from './viewport'

/** Rows closer than this on screen are not ruled one by one. */
const CLOSEST_ROWS = 4

export const half = (value: number): number => Math.round(value) + 0.5

export const strokeRect = (ctx: CanvasRenderingContext2D, r: Rect): void =>
  ctx.strokeRect(half(r.x), half(r.y), Math.round(r.width), Math.round(r.height))

/** 版心, base columns and baselines. */
export function drawGrid(
  ctx: CanvasRenderingContext2D,
  page: Page,
  state: DeskState,
  palette: Palette,
): void {
  const { grid } = page
  const { view } = state
  const area = toScreen(view, typeArea(grid))
  const rowHeight = grid.leading * view.zoom
  if (state.grid) {
    ctx.fillStyle = palette.gridTint
    const width = columnWidth(grid) * view.zoom
    for (let column = 0; column < grid.columns; column++) {
      ctx.fillRect(view.x + columnX(grid, column) * view.zoom, area.y, width, area.height)
    }
    ctx.strokeStyle = palette.grid
    ctx.beginPath()
    const every = rowHeight >= CLOSEST_ROWS * 4 ? 1 : rowHeight * 5 >= CLOSEST_ROWS * 4 ? 5 : 10
    for (let row = 0; row <= grid.rows; row += every) {
      const y = half(view.y + rowY(grid, row) * view.zoom)
      if (y < 0 || y > state.canvas.height) continue
      ctx.moveTo(area.x, y)
      ctx.lineTo(area.x + area.width, y)
    }
    ctx.stroke()
    ctx.strokeStyle = palette.typeArea
    strokeRect(ctx, area)
  }
  if (state.baselines && rowHeight >= CLOSEST_ROWS) {
    ctx.strokeStyle = palette.typeArea
    ctx.beginPath()
    for (let row = 0; row < grid.rows; row++) {
      const y = half(view.y + baselineY(grid, row) * view.zoom)
      if (y < 0 || y > state.canvas.height) continue
      ctx.moveTo(area.x, y)
      ctx.lineTo(area.x + area.width, y)
    }
    ctx.stroke()
  }
}

/** The text of the page, and where the caret stands in it. */
export interface Written {
  readonly lines: readonly HitLine[]
  readonly caret: Caret | null
  /** Between two blinks it is not. */
  readonly caretShown: boolean
}

export function drawSelection(
  ctx: CanvasRenderingContext2D,
  { lines, caret, caretShown }: Written,
  state: DeskState,
  palette: Palette,
): void {
  const { selection, view, preedit } = state
  if (selection === null) return
  const { anchor, head } = selection
  if (anchor !== head) {
    ctx.fillStyle = palette.covered
    const from = Math.min(anchor, head)
    for (const area of selectionRects(lines, selection.story, from, Math.max(anchor, head))) {
      const r = toScreen(view, area)
      ctx.fillRect(r.x, r.y, r.width, r.height)
    }
  }
  if (caret === null) return
  const at = toScreen(view, caret.rect)
  if (preedit !== null) return drawPreedit(ctx, preedit.text, at, palette)
  if (!caretShown) return
  ctx.fillStyle = palette.caret
  ctx.fillRect(Math.round(at.x) - 1, at.y - 1, 2, at.height + 2)
}

/** What find has found on the page, under selection and caret. */
export function drawMatches(
  ctx: CanvasRenderingContext2D,
  lines: readonly HitLine[],
  matches: readonly Match[],
  view: DeskState['view'],
  palette: Palette,
): void {
  ctx.fillStyle = palette.match
  for (const { story, from, to } of matches) {
    for (const area of selectionRects(lines, story, from, to)) {
      const r = toScreen(view, area)
      ctx.fillRect(r.x, r.y, r.width, r.height)
    }
  }
}

/** Composed letters stand on a slip of paper over the line; the text behind waits. */
function drawPreedit(
  ctx: CanvasRenderingContext2D,
  text: string,
  at: Rect,
  palette: Palette,
): void {
  ctx.font = `${at.height}px "Noto Serif SC", "Noto Serif CJK SC", serif`
  const { width } = ctx.measureText(text)
  ctx.fillStyle = palette.preedit
  ctx.fillRect(at.x, at.y - 1, width, at.height + 2)
  ctx.fillStyle = '#000000'
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(text, at.x, at.y + at.height * 0.88)
  ctx.fillStyle = palette.caret
  ctx.fillRect(at.x, at.y + at.height + 1, width, 2)
}
