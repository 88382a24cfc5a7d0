/** Frame tools: a drag draws a frame over the cells it covers, a rule along a row or a gutter. */
import { frameId } from '../../../core/ids'
import { between, drawFrame, drawRule } from '../../../core/shape'
import { fresh, shapeTools } from '../../shape/doing'
import { afterDrawing, storyToPlace } from '../../shape/placing'
import { cellAt, columnsAt, rowsAt, snapLines } from './cells'
import type { Drag, Gesture, Glass, Press } from './gesture'
import { trialDrag } from './trial'

export const draw: Gesture = (press, glass) => {
  const { tool } = glass.desk.store.get()
  if (press.button !== 0) return null
  glass.element.focus({ preventScroll: true })
  if (tool === 'rule') return ruleDrag(press, glass)
  if (tool !== 'frame' && tool !== 'picture') return null
  const { desk, text } = glass
  const { edition } = desk.session.getSnapshot()
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return {}
  const kind = tool === 'frame' ? 'story' : 'picture'
  const start = cellAt(page.grid, press.point)
  const id = frameId(`frame-${fresh()}`)
  const story = storyToPlace(desk, text, kind)
  const drag = trialDrag(glass, ({ point }) => {
    const area = between(start, cellAt(page.grid, point))
    return {
      key: JSON.stringify(area),
      label: kind === 'story' ? text.shaping.drawStory : text.shaping.drawPicture,
      steps: () =>
        drawFrame(
          desk.session.getSnapshot().edition,
          { id, page: page.id, area },
          story,
          shapeTools(desk),
        ),
      frame: id,
      choose: [id],
      ghost: { snaps: snapLines(edition, page, area, [id]) },
    }
  })
  return { ...drag, drop: (spot) => (drag.drop?.(spot), afterDrawing(desk)) }
}

function ruleDrag(press: Press, glass: Glass): Drag {
  const { desk, text } = glass
  const page = desk.session.getSnapshot().edition.pages[desk.store.get().page]
  if (page === undefined) return {}
  const { grid } = page
  const id = frameId(`rule-${fresh()}`)
  const drag = trialDrag(glass, ({ point }) => {
    const across = Math.abs(point.x - press.point.x) >= Math.abs(point.y - press.point.y)
    const area = between(cellAt(grid, press.point), cellAt(grid, point))
    const on = across
      ? { ...area, row: Math.round(rowsAt(grid, press.point.y)) }
      : { ...area, column: Math.round(columnsAt(grid, press.point.x + grid.gutter / 2)) }
    return {
      key: `${across} ${JSON.stringify(on)}`,
      label: text.shaping.drawRule,
      steps: () =>
        drawRule(
          desk.session.getSnapshot().edition,
          { id, page: page.id, area: on },
          across ? 'horizontal' : 'vertical',
        ),
      frame: id,
      choose: [id],
    }
  })
  return { ...drag, drop: (spot) => (drag.drop?.(spot), afterDrawing(desk)) }
}
