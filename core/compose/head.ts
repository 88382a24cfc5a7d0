/** The headline group: 引题, 主题, 副题 and 署名 over a story, in whole rows. */
import type { Node } from 'prosemirror-model'
import type { LineRole } from '../display/displayList'
import type { FrameId, StoryId } from '../ids'
import type { Head } from '../model/frame'
import type { Grid } from '../model/grid'
import { headSizes } from '../model/headSizes'
import { childOfType } from '../model/storySchema'
import type { FacePair } from '../model/styles'
import type { HeadlineLevel, StyleSheet } from '../model/styleSheet'
import type { SetLine, ShapingContext } from '../text/types'
import { milliEm, pt, type Pt } from '../units'
import { layoutParagraph } from './paragraphLayout'
import type { ComposeCache, HeadlineEntry } from './cache'
import type { HeadBox } from './headBlock'
import { spread } from './headWhite'
import { placeLine, type PlacedLine } from './placeLines'
import { displayContext, lineWidth, nodeLine, openedLine } from './singleLine'

/** A line of the group; `top` is its em box's upper edge from the group's. */
interface HeadLine {
  readonly role: LineRole
  readonly line: SetLine
  readonly base: number
  readonly size: Pt
  readonly scaleX: number
  readonly top: number
  readonly first: boolean
  readonly last: boolean
}

export interface HeadLayout {
  /** Those the lines need, or as many as the head asks for. */
  readonly rows: number
  readonly lines: readonly HeadLine[]
}

export interface HeadContext {
  readonly ctx: ShapingContext
  readonly cache: ComposeCache
}

/** The em box of Han type: +0.88 above the baseline, −0.12 below it. */
const ASCENT = 0.88

/** Share of its width to which a 主题 on one line is opened between its characters. */
const FULL = 0.9

const NO_HEAD: HeadLayout = { rows: 0, lines: [] }

interface HeadPart {
  readonly role: LineRole
  readonly node: Node
  readonly base: number
}

function partsOf(doc: Node): ReadonlyMap<string, HeadPart> {
  const parts = new Map<string, HeadPart>()
  doc.forEach((node, pos) => {
    const role = node.type.name
    if (role === 'kicker' || role === 'headline' || role === 'deck' || role === 'byline') {
      if (node.content.size > 0) parts.set(role, { role, node, base: pos + 1 })
    }
  })
  return parts
}

/**
 * Lays the headline group of `doc` into `width` points. Every part but the
 * 主题 is set on as many lines as it needs; the 主题 turns where `head.turns`
 * says and is fitted to the width by 长扁字 within the style's bounds, then by
 * size; one on a single line that is still short is opened between its
 * characters. `head.rows` above what the lines need becomes white, most of it over and under the group.
 */
export function layoutHead(
  doc: Node,
  head: Head | null,
  width: Pt,
  grid: Grid,
  sheet: StyleSheet,
  { ctx, cache }: HeadContext,
): HeadLayout {
  if (head === null) return NO_HEAD
  const level = headSizes(sheet, head)
  if (level === null) throw new RangeError(`The style sheet ${sheet.id} has no headline level`)
  const parts = partsOf(doc)
  if (parts.size === 0) return NO_HEAD
  const { spacing } = sheet
  const lines: HeadLine[] = []
  let y = whiteOver(head, spacing) * grid.leading
  const gapBefore: Readonly<Record<string, number>> = {
    headline: parts.has('kicker') ? spacing.kickerGap : 0,
    deck: spacing.deckGap,
    byline: spacing.bylineGap,
  }
  for (const role of ['kicker', 'headline', 'deck', 'byline']) {
    const part = parts.get(role)
    if (part === undefined) continue
    if (lines.length > 0) y += (gapBefore[role] ?? 0) * grid.leading
    const set =
      role === 'headline'
        ? headlineLines(part, head, level, width, sheet, ctx, cache)
        : plainLines(part, faceOf(role, sheet), sizeOf(role, level), width, sheet, ctx, cache)
    set.forEach((line, i) => {
      if (i > 0) y += line.size * (role === 'headline' ? spacing.turnGap : 0.3)
      lines.push({ ...line, top: y, first: i === 0, last: i === set.length - 1 })
      y += line.size
    })
  }
  const under = spacing.headBottom * grid.leading
  const needed = Math.ceil((y + under) / grid.leading - 0.02)
  const rows = Math.max(needed, head.rows ?? 0)
  return { rows, lines: spread(lines, rows * grid.leading - y, under, grid) }
}

/** The 主题 of a document alone, fitted to its width; none where there is none. */
export function fittedHeadline(
  doc: Node,
  head: Head,
  width: Pt,
  sheet: StyleSheet,
  { ctx, cache }: HeadContext,
): readonly Pick<HeadLine, 'line' | 'size' | 'scaleX'>[] {
  const level = headSizes(sheet, head)
  const node = childOfType(doc, 'headline')
  if (level === null || node === null || node.content.size === 0) return []
  const part = { role: 'headline', node, base: 0 } as const
  return headlineLines(part, head, level, width, sheet, ctx, cache)
}

