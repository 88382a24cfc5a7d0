/** Where a story's lines and boxes stand on the page, given their slots. */
import { rect } from '../geometry'
import type { DisplayItem } from '../display/displayList'
import type { StoryId } from '../ids'
import type { Edition } from '../model/edition'
import { baselineY, rowY } from '../model/grid'
import type { ShapingContext } from '../text/types'
import { pt, ptFromMilliEm, type Pt } from '../units'
import { insetRect, layoutBox } from './box'
import type { ComposeCache } from './cache'
import type { CollectedStory } from './collect'
import type { FilledLine } from './fillThread'
import type { JumpLine } from './jump'
import { captionRows, layoutFigure } from './picture'
import type { LinePlace, PlacedLine } from './placeLines'
import type { FrameSlot, ThreadFrame } from './thread'
import type { TextRange } from './types'

/** Centre of the em box above the baseline, in em. */
const EM_CENTRE = 0.38

const slotX = ({ frame, column, x }: FrameSlot): Pt =>
  pt(frame.area.x + column * frame.area.pitch + ptFromMilliEm(x, frame.area.size))

/** A line of the text: body on its grid baseline, a 小标题 in the middle of its two rows. */
export function bodyPlace(filled: FilledLine, slot: FrameSlot, story: StoryId): LinePlace {
  const { frame } = slot
  const { block } = filled
  const row = frame.area.row + slot.row
  const subhead = block.role === 'subhead'
  const { grid } = frame.page
  return {
    x: slotX(slot),
    y: subhead ? pt(rowY(grid, row + 1) + EM_CENTRE * block.style.size) : baselineY(grid, row),
    size: block.style.size,
    ink: block.style.ink,
    scaleX: 1,
    role: subhead ? 'subhead' : 'body',
    story,
    base: block.base,
    frame: frame.frame.id,
    column: slot.column,
    row,
    first: filled.first,
    last: filled.last,
  }
}

/** 下转 stands flush right in its slot, 上接 flush left. */
export function jumpPlace(
  jump: JumpLine,
  slot: FrameSlot,
  at: 'head' | 'foot',
  story: StoryId,
): LinePlace {
  const { frame } = slot
  const { size } = frame.sheet.jump
  const room = ptFromMilliEm(slot.measure, frame.area.size)
  const free = at === 'foot' ? Math.max(0, room - ptFromMilliEm(jump.line.setWidth, size)) : 0
  const row = frame.area.row + slot.row
  return {
    x: pt(slotX(slot) + free),
    y: baselineY(frame.page.grid, row),
    size,
    ink: frame.sheet.jump.ink,
    scaleX: 1,
    role: 'jump',
    story,
    base: jump.base,
    frame: frame.frame.id,
    column: slot.column,
    row,
    first: true,
    last: true,
  }
}

export interface InsetPiece {
  readonly part: number
  readonly items: readonly DisplayItem[]
  readonly lines: readonly PlacedLine[]
  readonly overset: readonly TextRange[]
  readonly oversetLines: number
}

/** The boxes and pictures that stand in a story's text. */
export function insetPieces(
  edition: Edition,
  story: StoryId,
  frames: readonly ThreadFrame[],
  collected: CollectedStory,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly InsetPiece[] {
  return frames.flatMap(({ frame, area, page, sheet, part }) =>
    frame.insets.flatMap((inset): readonly InsetPiece[] => {
      const box = collected.boxes.find(({ id }) => id === inset.block)
      if (box === undefined) return []
      const place = insetRect(inset, area, page.grid, sheet)
      if (box.node.type.name !== 'figure') {
        return [
          {
            part,
            ...layoutBox(box, place, { story, frame: frame.id }, page.grid, sheet, ctx, cache),
          },
        ]
      }
      const words = captionRows(box.node, place.width, sheet, ctx, cache) * page.grid.leading
      const height = pt(Math.max(page.grid.leading, place.height - words))
      const area_ = rect(place.x, place.y, place.width, place.height)
      const at = { story, frame: frame.id, pos: box.pos }
      return [
        {
          part,
          ...layoutFigure(box.node, at, area_, height, null, edition, page.grid, sheet, ctx, cache),
        },
      ]
    }),
  )
}
