/** How one block comes to stand in slots: as it falls, as the keep rules move it, or a line tighter or looser to save them. */
import { milliEm, type MilliEm, type Pt } from '../units'
import type { ShapedParagraph } from '../text'
import type { ShapingContext } from '../text/types'
import type { ComposeCache } from './cache'
import type { TextBlock } from './collect'
import { layoutParagraph, shapedOf, type ParagraphLayout } from './paragraphLayout'

/** A slot somewhere in a thread: `leg`, a column or the part of one that is read without a break, counts through all its frames. */
export interface ThreadSlot {
  readonly leg: number
  /** Row in its frame: the slots of a leg need not follow one another. */
  readonly row: number
  readonly measure: MilliEm
}

/** One block placed: the slot of each line. A line without a slot is overset. */
export interface Placement {
  readonly layout: ParagraphLayout
  readonly slots: readonly number[]
  /** First slot free after the block. */
  readonly end: number
  readonly faulty: boolean
}

/** White that a 小标题 takes beside its lines, in rows: half above, half below. */
const SUBHEAD_WHITE = 1
/** Lines of text that must follow a 小标题 in its column. */
const SUBHEAD_KEEPS = 2
/** An asked-for line may open no gap wider than this. CLREQ leaves it to the house; typography marks it as what shows. */
const LOOSE = 50
/** More than marks at a line's ends can give up. */
const LINE_END = 1000
/** How many blocks back a keep may be mended. */
const LOOK_BACK = 3

export interface FillOptions {
  readonly bodySize: Pt
  /** Measure for lines that found no slot. */
  readonly oversetMeasure: MilliEm
  readonly ctx: ShapingContext
  readonly cache: ComposeCache
}

interface Mended {
  readonly from: number
  readonly placements: readonly Placement[]
}

export interface Filler {
  place(blocks: readonly TextBlock[], index: number, start: number, lines: number | null): Placement
  mend(blocks: readonly TextBlock[], placed: readonly Placement[], index: number): Mended | null
  skip(blocks: readonly TextBlock[], index: number, start: number): Placement
  /** Whether two blocks that follow one another stand in different columns. */
  parted(before: Placement | undefined, after: Placement): boolean
  /** A block and the 小标题 before it, which stood at `start`, in the next column together. */
  takeAlong(blocks: readonly TextBlock[], index: number, start: number): readonly Placement[]
}

