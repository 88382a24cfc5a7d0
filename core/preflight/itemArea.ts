import type { DisplayItem } from '../display/displayList'
import { rect, type Rect } from '../geometry'

/** Outline of an item; of a run the em boxes of its characters. */
export function areaOf(item: DisplayItem): Rect {
  switch (item.kind) {
    case 'text': {
      const last = item.offsets.at(-1) ?? 0
      const width = (last / 1000 + item.scaleX) * item.size
      return rect(item.x, item.y - 0.88 * item.size, width, item.size)
    }
    case 'polygon': {
      const xs = item.points.map(({ x }) => x)
      const ys = item.points.map(({ y }) => y)
      const [left, top] = [Math.min(...xs), Math.min(...ys)]
      return rect(left, top, Math.max(...xs) - left, Math.max(...ys) - top)
    }
    case 'fill':
    case 'picture':
      return item.rect
  }
}
