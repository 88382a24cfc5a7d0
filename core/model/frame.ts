/** What stands on a page. Positions are grid cells, so a frame survives a change of template sizes. */
import type { FrameId, PageId, RubricId, StoryId } from '../ids'
import type { MilliEm, Pt } from '../units'
import type { Cells } from './grid'
import type { HeadlineFace } from './styleSheet'

interface FrameBase {
  readonly id: FrameId
  readonly page: PageId
  readonly area: Cells
  /** Fixed by hand: make-up works around it. */
  readonly locked: boolean
}

/**
 * Where a headline group stands among the text of its frame: over which text
 * columns, counted from 0, and in which row from the frame's head. Only from
 * three lines of text above and below on does it stand in mid-text; asked for
 * nearer to an end, or to where it would reach over one, it goes to the nearest
 * such row, and to the head of a frame too shallow for that.
 */
export interface HeadPlace {
  readonly column: number
  readonly columns: number
  readonly row: number
}

/** The headline group of a story's first frame. */
export interface Head {
  /** Index into StyleSheet.levels. */
  readonly level: number
  readonly face: HeadlineFace
  /** Characters of the 主题 after which it turns to a new line; stored, never recomputed by the composer. */
  readonly turns: readonly number[]
  /** Times its level's sizes (`headSizes`); missing: 1. A page that is short of copy sets all its headlines larger. */
  readonly scale?: number
  /** Least depth in rows; what the lines do not need is white, over and under the group more than between its parts. Missing: as little as they need. */
  readonly rows?: number
  /** 竖题: the 主题 stands left or right of the text; where it cannot, it lies over it. */
  readonly vertical?: 'left' | 'right'
  /** Missing: over all columns, the text below it (盖文). A 竖题 has none while it stands. */
  readonly place?: HeadPlace
}

/**
 * A box in a frame's text: a reading tip, an editor's note or a picture. `x`
 * and `width` count from the left of the text in thousandths of the body em,
 * `row` from the first text row; the text runs around it in whole rows.
 */
export interface Inset {
  /** The `id` attribute of the block in the story's document. */
  readonly block: string
  readonly x: MilliEm
  readonly width: MilliEm
  readonly row: number
  readonly rows: number
}

/** One segment of a story: its headline area, its text columns and the boxes in them. */
export interface StoryFrame extends FrameBase {
  readonly kind: 'story'
  readonly story: StoryId
  /** Place in the story's thread (串文): lower comes first. */
  readonly order: number
  readonly rubric: RubricId | null
  /** 破栏: number and measure (in characters) of the text columns; gutters share what is left. */
  readonly text: { readonly columns: number; readonly measure: number }
  /** Kept free left and right of the text, for frames inside a box. */
  readonly padding: Pt
  /** Null on a frame that continues a story; the jump's short headline stands there instead. */
  readonly head: Head | null
  readonly insets: readonly Inset[]
}

/** A picture story: the picture, then title, caption and credit below it. */
export interface PictureFrame extends FrameBase {
  readonly kind: 'picture'
  readonly story: StoryId
  /** Rows of the area that the picture takes; the rest holds its words. */
  readonly pictureRows: number
  /** Part of the picture that shows, as fractions of its size; null = cropped evenly to the frame's proportion. */
  readonly crop: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
  readonly padding: Pt
  readonly tint: boolean
}

/**
 * A rule between stories. It lies on the upper edge of its cells (horizontal)
 * or in the gutter left of them (vertical); `rows` or `columns` is its length.
 */
export interface RuleFrame extends FrameBase {
  readonly kind: 'rule'
  readonly direction: 'horizontal' | 'vertical'
  readonly weight: Pt
  /** Part of a row below the area's upper edge. */
  readonly offset: number
}

export type Frame = StoryFrame | PictureFrame | RuleFrame

/** 栏目: a title and a box or a rule around its member frames (those that name it). */
export interface Rubric {
  readonly id: RubricId
  readonly page: PageId
  /** A story whose document is one standing line. */
  readonly title: StoryId
  readonly area: Cells
  readonly titleRows: number
  readonly style: 'box' | 'rule'
}
