/** Changes a writer makes in a story, as transforms of the editor's state. */
import {
  TextSelection,
  type EditorState,
  type Selection,
  type Transaction,
} from 'prosemirror-state'
import { canJoin, canSplit, Mapping, type Step } from 'prosemirror-transform'
import { storySchema } from '../../core/model/storySchema'
import { pieceBeside } from './moves'
import type { Direction } from './textKeys'

/** The letter or word beside the caret, or at a block's edge the edge itself. */
export function deleteText(
  state: EditorState,
  direction: Direction,
  by: 'letter' | 'word' = 'letter',
): Transaction | null {
  if (!state.selection.empty) return state.tr.deleteSelection()
  const { $head, head } = state.selection
  const piece = pieceBeside(state.doc, head, direction, by)
  if (piece !== null) return withoutEmptyDateline(state.tr.delete(piece.from, piece.to))
  const edge = direction < 0 ? $head.before(1) : $head.after(1)
  if ($head.depth !== 1 || edge <= 0 || edge >= state.doc.content.size) return null
  return canJoin(state.doc, edge) ? state.tr.join(edge) : null
}

/** 电头 whose last letter is gone goes too. */
function withoutEmptyDateline(tr: Transaction): Transaction {
  const { $head } = tr.selection
  const { parent } = $head
  if (parent.type !== storySchema.nodes.dateline || parent.content.size > 0) return tr
  return tr.delete($head.before(), $head.after())
}

/** 另段. Only a paragraph parts; the lines of a headline group are one each. */
export function splitParagraph(state: EditorState): Transaction | null {
  const tr = state.selection.empty ? state.tr : state.tr.deleteSelection()
  const { $head } = tr.selection
  if ($head.parent.type !== storySchema.nodes.paragraph) return null
  return canSplit(tr.doc, $head.pos) ? tr.split($head.pos) : null
}

/** A text selection, or the nearest one where the ends are between blocks. */
export const selectionAt = (state: EditorState, anchor: number, head: number): Selection => {
  const hold = (pos: number) => Math.max(0, Math.min(pos, state.doc.content.size))
  return TextSelection.between(state.doc.resolve(hold(anchor)), state.doc.resolve(hold(head)))
}

/** Where the ends of a selection are after the steps. */
export function mapEnds(
  ends: { readonly anchor: number; readonly head: number },
  steps: readonly Step[],
): { readonly anchor: number; readonly head: number } {
  const map = new Mapping(steps.map((step) => step.getMap()))
  return { anchor: map.map(ends.anchor), head: map.map(ends.head) }
}
