/** 合版办法: what would make a story fit its room, each composed beforehand. */
import type { StoryFit } from '../compose'
import type { EditionStep } from '../edit'
import type { StoryId } from '../ids'

/** What a remedy does, as data; the window finds the words. Rows are grid rows. */
export type Way =
  | SingleWay
  /** One after the other, the second on what the first leaves. */
  | { readonly kind: 'both'; readonly first: SingleWay; readonly second: SingleWay }

export type SingleWay =
  /** The frame's lower or upper edge moves out; `from` are the stories that give it room. */
  | {
      readonly kind: 'deeper'
      readonly rows: number
      readonly edge: Edge
      readonly from: readonly StoryId[]
    }
  /** The lower edge moves in; `to` are the stories that take the rows. */
  | { readonly kind: 'shallower'; readonly rows: number; readonly to: readonly StoryId[] }
  | { readonly kind: 'headLess'; readonly rows: number }
  | { readonly kind: 'headMore'; readonly rows: number }
  /** So many paragraphs, each a line tighter or looser. */
  | { readonly kind: 'tighter'; readonly paragraphs: number }
  | { readonly kind: 'looser'; readonly paragraphs: number }
  | { readonly kind: 'boxLess'; readonly rows: number; readonly picture: boolean }
  | { readonly kind: 'boxMore'; readonly rows: number; readonly picture: boolean }
  | { readonly kind: 'turn'; readonly folio: string }
  /** Takes out the text from one position to another, at a sentence's or a paragraph's end. */
  | {
      readonly kind: 'cut'
      readonly characters: number
      readonly unit: 'sentence' | 'paragraph'
      readonly from: number
      readonly to: number
    }

export type Edge = 'top' | 'bottom'

export interface Remedy {
  readonly way: Way
  readonly steps: readonly EditionStep[]
  /** How the story fits after it, exactly. */
  readonly fit: StoryFit
}

/** Lines over (above 0) or short (below 0), those in boxes where the text itself fits; a box without a place counts its characters as lines of 16. */
export function misfitOf(fit: StoryFit): number {
  if (fit.oversetLines > 0) return fit.oversetLines
  if (fit.oversetBoxLines > 0) return fit.oversetBoxLines
  if (fit.oversetCharacters > 0) return Math.ceil(fit.oversetCharacters / 16)
  return fit.roomLines === 0 ? 0 : -fit.roomLines
}
