/** What a well made page looks like, as numbers. House values: a caller may bring others. */
import { PAGE_LIMITS } from '../preflight/limits'

/**
 * Costs share one scale: 1 is a blemish that only the maker sees, 10 what an
 * editor would mend, 40 a fault that a reader sees.
 */
export interface MakeUpHouse {
  /** Rows between two stories one above the other; a rule stands in their middle. */
  readonly gapRows: number
  /**
   * How much larger a page short of copy sets its headlines: `most` times at most, until easy forms
   * fill the `easy` part of it; not at all on one that they fill less than the `hopeless` part of.
   * `largest` is for a page of few stories that would end white all the same, `least` for one whose
   * stories would not all stand on it, or only with headlines side by side.
   */
  readonly headScale: {
    readonly least: number
    readonly most: number
    readonly largest: number
    readonly easy: number
    readonly hopeless: number
  }
  /** Rows of a headline group over those of its text, beyond which the text lies flat. */
  readonly headDepth: number
  /** Rows of white under a block, its own short columns among them, beyond which it is a hole. */
  readonly holeRows: number
  /** Bounds of a text column in characters. */
  readonly measure: { readonly min: number; readonly max: number }
  /** Gutter between text columns in body ems: never under `min`; over `wide` it looks like a hole. */
  readonly gutter: {
    readonly min: number
    readonly wide: number
    readonly max: number
    readonly open: number
    readonly widest: number
  }
  /** Characters of text that must stay beside a box that stands between two columns. */
  readonly besideBox: number
  /** Narrowest box between two columns, in characters. */
  readonly boxMeasure: number
  /** Width to height of a picture as printed: the range to prefer, and the limits. */
  readonly picture: {
    readonly min: number
    readonly preferredMin: number
    readonly preferredMax: number
    readonly max: number
  }
  /** The share of the type area that all pictures take together. */
  readonly pictureShare: { readonly min: number; readonly max: number }
  /** Width to height of a story's block: beyond `narrowest` and `widest` it is not made. */
  readonly block: {
    readonly narrowest: number
    readonly narrow: number
    readonly wide: number
    readonly widest: number
  }
  /** The narrow end of it on a page of few units, where a story may fill a strip down the page's whole side (边栏). */
  readonly strip: { readonly narrowest: number; readonly narrow: number }
  /** Points kept free inside a 栏目 box and a tinted block, left and right. */
  readonly boxPadding: number
  readonly tintPadding: number
  /** 栏目 of a page that stand in boxes; the lesser ones stand open under a rule, for a page of boxes is a monotony. */
  readonly mostBoxes: number
  /** Rows of a 栏目 title with its rule; that of one story in no box is a label. And of white under the last story in its box. */
  readonly rubricTitleRows: number
  readonly rubricFootRows: number
  /** Rows between two stories in a 栏目 box. */
  readonly rubricGapRows: number
  /** Weights in points of the rules beside features and between shorts. */
  readonly rule: { readonly feature: number; readonly short: number }
  /** Longest free run of a gutter or rule, as a share of the page. */
  readonly seamLimit: number
  /** Most units a page is searched with; above it the lightest are stacked. */
  readonly mostUnits: number
  readonly cost: {
    /** Two headlines side by side (碰题). */
    readonly clash: number
    /** Each 竖题 of a page after the first, and each headline over a part of its columns after the first. */
    readonly unusual: number
    /** A headline a level up or down from its rank. */
    readonly level: number
    /** One row of white under a story, per base column of a six-column page. */
    readonly slackRow: number
    /** The same beyond the first row. */
    readonly deepSlackRow: number
    /** One row of white across the page's foot. */
    readonly footRow: number
    /** A row more than one by which a story's columns differ. */
    readonly raggedRow: number
    /** A column of a story that is left without text. */
    readonly bareColumn: number
    /** A paragraph that leaves a line or a character alone, for which no page may be made as long as another can be. */
    readonly broken: number
    /** White that is a hole, beside what its rows cost. */
    readonly hole: number
  }
}

export const HOUSE: MakeUpHouse = {
  gapRows: PAGE_LIMITS.gapRows,
  headScale: { least: 0.8, most: 1.5, largest: 1.8, easy: 0.97, hopeless: 0.25 },
  headDepth: PAGE_LIMITS.headDepth,
  holeRows: PAGE_LIMITS.holeRows,
  measure: PAGE_LIMITS.measure,
  gutter: { min: 1, wide: 2.2, max: 3.2, open: 3.6, widest: 4.6 },
  besideBox: 14,
  boxMeasure: 12.5,
  picture: { min: 1.22, preferredMin: 1.24, preferredMax: 1.55, max: 1.8 },
  pictureShare: PAGE_LIMITS.pictureShare,
  block: { narrowest: 0.3, narrow: 0.5, wide: 2.6, widest: 4.2 },
  strip: { narrowest: 0.2, narrow: 0.3 },
  boxPadding: 12,
  tintPadding: 8,
  mostBoxes: 2,
  rubricTitleRows: 3,
  rubricFootRows: 1,
  rubricGapRows: 1,
  rule: { feature: 0.8, short: 0.4 },
  seamLimit: PAGE_LIMITS.seam,
  mostUnits: 10,
  cost: {
    clash: 45,
    unusual: 8,
    level: 3,
    slackRow: 1,
    deepSlackRow: 5,
    footRow: 9,
    raggedRow: 6,
    bareColumn: 12,
    broken: 12,
    hole: 8,
  },
}
