/** The slip at the pointer, from what the composer made of the trial. */
import type { FrameId, StoryId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import type { StoryFit } from '../../core/compose'
import { effectivePpi } from '../../core/shape'
import { pictureIn } from '../pictures/pictureIn'
import { frameRect } from '../canvas/frameAt'
import type { Chip } from '../canvas/gestures/ghost'
import type { Spot } from '../canvas/gestures/gesture'
import { shownEdition, type Desk } from '../desk/context'
import { fitKind, fitWords } from '../desk/pageStories'
import type { Text } from '../i18n'
import { millimetres } from './doing'

/** `note` stands for what was before: why nothing happens. */
export function chipOf(
  desk: Desk,
  text: Text,
  { frame: id, inset: block }: { readonly frame: FrameId | null; readonly inset?: string },
  { x, y }: Pick<Spot, 'x' | 'y'>,
  note: string | null,
): Chip | null {
  const edition = shownEdition(desk)
  const frame = id === null ? undefined : edition.frames[id]
  const page = frame && edition.pages[frame.page]
  if (frame === undefined || page === undefined)
    return note === null ? null : { x, y, size: '', fit: null, note }
  const area = frameRect(page.grid, frame)
  const inset = frame.kind === 'story' ? frame.insets.find((one) => one.block === block) : undefined
  const size =
    inset !== undefined
      ? text.shaping.insetCells(String(Math.round(inset.width / 100) / 10), inset.rows)
      : frame.kind === 'rule'
        ? text.shaping.length(
            millimetres(frame.direction === 'horizontal' ? area.width : area.height),
          )
        : `${text.shaping.cells(frame.area.columns, frame.area.rows)}　${text.millimetres(
            millimetres(area.width),
            millimetres(area.height),
          )}`
  if (frame.kind !== 'story') {
    const held = pictureIn(edition, frame.id)
    const ppi = held && Math.round(effectivePpi(held.picture, held.crop, held.box))
    const resolution = ppi === null ? '' : text.picturing.ppi(ppi)
    return { x, y, size, fit: null, note: note ?? resolution }
  }
  const now = fitOf(desk, edition, frame.story)
  const was = fitOf(desk, desk.session.getSnapshot().edition, frame.story)
  const words = fitWords(now, text)
  const before = was === null ? words : fitWords(was, text)
  return {
    ...{ x, y, size },
    fit: { kind: fitKind(now), words },
    note: note ?? (before === words ? '' : text.shaping.before(before)),
  }
}

const fitOf = ({ composer }: Desk, edition: Edition, story: StoryId): StoryFit | null =>
  composer.compose(edition).stories.find((fit) => fit.story === story) ?? null
