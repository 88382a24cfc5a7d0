/** Moving the caret along the lines as they are composed, over columns, frames and pages, and on into overset text. */
import { caretOf, lineBeyond, placeOnLine, type HitLine } from '../../core/display/hitTest'
import type { Desk } from '../desk/context'
import { galleyLines, type GalleyLine } from '../desk/galleyLines'
import { headPlace, type TextSelectionState } from '../desk/store'
import type { LineMove } from './textKeys'

/** A place in the text and the points from the measure's left that up and down keep to. */
interface Target {
  readonly pos: number
  readonly after: boolean
  readonly goal: number | null
}

export function moveAlongLines(desk: Desk, move: LineMove, extend: boolean): void {
  const { selection } = desk.store.get()
  if (selection === null) return
  const target = targetOf(desk, selection, move)
  if (target === null) return
  const { pos, after, goal } = target
  desk.actions.placeCaret({ story: selection.story, pos, after }, extend, goal)
}

function targetOf(desk: Desk, selection: TextSelectionState, move: LineMove): Target | null {
  const lines = storyLines(desk, selection)
  const caret = caretOf(lines, headPlace(selection))
  const over = oversetOf(desk, selection)
  const { head } = selection
  const stands = caret !== null && caret.line.from <= head && head <= caret.line.to
  const begins = selection.after && over.some(({ from }) => from === head)
  if (!stands || begins) {
    const target = inOverset(selection, over, lines, move)
    if (target !== null || caret === null) return target
  }
  const { line } = caret
  if (move === 'lineStart') return { pos: line.from, after: true, goal: null }
  if (move === 'lineEnd') return { pos: line.to, after: false, goal: null }
  const goal = selection.goal ?? caret.rect.x - line.record.x
  const down = move === 'lineDown' || move === 'screenDown'
  const far = move === 'screenDown' || move === 'screenUp' ? linesShown(desk, lines, line) : 1
  const place = lineBeyond(lines, line, down ? far : -far, goal)
  if (place !== null) return { pos: place.pos, after: place.after, goal }
  if (!down) return { pos: line.from, after: true, goal }
  const first = over[0]
  return first === undefined
    ? { pos: line.to, after: false, goal }
    : onOverset(first, goal, line.record.size)
}

/** A story's lines on all pages, in the order of its text. */
function storyLines(desk: Desk, { story }: TextSelectionState): readonly HitLine[] {
  const { session, composer } = desk
  return composer
    .compose(session.getSnapshot().edition)
    .pages.flatMap((page) => composer.linesOf(page).filter((line) => line.story === story))
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

function onLine(line: HitLine, goal: number): Target {
  const { pos, after } = placeOnLine(line, line.record.x + goal)
  return { pos, after, goal }
}

/** As many lines as the canvas shows, and at most those of the column. */
function linesShown(desk: Desk, lines: readonly HitLine[], { record }: HitLine): number {
  const { view, canvas, page } = desk.store.get()
  const leading = desk.session.getSnapshot().edition.pages[page]?.grid.leading ?? record.size
  const shown = Math.floor(canvas.height / (leading * view.zoom))
  const column = lines.filter(
    (line) => line.record.frame === record.frame && line.record.column === record.column,
  ).length
  return Math.max(1, Math.min(shown, column))
}

function oversetOf(desk: Desk, { story: id }: TextSelectionState): readonly GalleyLine[] {
  const { session, composer } = desk
  const { edition } = session.getSnapshot()
  const story = edition.stories[id]
  const display = composer.compose(edition)
  const fit = display.stories.find((one) => one.story === id)
  if (story === undefined || fit === undefined || fit.overset.length === 0) return []
  return galleyLines(story, display, composer).filter((line) => line.overset)
}

/** Overset text has no places on a page: a character counts for an em of the text's size. */
function onOverset({ from, to }: GalleyLine, goal: number, size: number): Target {
  const pos = Math.min(to, from + Math.round(goal / size))
  return { pos, after: pos < to, goal }
}

/** Along the lines of the galley where the text stands on no page; null for a place that is not in them. */
function inOverset(
  { head, after, goal: kept }: TextSelectionState,
  overset: readonly GalleyLine[],
  lines: readonly HitLine[],
  move: LineMove,
): Target | null {
  const at = overset.findLastIndex(({ from, to }) =>
    after ? from <= head && head <= to : from < head && head <= to,
  )
  const line = overset[at]
  const last = lines.at(-1)
  if (line === undefined || last === undefined) return null
  if (move === 'lineStart') return { pos: line.from, after: true, goal: null }
  if (move === 'lineEnd') return { pos: line.to, after: false, goal: null }
  const { size } = last.record
  const goal = kept ?? (head - line.from) * size
  const down = move === 'lineDown' || move === 'screenDown'
  const next = overset[at + (down ? 1 : -1)]
  if (next !== undefined) return onOverset(next, goal, size)
  return down ? { pos: line.to, after: false, goal } : onLine(last, goal)
}