export function createFiller(slots: readonly ThreadSlot[], options: FillOptions): Filler {
  const legOf = (slot: number): number => slots[slot]?.leg ?? -1
  const sameLeg = (a: number, b: number): boolean => legOf(a) === legOf(b)
  const isNextRow = (a: number, b: number): boolean =>
    sameLeg(a, b) && (slots[a]?.row ?? 0) + 1 === slots[b]?.row
  const isFoot = (slot: number): boolean => slot < slots.length - 1 && !sameLeg(slot, slot + 1)
  const uniformFrom = uniformRuns(slots)

  const layoutAt = (
    block: TextBlock,
    slotOf: (line: number) => number,
    uniform: number,
    lines: number | null,
  ) => {
    const scale = options.bodySize / block.style.size
    const measureOf = (line: number): MilliEm => {
      const measure = slots[slotOf(line)]?.measure ?? options.oversetMeasure
      return scale === 1 ? measure : milliEm(Math.floor(measure * scale))
    }
    return layoutParagraph(block, measureOf, uniform, lines, options.ctx, options.cache)
  }

  const taken = (count: number, slotOf: (line: number) => number): readonly number[] => {
    const found: number[] = []
    for (let line = 0; line < count; line++) {
      const slot = slotOf(line)
      if (slot < slots.length) found.push(slot)
    }
    return found
  }

  /** 孤行: the paragraph's first line alone at a column's foot, or its last alone at a head. */
  const strayLine = (count: number, slotOf: (line: number) => number): boolean => {
    if (count < 2 || slotOf(count - 1) >= slots.length) return false
    return !sameLeg(slotOf(0), slotOf(1)) || !sameLeg(slotOf(count - 1), slotOf(count - 2))
  }

  const placeSubhead = (block: TextBlock, start: number): Placement => {
    const layout = layoutAt(block, () => start, slots.length, null) ?? { lines: [] }
    const depth = layout.lines.length + SUBHEAD_WHITE
    const fits = start + depth <= slots.length
    let kept = true
    for (let slot = start + 1; slot < start + depth; slot++) {
      kept &&= slots[slot]?.measure === slots[start]?.measure && isNextRow(slot - 1, slot)
    }
    const last = Math.min(start + depth + SUBHEAD_KEEPS, slots.length) - 1
    return {
      layout,
      slots: fits ? layout.lines.map((_, line) => start + line) : [],
      end: start + depth,
      faulty: fits && !(kept && sameLeg(start, last)),
    }
  }

  const placeText = (
    block: TextBlock,
    slotOf: (line: number) => number,
    uniform: number,
    lines: number | null,
  ): Placement | null => {
    const layout = layoutAt(block, slotOf, uniform, lines)
    if (layout === null) return null
    const count = layout.lines.length
    return {
      layout,
      slots: taken(count, slotOf),
      end: count === 0 ? slotOf(0) : slotOf(count - 1) + 1,
      faulty: strayLine(count, slotOf),
    }
  }

  const place: Filler['place'] = (blocks, index, start, lines) => {
    const block = blocks[index]
    if (block === undefined) throw new RangeError(`No block ${index} to place`)
    if (block.role === 'subhead') return placeSubhead(block, start)
    const set = (count: number | null): Placement | null =>
      placeText(block, (line) => start + line, uniformFrom[start] ?? slots.length, count)
    const placed = lines === null ? asked(block, start, set) : set(lines)
    return placed ?? { layout: { lines: [] }, slots: [], end: start, faulty: true }
  }

  /** A paragraph as it falls by itself, or a line looser or tighter where it asks for that and no gap would show. */
  const asked = (
    block: TextBlock,
    start: number,
    set: (lines: number | null) => Placement | null,
  ): Placement | null => {
    const natural = set(null)
    const more = loosenessOf(block) || (block.asked ?? 0)
    if (natural === null || more === 0) return natural
    const lines = natural.layout.lines.length + more
    if (lines < 1 || !couldTake(block, lines, start)) return natural
    const wanted = set(lines)
    return wanted !== null && staysClose(wanted, lines) ? wanted : natural
  }

  /** Whether a block's width lets it take so many lines at all: cheaper than trying. */
  const couldTake = (block: TextBlock, lines: number, start: number): boolean => {
    const shaped = shapedOf(block, options.ctx, options.cache)
    let room = -block.style.indent
    for (let line = 0; line < lines - 1; line++) room += slots[start + line]?.measure ?? 0
    const last = slots[start + lines - 1]?.measure ?? 0
    return widestOf(shaped) >= room && narrowestOf(shaped, lines) <= room + last
  }

  const acceptable = (placement: Placement, lines: number): boolean =>
    !placement.faulty && staysClose(placement, lines)

  const staysClose = (placement: Placement, lines: number): boolean =>
    placement.layout.lines.length === lines &&
    placement.layout.lines.every((line) => !line.justified || line.worstGap <= LOOSE)

  /** The block itself or one before it, a line shorter or longer, so that no rule is broken up to `index`. */
  const mend: Filler['mend'] = (blocks, placed, index) => {
    for (let back = 0; back <= LOOK_BACK && index - back >= 0; back++) {
      const at = index - back
      const block = blocks[at]
      if (block === undefined || block.role === 'subhead') continue
      const start = placed[at - 1]?.end ?? 0
      const natural = (placed[at] ?? place(blocks, at, start, null)).layout.lines.length
      for (const lines of [natural - 1, natural + 1]) {
        if (lines < 1 || !couldTake(block, lines, start)) continue
        const first = place(blocks, at, start, lines)
        if (!acceptable(first, lines)) continue
        const run = [first]
        for (let next = at + 1; next <= index && !(run.at(-1)?.faulty ?? false); next++) {
          run.push(place(blocks, next, run.at(-1)?.end ?? 0, null))
        }
        if (run.length === index - at + 1 && !run.some((placement) => placement.faulty)) {
          return { from: at, placements: run }
        }
      }
    }
    return null
  }

  /** Leaves slots empty at a column's foot until the rules hold. */
  const skip: Filler['skip'] = (blocks, index, start) => {
    const block = blocks[index]
    if (block === undefined) throw new RangeError(`No block ${index} to place`)
    const natural = place(blocks, index, start, null)
    if (block.role !== 'subhead') {
      const held = holdBack(block, natural, start)
      if (held !== null && !held.faulty) return held
    } else {
      // Above a box there may be a row too few: the 小标题 then stands below it.
      for (let later = start + 1; later <= start + SUBHEAD_WHITE; later++) {
        const lower = place(blocks, index, later, null)
        if (!lower.faulty && sameLeg(start, later)) return lower
      }
    }
    const foot = footFrom(start)
    const moved = place(blocks, index, foot + 1, null)
    return foot + 1 < slots.length && !(block.role === 'subhead' && moved.faulty) ? moved : natural
  }

  const footFrom = (start: number): number => {
    let foot = start
    while (foot < slots.length && !isFoot(foot)) foot++
    return foot
  }

  const parted: Filler['parted'] = (before, after) => {
    const from = before?.slots.at(-1)
    const to = after.slots[0]
    return from !== undefined && to !== undefined && !sameLeg(from, to)
  }

  const takeAlong: Filler['takeAlong'] = (blocks, index, start) => {
    const heading = place(blocks, index - 1, footFrom(start) + 1, null)
    const text = place(blocks, index, heading.end, null)
    return [heading, text.faulty ? skip(blocks, index, heading.end) : text]
  }

  /** The last line stands alone at a column's head: it takes the line before it along. */
  const holdBack = (block: TextBlock, natural: Placement, start: number): Placement | null => {
    const count = natural.layout.lines.length
    const hole = start + count - 2
    if (count < 4 || sameLeg(hole, hole + 1)) return null
    return placeText(block, (line) => start + line + (start + line >= hole ? 1 : 0), 0, null)
  }

  return { place, mend, skip, parted, takeAlong }
}

/** Lines more or fewer that its writer asks of a block. */
export function loosenessOf({ node }: TextBlock): number {
  const looseness: unknown = node.attrs['looseness']
  return typeof looseness === 'number' ? looseness : 0
}

/** All gaps of a paragraph opened as far as an asked-for line may open them. */
const widestOf = (p: ShapedParagraph): number =>
  p.naturalWidth +
  LOOSE * (p.plainSum.at(-1) ?? 0) +
  (p.latinSum.at(-1) ?? 0) +
  (p.spaceSum.at(-1) ?? 0)

/** All marks squeezed, those at line ends half-width, characters closed up as the house allows. */
const narrowestOf = (p: ShapedParagraph, lines: number): number =>
  (p.narrowSum.at(-1) ?? 0) - lines * LINE_END

/** For each slot, how many slots from it on share its measure. */
function uniformRuns(slots: readonly ThreadSlot[]): Int32Array {
  const runs = new Int32Array(slots.length + 1)
  for (let slot = slots.length - 1; slot >= 0; slot--) {
    const same = slots[slot]?.measure === slots[slot + 1]?.measure
    runs[slot] = same ? (runs[slot + 1] ?? 0) + 1 : 1
  }
  return runs
}
