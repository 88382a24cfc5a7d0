import type { PageId, StoryId } from '../ids'
import type { Mm } from '../units'
import type { Grid } from './grid'

export interface Sheet {
  readonly width: Mm
  readonly height: Mm
  readonly bleed: Mm
}

/** 报眉 above the type area and the line at its foot: sizes are template data. */
export interface PageFurniture {
  /** Distance of the head rule above the type area and of the foot line below it, in points. */
  readonly headGap: number
  readonly footGap: number
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
