/** Styles are values in a template or an edition, never constants in the composer. */
import type { FontId } from '../ids'
import type { Ink } from '../ink'
import type { MilliEm, Pt } from '../units'

/** Marks that may not start or end a line. CLREQ #prohibition_rules_for_line_start_end */
export type ProhibitionLevel = 'none' | 'basic' | 'gb' | 'strict'

/**
 * How wide full-width punctuation is set. CLREQ #punctuation_width_adjustment
 * - `full` 全角: 1 em, line-end marks are the first to be squeezed
 * - `kaiming` 开明: sentence-final marks 1 em, all others half
 * - `lineEndHalf` 行末半角: 1 em, half at the line's end (GB/T 15834-2011 5.1.10)
 * - `half` 半角: half everywhere
 */
export type PunctuationScheme = 'full' | 'kaiming' | 'lineEndHalf' | 'half'

/** House rules of setting: one value an edition. */
export interface HouseRules {
  readonly prohibition: ProhibitionLevel
  readonly punctuation: PunctuationScheme
  /** Opening marks at line start lose their left half. */
  readonly trimLineStart: boolean
  /** Gap between Han and Latin: default ¼ em, squeezed to ⅛, opened to ½. */
  readonly latinGap: { readonly ideal: MilliEm; readonly min: MilliEm; readonly max: MilliEm }
  /** Words of this many letters or more may be hyphenated; 0 = never. */
  readonly hyphenateFrom: number
  /** Whether 。？！ may be squeezed as a last resort (some styles forbid it). */
  readonly squeezeStops: boolean
  /**
   * How far two characters may close up when nothing else is left to squeeze, 0 = never.
   * Less than the side bearings of Han type, so that a line of 13 em takes in a mark of
   * ½ em instead of opening a hole of 1 em. CLREQ knows no such tier; it is the house's.
   */
  readonly closeUp: MilliEm
}

/** A face for Han and one for Latin and digits: quotes and dashes choose by context. */
export interface FacePair {
  readonly han: FontId
  readonly latin: FontId
}

/** How characters look. */
export interface CharStyle {
  readonly faces: FacePair
  readonly size: Pt
  readonly ink: Ink
  /** 长扁字: 1 = as drawn. */
  readonly scaleX: number
}

export type Align = 'justify' | 'left' | 'center' | 'right'

/** How a block of lines is set. */
export interface TextStyle extends CharStyle {
  readonly align: Align
  /** Generated first-line indent, in thousandths of an em (2000 for body text). */
  readonly indent: MilliEm
}
