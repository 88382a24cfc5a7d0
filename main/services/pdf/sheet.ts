import type { PageDisplay } from '../../../core/display/displayList'
import { sheetEdge } from '../../../core/display/sheet'
import type { PdfDictionary } from './pdfFile'

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
  const edge = sheetEdge(page)
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
