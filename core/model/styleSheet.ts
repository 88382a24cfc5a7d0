/** The styles of a page: template data, copied into the edition when a page is made. */
import type { Ink } from '../ink'
import type { FacePair, HouseRules, TextStyle } from './styles'
import type { MilliEm, Pt } from '../units'

/** One of at most five headline sizes; a story's rank chooses it. */
export interface HeadlineLevel {
  readonly size: Pt
  readonly kicker: Pt
  readonly deck: Pt
  readonly byline: Pt
}

/** Families a 主题 may be set in; neighbours alternate. */
export type HeadlineFace = 'song' | 'hei'

/** Distances of the page's make, in grid rows unless it says otherwise. */
export interface Spacing {
  /** Free space beside an inset, in thousandths of the body em. */
  readonly insetClearance: MilliEm
  /** Free space above and below an inset's box, inside its rows. */
  readonly insetMargin: number
  /** Space inside a box, left and right of its text, in thousandths of its em. */
  readonly boxPadding: MilliEm
  /** Above the headline group. */
  readonly headTop: number
  /** Between 引题 and 主题, 主题 and 副题, and above the 署名. */
  readonly kickerGap: number
  readonly deckGap: number
  readonly bylineGap: number
  /** Between the headline group and the text. */
  readonly headBottom: number
  /** Between two lines of one 主题, as a share of its size. */
  readonly turnGap: number
}

export interface StyleSheet {
  readonly id: string
  readonly rules: HouseRules
  readonly body: TextStyle
  /** 电头 at the head of the first paragraph. */
  readonly dateline: FacePair
  readonly subhead: TextStyle
  readonly tip: TextStyle
  readonly tipLabel: TextStyle
  readonly note: TextStyle
  readonly captionTitle: TextStyle
  readonly caption: TextStyle
  readonly jump: TextStyle
  readonly rubric: TextStyle
  readonly kicker: FacePair
  readonly deck: FacePair
  readonly byline: FacePair
  /** Smaller levels may use a lighter weight than the lead: one pair for each level. */
  readonly headline: Readonly<Record<HeadlineFace, readonly FacePair[]>>
  /** From the lead (0) to the shortest brief. */
  readonly levels: readonly HeadlineLevel[]
  /** Bounds of 长扁字 when a headline is fitted to its width. */
  readonly headlineScale: { readonly min: number; readonly max: number }
  readonly spacing: Spacing
  readonly accent: Ink
  readonly tint: Ink
}
