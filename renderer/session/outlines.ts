/** Outlines for the canvas: fetched for what a page is about to show, and kept. */
import type { HostApi } from '../../core/contract'
import { glyphPaths, type GlyphPaths } from '../../core/display/canvasPainter'
import type { DisplayItem, GlyphId, TextRun } from '../../core/display/displayList'
import type { FontId } from '../../core/ids'
import type { WindowFonts } from './fonts'

export interface Outlines extends GlyphPaths<Path2D> {
  /** Whether the items can be drawn; asks for the outlines that are not here. */
  ready(items: readonly DisplayItem[]): boolean
  /** Called when outlines have come, or cannot be had; with true when one was drawn blank that may be had now. */
  onArrival(listener: (renewed: boolean) => void): () => void
}

export function createOutlines(
  { set, faces }: Pick<WindowFonts, 'set' | 'faces'>,
  host: Pick<HostApi, 'fontOutlines'>,
  newPath: () => Path2D = () => new Path2D(),
): Outlines {
  const paths = glyphPaths(set, newPath)
  /** Glyphs of runs that are here. */
  const here = new WeakSet<readonly GlyphId[]>()
  /** The items asked for last all of whose glyphs are here. */
  let whole: readonly DisplayItem[] = []
  const coming = glyphSets()
  /** Asked for in vain, so drawn blank; asked for again once the host answers for others. */
  const lacking = glyphSets()
  const listeners = new Set<(renewed: boolean) => void>()
  let blanks = false

  const has = (font: FontId, glyph: GlyphId): boolean =>
    glyph === 0 || faces.get(font)?.has(glyph) !== false

  const fetchFrom = async (id: FontId, glyphs: readonly GlyphId[]): Promise<void> => {
    const reply = await host.fontOutlines({ id, glyphs })
    for (const glyph of glyphs) coming.of(id).delete(glyph)
    const renewed = reply.ok && blanks
    if (reply.ok) {
      faces.get(id)?.add(reply.value)
      lacking.clear()
      blanks = false
    } else for (const glyph of glyphs) lacking.of(id).add(glyph)
    for (const listener of [...listeners]) listener(renewed)
  }

  /** The glyphs of the run that are not here and may be had. */
  const missing = (run: TextRun): readonly GlyphId[] => {
    const absent = run.glyphs.filter((glyph) => !has(run.font, glyph))
    if (absent.length === 0) here.add(run.glyphs)
    return absent.filter((glyph) => !lacking.of(run.font).has(glyph))
  }

  return {
    ...paths,
    get(font, glyph) {
      if (has(font, glyph)) return paths.get(font, glyph)
      blanks = true
      return newPath()
    },
    ready(items) {
      if (items === whole) return true
      const wanted = glyphSets()
      let all = true
      let isWhole = true
      for (const item of between(items, whole)) {
        if (item.kind !== 'text' || here.has(item.glyphs)) continue
        for (const glyph of missing(item)) {
          all = false
          if (!coming.of(item.font).has(glyph)) wanted.of(item.font).add(glyph)
        }
        isWhole &&= here.has(item.glyphs)
      }
      if (isWhole) whole = items
      for (const [font, glyphs] of wanted.entries()) {
        for (const glyph of glyphs) coming.of(font).add(glyph)
        void fetchFrom(font, [...glyphs])
      }
      return all
    },
    onArrival(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * What of the items stands between a beginning and an end that show the same glyphs as
 * those of `known`: an edit keeps the glyphs of the lines that it only moves.
 */
function between(
  items: readonly DisplayItem[],
  known: readonly DisplayItem[],
): readonly DisplayItem[] {
  const most = Math.min(items.length, known.length)
  let from = 0
  while (from < most && showSame(items[from], known[from])) from++
  let end = 0
  while (end < most && showSame(items.at(-1 - end), known.at(-1 - end))) end++
  return items.slice(from, items.length - end)
}

const showSame = (a: DisplayItem | undefined, b: DisplayItem | undefined): boolean =>
  a === b ||
  (a?.kind === 'text' && b?.kind === 'text' && a.glyphs === b.glyphs && a.font === b.font)

/** Sets of glyphs, one a font. */
function glyphSets() {
  const sets = new Map<FontId, Set<GlyphId>>()
  return {
    of(font: FontId): Set<GlyphId> {
      const known = sets.get(font) ?? new Set()
      sets.set(font, known)
      return known
    },
    entries: () => sets.entries(),
    clear: () => sets.clear(),
  }
}
