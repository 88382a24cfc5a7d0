/** Lines of small text one under another at the grid's leading, in a box of their own. */
import type { LineRole } from '../display/displayList'
import type { FrameId, StoryId } from '../ids'
import type { SetLine, ShapingContext } from '../text/types'
import { milliEm, pt, type MilliEm, type Pt } from '../units'
import type { ComposeCache } from './cache'
import type { TextBlock } from './collect'
import { layoutParagraph } from './paragraphLayout'
import { placeLine, type PlacedLine } from './placeLines'
import type { TextRange } from './types'

export interface StackedLine {
  readonly block: TextBlock
  readonly line: SetLine
  readonly first: boolean
  readonly last: boolean
}

/** The blocks' lines on a measure of whole characters of their own size, as wide as fits into `width`. */
export function stackLines(
  blocks: readonly TextBlock[],
  width: Pt,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly StackedLine[] {
  return blocks.flatMap((block) => {
    const measure = wholeMeasure(width, block.style.size)
    const layout = layoutParagraph(block, () => measure, Number.MAX_SAFE_INTEGER, null, ctx, cache)
    const lines = layout?.lines ?? []
    return lines.map((line, i) => ({ block, line, first: i === 0, last: i === lines.length - 1 }))
  })
}

/** Whole characters of type `size` that fit into `width`. */
export const wholeMeasure = (width: Pt, size: Pt): MilliEm =>
  milliEm(Math.floor(width / size + 1e-6) * 1000)

/** Left, width and first baseline of a stack, and where it belongs. */
export interface StackPlace {
  readonly x: Pt
  readonly width: Pt
  readonly baseline: Pt
  readonly leading: Pt
  readonly role: LineRole
  readonly story: StoryId
  readonly frame: FrameId
}

/** Places stacked lines, each centred as a measure in the width. */
export function placeStack(
  lines: readonly StackedLine[],
  place: StackPlace,
): readonly PlacedLine[] {
  return lines.map(({ block, line, first, last }, i) => {
    const { size, ink } = block.style
    return placeLine(line, {
      x: pt(place.x + (place.width - (line.measure * size) / 1000) / 2),
      y: pt(place.baseline + i * place.leading),
      size,
      ink,
      scaleX: 1,
      role: place.role,
      story: place.story,
      base: block.base,
      frame: place.frame,
      column: -1,
      row: -1,
      first,
      last,
    })
  })
}

/** Document ranges of lines that found no place, those of one block joined. */
export function rangesOf(
  lines: readonly { readonly block: TextBlock; readonly line: SetLine }[],
): readonly TextRange[] {
  const ranges: { from: number; to: number }[] = []
  let current: TextBlock | null = null
  for (const { block, line } of lines) {
    const extent = extentOf(line)
    if (extent === null) continue
    const range = { from: block.base + extent.from, to: block.base + extent.to }
    const open = ranges.at(-1)
    if (open !== undefined && current === block) open.to = range.to
    else ranges.push(range)
    current = block
  }
  return ranges
}

function extentOf(line: SetLine): TextRange | null {
  let from = Number.MAX_SAFE_INTEGER
  let to = -1
  for (const run of line.runs) {
    if (run.pos === null) continue
    from = Math.min(from, run.pos)
    to = Math.max(to, run.pos + run.texts.reduce((length, text) => length + text.length, 0))
  }
  return to < 0 ? null : { from, to }
}
