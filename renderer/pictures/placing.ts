/** Bringing pictures onto the page, swapping their files and finding missing ones again. */
import { toast } from 'sonner'
import { fileNameFor } from '../../core/contract/fileNames'
import type { Point } from '../../core/geometry'
import { frameId, type FrameId } from '../../core/ids'
import type { Picture } from '../../core/model/edition'
import { spanWidth, type Cells } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import { drawPicture, freeArea, relinkPicture, showPicture } from '../../core/shape'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { fresh, shape, shapeTools } from '../shape/doing'
import { areaAt } from '../shape/placing'
import { bringIn, chooseFiles, slugOf } from './files'

/** Puts a file on the page: into the picture frame it is let go on, else into a frame of its own. */
export async function putPicture(
  desk: Desk,
  text: Text,
  file: File,
  at: { readonly frame: FrameId | null; readonly point: Point | null },
): Promise<void> {
  const picture = await bringIn(desk, text, file)
  if (picture === null) return
  const { edition } = desk.session.getSnapshot()
  const target = at.frame === null ? undefined : edition.frames[at.frame]
  if (target?.kind === 'picture') {
    const shaped = showPicture(edition, target.id, picture)
    if (shape(desk, text, text.picturing.swapped, shaped)) desk.actions.selectFrame(target.id)
    return
  }
  const page = edition.pages[desk.store.get().page]
  if (page === undefined) return
  const { grid } = page
  const anywhere = (): Cells | null =>
    freeArea(edition, page, { columns: 1, rows: 4 }) ?? areaAt(desk, grid)
  const place = at.point === null ? anywhere() : areaAt(desk, at.point)
  if (place === null) return
  const id = frameId(`frame-${fresh()}`)
  const drawn = { id, page: page.id, area: shapedFor(picture, page, place) }
  const tools = shapeTools(desk)
  const shaped = drawPicture(edition, drawn, picture, slugOf(file, text), fresh, tools)
  if (shape(desk, text, text.picturing.placed, shaped)) desk.actions.selectFrame(id)
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
  for (const file of await chooseFiles(false))
    await putPicture(desk, text, file, { frame, point: null })
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
