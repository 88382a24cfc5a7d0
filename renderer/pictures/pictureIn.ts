import type { FrameId } from '../../core/ids'
import type { Edition, Picture } from '../../core/model/edition'
import type { PictureFrame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { middleOf, pictureBox, pictureOf, type Crop } from '../../core/shape'

export interface PictureInFrame {
  readonly frame: PictureFrame
  readonly page: Page
  readonly picture: Picture
  readonly box: ReturnType<typeof pictureBox>
  /** The part that shows, set or not. */
  readonly crop: Crop
}

/** A picture frame with its file; null for any other frame and one without a picture. */
export function pictureIn(edition: Edition, id: FrameId | null): PictureInFrame | null {
  const frame = id === null ? undefined : edition.frames[id]
  const page = frame && edition.pages[frame.page]
  if (frame?.kind !== 'picture' || page === undefined) return null
  const picture = pictureOf(edition, frame.story)
  if (picture === null) return null
  const box = pictureBox(page, frame)
  return { frame, page, picture, box, crop: frame.crop ?? middleOf(picture, box) }
}
