/** Pictures in their frames: which file, which part of it, and the words below. */
import { evenCrop } from '../compose/picture'
import { inset, rect, type Rect } from '../geometry'
import { type FrameId, type PictureId, type StoryId } from '../ids'
import type { Edition, Picture } from '../model/edition'
import type { PictureFrame } from '../model/frame'
import { cellsRect } from '../model/grid'
import type { Page } from '../model/page'
import { storySchema } from '../model/storySchema'
import { recordOf } from '../model/tables'
import { ok } from '../result'
import { openFrame, refuse, stepsOf, type Shaped } from './shaped'

export type Crop = NonNullable<PictureFrame['crop']>

/** Resolution below which a picture looks coarse on newsprint, and the one wanted, in pixels an inch. */
export const WANTED_PPI = 200
export const COARSE_PPI = 150

/** How small a part of a picture may be shown, as a fraction of either side. */
const LEAST_PART = 0.02

/** Where the picture itself stands on the page, its words left out. */
export function pictureBox(page: Page, frame: PictureFrame): Rect {
  const room = inset(cellsRect(page.grid, frame.area), frame.padding)
  return rect(room.x, room.y, room.width, frame.pictureRows * page.grid.leading - frame.padding)
}

/** The picture that a story shows; null for one without a file. */
export function pictureOf(edition: Edition, story: StoryId): Picture | null {
  const figure = recordOf(edition, 'stories', story)?.doc.firstChild
  const id: unknown = figure?.attrs['picture']
  return typeof id === 'string' ? recordOf(edition, 'pictures', id) : null
}

type Sides = Pick<Picture, 'width' | 'height'>

/** The largest middle part that has the box's proportion: what shows where no crop is set. */
export const middleOf = ({ width, height }: Sides, box: Pick<Rect, 'width' | 'height'>): Crop =>
  evenCrop(width / height, box.width / box.height)

const hold = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** The part moved by fractions of the picture, inside it. */
export const panCrop = (crop: Crop, dx: number, dy: number): Crop => ({
  ...crop,
  x: hold(crop.x + dx, 0, 1 - crop.width),
  y: hold(crop.y + dy, 0, 1 - crop.height),
})

/** Shows the picture `factor` times as large; what lies at the fractions `at` of the box stays there. */
export function zoomCrop(
  crop: Crop,
  factor: number,
  at: { readonly x: number; readonly y: number } = { x: 0.5, y: 0.5 },
): Crop {
  const most = Math.min(1 / crop.width, 1 / crop.height)
  const scale = hold(1 / factor, LEAST_PART / Math.min(crop.width, crop.height), most)
  const width = Math.min(1, crop.width * scale)
  const height = Math.min(1, crop.height * scale)
  return {
    width,
    height,
    x: hold(crop.x + at.x * (crop.width - width), 0, 1 - width),
    y: hold(crop.y + at.y * (crop.height - height), 0, 1 - height),
  }
}

/** Pixels an inch as printed, the smaller of the two ways. */
export const effectivePpi = (
  { width, height }: Sides,
  crop: Crop,
  box: Pick<Rect, 'width' | 'height'>,
): number =>
  Math.min((width * crop.width * 72) / box.width, (height * crop.height * 72) / box.height)

/** Shows a part of the picture; null shows its middle. */
export function setCrop(edition: Edition, id: FrameId, crop: Crop | null): Shaped {
  const opened = openFrame(edition, id, 'picture')
  if (!opened.ok) return opened
  return stepsOf(edition, (t) => t.patch('frames', id, { crop }))
}

/** Gives a picture frame another file, shown from its middle. */
export function showPicture(edition: Edition, id: FrameId, picture: Picture): Shaped {
  const opened = openFrame(edition, id, 'picture')
  if (!opened.ok) return opened
  const { frame } = opened.value
  return stepsOf(edition, (t) => {
    if (recordOf(t.edition, 'pictures', picture.id) === null) t.put('pictures', picture)
    t.text(frame.story, (tr) => tr.setNodeAttribute(0, 'picture', picture.id))
    t.patch('frames', id, { crop: null })
  })
}

/** A picture whose file is gone takes another, wherever it is shown. Of another proportion, it is cropped anew. */
export function relinkPicture(edition: Edition, id: PictureId, found: Picture): Shaped {
  const old = recordOf(edition, 'pictures', id)
  if (old === null) return refuse('missing', 'There is no such picture.')
  const { file, name, width, height } = found
  const sameShape = Math.abs(width / height / (old.width / old.height) - 1) < 0.01
  return stepsOf(edition, (t) => {
    t.patch('pictures', id, { file, name, width, height })
    if (sameShape) return
    for (const frame of Object.values(edition.frames)) {
      if (frame.kind === 'picture' && pictureOf(edition, frame.story)?.id === id)
        t.patch('frames', frame.id, { crop: null })
    }
  })
}

export const FIGURE_WORDS = ['figureTitle', 'caption', 'credit'] as const
export type FigureWord = (typeof FIGURE_WORDS)[number]

/** The words of a picture story; several captions are lines of one text. */
export function figureWords(
  edition: Edition,
  story: StoryId,
): Readonly<Record<FigureWord, string>> {
  const figure = recordOf(edition, 'stories', story)?.doc.firstChild
  const of = (type: FigureWord): string => {
    const found: string[] = []
    figure?.forEach((node) => {
      if (node.type.name === type) found.push(node.textContent)
    })
    return found.join('\n')
  }
  return { figureTitle: of('figureTitle'), caption: of('caption'), credit: of('credit') }
}

/** Sets one of a picture's words; empty takes the line away, a caption has a block for each line. */
export function setFigureWord(
  edition: Edition,
  story: StoryId,
  word: FigureWord,
  text: string,
): Shaped {
  const figure = recordOf(edition, 'stories', story)?.doc.firstChild
  if (figure?.type !== storySchema.nodes.figure)
    return refuse('figure', 'The story is not a picture.')
  const words = { ...figureWords(edition, story), [word]: text.trim() }
  if (words[word] === figureWords(edition, story)[word]) return ok([])
  const lines = (type: FigureWord) =>
    words[type]
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => storySchema.nodes[type].create(null, storySchema.text(line)))
  const from = 1
  const to = 1 + figure.content.size
  return stepsOf(edition, (t) =>
    t.text(story, (tr) => tr.replaceWith(from, to, FIGURE_WORDS.flatMap(lines))),
  )
}
