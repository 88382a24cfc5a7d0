/** One story in its thread of frames: head, text, boxes, jump lines, and how the copy fits. */
import type { DisplayItem, LineRecord, TextRun } from '../display/displayList'
import type { PageId } from '../ids'
import type { Edition, Story } from '../model/edition'
import type { Diagnostic } from '../result'
import type { ShapingContext } from '../text/types'
import { balanceDepths } from './balance'
import type { ComposeCache } from './cache'
import { collectStory, type CollectedStory, type TextBlock } from './collect'
import { fillThread, type FilledThread } from './fillThread'
import { jumpBlocks, jumpLine, type JumpLine } from './jump'
import { missingGlyphs, misfit, oversetDiagnostic } from './diagnose'
import { bodyPlace, insetPieces, jumpPlace } from './placeStory'
import { placeHead } from './head'
import { placeLine, type PlacedLine } from './placeLines'
import { rangesOf } from './stack'
import { placeStanding } from './standingHead'
import { threadFrames, threadSlots, type FrameSlot, type ThreadFrame } from './thread'
import type { StoryFit, TextRange } from './types'

/** What a story puts on one page. */
export interface StoryPart {
  readonly page: PageId
  readonly items: readonly DisplayItem[]
  /** In reading order. */
  readonly runs: readonly TextRun[]
  readonly lines: readonly LineRecord[]
}

export interface StoryLayout {
  readonly parts: readonly StoryPart[]
  readonly fit: StoryFit
  readonly diagnostics: readonly Diagnostic[]
}

/** How often a page's end is moved up to get away from a full stop before the jump. */
const STOP_TRIES = 3

export function composeStory(
  edition: Edition,
  story: Story,
  ctx: ShapingContext,
  cache: ComposeCache,
): StoryLayout | null {
  const frames = threadFrames(edition, story, { ctx, cache })
  const last = frames.at(-1)
  if (last === undefined) return null
  const inset = new Set(frames.flatMap(({ frame }) => frame.insets.map(({ block }) => block)))
  const collected = collectStory(story.doc, last.sheet, inset)
  const fill = fillStory(frames, collected, ctx, cache)
  const boxes = insetPieces(edition, story.id, frames, collected, ctx, cache)
  const stray = collected.boxes.filter((box) => !inset.has(box.id))
  const jumps = placedJumps(frames, collected, fill, ctx)
  const parts = frames
    .map((frame) => frame.part)
    .filter((part, i, all) => all.indexOf(part) === i)
    .map((part) => storyPart(story, frames, part, fill, boxes, jumps, ctx))
  const unfilled = fill.thread.lines.filter((line) => line.slot === null)
  const overset: readonly TextRange[] = [
    ...rangesOf(unfilled),
    ...boxes.flatMap((box) => box.overset),
    ...stray.map((box) => ({ from: box.pos + 1, to: box.pos + 1 + box.node.content.size })),
  ]
  const fit: StoryFit = {
    story: story.id,
    ...misfit(story.doc, fill.thread.oversetLines, overset, fill.room),
    overset,
    replaced: jumps.flatMap(({ jump }) => (jump.replaced === null ? [] : [jump.replaced])),
  }
  return { parts, fit, diagnostics: diagnose(story, frames, collected, fit, fill, ctx, cache) }
}

/** The text in its slots, with the slots kept for jump lines. */
interface StoryFill {
  readonly thread: FilledThread
  readonly slots: readonly FrameSlot[]
  /** For each part but the first and last: slot of its 上接 and 下转 line. */
  readonly jumps: readonly { readonly to: FrameSlot; readonly from: FrameSlot }[]
  /** Free slots at full depth. */
  readonly room: readonly FrameSlot[]
  readonly endsAtStop: boolean
}

function fillStory(
  frames: readonly ThreadFrame[],
  collected: CollectedStory,
  ctx: ShapingContext,
  cache: ComposeCache,
): StoryFill {
  const last = frames.at(-1)
  if (last === undefined) throw new RangeError('A story without frames cannot be filled')
  const parts = last.part + 1
  const reserve = new Array<number>(parts).fill(1)
  const options = { bodySize: last.area.size, oversetMeasure: last.area.measure, ctx, cache }
  const blocks = flowWithUnresolved(collected, parts - 1, last)
  const all = threadSlots(frames)
  const attempt = (depths?: readonly number[]): StoryFill => {
    const open = depths === undefined ? all : all.filter((slot) => isWithin(slot, last, depths))
    const kept = reserveJumps(open, parts, reserve)
    const thread = fillPinned(blocks, kept.slots, collected, parts, options)
    const room = depths === undefined ? kept.slots.slice(thread.end) : []
    return { thread, slots: kept.slots, jumps: kept.jumps, room, endsAtStop: false }
  }
  let full = attempt()
  for (let tries = 0; tries < STOP_TRIES; tries++) {
    const stopped = partEndingAtStop(full, parts)
    if (stopped === null) break
    reserve[stopped] = (reserve[stopped] ?? 1) + 1
    full = attempt()
  }
  const endsAtStop = partEndingAtStop(full, parts) !== null
  if (full.thread.oversetLines > 0 || full.room.length === 0) return { ...full, endsAtStop }
  const { columns, rows } = last.area
  if (columns === 1) return { ...full, endsAtStop }
  const inLast = full.slots.filter((slot) => slot.frame === last)
  const used = inLast.length - full.room.filter((slot) => slot.frame === last).length
  const depths = balanceDepths(columns, rows, Math.floor(used / columns), (tried) => {
    const filled = attempt(tried)
    const { oversetLines, faults, end } = filled.thread
    return { holds: oversetLines === 0 && faults === 0, free: filled.slots.length - end }
  })
  return { ...attempt(depths), room: full.room, endsAtStop }
}

