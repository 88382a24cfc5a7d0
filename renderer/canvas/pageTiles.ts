/**
 * The painted page as tiles, so that scrolling copies pixels and typing repaints
 * a few lines. A tile is painted by the same painter as every other output.
 */
import { paintPage, type GlyphPaths } from '../../core/display/canvasPainter'
import type { DisplayItem, PageDisplay } from '../../core/display/displayList'
import type { Drawable } from '../../core/display/surface'
import { overlaps, rect, type Rect } from '../../core/geometry'
import type { PictureId } from '../../core/ids'
import { common, cutBand, damageOf, inkBox, meets, merged, startingAt, union } from './damage'

/** Device pixels. */
const SIDE = 512
/** About 150 MB of pixels at most. */
const MOST_TILES = 144
/** Canvases kept for the next tiles: a new one costs more than what is painted on it. */
const MOST_SPARE = 48

export type PicturesAtHand = (id: PictureId) => Drawable<CanvasImageSource> | null

/** What of a tile is still to be painted. */
type Stale =
  /** Nothing of it shows the page. */
  | { readonly kind: 'all' }
  /** Begun: these items are left, in painting order; the page changed meanwhile in the areas. */
  | {
      readonly kind: 'items'
      readonly items: readonly DisplayItem[]
      readonly areas: readonly Rect[]
    }
  /** It shows the page but for these areas, none outside it. */
  | { readonly kind: 'areas'; readonly areas: readonly Rect[] }

interface Tile {
  readonly canvas: OffscreenCanvas
  stale: Stale
  used: number
}
type Tiles = Map<string, Tile>

const ALL: Stale = { kind: 'all' }
const shows = (tile: Tile): boolean => tile.stale.kind === 'areas'
const isFresh = ({ stale }: Tile): boolean => stale.kind === 'areas' && stale.areas.length === 0

/** A tile is read back after every slice, see `paint`. */
const ON_CPU = { willReadFrequently: true }

/** Items painted before the clock is looked at again … */
const AT_ONCE = 8
/** … and square pixels of an area that changed: some hundred letters. */
const BAND = 12_000

/** Column and row of a tile. */
type Place = readonly [tx: number, ty: number]

/** A tile at its place on the page, in device pixels from the trim's corner. */
export interface PlacedTile {
  readonly canvas: OffscreenCanvas
  readonly x: number
  readonly y: number
}

export interface PageTiles {
  /** The page it shows; null before the first. */
  readonly shown: PageDisplay | null
  /** Takes the page as it is now; marks what changed since the last call. */
  update(page: PageDisplay): void
  /** Forgets all pixels: a picture arrived. */
  repaint(): void
  /** Device pixels a point. Another scale forgets the tiles, the last ones stay as `blurred`. */
  setScale(scale: number): void
  /**
   * Tiles that meet `view` (device pixels from the trim's corner). A new one, and
   * what changed in the others, is painted in slices until `enough`, at least one and
   * what changed at `line` (points) before all else; `missing` says whether some is
   * still to be painted.
   */
  tilesIn(
    view: Rect,
    enough: () => boolean,
    line: Rect | null,
  ): { readonly tiles: readonly PlacedTile[]; readonly missing: boolean }
  /** Makes one of the canvases that another scale will ask for; false when there are enough. */
  prepare(): boolean
  /** The tiles of the scale before, to stand in while a zoom is painted. */
  blurred(): { readonly scale: number; readonly tiles: readonly PlacedTile[] }
}

