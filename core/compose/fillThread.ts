/**
 * Text into slots. Paragraphs take slots one after another; the keep rules
 * (no 孤行, no 背题) move slots, not text, and a paragraph whose slots moved
 * to other measures is broken again. Before a slot is left empty, the
 * paragraph itself, then one of those before it, is asked for a line more or
 * less, as long as that opens no gap that would show.
 */
import type { SetLine } from '../text/types'
import type { TextBlock } from './collect'
import { createFiller, type FillOptions, type Placement, type ThreadSlot } from './threadFiller'

/** One line in its slot; `slot` is null when the text is overset. */
export interface FilledLine {
  readonly block: TextBlock
  readonly line: SetLine
  readonly slot: number | null
  readonly first: boolean
  readonly last: boolean
}

export interface FilledThread {
  /** Made when they are asked for: of most ways to fill a frame nobody asks more than whether it holds. */
  readonly lines: readonly FilledLine[]
  /** Index after the last slot taken. */
  readonly end: number
  readonly oversetLines: number
  /** Blocks that break a keep rule because nothing else was possible. */
  readonly faults: number
}

export function fillThread(
  blocks: readonly TextBlock[],
  slots: readonly ThreadSlot[],
  options: FillOptions,
): FilledThread {
  const filler = createFiller(slots, options)
  const placements: Placement[] = []
  for (let i = 0; i < blocks.length; i++) {
    const start = placements[i - 1]?.end ?? 0
    const placed = filler.place(blocks, i, start, null)
    if (!placed.faulty) {
      placements.push(placed)
      continue
    }
    const mended = filler.mend(blocks, placements, i)
    if (mended !== null) {
      placements.splice(mended.from, placements.length - mended.from, ...mended.placements)
      continue
    }
    const skipped = filler.skip(blocks, i, start)
    const heading = blocks[i - 1]?.role === 'subhead' && filler.parted(placements[i - 1], skipped)
    if (heading)
      placements.splice(i - 1, 1, ...filler.takeAlong(blocks, i, placements[i - 2]?.end ?? 0))
    else placements.push(skipped)
  }
  const stranded = placements.filter((placement, i) => {
    const next = placements[i + 1]
    return blocks[i]?.role === 'subhead' && next !== undefined && filler.parted(placement, next)
  })
  const faults = stranded.length + placements.filter((placement) => placement.faulty).length
  let lines: readonly FilledLine[] | null = null
  return {
    get lines() {
      return (lines ??= linesOf(blocks, placements))
    },
    end: placements.findLast((placement) => placement.slots.length > 0)?.end ?? 0,
    oversetLines: placements.reduce(
      (sum, { layout, slots: own }) => sum + layout.lines.length - own.length,
      0,
    ),
    faults,
  }
}

function linesOf(
  blocks: readonly TextBlock[],
  placements: readonly Placement[],
): readonly FilledLine[] {
  return placements.flatMap((placement, i) => {
    const block = blocks[i]
    if (block === undefined) return []
    const last = placement.layout.lines.length - 1
    return placement.layout.lines.map((line, n) => ({
      block,
      line,
      slot: placement.slots[n] ?? null,
      first: n === 0,
      last: n === last,
    }))
  })
}
