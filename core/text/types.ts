import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
import type { FacePair, HouseRules } from '../model/styles'
import type { MilliEm } from '../units'

export type OutlineCommand =
  | { readonly op: 'M' | 'L'; readonly x: number; readonly y: number }
  | {
      readonly op: 'Q'
      readonly x1: number
      readonly y1: number
      readonly x: number
      readonly y: number
    }
  | {
      readonly op: 'C'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly op: 'Z' }

export interface ShapedWord {
  readonly glyphs: readonly GlyphId[]
  /** Advance of each glyph, kerning included, in 1/1000 em (not rounded). */
  readonly advances: readonly number[]
  /** The characters each glyph stands for; joined they are the word. */
  readonly texts: readonly string[]
}

/** A font file that is read as far as it is needed: most of it is outlines that no page shows. */
export interface FontFile {
  /** As long as the file; where nothing was loaded yet, zeros may stand. */
  readonly bytes: Uint8Array
  /** Makes the bytes from `from` up to `to` (not included) be there. */
  load(from: number, to: number): void
}

/** One parsed font file. */
export interface FontFace {
  readonly id: FontId
  readonly unitsPerEm: number
  /** 0 when the font lacks the character. */
  glyphOf(codePoint: number): GlyphId
  /** In 1/1000 em, not rounded. */
  advanceOf(glyph: GlyphId): number
  /** Closed outline in font units, y upwards; empty for a space. */
  outlineOf(glyph: GlyphId): readonly OutlineCommand[]
  /** Latin shaping with kerning; cached by word. */
  shapeWord(text: string): ShapedWord
  /** The file itself, for embedding; all tables but the outlines are loaded. */
  readonly file: FontFile
}

/** The fonts at hand, and the one to fall back on for a character a face lacks. */
export interface FontSet {
  get(id: FontId): FontFace
  readonly fallbacks: readonly FontId[]
}

/**
 * A stretch of text in one pair of faces. `pos` is the story document position
 * of its first character; generated text has none (null). `size` is the same
 * for all runs of a paragraph.
 */
export interface InlineRun {
  readonly text: string
  readonly faces: FacePair
  readonly pos: number | null
}

export interface ShapingContext {
  readonly fonts: FontSet
  readonly rules: HouseRules
}

/** A character no font at hand has; the page shows 〓 in its place. */
export interface MissingCharacter {
  readonly text: string
  /** Document position, null for generated text. */
  readonly pos: number | null
  readonly font: FontId
}

/** A piece of a set line in one font: a TextRun before it knows its size and place. */
export interface SetRun {
  readonly font: FontId
  readonly glyphs: readonly GlyphId[]
  /** Origin of each glyph from the line's start (the measure's left edge). */
  readonly offsets: readonly MilliEm[]
  readonly texts: readonly string[]
  /** Document position of the first character, null for generated text. */
  readonly pos: number | null
}

/** One line after justification. */
export interface SetLine {
  readonly runs: readonly SetRun[]
  readonly measure: MilliEm
  /** Where its first letter stands, and on a line without letters would. */
  readonly start: MilliEm
  /** Indent and gaps included, before and after justification. */
  readonly naturalWidth: MilliEm
  readonly setWidth: MilliEm
  readonly justified: boolean
  /** Largest gap opened beyond its natural width, of any kind. */
  readonly worstGap: MilliEm
}
