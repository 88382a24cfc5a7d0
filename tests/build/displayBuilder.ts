/**
 * Small builder of finished pages for the painters' tests: text stands where it
 * is put, with the font's own advances, nothing is composed.
 */
import type {
  Fill,
  LineRecord,
  LineRole,
  PageDisplay,
  PictureItem,
  Polygon,
  Source,
  TextRun,
  DisplayItem,
} from '../../core/display/displayList'
import { rect } from '../../core/geometry'
import { pageId, pictureId, storyId } from '../../core/ids'
import { BLACK, type Ink } from '../../core/ink'
import type { FontFace } from '../../core/text/types'
import { milliEm, mm, pt, ptFromMm } from '../../core/units'

export const manuscript = (story: string, from = 0): Source => ({
  kind: 'manuscript',
  story: storyId(story),
  from,
})
export const generated = (story: string): Source => ({ kind: 'generated', story: storyId(story) })
export const furniture: Source = { kind: 'furniture' }

export const line = (over: Partial<LineRecord> = {}): LineRecord => ({
  role: 'body',
  story: storyId('s1'),
  frame: null,
  column: 0,
  row: 0,
  x: pt(0),
  y: pt(0),
  size: pt(9.5),
  measure: milliEm(13000),
  naturalWidth: milliEm(13000),
  setWidth: milliEm(13000),
  justified: false,
  first: true,
  last: true,
  empty: null,
  ...over,
})

export interface RunOptions {
  readonly x?: number
  readonly y?: number
  readonly size?: number
  readonly scaleX?: number
  readonly ink?: Ink
  readonly source?: Source
  readonly line?: LineRecord
  readonly role?: LineRole
  /** Added after each glyph, in 1/1000 em. */
  readonly tracking?: number
  /** Replaces the source text a glyph stands for. */
  readonly texts?: readonly string[]
  readonly glyphs?: readonly number[]
}

/** A run of `text`, a glyph a code point at the font's own advance. */
export function run(face: FontFace, text: string, options: RunOptions = {}): TextRun {
  const characters = Array.from(text)
  const scaleX = options.scaleX ?? 1
  const glyphs = options.glyphs ?? characters.map((c) => face.glyphOf(c.codePointAt(0) ?? 0))
  let pen = 0
  const offsets = glyphs.map((glyph) => {
    const at = milliEm(Math.round(pen))
    pen += face.advanceOf(glyph) * scaleX + (options.tracking ?? 0)
    return at
  })
  return {
    kind: 'text',
    font: face.id,
    size: pt(options.size ?? 9.5),
    scaleX,
    x: pt(options.x ?? 20),
    y: pt(options.y ?? 30),
    glyphs,
    offsets,
    texts: options.texts ?? characters,
    ink: options.ink ?? BLACK,
    source: options.source ?? manuscript('s1'),
    line: options.line ?? line(options.role === undefined ? {} : { role: options.role }),
  }
}

export const fill = (x: number, y: number, w: number, h: number, ofInk: Ink = BLACK): Fill => ({
  kind: 'fill',
  rect: rect(x, y, w, h),
  ink: ofInk,
  source: furniture,
})

export const polygon = (
  points: readonly (readonly [number, number])[],
  ofInk: Ink = BLACK,
): Polygon => ({
  kind: 'polygon',
  points: points.map(([x, y]) => ({ x: pt(x), y: pt(y) })),
  ink: ofInk,
  source: furniture,
})

export const picture = (
  id: string,
  x: number,
  y: number,
  w: number,
  h: number,
  crop = { x: 0, y: 0, width: 1, height: 1 },
): PictureItem => ({
  kind: 'picture',
  picture: pictureId(id),
  rect: rect(x, y, w, h),
  crop,
  source: furniture,
})

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly bleed?: number
  readonly id?: string
}

/** A page of `items`; 200 × 150 pt with 3 mm bleed unless told otherwise. */
export function page(items: readonly DisplayItem[], options: PageOptions = {}): PageDisplay {
  const lines = new Set(items.flatMap((item) => (item.kind === 'text' ? [item.line] : [])))
  return {
    page: pageId(options.id ?? 'p1'),
    folio: '1',
    trim: { width: pt(options.width ?? 200), height: pt(options.height ?? 150) },
    bleed: pt(options.bleed ?? ptFromMm(mm(3))),
    items,
    lines: [...lines],
  }
}
