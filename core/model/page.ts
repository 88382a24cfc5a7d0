import type { PageId, StoryId } from '../ids'
import type { Mm, Pt } from '../units'
import type { Grid } from './grid'
import type { TextStyle } from './styles'

export interface Sheet {
  readonly width: Mm
  readonly height: Mm
  readonly bleed: Mm
}

/** 报眉 above the type area and the line at its foot: sizes and faces are template data. */
export interface PageFurniture {
  /** From the 文武线 down to the type area, and from the type area down to the foot line. */
  readonly headGap: Pt
  readonly footGap: Pt
  /** 文武线: the thick and the thin rule under the 报眉. */
  readonly thickRule: Pt
  readonly thinRule: Pt
  /** 报名, section, date and 版次 in the 报眉; the line at the foot. */
  readonly name: TextStyle
  readonly section: TextStyle
  readonly date: TextStyle
  readonly folio: TextStyle
  readonly foot: TextStyle
}

export interface Page {
  readonly id: PageId
  /** Place in the edition: lower comes first. */
  readonly order: number
  /** 版次 as printed, e.g. `07`. */
  readonly folio: string
  /** Name of the section in the 报眉, e.g. 要闻. */
  readonly section: string
  readonly template: string
  readonly sheet: Sheet
  readonly grid: Grid
  readonly styleSheet: string
  readonly furniture: PageFurniture
  /** Standing lines from the manuscript (责编 …), set at the foot; each a story of lines. */
  readonly credits: readonly StoryId[]
}
