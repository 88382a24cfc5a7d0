/** Bringing pictures onto the page, swapping their files and finding missing ones again. */
import { toast } from 'sonner'
import { fileNameFor } from '../../core/contract/fileNames'
import { applySteps, type EditionStep } from '../../core/edit'
import type { Point } from '../../core/geometry'
import { frameId, type FrameId } from '../../core/ids'
import type { Picture } from '../../core/model/edition'
import { spanWidth, type Cells } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import { ok } from '../../core/result'
import {
  drawPicture,
  freeArea,
  relinkPicture,
  showPicture,
  waitingPictures,
  type Shaped,
} from '../../core/shape'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { fresh, shape, shapeTools } from '../shape/doing'
import { areaAt } from '../shape/placing'
import { bringIn, chooseFiles, slugOf } from './files'

interface Place {
  /** Takes the picture where it is a picture frame. */
  readonly frame: FrameId | null
  /** Where a frame of its own begins; null: wherever there is room. */
  readonly point: Point | null
}

interface Brought {
  readonly picture: Picture
  readonly slug: string
}

/**
 * Puts files on the page as one undo entry: the first into the picture frame it is let go
 * on, else into a frame of its own; the others wait in the list of stories.
 */
export async function putPictures(
  desk: Desk,
  text: Text,
  files: readonly File[],
  at: Place,
): Promise<void> {
  const brought: Brought[] = []
  for (const file of files) {
    const picture = await bringIn(desk, text, file)
    if (picture !== null) brought.push({ picture, slug: slugOf(file, text) })
  }
  const [first, ...others] = brought
  const put = first && putFirst(desk, text, first, at)
  if (!put) return
  const waiting = put.steps.ok ? withWaiting(desk, put.steps.value, others) : put.steps
  if (!shape(desk, text, put.label, waiting)) return
  desk.actions.selectFrame(put.frame)
  if (others.length > 0) toast(text.picturing.othersWait(others.length))
}

function withWaiting(
  desk: Desk,
  first: readonly EditionStep[],
  others: readonly Brought[],
): Shaped {
  const next = applySteps(desk.session.getSnapshot().edition, first)
  const waiting = next.ok ? waitingPictures(next.value, others, fresh) : next
  return waiting.ok ? ok([...first, ...waiting.value]) : waiting
}

/** Null where the page is gone or has no place. */
function putFirst(desk: Desk, text: Text, { picture, slug }: Brought, at: Place) {
  const { edition } = desk.session.getSnapshot()
  const target = at.frame === null ? undefined : edition.frames[at.frame]
  if (target?.kind === 'picture') {
    const steps = showPicture(edition, target.id, picture)
    return { frame: target.id, label: text.picturing.swapped, steps }
  }
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return null
  const { grid } = page
  const anywhere = (): Cells | null =>
    freeArea(edition, page, { columns: 1, rows: 4 }) ?? areaAt(desk, grid)
  const place = at.point === null ? anywhere() : areaAt(desk, at.point)
  if (place === null) return null
  const frame = frameId(`frame-${fresh()}`)
  const drawn = { id: frame, page: page.id, area: shapedFor(picture, page, place) }
  const steps = drawPicture(edition, drawn, picture, slug, fresh, shapeTools(desk))
  return { frame, label: text.picturing.placed, steps }
}

/** As many columns of the place as hold the picture's proportion, up to half the page's width. */
function shapedFor({ width, height }: Picture, { grid }: Page, place: Cells): Cells {
  const rowsFor = (columns: number): number =>
    Math.ceil((spanWidth(grid, columns) * height) / width / grid.leading) + 2
  let columns = Math.min(place.columns, Math.ceil(grid.columns / 2))
  while (columns > 1 && rowsFor(columns) > place.rows) columns -= 1
  return { ...place, columns, rows: Math.min(place.rows, rowsFor(columns)) }
}

export async function placeFromFile(desk: Desk, text: Text): Promise<void> {
  const { frame } = desk.store.get()
  await putPictures(desk, text, await chooseFiles(true), { frame, point: null })
}

/** Gives a picture another file wherever it is shown. */
async function relink(desk: Desk, text: Text, picture: Picture, file: File): Promise<boolean> {
  const found = await bringIn(desk, text, file)
  if (found === null) return false
  const { edition } = desk.session.getSnapshot()
  const shaped = relinkPicture(edition, picture.id, found)
  shape(desk, text, text.picturing.relinked, shaped)
  return shaped.ok
}

export async function relinkFromFile(desk: Desk, text: Text, picture: Picture): Promise<void> {
  for (const file of await chooseFiles(false)) await relink(desk, text, picture, file)
}

export const missingPictures = (desk: Desk): readonly Picture[] =>
  Object.values(desk.session.getSnapshot().edition.pictures).filter(
    ({ file }) => desk.pictures.stateOf(file) === 'missing',
  )

/** Relinks every missing picture for which a file of its name was chosen. */
export async function relinkByName(desk: Desk, text: Text): Promise<void> {
  const files = await chooseFiles(true)
  if (files.length === 0) return
  const missing = missingPictures(desk)
  let found = 0
  for (const picture of missing) {
    const file = files.find(({ name }) => fileNameFor(name) === picture.name)
    if (file !== undefined && (await relink(desk, text, picture, file))) found += 1
  }
  toast(text.picturing.relinkedSome(found, missing.length - found))
}
