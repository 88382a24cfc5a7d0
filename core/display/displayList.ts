/**
 * The finished page: what every painter draws, and nothing a painter could
 * still decide. Lengths are points on the page, y downwards from the trim's
 * upper left corner; bleed reaches into negative coordinates.
 */
import type { FontId, FrameId, PageId, PictureId, StoryId } from '../ids'
import type { Point, Rect, Size } from '../geometry'
import type { Ink } from '../ink'
import type { MilliEm, Pt } from '../units'

/** Index of a glyph in its font; 0 is .notdef and never drawn. */
export type GlyphId = number

/**
 * Where an item comes from. Manuscript text carries the story and the document
 * position of its first character; the PDF marks everything else an artifact
 * and the ledger counts only the first.
 */
export type Source =
  | { readonly kind: 'manuscript'; readonly story: StoryId; readonly from: number }
  | { readonly kind: 'generated'; readonly story: StoryId }
  | { readonly kind: 'furniture' }

/** Glyphs of one font, size and ink on one baseline. */
export interface TextRun {
  readonly kind: 'text'
  readonly font: FontId
  readonly size: Pt
  /** Horizontal scale of the outlines (长扁字), 1 = as drawn. Offsets already include it. */
  readonly scaleX: number
  /** Origin of the run on its baseline. */
  readonly x: Pt
  readonly y: Pt
  readonly glyphs: readonly GlyphId[]
  /** Origin of each glyph from `x`, in thousandths of `size`. Same length as `glyphs`. */
  readonly offsets: readonly MilliEm[]
  /**
   * The source characters each glyph stands for, in order; '' for the second
   * glyph of a pair. Joined they are the run's text, and for a manuscript run a
   * contiguous piece of the story beginning at `source.from`.
   */
  readonly texts: readonly string[]
  readonly ink: Ink
  readonly source: Source
  /** The composed line it belongs to: the same object as in PageDisplay.lines. */
  readonly line: LineRecord
}

/** A filled rectangle: every rule, tint and frame edge is one. */
export interface Fill {
  readonly kind: 'fill'
  readonly rect: Rect
  readonly ink: Ink
  readonly source: Source
}

/** A filled closed outline: ornaments. */
export interface Polygon {
  readonly kind: 'polygon'
  readonly points: readonly Point[]
  readonly ink: Ink
  readonly source: Source
}

export interface PictureItem {
  readonly kind: 'picture'
  readonly picture: PictureId
  readonly rect: Rect
  /** Part of the picture that shows, as fractions of its width and height. */
  readonly crop: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  readonly source: Source
}

export type DisplayItem = TextRun | Fill | Polygon | PictureItem

/** What role a line of text plays; `body` stands on the page's baseline grid. */
export type LineRole =
  | 'body'
  | 'subhead'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'tip'
  | 'caption'
  | 'jump'
  | 'furniture'

/** One composed line, for the proofreader's list, hit tests and the oracles. */
export interface LineRecord {
  readonly role: LineRole
  readonly story: StoryId | null
  readonly frame: FrameId | null
  /** Text column in the frame and row on the page grid; -1 where the line has none. */
  readonly column: number
  readonly row: number
  readonly x: Pt
  /** The baseline. */
  readonly y: Pt
  readonly size: Pt
  readonly measure: MilliEm
  /** Width before and after justification; equal to `measure` after it on a justified line. */
  readonly naturalWidth: MilliEm
  readonly setWidth: MilliEm
  readonly justified: boolean
  /** First and last line of its paragraph. */
  readonly first: boolean
  readonly last: boolean
  /** Of a line without letters, an empty paragraph's, where it is in the document and its first letter would stand; null on all others. */
  readonly empty: { readonly pos: number; readonly x: Pt } | null
}

export interface PageDisplay {
  readonly page: PageId
  readonly folio: string
  readonly trim: Size
  readonly bleed: Pt
  /** Painting order; the text runs stand in reading order. */
  readonly items: readonly DisplayItem[]
  readonly lines: readonly LineRecord[]
}