export function createPageTiles(glyphs: GlyphPaths<Path2D>, pictures: PicturesAtHand): PageTiles {
  let page: PageDisplay | null = null
  let scale = 1
  let tiles: Tiles = new Map()
  let old: { scale: number; tiles: Tiles } = { scale: 1, tiles: new Map() }
  let clock = 0
  const spare: OffscreenCanvas[] = []

  const putAway = (gone: Tiles): void => {
    for (const { canvas } of gone.values()) if (spare.length < MOST_SPARE) spare.push(canvas)
  }
  const putOldAway = (): void => {
    putAway(old.tiles)
    old = { scale: 1, tiles: new Map() }
  }

  const sheetOf = (tx: number, ty: number): Rect =>
    rect((tx * SIDE) / scale, (ty * SIDE) / scale, SIDE / scale, SIDE / scale)

  const itemsIn = (area: Rect, items = page?.items ?? []): readonly DisplayItem[] =>
    items.filter((item) => meets(inkBox(item), area))

  /** What of a pixel is painted again needs all that has ink on it. */
  const wholePixels = ({ x, y, width, height }: Rect): Rect => {
    const left = Math.floor(x * scale)
    const top = Math.floor(y * scale)
    const right = Math.ceil((x + width) * scale)
    const bottom = Math.ceil((y + height) * scale)
    return rect(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale)
  }

  const paint = (
    { canvas }: Tile,
    [tx, ty]: Place,
    items: readonly DisplayItem[],
    { area = null, continued = false }: { area?: Rect | null; continued?: boolean },
  ): void => {
    const surface = canvas.getContext('2d', ON_CPU)
    if (page === null || surface === null) return
    surface.save()
    surface.setTransform(1, 0, 0, 1, 0, 0)
    if (area !== null) {
      const px = (length: number): number => Math.round(length * scale)
      const clip = new Path2D()
      clip.rect(px(area.x) - tx * SIDE, px(area.y) - ty * SIDE, px(area.width), px(area.height))
      surface.clip(clip)
    }
    paintPage(surface, { ...page, items }, glyphs, {
      ...{ scale, pictures, continued },
      left: -tx * SIDE,
      top: -ty * SIDE,
    })
    surface.restore()
    // the browser notes what is painted and does it when a pixel is asked for: without
    // this all of it when the tile is first shown, in one frame that no slicing can cut
    surface.getImageData(0, 0, 1, 1)
  }

  /** Paints what is stale, in slices, as far as `enough` allows. */
  const refresh = (tile: Tile, place: Place, enough: () => boolean, line: Rect | null): void => {
    if (tile.stale.kind === 'areas') {
      if (tile.stale.areas.length === 0 || enough()) return
      const areas = [...startingAt(tile.stale.areas, line)]
      const near = itemsIn(wholePixels(areas.reduce(union)))
      for (let area = areas.shift(); area !== undefined; area = areas.shift()) {
        const { band, rest } = cutBand(area, BAND / scale / scale)
        const whole = wholePixels(band)
        paint(tile, place, itemsIn(whole, near), { area: whole })
        if (rest !== null) areas.unshift(rest)
        if (enough()) break
      }
      tile.stale = { kind: 'areas', areas }
      return
    }
    const { items, areas } =
      tile.stale.kind === 'items' ? tile.stale : { items: itemsIn(sheetOf(...place)), areas: [] }
    let left = items
    if (tile.stale.kind === 'all') paint(tile, place, [], {})
    while (left.length > 0 && !enough()) {
      paint(tile, place, left.slice(0, AT_ONCE), { continued: true })
      left = left.slice(AT_ONCE)
    }
    tile.stale = left.length > 0 ? { kind: 'items', items: left, areas } : { kind: 'areas', areas }
  }

  const forgetOldest = (): void => {
    if (tiles.size <= MOST_TILES) return
    const byAge = [...tiles].sort(([, a], [, b]) => a.used - b.used)
    const gone = new Map(byAge.slice(0, tiles.size - MOST_TILES))
    for (const key of gone.keys()) tiles.delete(key)
    putAway(gone)
  }

  const newTile = (place: Place): Tile => {
    const canvas = spare.pop()
    canvas?.getContext('2d', ON_CPU)?.clearRect(0, 0, SIDE, SIDE)
    const tile = { canvas: canvas ?? new OffscreenCanvas(SIDE, SIDE), stale: ALL, used: clock }
    tiles.set(keyOf(place), tile)
    return tile
  }

  /** The places of the tiles that meet `view`, row by row; the one with `line` before all others. */
  const placesIn = (view: Rect, line: Rect | null): readonly Place[] => {
    if (page === null) return []
    const places: Place[] = []
    const last = (length: number): number => Math.ceil((length * scale) / SIDE) - 1
    const right = Math.min(last(page.trim.width), Math.floor((view.x + view.width) / SIDE))
    const bottom = Math.min(last(page.trim.height), Math.floor((view.y + view.height) / SIDE))
    for (let ty = Math.max(0, Math.floor(view.y / SIDE)); ty <= bottom; ty++) {
      for (let tx = Math.max(0, Math.floor(view.x / SIDE)); tx <= right; tx++) {
        if (line !== null && overlaps(sheetOf(tx, ty), line)) places.unshift([tx, ty])
        else places.push([tx, ty])
      }
    }
    return places
  }

  const keyOf = ([tx, ty]: Place): string => `${tx} ${ty}`
  const placeOf = (key: string): Place => {
    const [tx = 0, ty = 0] = key.split(' ').map(Number)
    return [tx, ty]
  }

  return {
    get shown() {
      return page
    },
    update(next) {
      if (page === next) return
      const damage = page === null ? 'all' : damageOf(page, next)
      page = next
      if (damage === 'all') {
        putAway(tiles)
        tiles = new Map()
        putOldAway()
        return
      }
      if (damage.length > 0) putOldAway()
      for (const [key, tile] of tiles) {
        if (tile.stale.kind === 'all') continue
        const sheet = sheetOf(...placeOf(key))
        const hit = damage.flatMap((area) => common(area, sheet) ?? [])
        tile.stale = { ...tile.stale, areas: merged([...tile.stale.areas, ...hit]) }
      }
    },
    repaint() {
      putAway(old.tiles)
      old = { scale, tiles }
      tiles = new Map()
    },
    setScale(next) {
      if (next === scale) return
      const painted = [...tiles].filter(([, tile]) => shows(tile))
      putAway(new Map([...tiles].filter(([, tile]) => !shows(tile))))
      if (painted.length > 0) {
        putAway(old.tiles)
        old = { scale, tiles: new Map(painted) }
      }
      tiles = new Map()
      scale = next
    },
    tilesIn(view, enough, line) {
      const found: PlacedTile[] = []
      let missing = false
      let begun = false
      const stop = (): boolean => {
        const isBegun = begun
        begun = true
        return isBegun && enough()
      }
      clock += 1
      for (const place of placesIn(view, line)) {
        const [tx, ty] = place
        const known = tiles.get(keyOf(place))
        if (known === undefined && enough()) {
          missing = true
          continue
        }
        const tile = known ?? newTile(place)
        refresh(tile, place, stop, line)
        tile.used = clock
        if (shows(tile)) found.push({ canvas: tile.canvas, x: tx * SIDE, y: ty * SIDE })
        if (!isFresh(tile)) missing = true
      }
      forgetOldest()
      return { tiles: found, missing }
    },
    prepare() {
      if (spare.length >= Math.min(MOST_SPARE, tiles.size)) return false
      const canvas = new OffscreenCanvas(SIDE, SIDE)
      // the browser makes its pixels when they are first asked for
      canvas.getContext('2d', ON_CPU)?.getImageData(0, 0, 1, 1)
      spare.push(canvas)
      return true
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
