/** 竖题: a 主题 that stands beside its text from top to bottom, every character upright in a cell of its own. */
import type { Node } from 'prosemirror-model'
import type { StoryFrame } from '../model/frame'
import { cellsRect, type Grid } from '../model/grid'
import { headSizes } from '../model/headSizes'
import type { StyleSheet } from '../model/styleSheet'
import type { ShapingContext } from '../text/types'
import { pt, type Pt } from '../units'
import { headlineFaces } from './head'
import { placeLine, type PlacedLine } from './placeLines'
import { displayContext, nodeLine } from './singleLine'

/** What a frame keeps free of text at its sides, in points. */
export interface Aside {
  readonly left: Pt
  readonly right: Pt
}

export const NOTHING_ASIDE: Aside = { left: pt(0), right: pt(0) }

/** From one line of the 主题 to the next, and the loosest from one character to the next, in ems of its size. */
const LINE_PITCH = 1.22
const LOOSEST = 1.35
/** Between the 主题 and the text, in body ems. */
const CLEARANCE = 1.2
/** Marks, Latin and figures would have to turn or be replaced; such a 主题 lies. */
const UPRIGHT = /^[\u3400-\u9fff]+$/u
const ASCENT = 0.88

/** Pieces of the 主题 between its turns. */
const piecesOf = (text: string, turns: readonly number[]): readonly string[] =>
  [...turns, text.length].map((to, i) => text.slice(turns[i - 1] ?? 0, to))

/** Whether the 主题 can stand: nothing else in the group, and upright characters only. */
export function canStand(doc: Node): boolean {
  let headline = ''
  let others = 0
  doc.forEach((node) => {
    const role = node.type.name
    if (role === 'headline') headline = node.textContent
    if (role === 'kicker' || role === 'deck' || role === 'byline') others += node.content.size
  })
  return others === 0 && UPRIGHT.test(headline)
}

/** Rows that a standing 主题 of these turns needs at least. */
export function standingRows(text: string, turns: readonly number[], size: Pt, grid: Grid): number {
  const longest = Math.max(...piecesOf(text, turns).map(({ length }) => length))
  return Math.ceil((longest * size) / grid.leading)
}

/** Width that a standing 主题 takes from the text, clearance included. */
export const standingWidth = (lines: number, size: Pt, grid: Grid): Pt =>
  pt(lines * LINE_PITCH * size + CLEARANCE * grid.bodySize)

/**
 * The 主题 of a frame whose head stands, or null where it lies: it is not
 * asked to, has other parts or marks, or is longer than the frame is deep.
 */
function standing(doc: Node, { head, area }: StoryFrame, grid: Grid, sheet: StyleSheet) {
  const size = head && headSizes(sheet, head)?.size
  if (!head?.vertical || !size || !canStand(doc)) return null
  let found: { readonly node: Node; readonly base: number } | null = null
  doc.forEach((node, pos) => {
    if (node.type.name === 'headline') found = { node, base: pos + 1 }
  })
  const part = found as { readonly node: Node; readonly base: number } | null
  if (part === null) return null
  const text = part.node.textContent
  const turns = head.turns.filter((turn) => turn > 0 && turn < text.length)
  if (standingRows(text, turns, size, grid) > area.rows) return null
  return { ...part, head, side: head.vertical, size, turns, pieces: piecesOf(text, turns) }
}

/** What the standing 主题 of a frame keeps free; null when its head lies over the text. */
export function asideOf(doc: Node, frame: StoryFrame, grid: Grid, sheet: StyleSheet): Aside | null {
  const head = standing(doc, frame, grid, sheet)
  if (head === null) return null
  const width = standingWidth(head.pieces.length, head.size, grid)
  return head.side === 'left' ? { left: width, right: pt(0) } : { left: pt(0), right: width }
}

/** The characters of a standing 主题, its lines from right to left, spread over the frame's depth. */
export function placeStanding(
  doc: Node,
  frame: StoryFrame,
  grid: Grid,
  sheet: StyleSheet,
  ctx: ShapingContext,
): readonly PlacedLine[] {
  const found = standing(doc, frame, grid, sheet)
  if (found === null) return []
  const { node, base, head, side, size, turns, pieces } = found
  const area = cellsRect(grid, frame.area)
  const faces = headlineFaces(head, sheet)
  const display = displayContext(ctx)
  const lineWidth = LINE_PITCH * size
  const left =
    side === 'left'
      ? area.x + frame.padding
      : area.x + area.width - frame.padding - pieces.length * lineWidth
  const longest = Math.max(...pieces.map(({ length }) => length))
  const room = longest > 1 ? (area.height - size) / (longest - 1) : size
  const pitch = Math.min(LOOSEST * size, room)
  const top = area.y + (area.height - (longest - 1) * pitch - size) / 2
  return pieces.flatMap((piece, line) => {
    const from = turns[line - 1] ?? 0
    const x = left + (pieces.length - 1 - line + 0.5) * lineWidth - size / 2
    return [...piece].map((_, i) =>
      placeLine(nodeLine(node, faces, display, from + i, from + i + 1), {
        x: pt(x),
        y: pt(top + i * pitch + ASCENT * size),
        size,
        ink: sheet.body.ink,
        scaleX: 1,
        role: 'headline',
        story: frame.story,
        base,
        frame: frame.id,
        column: -1,
        row: -1,
        first: line === 0 && i === 0,
        last: line === pieces.length - 1 && i === piece.length - 1,
      }),
    )
  })
}
