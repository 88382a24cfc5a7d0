import type { Point } from '../../core/geometry'
import type { FrameId } from '../../core/ids'
import { framesOn } from '../../core/model/edition'
import { cellsRect } from '../../core/model/grid'
import { shownEdition, type Desk } from '../desk/context'

/** The frame on top at a point: the smallest, for boxes lie on larger ones. */
export function frameAt(desk: Desk, point: Point): FrameId | null {
  const edition = shownEdition(desk)
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return null
  let found: FrameId | null = null
  let least = Infinity
  for (const frame of framesOn(edition, page.id)) {
    if (frame.kind === 'rule') continue
    const area = cellsRect(page.grid, frame.area)
    const inside =
      point.x >= area.x &&
      point.x <= area.x + area.width &&
      point.y >= area.y &&
      point.y <= area.y + area.height
    if (inside && area.width * area.height < least) {
      found = frame.id
      least = area.width * area.height
    }
  }
  return found
}
