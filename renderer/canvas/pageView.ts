/** Draws the page in front into its canvas, a frame of the screen at a time and only when something changed. */
import { rect, type Rect } from '../../core/geometry'
import type { PageDisplay } from '../../core/display/displayList'
import { caretOf } from '../../core/display/hitTest'
import { framesOn } from '../../core/model/edition'
import { alarm } from '../desk/alarm'
import { shownEdition, type Desk } from '../desk/context'
import { rehearsal } from '../desk/rehearsal'
import { headPlace } from '../desk/store'
import { whenIdle } from '../desk/whenIdle'
import { drawCropping, drawEmpty, drawMissing } from '../pictures/drawPictures'
import { findOf } from '../find/finding'
import { drawPressMarks, drawProof } from '../press/drawProof'
import { pageOf } from '../session/composer'
import { drawFrames, drawGhost } from './frameOverlay'
import { insetsOf } from './insets'
import { drawGuides, guidesOf, guidesShown } from './guides'
import { drawHiddenMarks } from './hiddenMarks'
import { drawGrid, drawMatches, drawSelection } from './overlay'
import { createPageTiles, type PageTiles, type PlacedTile } from './pageTiles'
import { notePainted } from './notePainted'
import { DARK, LIGHT, type Palette } from './palette'

export interface PageView {
  /** Asks for a drawing at the next frame of the screen. */
  refresh(): void
  /** Shows the caret at once and starts its blinking anew. */
  wakeCaret(): void
  stop(): void
}

/** What is left to do for the page to be whole: painting, or waiting for outlines to come. */
type Left = 'nothing' | 'painting' | 'outlines'

/** Milliseconds of painting a frame may take before the rest waits for the next … */
const BUDGET = 4
/** … and the first frame of a change, which was composed and measured for it: what was written comes first. */
const FIRST_BUDGET = 1
/** Until a first page has been shown whole nobody can write or drag, and each frame costs the browser one of its own. */
const OPENING_BUDGET = 48
const BLINK = 530

export const paletteOf = (dark: boolean): Palette => (dark ? DARK : LIGHT)

