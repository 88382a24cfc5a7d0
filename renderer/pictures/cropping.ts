/** The part of a picture that shows: moved and zoomed by keys, wheel and numbers. */
import type { Point } from '../../core/geometry'
import { panCrop, setCrop, zoomCrop, type Crop } from '../../core/shape'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { shape } from '../shape/doing'
import { pictureIn } from './pictureIn'

/** Crops that follow each other are one undo entry until the hand rests this long, in milliseconds. */
const REST = 600
/** A notch of the wheel makes the picture larger by about a twelfth. */
const PER_PIXEL = 0.0008
/** A key moves it by a part of what shows, and zooms it by this. */
const STEP = 0.01
const ZOOM = 1.05

const cropped = new WeakMap<Desk, number>()

const heldBy = (desk: Desk) => pictureIn(desk.session.getSnapshot().edition, desk.store.get().frame)

export function changeCrop(desk: Desk, text: Text, change: (crop: Crop) => Crop | null): void {
  const held = heldBy(desk)
  if (held === null) return
  const now = performance.now()
  if (now - (cropped.get(desk) ?? -Infinity) > REST) desk.session.closeGroup()
  cropped.set(desk, now)
  const { edition } = desk.session.getSnapshot()
  const shaped = setCrop(edition, held.frame.id, change(held.crop))
  shape(desk, text, text.picturing.crop, shaped, `crop ${held.frame.id}`)
}

export const zoomPicture = (
  desk: Desk,
  text: Text,
  factor: number,
  at?: { readonly x: number; readonly y: number },
): void => changeCrop(desk, text, (crop) => zoomCrop(crop, factor, at))

export function toggleCropping(desk: Desk): void {
  const held = heldBy(desk)
  const { cropping } = desk.store.get()
  desk.store.set({ cropping: !cropping && held !== null && !held.frame.locked })
}

/** Over a picture in hand the wheel zooms it, at the pointer. */
export function cropWheel(desk: Desk, text: Text, point: Point, delta: number): boolean {
  const held = desk.store.get().cropping ? heldBy(desk) : null
  if (held === null) return false
  const x = (point.x - held.box.x) / held.box.width
  const y = (point.y - held.box.y) / held.box.height
  if (x < 0 || x > 1 || y < 0 || y > 1) return false
  zoomPicture(desk, text, Math.exp(-delta * PER_PIXEL), { x, y })
  return true
}

const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const ZOOMS: Readonly<Record<string, number>> = { '+': ZOOM, '=': ZOOM, '-': 1 / ZOOM }

/** Keys while a picture is in hand: arrows move it, + and − make it larger and smaller, 0 shows its middle, Enter ends. */
export function cropKey(event: KeyboardEvent, desk: Desk, text: Text): boolean {
  if (!desk.store.get().cropping || event.ctrlKey || event.metaKey || event.altKey) return false
  const arrow = ARROWS[event.key]
  const zoom = ZOOMS[event.key]
  if (arrow !== undefined) {
    const step = event.shiftKey ? 5 * STEP : STEP
    changeCrop(desk, text, (crop) =>
      panCrop(crop, -arrow[0] * step * crop.width, -arrow[1] * step * crop.height),
    )
  } else if (zoom !== undefined) zoomPicture(desk, text, zoom)
  else if (event.key === '0') changeCrop(desk, text, () => null)
  else if (event.key === 'Enter') desk.store.set({ cropping: false })
  else return false
  return true
}