/** Least white over a group, in rows: in mid-text (腰题) as much as under it, or the text above would seem another story's. */
export const whiteOver = (
  { place }: Head,
  { headTop, headBottom }: Pick<StyleSheet['spacing'], 'headTop' | 'headBottom'>,
): number => (place !== undefined && place.row > 0 ? Math.max(headTop, headBottom) : headTop)

type UnplacedHeadLine = Omit<HeadLine, 'top' | 'first' | 'last'>

const faceOf = (role: string, sheet: StyleSheet): FacePair =>
  role === 'kicker' ? sheet.kicker : role === 'deck' ? sheet.deck : sheet.byline

const sizeOf = (role: string, level: HeadlineLevel): Pt =>
  role === 'kicker' ? level.kicker : role === 'deck' ? level.deck : level.byline

function headlineLines(
  part: HeadPart,
  head: Head,
  level: HeadlineLevel,
  width: Pt,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly UnplacedHeadLine[] {
  const set = turnedLines(part.node, head.turns, headlineFaces(head, sheet), ctx, cache)
  const widest = Math.max(...set.map((line) => lineWidth(line, level.size)))
  const { min, max } = sheet.headlineScale
  const wanted = width / widest
  const scaleX = Math.min(max, Math.max(min, wanted))
  const size = pt(wanted < min ? (level.size * wanted) / min : level.size)
  if (set.length === 1 && wanted * FULL > max) {
    const faces = headlineFaces(head, sheet)
    const measure = (width * FULL * 1000) / (size * max)
    const opened = knownLines(cache, part.node, faces, `opened to ${Math.floor(measure)}`, () => [
      openedLine(part.node, faces, displayContext(ctx), measure),
    ])
    return opened.map((line) => ({ role: 'headline', line, base: part.base, size, scaleX }))
  }
  return set.map((line) => ({ role: 'headline', line, base: part.base, size, scaleX }))
}

/** A 主题 at its natural width, turned; the same for every width and size it is fitted to. */
function turnedLines(
  node: Node,
  wanted: readonly number[],
  faces: FacePair,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly SetLine[] {
  const end = node.content.size
  const turns = [...wanted.filter((turn) => turn > 0 && turn < end), end]
  const display = displayContext(ctx)
  return knownLines(cache, node, faces, turns.join(), () =>
    turns.map((to, i) => nodeLine(node, faces, display, turns[i - 1] ?? 0, to)),
  )
}

/** Keeps the cache of one headline small while its frame is dragged through many widths. */
const LINES_A_HEADLINE = 96

/** A 主题's lines in these faces, set the way that `key` names. */
function knownLines(
  { headlines }: ComposeCache,
  node: Node,
  faces: FacePair,
  key: string,
  set: () => readonly SetLine[],
): readonly SetLine[] {
  const entry: HeadlineEntry =
    headlines.get(node) ?? new Map<FacePair, Map<string, readonly SetLine[]>>()
  const lines = entry.get(faces) ?? new Map<string, readonly SetLine[]>()
  const known = lines.get(key)
  if (known !== undefined) return known
  const made = set()
  if (lines.size >= LINES_A_HEADLINE) lines.clear()
  headlines.set(node, entry.set(faces, lines.set(key, made)))
  return made
}

export function headlineFaces(head: Head, sheet: StyleSheet): FacePair {
  const faces = sheet.headline[head.face]
  return faces[Math.min(head.level, faces.length - 1)] ?? sheet.body.faces
}

function plainLines(
  part: HeadPart,
  faces: FacePair,
  size: Pt,
  width: Pt,
  sheet: StyleSheet,
  ctx: ShapingContext,
  cache: ComposeCache,
): readonly UnplacedHeadLine[] {
  const measure = milliEm(Math.floor(width / size) * 1000)
  const style = { ...sheet.body, faces, size, align: 'center', indent: milliEm(0) } as const
  const block = {
    node: part.node,
    base: part.base,
    role: 'label',
    style,
    dateline: null,
    names: part.role === 'byline',
  } as const
  const layout = layoutParagraph(block, () => measure, Number.MAX_SAFE_INTEGER, null, ctx, cache)
  return (layout?.lines ?? []).map((line) => ({
    role: part.role,
    line,
    base: part.base,
    size,
    scaleX: 1,
  }))
}

/** The group's lines centred in its box. */
export function placeHead(
  layout: HeadLayout,
  box: HeadBox,
  { id, story }: { readonly id: FrameId; readonly story: StoryId },
  ink: StyleSheet['body']['ink'],
): readonly PlacedLine[] {
  return layout.lines.map(({ role, line, base, size, scaleX, top, first, last }) => {
    const measure = (line.measure * size * scaleX) / 1000
    return placeLine(line, {
      x: pt(box.x + (box.width - measure) / 2),
      y: pt(box.y + top + ASCENT * size),
      size,
      ink,
      scaleX,
      role,
      story,
      base,
      frame: id,
      column: -1,
      row: -1,
      first,
      last,
    })
  })
}

/** Whether a document has anything for a headline group. */
export const hasHead = (doc: Node): boolean =>
  ['kicker', 'headline', 'deck', 'byline'].some(
    (type) => (childOfType(doc, type)?.content.size ?? 0) > 0,
  )
