/** 反解: an edition taken apart again into pages, regions and stories with fields. */
import { storyRegions } from '../../../core/display/regions'
import type { PageDisplay } from '../../../core/display/displayList'
import { toStoriesJson, type ItemJson } from '../../../core/manuscript/toStoriesJson'
import type { Edition } from '../../../core/model/edition'
import { mmFromPt, pt } from '../../../core/units'

export interface ArchivePage {
  readonly folio: string
  readonly section: string
  /** File name of its picture. */
  readonly image: string
  /** Of the trim, in millimetres. */
  readonly width: number
  readonly height: number
  readonly regions: readonly ArchiveRegion[]
}

/** In percent of the page, as overlays want it. */
export interface ArchiveRegion {
  readonly story: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Archive {
  readonly publication: string
  readonly date: string
  readonly pages: readonly ArchivePage[]
  /** Every story once, in manuscript order, with all its fields. */
  readonly stories: readonly ItemJson[]
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** The archive of an edition whose pages have these displays; `imageOf` names a page's picture. */
export function archiveOf(
  edition: Edition,
  pages: readonly PageDisplay[],
  imageOf: (folio: string) => string,
): Archive {
  return {
    publication: edition.meta.publication,
    date: edition.meta.date,
    pages: pages.map((page) => ({
      folio: page.folio,
      section: edition.pages[page.page]?.section ?? '',
      image: imageOf(page.folio),
      width: rounded(mmFromPt(page.trim.width)),
      height: rounded(mmFromPt(page.trim.height)),
      regions: storyRegions(page).map(({ story, area }) => ({
        story,
        left: rounded((area.x / page.trim.width) * 100),
        top: rounded((area.y / page.trim.height) * 100),
        width: rounded((pt(area.width) / page.trim.width) * 100),
        height: rounded((pt(area.height) / page.trim.height) * 100),
      })),
    })),
    stories: toStoriesJson(edition),
  }
}
