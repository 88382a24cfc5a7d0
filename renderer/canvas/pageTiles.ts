/**
 * The painted page as tiles, so that scrolling copies pixels and typing repaints
 * a few lines. A tile is painted by the same painter as every other output.
 */
import { paintPage, type GlyphPaths } from '../../core/display/canvasPainter'
import type { DisplayItem, PageDisplay } from '../../core/display/displayList'
import type { Drawable } from '../../core/display/surface'
import { rect, type Rect } from '../../core/geometry'
import type { PictureId } from '../../core/ids'
import { damageOf, inkBox, meets } from './damage'

/** Device pixels. */
const SIDE = 1024
/** About 150 MB of pixels at most. */
const MOST_TILES = 36

export type PicturesAtHand = (id: PictureId) => Drawable<CanvasImageSource> | null

interface Tile {
  readonly canvas: OffscreenCanvas
  /** Areas of the page still to be painted; 'all' on a new tile. */
  stale: Rect[] | 'all'
  used: number
}

/** A tile at its place on the page, in device pixels from the trim's corner. */
export interface PlacedTile {
  readonly canvas: OffscreenCanvas
  readonly x: number
  readonly y: number
}

export interface PageTiles {
  /** Takes the page as it is now; marks what changed since the last call. */
  update(page: PageDisplay): void
  /** Forgets all pixels: a picture arrived. */
  repaint(): void
  /** Device pixels a point. Another scale forgets the tiles, the last ones stay as `blurred`. */
  setScale(scale: number): void
  /**
   * Tiles that meet `view` (device pixels from the trim's corner), painted as far
   * as `enough` allows; `missing` says whether some are still to be painted.
   */
  tilesIn(
    view: Rect,
    enough: () => boolean,
  ): { readonly tiles: readonly PlacedTile[]; readonly missing: boolean }
  /** The tiles of the scale before, to stand in while a zoom is painted. */
  blurred(): { readonly scale: number; readonly tiles: readonly PlacedTile[] }
}

export function createPageTiles(glyphs: GlyphPaths<Path2D>, pictures: PicturesAtHand): PageTiles {
  let page: PageDisplay | null = null
  let boxes = new WeakMap<DisplayItem, Rect>()
  let scale = 1
  let tiles = new Map<string, Tile>()
  let old: { scale: number; tiles: Map<string, Tile> } = { scale: 1, tiles: new Map() }
  let clock = 0

  const boxOf = (item: DisplayItem): Rect => {
    const known = boxes.get(item)
    if (known !== undefined) return known
    const made = inkBox(item)
    boxes.set(item, made)
    return made
  }

  const paintArea = (tile: Tile, tx: number, ty: number, area: Rect | null): void => {
    const surface = tile.canvas.getContext('2d')
    if (page === null || surface === null) return
    const sheet = rect((tx * SIDE) / scale, (ty * SIDE) / scale, SIDE / scale, SIDE / scale)
    const shown = area ?? sheet
    const items = page.items.filter((item) => meets(boxOf(item), shown))
    surface.save()
    surface.setTransform(1, 0, 0, 1, 0, 0)
    if (area !== null) {
      const left = Math.floor(area.x * scale) - tx * SIDE
      const top = Math.floor(area.y * scale) - ty * SIDE
      const clip = new Path2D()
      clip.rect(left, top, Math.ceil(area.width * scale) + 1, Math.ceil(area.height * scale) + 1)
      surface.clip(clip)
    }
    paintPage(surface, { ...page, items }, glyphs, {
      scale,
      left: -tx * SIDE,
      top: -ty * SIDE,
      pictures,
    })
    surface.restore()
  }

  const refresh = (tile: Tile, tx: number, ty: number): void => {
    if (tile.stale === 'all') paintArea(tile, tx, ty, null)
    else for (const area of tile.stale) paintArea(tile, tx, ty, area)
    tile.stale = []
  }

  const forgetOldest = (): void => {
    if (tiles.size <= MOST_TILES) return
    const byAge = [...tiles].sort(([, a], [, b]) => a.used - b.used)
    for (const [key] of byAge.slice(0, tiles.size - MOST_TILES)) tiles.delete(key)
  }

  const keyOf = (tx: number, ty: number): string => `${tx} ${ty}`
  const placeOf = (key: string): readonly [number, number] => {
    const [tx = 0, ty = 0] = key.split(' ').map(Number)
    return [tx, ty]
  }

  return {
    update(next) {
      if (page === next) return
      const damage = page === null ? 'all' : damageOf(page, next)
      page = next
      if (damage === 'all') {
        tiles = new Map()
        old = { scale: 1, tiles: new Map() }
        boxes = new WeakMap()
        return
      }
      if (damage.length > 0) old = { scale: 1, tiles: new Map() }
      for (const [key, tile] of tiles) {
        if (tile.stale === 'all') continue
        const [tx, ty] = placeOf(key)
        const sheet = rect((tx * SIDE) / scale, (ty * SIDE) / scale, SIDE / scale, SIDE / scale)
        tile.stale.push(...damage.filter((area) => meets(area, sheet)))
      }
    },
    repaint() {
      for (const tile of tiles.values()) tile.stale = 'all'
    },
    setScale(next) {
      if (next === scale) return
      const painted = [...tiles].filter(([, tile]) => tile.stale !== 'all')
      if (painted.length > 0) old = { scale, tiles: new Map(painted) }
      tiles = new Map()
      scale = next
    },
    tilesIn(view, enough) {
      const found: PlacedTile[] = []
      if (page === null) return { tiles: found, missing: false }
      const last = (length: number): number => Math.ceil((length * scale) / SIDE) - 1
      const right = Math.min(last(page.trim.width), Math.floor((view.x + view.width) / SIDE))
      const bottom = Math.min(last(page.trim.height), Math.floor((view.y + view.height) / SIDE))
      let missing = false
      clock += 1
      for (let ty = Math.max(0, Math.floor(view.y / SIDE)); ty <= bottom; ty++) {
        for (let tx = Math.max(0, Math.floor(view.x / SIDE)); tx <= right; tx++) {
          const known = tiles.get(keyOf(tx, ty))
          if ((known === undefined || known.stale === 'all') && enough()) {
            missing = true
            continue
          }
          const tile = known ?? {
            canvas: new OffscreenCanvas(SIDE, SIDE),
            stale: 'all',
            used: clock,
          }
          if (known === undefined) tiles.set(keyOf(tx, ty), tile)
          if (tile.stale === 'all' || tile.stale.length > 0) refresh(tile, tx, ty)
          tile.used = clock
          found.push({ canvas: tile.canvas, x: tx * SIDE, y: ty * SIDE })
        }
      }
      forgetOldest()
      return { tiles: found, missing }
    },
    blurred: () => ({
      scale: old.scale,
      tiles: [...old.tiles].map(([key, { canvas }]) => {
        const [tx, ty] = placeOf(key)
        return { canvas, x: tx * SIDE, y: ty * SIDE }
      }),
    }),
  }
}
