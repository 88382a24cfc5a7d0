/** A story's text in the slots of its frames: jump lines kept free, pages broken in mid-sentence, columns balanced. */
import type { ShapingContext } from '../text/types'
import { balanceDepths } from './balance'
import type { ComposeCache } from './cache'
import type { CollectedStory, TextBlock } from './collect'
import { withEvenFeet } from './evenFeet'
import { fillThread, type FilledThread } from './fillThread'
import { jumpBlocks } from './jump'
import { threadSlots, type FrameSlot, type ThreadFrame } from './thread'

/** How often a page's end is moved up to get away from a full stop before the jump. */
const STOP_TRIES = 3

/** The text in its slots, with the slots kept for jump lines. */
export interface StoryFill {
  readonly thread: FilledThread
  readonly slots: readonly FrameSlot[]
  /** For each part but the first and last: slot of its 上接 and 下转 line. */
  readonly jumps: readonly { readonly to: FrameSlot; readonly from: FrameSlot }[]
  /** Free slots at full depth. */
  readonly room: readonly FrameSlot[]
  readonly endsAtStop: boolean
  /** Rows to which the last frame may be cut and still holds the text. */
  readonly depth: number
}

export function fillStory(
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
  const attempt = (depths?: readonly number[], text = blocks): StoryFill => {
    const open = depths === undefined ? all : all.filter((slot) => isWithin(slot, last, depths))
    const kept = reserveJumps(open, parts, reserve)
    const thread = fillPinned(text, kept.slots, collected, parts, options)
    const room = depths === undefined ? kept.slots.slice(thread.end) : []
    const depth = depths === undefined ? last.area.rows : Math.max(...depths)
    return { thread, slots: kept.slots, jumps: kept.jumps, room, endsAtStop: false, depth }
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
  if (columns === 1) return { ...full, endsAtStop, depth: shallowest(full, last, attempt) }
  const inLast = full.slots.filter((slot) => slot.frame === last)
  const used = inLast.length - full.room.filter((slot) => slot.frame === last).length
  const known = new Map<string, StoryFill>()
  // Balancing and evening ask for the same depths.
  const cutTo = (depths: readonly number[], text = blocks): StoryFill => {
    const key = depths.join()
    const filled = (text === blocks ? known.get(key) : undefined) ?? attempt(depths, text)
    if (text === blocks) known.set(key, filled)
    return filled
  }
  const depths = balanceDepths(columns, rows, Math.floor(used / columns), (tried) => {
    const filled = cutTo(tried)
    const { oversetLines, faults, end } = filled.thread
    return { holds: oversetLines === 0 && faults === 0, free: filled.slots.length - end }
  })
  const even = withEvenFeet(blocks, last, depths, cutTo)
  return { ...even, room: full.room, endsAtStop, depth: Math.max(...depths) }
}

/**
 * Rows to which a last frame of one column may be cut. Where the text comes from another column,
 * a keep rule may have taken a line out of it that only a row more lets it take out.
 */
function shallowest(
  full: StoryFill,
  last: ThreadFrame,
  attempt: (depths: readonly number[]) => StoryFill,
): number {
  let depth = footOf(full, last)
  const isOneLeg = full.slots[0]?.leg === full.slots[full.thread.end - 1]?.leg
  while (!isOneLeg && depth < last.area.rows && attempt([depth]).thread.oversetLines > 0) depth++
  return depth
}

/** Row after the last line in a frame. */
const footOf = ({ thread, slots }: StoryFill, frame: ThreadFrame): number =>
  Math.max(
    0,
    ...slots.slice(0, thread.end).map((slot) => (slot.frame === frame ? slot.row + 1 : 0)),
  )

/** Whether a slot is left when the last frame's columns are cut to these depths. */
const isWithin = (slot: FrameSlot, last: ThreadFrame, depths: readonly number[]): boolean =>
  slot.frame !== last || slot.row < (depths[slot.column] ?? last.area.rows)

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
  if (parts === 1) return { slots: all, jumps: [] }
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