export function createPageView(canvas: HTMLCanvasElement, desk: Desk): PageView {
  const { session, composer, store } = desk
  const find = findOf(desk)
  const guides = guidesOf(desk)
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) throw new Error('The browser gives no 2D canvas')
  const ctx = context
  const tiles = createPageTiles(desk.glyphs, (id) => desk.pictures.get(shownEdition(desk), id))
  let asked = 0
  /** When the first frame of the page as it is was drawn, until it is whole. */
  let begun: number | null = null
  let opening = true
  let caretShown = true
  let isWoken = false
  const blink = alarm(() => {
    blink.set(BLINK)
    if (store.get().selection === null) return
    caretShown = !caretShown
    refresh()
  })

  const draw = (): void => {
    asked = 0
    if (isWoken) startBlinking()
    begun ??= performance.now()
    const state = store.get()
    const edition = shownEdition(desk)
    const display = composer.compose(edition)
    const page = edition.pages[state.page]
    const shown = pageOf(display, state.page)
    const ratio = window.devicePixelRatio
    const width = Math.round(state.canvas.width * ratio)
    const height = Math.round(state.canvas.height * ratio)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    const palette = paletteOf(state.dark)
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.fillStyle = palette.pasteboard
    ctx.fillRect(0, 0, width, height)
    if (page === undefined || shown === null) return
    // a drag shows neither caret nor matches, and asks of a new page at every move
    const lines = () => composer.linesOf(shown)
    const caret = state.selection && caretOf(lines(), headPlace(state.selection))
    const left = drawPage(shown, ratio, palette, caret?.rect ?? null)
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    if (state.desk === 'press') {
      drawPressMarks(ctx, desk, shown, palette)
      return finish(left)
    }
    if (!state.preview) {
      ctx.globalCompositeOperation = 'multiply'
      drawGrid(ctx, page, state, palette)
      ctx.globalCompositeOperation = 'source-over'
      const over = new Set(
        display.stories.filter((fit) => fit.oversetCharacters > 0).map((fit) => fit.story),
      )
      const lastOf = (frame: { readonly id: string }, story: string): boolean =>
        Object.values(edition.frames)
          .filter((one) => one.kind === 'story' && one.story === story)
          .sort((a, b) => ('order' in a && 'order' in b ? a.order - b.order : 0))
          .at(-1)?.id === frame.id
      drawFrames(
        ctx,
        {
          page,
          frames: framesOn(edition, page.id),
          overset: (frame) =>
            frame.kind === 'story' && over.has(frame.story) && lastOf(frame, frame.story),
          insets: insetsOf(desk),
        },
        state,
        palette,
      )
      drawEmpty(ctx, edition, page, state.view, palette)
      drawMissing(ctx, desk, edition, page, palette)
      drawCropping(ctx, desk, edition, palette)
      if (state.marks)
        drawHiddenMarks(ctx, lines(), edition, state.view, state.canvas.height, palette)
      drawGuides(ctx, guidesShown(desk), state.view, state.canvas, palette)
      drawGhost(ctx, desk.ghost.get(), state.view, palette)
    }
    const { matches } = find.get()
    if (matches.length > 0) drawMatches(ctx, lines(), matches, state.view, palette)
    if (state.selection !== null)
      drawSelection(ctx, { lines: lines(), caret, caretShown }, state, palette)
    finish(left)
  }

  /** Goes on with what is left; a whole page is noted from its first frame on. */
  const finish = (left: Left): void => {
    if (left === 'painting') refresh()
    if (left !== 'nothing') return
    if (opening) beReady()
    opening = false
    notePainted(begun ?? performance.now())
    begun = null
  }

  /** What the first zoom and the first keys would wait for. */
  const beReady = (): void => {
    const rehearse = rehearsal(desk)
    whenIdle(() => tiles.prepare() || rehearse())
  }

  const drawPage = (
    shown: PageDisplay,
    ratio: number,
    palette: Palette,
    caret: Rect | null,
  ): Left => {
    const { desk: name, view, dark } = store.get()
    const proof = name === 'press' ? desk.press.pictureOf(shown) : null
    const scale = view.zoom * ratio
    const left = Math.round(view.x * ratio)
    const top = Math.round(view.y * ratio)
    const sheetWidth = Math.round(shown.trim.width * scale)
    const sheetHeight = Math.round(shown.trim.height * scale)
    ctx.save()
    ctx.shadowColor = palette.shadow
    ctx.shadowBlur = 12 * ratio
    ctx.shadowOffsetY = 2 * ratio
    ctx.fillStyle = '#FFFFFF'
    ctx.fillRect(left, top, sheetWidth, sheetHeight)
    ctx.restore()
    ctx.save()
    ctx.beginPath()
    ctx.rect(left, top, sheetWidth, sheetHeight)
    ctx.clip()
    const rest = proof === null ? putTiles(shown, caret, scale, left, top) : 'nothing'
    if (proof !== null) drawProof(ctx, proof, { left, top, scale })
    if (dark && palette.dim !== null) {
      ctx.globalCompositeOperation = 'multiply'
      ctx.fillStyle = palette.dim
      ctx.fillRect(left, top, sheetWidth, sheetHeight)
      ctx.globalCompositeOperation = 'source-over'
    }
    ctx.restore()
    return rest
  }

  /** While outlines are on their way the page stays as it was, for a frame or two. */
  const putTiles = (
    shown: PageDisplay,
    caret: Rect | null,
    scale: number,
    left: number,
    top: number,
  ): Left => {
    const waits = !desk.glyphs.ready(shown.items)
    const budget = opening ? OPENING_BUDGET : tiles.shown === shown ? BUDGET : FIRST_BUDGET
    if (!waits) tiles.update(shown)
    else if (tiles.shown?.page !== shown.page) return 'outlines'
    tiles.setScale(scale)
    const started = performance.now()
    const enough = (): boolean => performance.now() - started > budget
    const found = tiles.tilesIn(rect(-left, -top, canvas.width, canvas.height), enough, caret)
    if (found.missing) putBlurred(tiles.blurred(), scale, left, top)
    for (const tile of found.tiles) putTile(tile, 1, left, top)
    if (found.missing) return 'painting'
    return waits ? 'outlines' : 'nothing'
  }

  const putTile = ({ canvas: pixels, x, y }: PlacedTile, by: number, left: number, top: number) => {
    if (by === 1) ctx.drawImage(pixels, left + x, top + y)
    else ctx.drawImage(pixels, left + x * by, top + y * by, pixels.width * by, pixels.height * by)
  }

  const putBlurred = (
    { scale, tiles: old }: ReturnType<PageTiles['blurred']>,
    now: number,
    left: number,
    top: number,
  ): void => {
    for (const tile of old) putTile(tile, now / scale, left, top)
  }

  const refresh = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }

  /** A key changes several things; the blinking starts anew once, with the frame that shows them. */
  const wakeCaret = (): void => {
    caretShown = true
    isWoken = true
    refresh()
  }

  const startBlinking = (): void => {
    isWoken = false
    blink.set(BLINK)
  }

  const stops = [
    session.subscribe(wakeCaret),
    store.subscribe(wakeCaret),
    find.subscribe(refresh),
    guides.subscribe(refresh),
    desk.ghost.subscribe(refresh),
    desk.press.state.subscribe(refresh),
    desk.glyphs.onArrival((renewed) => {
      if (renewed) tiles.repaint()
      refresh()
    }),
    desk.pictures.onArrival(() => {
      tiles.repaint()
      refresh()
    }),
  ]
  wakeCaret()
  return {
    refresh,
    wakeCaret,
    stop() {
      for (const stop of stops) stop()
      blink.stop()
      cancelAnimationFrame(asked)
    },
  }
}