/** Whether a slot is left when the last frame's columns are cut to these depths. */
const isWithin = (slot: FrameSlot, last: ThreadFrame, depths: readonly number[]): boolean =>
  slot.frame !== last || slot.slot.row < (depths[slot.slot.column] ?? last.area.rows)

/** Words of jumps that have no page on the other side run in the text. */
function flowWithUnresolved(
  collected: CollectedStory,
  resolved: number,
  frame: ThreadFrame,
): readonly TextBlock[] {
  const flow: TextBlock[] = [...collected.flow]
  const unresolved = collected.jumps.slice(resolved)
  for (const jump of [...unresolved].reverse())
    flow.splice(jump.at, 0, ...jumpBlocks(jump, frame.sheet))
  return flow
}

/** Keeps the last slot of each part but the last, and the first of each but the first. */
function reserveJumps(all: readonly FrameSlot[], parts: number, reserve: readonly number[]) {
  const slots: FrameSlot[] = []
  const jumps: { to: FrameSlot; from: FrameSlot }[] = []
  let to: FrameSlot | undefined
  for (let part = 0; part < parts; part++) {
    const own = all.filter((slot) => slot.frame.part === part)
    const from = part > 0 ? own.shift() : undefined
    if (to !== undefined && from !== undefined) jumps.push({ to, from })
    const cut = part < parts - 1 ? own.splice(Math.max(0, own.length - (reserve[part] ?? 1))) : []
    to = cut[0]
    slots.push(...own)
  }
  return { slots, jumps }
}

/** Fills part by part where a jump is pinned, in one go where the composer may break. */
function fillPinned(
  blocks: readonly TextBlock[],
  slots: readonly FrameSlot[],
  collected: CollectedStory,
  parts: number,
  options: Parameters<typeof fillThread>[2],
): FilledThread {
  const pin = collected.jumps.findIndex((jump, i) => jump.pinned && i < parts - 1)
  if (pin < 0) return fillThread(blocks, slots, options)
  const at = collected.jumps[pin]?.at ?? blocks.length
  const seam = slots.findIndex((slot) => slot.frame.part > pin)
  const before = fillThread(blocks.slice(0, at), slots.slice(0, seam), options)
  const after = fillThread(blocks.slice(at), slots.slice(seam), options)
  const moved = after.lines.map((line) => ({
    ...line,
    slot: line.slot === null ? null : line.slot + seam,
  }))
  return {
    lines: [...before.lines, ...moved],
    end: seam + after.end,
    oversetLines: before.oversetLines + after.oversetLines,
    faults: before.faults + after.faults,
  }
}

/** The first part whose text ends with a sentence although it goes on elsewhere. */
function partEndingAtStop(fill: StoryFill, parts: number): number | null {
  for (let part = 0; part < parts - 1; part++) {
    const own = fill.thread.lines.filter(
      (line) => line.slot !== null && fill.slots[line.slot]?.frame.part === part,
    )
    const text =
      own
        .at(-1)
        ?.line.runs.flatMap((run) => run.texts)
        .join('') ?? ''
    if (/[。！？…][”’」』）]*$/u.test(text)) return part
  }
  return null
}

interface PlacedJump {
  readonly part: number
  readonly at: 'head' | 'foot'
  readonly slot: FrameSlot
  readonly jump: JumpLine
}

/** Both lines of every jump behind which text really goes on. */
function placedJumps(
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

function storyPart(
  story: Story,
  frames: readonly ThreadFrame[],
  part: number,
  fill: StoryFill,
  boxes: ReturnType<typeof insetPieces>,
  jumps: readonly PlacedJump[],
  ctx: ShapingContext,
): StoryPart {
  const own = frames.filter((frame) => frame.part === part)
  const heads = own.flatMap((frame) =>
    frame.stands
      ? placeStanding(story.doc, frame.frame, frame.page.grid, frame.sheet, ctx)
      : placeHead(frame.head, frame.frame, frame.page.grid, frame.sheet.body.ink),
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

function diagnose(
  story: Story,
  frames: readonly ThreadFrame[],
  collected: CollectedStory,
  fit: StoryFit,
  fill: StoryFill,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly Diagnostic[] {
  const page = frames[0]?.page.folio ?? ''
  const where = { story: story.id, page }
  const found: Diagnostic[] = [
    ...missingGlyphs(story, collected, ctx, cache, where),
    ...oversetDiagnostic(story, fit, page),
  ]
  const parts = (frames.at(-1)?.part ?? 0) + 1
  if (collected.jumps.length > parts - 1) {
    found.push({
      severity: 'warning',
      code: 'jump.unresolved',
      message: `《${story.slug}》 on page ${page} is cut off or jumps, but no frame on another page takes it up; thread it or remove the jump line.`,
      where,
    })
  }
  if (fill.endsAtStop) {
    found.push({
      severity: 'warning',
      code: 'jump.at-stop',
      message: `《${story.slug}》 jumps from page ${page} at the end of a sentence; move the frame's end by a row so that it breaks in mid-sentence.`,
      where,
    })
  }
  return found
}
