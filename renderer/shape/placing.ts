/** Which story a drawn frame takes, and placing one without the pointer. */
import { frameId, type StoryId } from '../../core/ids'
import type { Point } from '../../core/geometry'
import { cellAt } from '../canvas/gestures/cells'
import type { Cells } from '../../core/model/grid'
import { storyForm } from '../../core/model/storySchema'
import {
  drawFrame,
  drawRule,
  emptyStory,
  frameFor,
  freeArea,
  whiteArea,
  withinGrid,
  type Drawn,
  type StoryToFrame,
} from '../../core/shape'
import { toast } from 'sonner'
import type { Desk } from '../desk/context'
import { waitingStories } from '../desk/pageStories'
import { perDesk } from '../desk/perDesk'
import type { Text } from '../i18n'
import { fresh, shape, shapeTools } from './doing'
import { fill } from './filling'

/** The waiting story in hand: the next frame drawn takes it. */
export interface InHand {
  readonly story: StoryId | null
}

export const handOf = perDesk<InHand>({ story: null })

/** The waiting story in hand when it is of the kind, else a new and empty one. */
export function storyToPlace(desk: Desk, text: Text, kind: 'story' | 'picture'): StoryToFrame {
  const { edition } = desk.session.getSnapshot()
  const { story } = handOf(desk).get()
  const held = waitingStories(edition).find((one) => one.id === story)
  if (held !== undefined && storyForm(held.doc) === kind) return { kind: 'waiting', story: held.id }
  const slug = kind === 'story' ? text.shaping.newStory : text.shaping.newPicture
  return { kind: 'new', story: emptyStory(edition, kind, slug, fresh) }
}

/** A frame drawn, the pointer chooses again. */
export function afterDrawing(desk: Desk): void {
  desk.actions.setTool('select')
  handOf(desk).set({ story: null })
}

/** Cells for a story let go at a place: the free block there, or a block of its own over what stands there. */
export function areaAt(desk: Desk, point: Point): Cells | null {
  const { edition } = desk.session.getSnapshot()
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return null
  const at = cellAt(page.grid, point)
  const columns = Math.min(2, page.grid.columns)
  const own = { ...at, columns, rows: Math.ceil(page.grid.rows / 5) }
  return freeArea(edition, page, { columns: 1, rows: 3, at }) ?? withinGrid(page.grid, own)
}

/** A frame drawn by key: at the head of the largest free place, for the arrows to shape. */
export function drawHere(desk: Desk, text: Text): boolean {
  const { edition } = desk.session.getSnapshot()
  const { tool, page: current } = desk.store.get()
  const page = edition.pages[current]
  if (page === undefined || (tool !== 'frame' && tool !== 'picture' && tool !== 'rule'))
    return false
  const free = freeArea(edition, page, { columns: 1, rows: 4 })
  if (free === null) {
    toast.error(text.shaping.noRoom)
    return true
  }
  const id = frameId(`${tool === 'rule' ? 'rule' : 'frame'}-${fresh()}`)
  const columns = Math.min(free.columns, 2)
  const area = { ...free, columns, rows: Math.min(free.rows, 12) }
  const drawn = { id, page: page.id, area }
  const { label, shaped } =
    tool === 'rule'
      ? { label: text.shaping.drawRule, shaped: drawRule(edition, drawn, 'horizontal') }
      : drawKind(desk, text, tool === 'frame' ? 'story' : 'picture', drawn)
  if (shape(desk, text, label, shaped)) desk.actions.selectFrame(id)
  afterDrawing(desk)
  return true
}

/** Keeps the largest white of the page in front for a picture or an advertisement. */
export function keepWhite(desk: Desk, text: Text): void {
  const { edition } = desk.session.getSnapshot()
  const page = edition.pages[desk.store.get().page]
  const area = page === undefined ? null : whiteArea(edition, page)
  if (page === undefined || area === null) return void toast.error(text.shaping.noRoom)
  const drawn = { id: frameId(`frame-${fresh()}`), page: page.id, area }
  const story = emptyStory(edition, 'picture', text.shaping.newPicture, fresh)
  const shaped = drawFrame(edition, drawn, { kind: 'new', story }, shapeTools(desk))
  if (shape(desk, text, text.shaping.keepWhite, shaped)) desk.actions.selectFrame(drawn.id)
}

function drawKind(desk: Desk, text: Text, kind: 'story' | 'picture', drawn: Drawn) {
  const { edition } = desk.session.getSnapshot()
  const { drawStory, drawPicture } = text.shaping
  return {
    label: kind === 'story' ? drawStory : drawPicture,
    shaped: drawFrame(edition, drawn, storyToPlace(desk, text, kind), shapeTools(desk)),
  }
}

/** Puts a waiting story on the page in front: at `area`, else into the empty frame it fits best or the largest free place. */
export function placeStory(desk: Desk, text: Text, story: StoryId, area?: Cells): boolean {
  const { edition } = desk.session.getSnapshot()
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return false
  const record = edition.stories[story]
  const blank = area === undefined && record ? frameFor(edition, page.id, record) : null
  if (blank !== null) return fill(desk, text, blank.id, story)
  const free = area ?? freeArea(edition, page, { columns: 1, rows: 4 })
  if (free === null) {
    toast.error(text.shaping.noRoom)
    return false
  }
  const id = frameId(`frame-${fresh()}`)
  const drawn = { id, page: page.id, area: free }
  const shaped = drawFrame(edition, drawn, { kind: 'waiting', story }, shapeTools(desk))
  const done = shape(desk, text, text.shaping.place, shaped)
  if (done) desk.actions.selectFrame(id)
  return done
}
