/** Frames over the page: edges, what is chosen with its handles, and what a gesture draws. */
import type { Rect } from '../../core/geometry'
import type { Frame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { chosenFrames, type DeskState } from '../desk/store'
import { frameRect } from './frameAt'
import type { Ghost } from './gestures/ghost'
import { HANDLE, handleAt, handlesOf, reachOf } from './handles'
import { half, strokeRect } from './overlay'
import type { Palette } from './palette'
import { toScreen, type Viewport } from './viewport'

export interface FramesShown {
  readonly page: Page
  readonly frames: readonly Frame[]
  /** Whether the frame is the last of a story that does not fit. */
  readonly overset: (frame: Frame) => boolean
  /** Boxes in the text of the chosen frame, on the page. */
  readonly insets: readonly { readonly block: string; readonly rect: Rect }[]
}

export function drawFrames(
  ctx: CanvasRenderingContext2D,
  { page, frames, overset, insets }: FramesShown,
  state: DeskState,
  palette: Palette,
): void {
  const rectOf = (frame: Frame): Rect => toScreen(state.view, frameRect(page.grid, frame))
  ctx.lineWidth = 1
  if (state.edges) {
    ctx.strokeStyle = palette.edge
    for (const frame of frames) {
      if (frame.kind === 'rule') continue
      strokeRect(ctx, rectOf(frame))
      if (frame.locked) drawLock(ctx, rectOf(frame), palette)
    }
  }
  for (const frame of frames) {
    if (frame.kind === 'rule' || !overset(frame)) continue
    const r = rectOf(frame)
    ctx.fillStyle = palette.over
    ctx.fillRect(r.x + r.width * 0.66, r.y + r.height - 1, r.width * 0.34, 3)
  }
  const chosen = chosenFrames(state)
  ctx.strokeStyle = palette.selection
  for (const frame of frames) {
    const picked = chosen.includes(frame.id)
    if (frame.id === state.hover && !picked) strokeRect(ctx, rectOf(frame))
    if (!picked) continue
    const inset = insets.find(({ block }) => block === state.inset)
    const alone =
      chosen.length === 1 && !state.cropping && state.selection === null && inset === undefined
    drawChosen(ctx, rectOf(frame), frame, alone, state.selection === null, palette)
  }
  drawInsets(ctx, insets, state, palette)
}

function drawChosen(
  ctx: CanvasRenderingContext2D,
  r: Rect,
  frame: Frame,
  handles: boolean,
  strong: boolean,
  palette: Palette,
): void {
  ctx.strokeStyle = palette.selection
  ctx.lineWidth = strong ? 2 : 1
  ctx.strokeRect(Math.round(r.x), Math.round(r.y), Math.round(r.width), Math.round(r.height))
  ctx.lineWidth = 1
  if (handles && !frame.locked) drawHandles(ctx, r, reachOf(frame), palette)
}

function drawHandles(
  ctx: CanvasRenderingContext2D,
  r: Rect,
  reach: ReturnType<typeof reachOf>,
  palette: Palette,
): void {
  ctx.fillStyle = '#FFFFFF'
  ctx.strokeStyle = palette.selection
  for (const handle of handlesOf(reach)) {
    const [hx, hy] = handleAt(r, handle)
    const x = Math.round(hx - HANDLE / 2)
    const y = Math.round(hy - HANDLE / 2)
    ctx.fillRect(x, y, HANDLE, HANDLE)
    ctx.strokeRect(x + 0.5, y + 0.5, HANDLE - 1, HANDLE - 1)
  }
}

/** Boxes of the chosen frame answer to the pointer, so they show their edges. */
function drawInsets(
  ctx: CanvasRenderingContext2D,
  insets: FramesShown['insets'],
  state: DeskState,
  palette: Palette,
): void {
  if (state.selection !== null) return
  ctx.strokeStyle = palette.selection
  for (const { block, rect } of insets) {
    const r = toScreen(state.view, rect)
    const chosen = block === state.inset
    ctx.setLineDash(chosen ? [] : [3, 3])
    ctx.lineWidth = chosen ? 2 : 1
    strokeRect(ctx, r)
    ctx.setLineDash([])
    ctx.lineWidth = 1
    if (chosen) drawHandles(ctx, r, 'both', palette)
  }
}

/** A small padlock in the frame's upper right corner. */
function drawLock(ctx: CanvasRenderingContext2D, r: Rect, palette: Palette): void {
  if (r.width < 28 || r.height < 20) return
  const x = Math.round(r.x + r.width - 17)
  const y = Math.round(r.y + 5)
  ctx.fillStyle = '#FFFFFF'
  ctx.fillRect(x - 3, y - 2, 16, 17)
  ctx.strokeStyle = palette.selection
  ctx.fillStyle = palette.selection
  ctx.lineWidth = 1.5
  ctx.beginPath()
  ctx.arc(x + 5, y + 5, 3, Math.PI, 0)
  ctx.stroke()
  ctx.fillRect(x, y + 5.5, 10, 7)
  ctx.lineWidth = 1
  ctx.strokeStyle = palette.edge
}

export function drawGhost(
  ctx: CanvasRenderingContext2D,
  { outline, snaps }: Ghost,
  view: Viewport,
  palette: Palette,
): void {
  if (outline !== null) {
    const r = toScreen(view, outline)
    ctx.fillStyle = palette.covered
    ctx.fillRect(r.x, r.y, r.width, r.height)
    ctx.strokeStyle = palette.selection
    strokeRect(ctx, r)
  }
  ctx.strokeStyle = palette.snap
  ctx.beginPath()
  for (const { axis, at, from, to } of snaps) {
    if (axis === 'across') {
      const y = half(view.y + at * view.zoom)
      ctx.moveTo(view.x + from * view.zoom, y)
      ctx.lineTo(view.x + to * view.zoom, y)
    } else {
      const x = half(view.x + at * view.zoom)
      ctx.moveTo(x, view.y + from * view.zoom)
      ctx.lineTo(x, view.y + to * view.zoom)
    }
  }
  ctx.stroke()
}
