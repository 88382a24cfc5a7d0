/** A picture with its title, caption and credit below it. */
import type { Node } from 'prosemirror-model'
import type { DisplayItem, PictureItem } from '../display/displayList'
import { bottom, rect, type Rect } from '../geometry'
import { pictureId, type FrameId, type StoryId } from '../ids'
import type { Edition } from '../model/edition'
import type { PictureFrame } from '../model/frame'
import type { Grid } from '../model/grid'
import type { StyleSheet } from '../model/styleSheet'
import type { ShapingContext } from '../text/types'
import { milliEm, pt, type Pt } from '../units'
import type { ComposeCache } from './cache'
import type { TextBlock } from './collect'
import type { PlacedLine } from './placeLines'
import { fillOf, outline } from './rules'
import { placeStack, rangesOf, stackLines, type StackedLine } from './stack'
import type { TextRange } from './types'

const KEYLINE = 0.3
/** Rows of the picture's title, and of white between picture and words. */
const TITLE_ROWS = 1.7
const GAP_ROWS = 0.35
/** The lines of a caption that has several are never longer: the eye loses the next one. */
const LONGEST_CAPTION = 36

interface Words {
  readonly title: readonly StackedLine[]
  readonly caption: readonly StackedLine[]
  readonly credit: readonly StackedLine[]
  /** Whether the credit stands flush right on the caption's last line. */
  readonly creditRunsIn: boolean
}

/** `pos` is the document position before the figure. */
function wordsOf(
  figure: Node,
  pos: number,
  width: Pt,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): Words {
  const blocks: { title: TextBlock[]; caption: TextBlock[]; credit: TextBlock[] } = {
    title: [],
    caption: [],
    credit: [],
  }
  figure.forEach((node, offset) => {
    const block = { node, base: pos + 1 + offset + 1, role: 'tip', dateline: null } as const
    if (node.type.name === 'figureTitle')
      blocks.title.push({ ...block, role: 'label', style: sheet.captionTitle })
    else if (node.type.name === 'caption') blocks.caption.push({ ...block, style: sheet.caption })
    else
      blocks.credit.push({
        ...block,
        names: true,
        style: { ...sheet.caption, align: 'right', indent: milliEm(0) },
      })
  })
  const across = stackLines(blocks.caption, width, ctx, cache)
  const captionWidth =
    across.length > 1 ? pt(Math.min(width, LONGEST_CAPTION * sheet.caption.size)) : width
  const caption = across.length > 1 ? stackLines(blocks.caption, captionWidth, ctx, cache) : across
  const credit = stackLines(blocks.credit, captionWidth, ctx, cache)
  const last = caption.at(-1)?.line
  const free = last === undefined ? 0 : last.measure - last.setWidth
  const creditRunsIn = credit.length === 1 && (credit[0]?.line.setWidth ?? 0) + 1500 <= free
  return { title: stackLines(blocks.title, width, ctx, cache), caption, credit, creditRunsIn }
}

const wordRows = (words: Words): number =>
  GAP_ROWS +
  words.title.length * TITLE_ROWS +
  words.caption.length +
  (words.creditRunsIn ? 0 : words.credit.length)

/** Whole rows that a figure's words need below a picture `width` wide. */
export function captionRows(
  figure: Node,
  width: Pt,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): number {
  return Math.ceil(wordRows(wordsOf(figure, 0, width, sheet, ctx, cache)) - 0.02)
}

export interface PictureLayout {
  readonly items: readonly DisplayItem[]
  readonly lines: readonly PlacedLine[]
  readonly overset: readonly TextRange[]
  readonly oversetLines: number
}

export interface FigureAt {
  readonly story: StoryId
  readonly frame: FrameId
  /** Document position before the figure. */
  readonly pos: number
}

/** The figure in `area`: the picture takes `pictureHeight` points from its top, the words the rest. */
export function layoutFigure(
  figure: Node,
  at: FigureAt,
  area: Rect,
  pictureHeight: Pt,
  crop: PictureFrame['crop'],
  edition: Edition,
  grid: Grid,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): PictureLayout {
  const words = wordsOf(figure, at.pos, area.width, sheet, ctx, cache)
  const box = rect(area.x, area.y, area.width, pictureHeight)
  const place = {
    x: area.x,
    width: area.width,
    leading: grid.leading,
    role: 'caption',
    story: at.story,
    frame: at.frame,
  } as const
  let y = bottom(box) + GAP_ROWS * grid.leading
  const lines: PlacedLine[] = []
  const overset: StackedLine[] = []
  const stack = (stacked: readonly StackedLine[], rows: number): void => {
    for (const line of stacked) {
      const { size } = line.block.style
      if (y + rows * grid.leading > bottom(area) + 0.5 * grid.leading) overset.push(line)
      else
        lines.push(
          ...placeStack([line], {
            ...place,
            baseline: pt(y + (rows * grid.leading) / 2 + 0.38 * size),
          }),
        )
      y += rows * grid.leading
    }
  }
  stack(words.title, TITLE_ROWS)
  stack(words.caption, 1)
  if (words.creditRunsIn) y -= grid.leading
  stack(words.credit, 1)
  return {
    items: [
      ...pictureItems(figure, at.story, box, crop, edition),
      ...outline(box, KEYLINE, sheet.body.ink),
    ],
    lines,
    overset: rangesOf(overset),
    oversetLines: overset.length,
  }
}

function pictureItems(
  figure: Node,
  story: StoryId,
  box: Rect,
  crop: PictureFrame['crop'],
  edition: Edition,
): readonly DisplayItem[] {
  const id = figure.attrs.picture === null ? null : pictureId(String(figure.attrs.picture))
  const picture = id === null ? undefined : edition.pictures[id]
  if (id === null || picture === undefined) return [fillOf(box, { c: 0, m: 0, y: 0, k: 0.1 })]
  const item: PictureItem = {
    kind: 'picture',
    picture: id,
    rect: box,
    crop: crop ?? evenCrop(picture.width / picture.height, box.width / box.height),
    source: { kind: 'generated', story },
  }
  return [item]
}

/** The largest middle part of a picture that has the box's proportion; both are width / height. */
export function evenCrop(picture: number, box: number): NonNullable<PictureFrame['crop']> {
  if (picture > box) {
    const width = box / picture
    return { x: (1 - width) / 2, y: 0, width, height: 1 }
  }
  const height = picture / box
  return { x: 0, y: (1 - height) / 2, width: 1, height }
}
