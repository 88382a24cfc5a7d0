import { rect, type Rect } from '../geometry'
import { pt, type Pt } from '../units'
import type { PageDisplay } from './displayList'

/**
 * The sheet's edge around the trim is the bleed widened to a multiple of this
 * many points: one pixel at 75 ppi, four at 300. A raster of the sheet then
 * lies pixel on pixel over a raster of the trim, so that proofs compare.
 */
const STEP = 0.96

/** Width of the paper shown around the trim where bleed is shown; 0 without bleed. */
export const sheetEdge = (page: PageDisplay): Pt =>
  pt(Math.max(0, Math.ceil(page.bleed / STEP - 1e-6)) * STEP)

/** The paper that is drawn, in points of the page: the trim, or with `bleed` the whole sheet. */
export const paper = (page: PageDisplay, bleed: boolean): Rect => {
  const edge = bleed ? sheetEdge(page) : 0
  return rect(0 - edge, 0 - edge, page.trim.width + 2 * edge, page.trim.height + 2 * edge)
}
