import type { PageDisplay } from '../../../core/display/displayList'
import { sheetEdge } from '../../../core/display/sheet'
import { pt, type Pt } from '../../../core/units'
import type { PdfDictionary } from './pdfFile'

export interface Sheet {
  /** Place of the trim's upper left corner in the sheet's coordinates, y upwards. */
  readonly left: number
  readonly top: number
  readonly height: number
  /** MediaBox, TrimBox and BleedBox of the page dictionary. */
  readonly boxes: PdfDictionary
}

/** Trim ⊆ bleed ⊆ media, the trim exact; `strip` is the paper for marks around the bleed. */
export function sheetOf(page: PageDisplay, strip: Pt = pt(0)): Sheet {
  const { trim, bleed } = page
  const edge = sheetEdge({ ...page, bleed: pt(bleed + strip) })
  const around = (margin: number): number[] => [
    edge - margin,
    edge - margin,
    edge + trim.width + margin,
    edge + trim.height + margin,
  ]
  return {
    left: edge,
    top: edge + trim.height,
    height: 2 * edge + trim.height,
    boxes: { MediaBox: around(edge), BleedBox: around(bleed), TrimBox: around(0) },
  }
}
