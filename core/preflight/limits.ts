/** What a well made page keeps to. House values: make-up and the checks read the same ones. */
export interface PageLimits {
  /** Whole characters of a text column. */
  readonly measure: { readonly min: number; readonly max: number }
  /** Longest free run of a gutter or a row of white, as a share of the page (通缝). */
  readonly seam: number
  /** Rows of white between two blocks one above the other. */
  readonly gapRows: number
  /** Deepest white over the width of a base column, in rows beyond what separates blocks. */
  readonly holeRows: number
  /** Rows by which the columns of a story may differ. */
  readonly raggedRows: number
  /** Share of its width that a 主题 fills: on one line, and the longest of several. */
  readonly headlineFill: { readonly one: number; readonly several: number }
  /** Rows of a headline group over the rows of text under it. */
  readonly headDepth: number
  readonly headlineSizes: number
  /** A headline size to the next smaller one. */
  readonly sizeStep: number
  /** Rows by which the white about like headlines may differ from what they have on average. */
  readonly unevenRows: number
  /** Width to height within this of 1 looks square. */
  readonly square: number
  /** Share of the type area that all pictures take together. */
  readonly pictureShare: { readonly min: number; readonly max: number }
  /** Points between the ink of two things, and between text and the frame beside it. */
  readonly touching: number
  readonly besideFrame: number
  /** Ems that a gap between two characters may open: on how many lines, and at all. */
  readonly gap: { readonly shown: number; readonly share: number; readonly worst: number }
  readonly accents: number
  readonly tints: number
  /** Families of type, and kinds of frame. */
  readonly families: number
  readonly frameStyles: number
  /** Ems by which a paragraph begins in from its column's edge. */
  readonly indent: number
}

export const PAGE_LIMITS: PageLimits = {
  measure: { min: 12, max: 22 },
  seam: 0.75,
  gapRows: 2,
  holeRows: 2,
  raggedRows: 1,
  headlineFill: { one: 0.8, several: 0.62 },
  headDepth: 0.8,
  headlineSizes: 5,
  sizeStep: 1.1,
  unevenRows: 0.5,
  square: 0.17,
  pictureShare: { min: 0.12, max: 0.18 },
  touching: 3,
  besideFrame: 6,
  gap: { shown: 0.05, share: 0.05, worst: 0.1 },
  accents: 1,
  tints: 1,
  families: 3,
  frameStyles: 2,
  indent: 2,
}
