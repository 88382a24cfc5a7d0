/** Where the caret goes in the text itself, by letters, words and paragraphs. */
import type { Node, ResolvedPos } from 'prosemirror-model'
import { Selection, type EditorState } from 'prosemirror-state'
import { textSpan } from '../../core/model/docText'
import type { Direction, Stretch } from './textKeys'

const SEGMENTERS = {
  letter: new Intl.Segmenter('zh', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('zh', { granularity: 'word' }),
} as const

/** A letter or word: its positions before the first and after the last character. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** The block of text that a position is in; what runs in is part of it. Null between blocks. */
function blockAround($pos: ResolvedPos): { readonly start: number; readonly end: number } | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).isTextblock) return { start: $pos.start(depth), end: $pos.end(depth) }
  }
  return null
}

const BLANK = /^\s+$/u

/** The letters or words of a block in order; a blank belongs to the word before it. */
function piecesOf(doc: Node, start: number, end: number, by: 'letter' | 'word'): readonly Piece[] {
  const { text, positions } = textSpan(doc, start, end)
  const pieces: Piece[] = []
  for (const { segment, index } of SEGMENTERS[by].segment(text)) {
    const from = positions[index] ?? start
    const to = (positions[index + segment.length - 1] ?? from) + 1
    const before = pieces.at(-1)
    if (by === 'word' && before && BLANK.test(segment))
      pieces[pieces.length - 1] = { from: before.from, to }
    else pieces.push({ from, to })
  }
  return pieces
}

/** The letter or word, or what of it is left, before or after a position; null at the block's edge. */
export function pieceBeside(
  doc: Node,
  pos: number,
  direction: Direction,
  by: 'letter' | 'word',
): Piece | null {
  const block = blockAround(doc.resolve(pos))
  if (block === null) return null
  const pieces = piecesOf(doc, block.start, block.end, by)
  if (direction < 0) {
    const piece = pieces.findLast(({ from }) => from < pos)
    return piece === undefined ? null : { from: piece.from, to: Math.min(piece.to, pos) }
  }
  const piece = pieces.find(({ to }) => to > pos)
  return piece === undefined ? null : { from: Math.max(piece.from, pos), to: piece.to }
}

/** The next place a caret may stand; the place itself where there is none. */
export function placeBeside(
  { doc }: EditorState,
  from: number,
  direction: Direction,
  by: Stretch,
): number {
  if (by === 'story') return Selection[direction < 0 ? 'atStart' : 'atEnd'](doc).head
  const block = blockAround(doc.resolve(from))
  if (by !== 'paragraph') {
    const piece = pieceBeside(doc, from, direction, by)
    if (piece !== null) return direction < 0 ? piece.from : piece.to
  } else if (block !== null && direction < 0 && from > block.start) return block.start
  const last = by === 'paragraph' && direction > 0 && block !== null ? block.end : from
  const edge = block === null ? from + direction : direction < 0 ? block.start - 1 : block.end + 1
  if (edge < 0 || edge > doc.content.size) return last
  const { $head } = Selection.near(doc.resolve(edge), direction)
  const next = by === 'paragraph' ? (blockAround($head)?.start ?? $head.pos) : $head.pos
  return (direction < 0 ? next < from : next > from) ? next : last
}

/** From the first place a caret may stand to the last. */
export const wholeSpan = (doc: Node): Piece => ({
  from: Selection.atStart(doc).head,
  to: Selection.atEnd(doc).head,
})

/** The word, or with `whole` the paragraph, around a position. */
export function spanAround(doc: Node, pos: number, whole: boolean): readonly [number, number] {
  const block = blockAround(doc.resolve(pos))
  if (block === null) return [pos, pos]
  if (whole) return [block.start, block.end]
  const { text, positions } = textSpan(doc, block.start, block.end)
  const at = positions.findIndex((one) => one >= pos)
  const found = SEGMENTERS.word.segment(text).containing(Math.min(at, text.length - 1))
  if (found === undefined) return [pos, pos]
  const from = positions[found.index] ?? pos
  return [from, (positions[found.index + found.segment.length - 1] ?? from) + 1]
}

/** Where the head goes; a selection that is not to grow ends at its edge first. */
export function headAfter(
  state: EditorState,
  by: Stretch,
  direction: Direction,
  extend: boolean,
): number {
  const { head, from, to, empty } = state.selection
  if (by === 'letter' && !empty && !extend) return direction < 0 ? from : to
  return placeBeside(state, head, direction, by)
}
