import { assertNever } from '../result'
import { pt, type Pt } from '../units'
import type { PictureId } from '../ids'
import type { DisplayItem, Fill, PageDisplay, PictureItem, Polygon, TextRun } from './displayList'

/** What a painter does with each kind of item. A new kind is a compile error in every painter. */
export interface Visitor {
  text(item: TextRun): void
  fill(item: Fill): void
  polygon(item: Polygon): void
  picture(item: PictureItem): void
}

/** The one traversal of a page, in painting order. Every painter goes through it, so none can skip an item. */
export function walk(page: PageDisplay, visitor: Visitor): void {
  for (const item of page.items) visit(item, visitor)
}

function visit(item: DisplayItem, visitor: Visitor): void {
  switch (item.kind) {
    case 'text':
      return visitor.text(item)
    case 'fill':
      return visitor.fill(item)
    case 'polygon':
      return visitor.polygon(item)
    case 'picture':
      return visitor.picture(item)
    default:
      return assertNever(item)
  }
}

/** The pictures of a page, each once, in painting order. */
export function picturesOf(page: PageDisplay): ReadonlySet<PictureId> {
  const ids = new Set<PictureId>()
  for (const item of page.items) if (item.kind === 'picture') ids.add(item.picture)
  return ids
}

/** Where glyph `index` of a run starts on the page, in points; on the baseline `run.y`. */
export const glyphX = (run: TextRun, index: number): Pt =>
  pt(run.x + ((run.offsets[index] ?? 0) * run.size) / 1000)
