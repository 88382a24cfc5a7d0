import type { GlyphId } from '../display/displayList'
import type { FontId } from '../ids'
import type { MilliEm } from '../units'
import type { MissingCharacter } from './types'

/**
 * In which order a line gives up room. CLREQ's order of reduction;
 * `solid`, setting characters tighter than solid, is ours and comes last.
 */
export const Tier = {
  wordSpace: 0,
  bracket: 1,
  pause: 2,
  latinGap: 3,
  stop: 4,
  solid: 5,
} as const
export const TIERS = 6

/** How the gap after a cell may open. CLREQ's order of expansion */
export const Gap = { none: 0, plain: 1, latin: 2 } as const

/**
 * A paragraph as a row of cells, one a glyph, in whole thousandths of an em.
 * Nothing in it depends on a measure. Arrays have one entry a cell; prefix sums
 * have one more, so that `sum[to] - sum[from]` is the sum over cells from..to-1.
 *
 * A cell is `width` wide when it stands inside a line, trimmed blanks left out;
 * its glyph's origin is `shift` from the cell's left edge. The gap generated
 * after it follows.
 */
export interface ShapedParagraph {
  /** Number of cells. */
  readonly length: number
  /** All cells and gaps on one endless line, without indent. */
  readonly naturalWidth: MilliEm
  readonly missing: readonly MissingCharacter[]

  readonly fonts: readonly FontId[]
  /** Index into `fonts`. */
  readonly fontOf: Uint8Array
  readonly glyphs: readonly GlyphId[]
  /** Source characters of each cell; joined they are the paragraph's text. */
  readonly texts: readonly string[]
  /** Document position of each cell's first character, -1 in generated text. */
  readonly pos: Int32Array

  readonly classes: Uint8Array
  readonly width: Int32Array
  readonly shift: Int32Array
  /** Blank still in the cell that may be squeezed out, on its left and right. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** Generated gap after the cell. */
  readonly gapAfter: Int32Array
  /** Gap: how the room after the cell may open. */
  readonly gapKind: Uint8Array
  /** Break: whether a line may end after the cell. */
  readonly breaks: Uint8Array
  /** Whether the text asks for line ends of its own. */
  readonly turns: boolean
  /** Whether a number could be parted from its Chinese unit somewhere. */
  readonly hasUnits: boolean
  /** Width of the hyphen shown when the line ends after the cell. */
  readonly hyphenWidth: Int32Array
  /** Hyphen glyph of each font in `fonts`, 0 where none is needed. */
  readonly hyphens: readonly GlyphId[]

  /** What a cell's width changes by when it ends a line, and how much of that can still be squeezed. */
  readonly endChange: Int32Array
  readonly endSqueeze: Int32Array
  /** What a cell's width changes by when it starts a line; its glyph moves by `startShift`. */
  readonly startChange: Int32Array

  /** End of the content before each break: trailing spaces are behind it. Length + 1 entries. */
  readonly contentEnd: Int32Array
  /** Prefix sums. Widths of a very long paragraph outgrow 32 bits. */
  readonly widthSum: Float64Array
  readonly squeezeSum: readonly Int32Array[]
  /** Widths with everything inside a line squeezed out. */
  readonly narrowSum: Float64Array
  /** Plain gaps that may open, in shares: one beside a mark's blank takes three. */
  readonly plainSum: Int32Array
  /** How far Han–Latin gaps and word spaces may open beyond their natural width. */
  readonly latinSum: Int32Array
  readonly spaceSum: Int32Array
  /** Cells that are neither marks nor spaces. */
  readonly letterSum: Int32Array
}
