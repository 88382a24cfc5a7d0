/** What is dragged in from outside the page: a waiting story, which the page shows composed before it is let go, or picture files. */
import { useEffect, type RefObject } from 'react'
import { applySteps } from '../../core/edit'
import type { Point } from '../../core/geometry'
import { frameId, type StoryId } from '../../core/ids'
import type { PictureFrame } from '../../core/model/frame'
import { cellsRect, type Cells } from '../../core/model/grid'
import { drawFrame, type Shaped } from '../../core/shape'
import type { Desk } from '../desk/context'
import { useText, type Text } from '../i18n'
import { chipOf } from '../shape/chip'
import { fresh, shapeTools } from '../shape/doing'
import { blankAt, fill, fillSteps } from '../shape/filling'
import { areaAt, handOf, placeStory } from '../shape/placing'
import { frameAt } from './frameAt'
import { putPictures } from '../pictures/placing'
import { picturesIn } from '../pictures/files'
import { NO_GHOST } from './gestures/ghost'
import { toPage } from './viewport'

export function useDrop(area: RefObject<HTMLElement | null>, desk: Desk): void {
  const text = useText()
  useEffect(() => {
    const element = area.current
    return element === null ? undefined : listen(element, desk, text)
  }, [area, desk, text])
}

/** The picture frame at a point; files let go on anything else get a frame of their own. */
function pictureFrameAt(desk: Desk, point: Point): PictureFrame | null {
  const id = frameAt(desk, point)
  const frame = id === null ? undefined : desk.session.getSnapshot().edition.frames[id]
  return frame?.kind === 'picture' ? frame : null
}

function listen(element: HTMLElement, desk: Desk, text: Text): () => void {
  let key = ''
  const id = frameId(`frame-${fresh()}`)
  const spotOf = (event: DragEvent) => {
    const box = element.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    return { x, y, point: toPage(desk.store.get().view, x, y) }
  }
  const end = (): void => {
    key = ''
    desk.ghost.set(NO_GHOST)
    desk.store.set({ trial: null })
  }
  /** The frame or place that takes the files is marked; what they are is not told before they are let go. */
  const overWithFiles = (event: DragEvent, { point }: ReturnType<typeof spotOf>): void => {
    event.preventDefault()
    const page = desk.session.getSnapshot().edition.pages[desk.store.get().page]
    const target = pictureFrameAt(desk, point)
    const cells = target === null ? areaAt(desk, point) : target.area
    if (page !== undefined && cells !== null)
      desk.ghost.set({ ...NO_GHOST, outline: cellsRect(page.grid, cells) })
  }
  const drawnSteps = (story: StoryId, area: Cells): Shaped => {
    const { edition } = desk.session.getSnapshot()
    const drawn = { id, page: desk.store.get().page, area }
    return drawFrame(edition, drawn, { kind: 'waiting', story }, shapeTools(desk))
  }
  const over = (event: DragEvent): void => {
    if (desk.store.get().desk !== 'makeup') {
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
      return
    }
    const { story } = handOf(desk).get()
    const spot = spotOf(event)
    if (event.dataTransfer?.types.includes('Files') === true) return overWithFiles(event, spot)
    if (story === null) return
    const blank = blankAt(desk, spot.point, story)
    const cells = blank === null ? areaAt(desk, spot.point) : null
    if (blank === null && cells === null) return
    event.preventDefault()
    const now = blank ?? JSON.stringify(cells)
    if (now !== key) {
      key = now
      const { edition } = desk.session.getSnapshot()
      const shaped =
        cells === null ? fillSteps(desk, frameId(now), story) : drawnSteps(story, cells)
      const next = shaped.ok ? applySteps(edition, shaped.value) : shaped
      desk.store.set({ trial: next.ok ? next.value : null })
    }
    const frame = blank ?? id
    desk.ghost.set({ ...NO_GHOST, chip: chipOf(desk, text, { frame }, spot, null) })
  }
  const drop = (event: DragEvent): void => {
    const files = picturesIn(event.dataTransfer)
    if (files.length > 0) {
      event.preventDefault()
      const { point } = spotOf(event)
      end()
      const frame = pictureFrameAt(desk, point)?.id ?? null
      void putPictures(desk, text, files, { frame, point })
      return
    }
    const { story } = handOf(desk).get()
    if (story === null) return
    event.preventDefault()
    const { point } = spotOf(event)
    const blank = blankAt(desk, point, story)
    const cells = areaAt(desk, point)
    end()
    if (blank !== null) fill(desk, text, blank, story)
    else if (cells !== null) placeStory(desk, text, story, cells)
    handOf(desk).set({ story: null })
  }
  element.addEventListener('dragover', over)
  element.addEventListener('drop', drop)
  element.addEventListener('dragleave', end)
  return () => {
    element.removeEventListener('dragover', over)
    element.removeEventListener('drop', drop)
    element.removeEventListener('dragleave', end)
  }
}
