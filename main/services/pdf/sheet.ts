import type { PageDisplay } from '../../../core/display/displayList'
import type { PdfDictionary } from './pdfFile'

/**
 * The sheet's edge around the trim is widened from the bleed to a multiple of
 * this many points, one pixel at 75 ppi and four at 300: a raster of the PDF
 * then lies pixel on pixel over a raster of the trim, so that the two can be
 * compared, and so that imposition gets no half pixels.
 */
const SHEET_STEP = 0.96

export interface Sheet {
  /** Place of the trim's upper left corner in the sheet's coordinates, y upwards. */
  readonly left: number
  readonly top: number
  /** MediaBox, TrimBox and BleedBox of the page dictionary. */
  readonly boxes: PdfDictionary
}

/** Trim ⊆ bleed ⊆ media, the trim exact. */
export function sheetOf(page: PageDisplay): Sheet {
  const { trim, bleed } = page
  const edge = Math.ceil(bleed / SHEET_STEP - 1e-6) * SHEET_STEP
  const around = (margin: number): number[] => [
    edge - margin,
    edge - margin,
    edge + trim.width + margin,
    edge + trim.height + margin,
  ]
  return {
    left: edge,
    top: edge + trim.height,
    boxes: { MediaBox: around(edge), BleedBox: around(bleed), TrimBox: around(0) },
  }
}
