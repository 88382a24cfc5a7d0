/** A double click on a picture takes it in hand; then a drag moves it under its window. */
import { panCrop, setCrop } from '../../../core/shape'
import { pictureIn, type PictureInFrame } from '../../pictures/pictureIn'
import { frameAt } from '../frameAt'
import type { Drag, Gesture, Glass, Press } from './gesture'
import { trialDrag } from './trial'

export const crop: Gesture = (press, glass) => {
  const { desk, element } = glass
  const { tool, selection, cropping, frame } = desk.store.get()
  if (press.button !== 0 || tool !== 'select' || selection !== null) return null
  const under = pictureIn(desk.session.getSnapshot().edition, frameAt(desk, press.point))
  const hit = under !== null && within(under, press)
  if (cropping && hit && under.frame.id === frame) {
    element.focus({ preventScroll: true })
    return cropDrag(glass, press, under)
  }
  if (cropping) desk.store.set({ cropping: false })
  if (!hit || press.count !== 2 || under.frame.locked) return null
  desk.actions.selectFrame(under.frame.id)
  desk.store.set({ cropping: true })
  return cropDrag(glass, press, under)
}

const within = ({ box }: PictureInFrame, { point }: Press): boolean =>
  point.x >= box.x &&
  point.x <= box.x + box.width &&
  point.y >= box.y &&
  point.y <= box.y + box.height

function cropDrag(glass: Glass, press: Press, held: PictureInFrame): Drag {
  const { desk, text } = glass
  const { frame, box } = held
  return trialDrag(glass, ({ point }) => {
    const dx = ((point.x - press.point.x) / box.width) * held.crop.width
    const dy = ((point.y - press.point.y) / box.height) * held.crop.height
    const moved = panCrop(held.crop, -dx, -dy)
    return {
      key: JSON.stringify(moved),
      label: text.picturing.crop,
      steps: () => setCrop(desk.session.getSnapshot().edition, frame.id, moved),
      frame: frame.id,
    }
  })
}
