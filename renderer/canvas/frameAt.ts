import { rect, type Point, type Rect } from '../../core/geometry'
import type { FrameId } from '../../core/ids'
import { framesOn } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import { cellsRect, type Grid } from '../../core/model/grid'
import { layoutRule } from '../../core/compose/rules'
import { BLACK } from '../../core/ink'
import { shownEdition, type Desk } from '../desk/context'

/** CSS pixels either side of a rule that answer for it. */
const RULE_REACH = 5

/** Where a frame is drawn: its cells, or a rule's own line. */
export const frameRect = (grid: Grid, frame: Frame): Rect =>
  frame.kind === 'rule' ? layoutRule(frame, grid, BLACK).rect : cellsRect(grid, frame.area)

const widened = (r: Rect, by: number): Rect =>
  rect(r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by)

/** The frame on top at a point: a rule near it, else the smallest, for boxes lie on larger ones. */
export function frameAt(desk: Desk, point: Point): FrameId | null {
  const edition = shownEdition(desk)
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return null
  const reach = RULE_REACH / desk.store.get().view.zoom
  let found: FrameId | null = null
  let least = Infinity
  for (const frame of framesOn(edition, page.id)) {
    const drawn = frameRect(page.grid, frame)
    const area = frame.kind === 'rule' ? widened(drawn, reach) : drawn
    const inside =
      point.x >= area.x &&
      point.x <= area.x + area.width &&
      point.y >= area.y &&
      point.y <= area.y + area.height
    const size = frame.kind === 'rule' ? 0 : area.width * area.height
    if (inside && size < least) {
      found = frame.id
      least = size
    }
  }
  return found
}
