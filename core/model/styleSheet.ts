/** The styles of a page: template data, copied into the edition when a page is made. */
import type { Ink } from '../ink'
import type { FacePair, HouseRules, TextStyle } from './styles'
import type { Pt } from '../units'

/** One of at most five headline sizes; a story's rank chooses it. */
export interface HeadlineLevel {
  readonly size: Pt
  readonly kicker: Pt
  readonly deck: Pt
  readonly byline: Pt
}

/** Families a 主题 may be set in; neighbours alternate. */
export type HeadlineFace = 'song' | 'hei'

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
  readonly accent: Ink
  readonly tint: Ink
}
