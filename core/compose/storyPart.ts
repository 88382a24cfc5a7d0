/** What a story puts on each of its pages: heads, lines, boxes and jump lines in reading order. */
import type { DisplayItem, LineRecord, TextRun } from '../display/displayList'
import type { PageId } from '../ids'
import type { Story } from '../model/edition'
import type { ShapingContext } from '../text/types'
import type { CollectedStory } from './collect'
import type { StoryFill } from './fillStory'
import { placeHead } from './head'
import { headBox } from './headBlock'
import { jumpLine, type JumpLine } from './jump'
import { placeLine, type PlacedLine } from './placeLines'
import { bodyPlace, jumpPlace, type insetPieces } from './placeStory'
import { placeStanding } from './standingHead'
import type { FrameSlot, ThreadFrame } from './thread'

/** What a story puts on one page. */
export interface StoryPart {
  readonly page: PageId
  readonly items: readonly DisplayItem[]
  /** In reading order. */
  readonly runs: readonly TextRun[]
  readonly lines: readonly LineRecord[]
}

export interface PlacedJump {
  readonly part: number
  readonly at: 'head' | 'foot'
  readonly slot: FrameSlot
  readonly jump: JumpLine
}

/** Both lines of every jump behind which text really goes on. */
export function placedJumps(
  frames: readonly ThreadFrame[],
  collected: CollectedStory,
  fill: StoryFill,
  ctx: ShapingContext,
): readonly PlacedJump[] {
  return fill.jumps.flatMap(({ to, from }, part): readonly PlacedJump[] => {
    const goesOn = fill.thread.lines.some(
      (line) => line.slot !== null && (fill.slots[line.slot]?.frame.part ?? 0) > part,
    )
    if (!goesOn) return []
    const jump = collected.jumps[part] ?? null
    const sheet = frames[0]?.sheet
    if (sheet === undefined) return []
    return [
      {
        part,
        at: 'foot',
        slot: to,
        jump: jumpLine(jump, 'jumpTo', from.frame.page.folio, sheet, ctx),
      },
      {
        part: part + 1,
        at: 'head',
        slot: from,
        jump: jumpLine(jump, 'jumpFrom', to.frame.page.folio, sheet, ctx),
      },
    ]
  })
}

export function storyPart(
  story: Story,
  frames: readonly ThreadFrame[],
  part: number,
  fill: StoryFill,
  boxes: ReturnType<typeof insetPieces>,
  jumps: readonly PlacedJump[],
  ctx: ShapingContext,
): StoryPart {
  const own = frames.filter((frame) => frame.part === part)
  const heads = own.flatMap(({ frame, page, sheet, head, area, stands }) =>
    stands
      ? placeStanding(story.doc, frame, page.grid, sheet, ctx)
      : placeHead(head, headBox(frame, page.grid, area, area.head), frame, sheet.body.ink),
  )
  const text = fill.thread.lines.flatMap((filled): readonly PlacedLine[] => {
    const slot = filled.slot === null ? undefined : fill.slots[filled.slot]
    if (slot === undefined || slot.frame.part !== part) return []
    return [placeLine(filled.line, bodyPlace(filled, slot, story.id))]
  })
  const pieces = boxes.filter((box) => box.part === part)
  const jumpLines = (at: PlacedJump['at']): readonly PlacedLine[] =>
    jumps
      .filter((jump) => jump.part === part && jump.at === at)
      .map(({ slot, jump }) => placeLine(jump.line, jumpPlace(jump, slot, at, story.id)))
  const placed = [
    ...inReadingOrder([
      ...heads,
      ...jumpLines('head'),
      ...text,
      ...pieces.flatMap((piece) => piece.lines),
    ]),
    ...jumpLines('foot'),
  ]
  return {
    page: own[0]?.page.id ?? ('' as PageId),
    items: pieces.flatMap((piece) => piece.items),
    runs: placed.flatMap((line) => line.runs),
    lines: placed.map((line) => line.record),
  }
}

/** Lines as their text follows in the document; made lines keep their place after the line before them. */
function inReadingOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  let position = -1
  const keyed = lines.map((line) => {
    const first = line.runs[0]?.source
    if (first?.kind === 'manuscript') position = first.from
    return { line, position }
  })
  return keyed.sort((a, b) => a.position - b.position).map(({ line }) => line)
}
