/** A paragraph's lines for the slots it meets: shaping and breaking behind the cache. */
import { setLine, shapeParagraph, type ShapedParagraph } from '../text'
import type { SetLine, ShapingContext } from '../text/types'
import { milliEm, type MilliEm } from '../units'
import { breakParagraph } from './breakLines'
import type { ComposeCache, NodeEntry } from './cache'
import { inlineRuns, type TextBlock } from './collect'
import { displayContext } from './singleLine'

export interface ParagraphLayout {
  /** `pos` in their runs counts from the start of the node's content. */
  readonly lines: readonly SetLine[]
}

/** Keeps the cache of one node small while an edge is dragged through many measures. */
const LAYOUTS_A_NODE = 48

function entryOf(block: TextBlock, ctx: ShapingContext, cache: ComposeCache): NodeEntry {
  const known = cache.nodes.get(block.node)
  if (known?.faces === block.style.faces) return known
  const { faces, align, indent } = block.style
  const display = block.role === 'subhead' || block.role === 'label'
  const entry: NodeEntry = {
    ...{ faces, align, indent },
    shaped: shapeParagraph(inlineRuns(block), display ? displayContext(ctx) : ctx),
    usual: new Map(),
    layouts: new Map(),
  }
  cache.nodes.set(block.node, entry)
  return entry
}

export const shapedOf = (
  block: TextBlock,
  ctx: ShapingContext,
  cache: ComposeCache,
): ShapedParagraph => entryOf(block, ctx, cache).shaped

/**
 * Lines of a block on measures `measureOf(0)`, `measureOf(1)` …; `uniform` is
 * how many of them are known to be equal, so that the usual case needs no long
 * key. `lines` asks for that many lines; null when the text cannot be set so.
 */
export function layoutParagraph(
  block: TextBlock,
  measureOf: (line: number) => MilliEm,
  uniform: number,
  lines: number | null,
  ctx: ShapingContext,
  cache: ComposeCache,
): ParagraphLayout | null {
  const entry = entryOf(block, ctx, cache)
  const first = measureOf(0)
  const bound = Math.ceil(entry.shaped.naturalWidth / Math.max(1, first)) + 3
  const { align, indent } = block.style
  const make = () => compute(block, entry.shaped, measureOf, lines)
  // Asked for again and again while columns are balanced: the key must cost nothing.
  if (bound <= uniform && lines === null && align === entry.align && indent === entry.indent)
    return remembered(entry.usual, first, make)
  const key = `${align}${indent} ${measuresKey(measureOf, bound, uniform, lines)}`
  return remembered(entry.layouts, key, make)
}

function remembered<K>(
  layouts: Map<K, ParagraphLayout | null>,
  key: K,
  make: () => ParagraphLayout | null,
): ParagraphLayout | null {
  const known = layouts.get(key)
  if (known !== undefined) return known
  const layout = make()
  if (layouts.size >= LAYOUTS_A_NODE) layouts.clear()
  layouts.set(key, layout)
  return layout
}

function measuresKey(
  measureOf: (line: number) => MilliEm,
  bound: number,
  uniform: number,
  lines: number | null,
): string {
  let key = lines === null ? '' : `${lines}:`
  if (bound <= uniform) return key + String(measureOf(0))
  let previous = -1
  let repeat = 0
  for (let line = 0; line <= bound * 2; line++) {
    const measure = measureOf(line)
    if (measure === previous) repeat++
    else {
      if (previous >= 0) key += `${previous}x${repeat} `
      previous = measure
      repeat = 1
    }
  }
  return key + String(previous)
}

function compute(
  block: TextBlock,
  shaped: ShapedParagraph,
  measureOf: (line: number) => MilliEm,
  lines: number | null,
): ParagraphLayout | null {
  const { indent, align } = block.style
  const broken = breakParagraph(shaped, {
    measureOf,
    indent,
    align,
    ...(lines === null ? {} : { lines }),
  })
  if (broken === null) return null
  const set: SetLine[] = []
  let from = 0
  for (let line = 0; line < broken.ends.length; line++) {
    const to = broken.ends[line] ?? from
    set.push(
      setLine(shaped, from, to, {
        measure: measureOf(line),
        indent: milliEm(line === 0 ? indent : 0),
        align,
        last: line === broken.ends.length - 1,
      }),
    )
    from = to
  }
  return { lines: set }
}
