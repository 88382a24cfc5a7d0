/** A box in the text of the chosen frame: a press chooses it, a drag moves it from column to column, its handles size it. */
import type { Inset, StoryFrame } from '../../../core/model/frame'
import { columnSpan, columnsOf, placeInset, textAreaIn } from '../../../core/shape'
import { milliEm } from '../../../core/units'
import { shapeTools } from '../../shape/doing'
import { handleUnder, type Handle } from '../handles'
import { insetsOf } from '../insets'
import { toScreen } from '../viewport'
import type { Gesture, Glass, Press, Spot } from './gesture'
import { trialDrag } from './trial'

type Area = NonNullable<ReturnType<typeof textAreaIn>>

export const inset: Gesture = (press, glass) => {
  const { desk } = glass
  const { tool, selection, frame: id, view, inset: chosen } = desk.store.get()
  if (press.button !== 0 || tool !== 'select' || selection !== null || press.count > 1) return null
  const frame = id === null ? undefined : desk.session.getSnapshot().edition.frames[id]
  if (frame?.kind !== 'story') return null
  for (const { block, rect } of insetsOf(desk)) {
    const r = toScreen(view, rect)
    const { x, y } = press
    const handle = block === chosen ? handleUnder(r, 'both', x, y) : null
    const within = x >= r.x && x <= r.x + r.width && y >= r.y && y <= r.y + r.height
    const own = frame.insets.find((one) => one.block === block)
    if (own === undefined || (handle === null && !within)) continue
    desk.store.set({ inset: block })
    glass.element.focus({ preventScroll: true })
    return insetDrag(glass, press, frame, own, handle)
  }
  if (chosen !== null) desk.store.set({ inset: null })
  return null
}

function insetDrag(
  glass: Glass,
  press: Press,
  frame: StoryFrame,
  own: Inset,
  handle: Handle | null,
) {
  const { desk, text } = glass
  const { session } = desk
  const { edition } = session.getSnapshot()
  const area = textAreaIn(edition, frame.id, shapeTools(desk))
  const page = edition.pages[frame.page]
  if (area === null || page === undefined) return {}
  const { leading } = page.grid
  return trialDrag(glass, (spot) => {
    const ems = Math.round(((spot.point.x - press.point.x) / area.size) * 1000)
    const rows = Math.round((spot.point.y - press.point.y) / leading)
    const free =
      handle === null
        ? { ...own, x: milliEm(Math.max(0, own.x + ems)), row: Math.max(0, own.row + rows) }
        : pulled(own, handle, ems, rows)
    const wanted = snapped(free, own, handle, area, spot)
    return {
      key: JSON.stringify(wanted),
      label: handle === null ? text.shaping.insetMoved : text.shaping.insetResized,
      steps: () => placeInset(session.getSnapshot().edition, frame.id, wanted, shapeTools(desk)),
      frame: frame.id,
      inset: own.block,
    }
  })
}

function pulled(own: Inset, { across, down }: Handle, ems: number, rows: number): Inset {
  const left = across < 0 ? Math.min(Math.max(-own.x, ems), own.width - 1000) : 0
  const top = down < 0 ? Math.min(Math.max(-own.row, rows), own.rows - 1) : 0
  return {
    block: own.block,
    x: milliEm(own.x + left),
    width: milliEm(Math.max(1000, own.width - left + (across > 0 ? ems : 0))),
    row: own.row + top,
    rows: Math.max(1, own.rows - top + (down > 0 ? rows : 0)),
  }
}

/** Boxes stand in whole columns; with Ctrl they stand free, character by character. */
function snapped(
  free: Inset,
  own: Inset,
  handle: Handle | null,
  area: Area,
  { ctrl }: Pick<Spot, 'ctrl'>,
): Inset {
  const whole = (value: number) => milliEm(Math.round(value / 1000) * 1000)
  if (ctrl) return { ...free, x: whole(free.x), width: whole(free.width) }
  if (handle?.across === 0) return free
  const pitch = Math.round((area.pitch / area.size) * 1000)
  const filled = columnsOf(own, area)
  if (handle === null && filled === null) return { ...free, x: nearestColumn(free, pitch, area) }
  const columns =
    handle === null
      ? (filled?.columns ?? 1)
      : Math.max(1, Math.round((free.width - area.measure) / pitch) + 1)
  const column =
    handle !== null && handle.across < 0
      ? Math.round((own.x + own.width - area.measure) / pitch) + 1 - columns
      : Math.round(free.x / pitch)
  return { ...free, ...columnSpan(area, column, columns) }
}

/** A box narrower or wider than columns keeps its width, and one of its edges goes to a column's. */
function nearestColumn({ x, width }: Inset, pitch: number, area: Area) {
  const left = Math.round(x / pitch) * pitch
  const right = Math.round((x + width - area.measure) / pitch) * pitch + area.measure - width
  const best = Math.abs(left - x) <= Math.abs(right - x) ? left : right
  return milliEm(Math.max(0, Math.abs(best - x) < pitch / 6 ? best : Math.round(x / 1000) * 1000))
}
