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
  return { ...toLines(blocks, placements), faults }
}

function toLines(
  blocks: readonly TextBlock[],
  placements: readonly Placement[],
): Omit<FilledThread, 'faults'> {
  const lines: FilledLine[] = []
  let oversetLines = 0
  let end = 0
  placements.forEach((placement, i) => {
    const block = blocks[i]
    if (block === undefined) return
    const count = placement.layout.lines.length
    placement.layout.lines.forEach((line, n) => {
      const slot = placement.slots[n] ?? null
      if (slot === null) oversetLines += 1
      lines.push({ block, line, slot, first: n === 0, last: n === count - 1 })
    })
    if (placement.slots.length > 0) end = placement.end
  })
  return { lines, end, oversetLines }
}
