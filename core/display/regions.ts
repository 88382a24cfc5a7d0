import { rect, type Rect } from '../geometry'
import type { FrameId, StoryId } from '../ids'
import type { PageDisplay } from './displayList'

/** Where a story stands on a page: the box around its lines in one frame. */
export interface StoryRegion {
  readonly story: StoryId
  readonly frame: FrameId | null
  /** Points from the trim's upper left corner. */
  readonly area: Rect
}

/** Parts of an em above and below the baseline that a line takes. */
const ASCENT = 0.88
const DESCENT = 0.12

/** The regions of a page, in reading order. Lines that belong to no story have none. */
export function storyRegions(page: PageDisplay): readonly StoryRegion[] {
  const regions = new Map<string, StoryRegion>()
  for (const { story, frame, x, y, size, setWidth } of page.lines) {
    if (story === null) continue
    const width = (setWidth * size) / 1000
    const line = rect(x, y - ASCENT * size, width, (ASCENT + DESCENT) * size)
    const key = `${story} ${frame ?? ''}`
    const known = regions.get(key)
    regions.set(key, { story, frame, area: known === undefined ? line : around(known.area, line) })
  }
  return [...regions.values()]
}

function around(a: Rect, b: Rect): Rect {
  const left = Math.min(a.x, b.x)
  const top = Math.min(a.y, b.y)
  return rect(
    left,
    top,
    Math.max(a.x + a.width, b.x + b.width) - left,
    Math.max(a.y + a.height, b.y + b.height) - top,
  )
}
