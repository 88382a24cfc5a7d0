/** Boxes in the text of the chosen frame, on the page: measured once for each edition and frame. */
import type { Rect } from '../../core/geometry'
import type { FrameId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { insetRects } from '../../core/shape'
import { shownEdition, type Desk } from '../desk/context'
import { shapeTools } from '../shape/doing'

export interface InsetOnPage {
  readonly block: string
  readonly rect: Rect
}

const known = new WeakMap<
  Edition,
  { readonly frame: FrameId; readonly insets: readonly InsetOnPage[] }
>()

export function insetsOf(desk: Desk): readonly InsetOnPage[] {
  const { frame: id, also } = desk.store.get()
  const edition = shownEdition(desk)
  const frame = id === null ? undefined : edition.frames[id]
  if (frame?.kind !== 'story' || frame.insets.length === 0 || also.length > 0) return []
  const made = known.get(edition)
  if (made?.frame === frame.id) return made.insets
  const insets = insetRects(edition, frame.id, shapeTools(desk))
  known.set(edition, { frame: frame.id, insets })
  return insets
}
