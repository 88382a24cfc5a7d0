/** Changes a writer makes in a story, as transforms of the editor's state. */
import { Fragment, Slice, type Node, type ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { canJoin, canSplit, Mapping, type Step } from 'prosemirror-transform'
import { storySchema } from '../../core/model/storySchema'
import type { PastedBlock } from './pasted'

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const wordSegments = new Intl.Segmenter('zh', { granularity: 'word' })

/** Length of the letter as readers see it before (-1) or after (1) a place in its block; 0 at the block's edge. */
function letterBeside($at: ResolvedPos, direction: -1 | 1): number {
  const node = direction < 0 ? $at.nodeBefore : $at.nodeAfter
  if (node === null || !node.isText) return 0
  const whole = node.text ?? ''
  if (direction > 0)
    return letters.segment(whole)[Symbol.iterator]().next().value?.segment.length ?? 0
  let last = 0
  for (const { segment } of letters.segment(whole)) last = segment.length
  return last
}

/** The next place a caret may stand. */
export function placeBeside(state: EditorState, from: number, direction: -1 | 1): number {
  const $from = state.doc.resolve(from)
  const length = letterBeside($from, direction)
  if (length > 0) return from + direction * length
  const edge = direction < 0 ? from - 1 : from + 1
  if (edge < 0 || edge > state.doc.content.size) return from
  return Selection.near(state.doc.resolve(edge), direction).head
}

export function deleteText(state: EditorState, direction: -1 | 1): Transaction | null {
  if (!state.selection.empty) return state.tr.deleteSelection()
  const { $head, head } = state.selection
  const length = letterBeside($head, direction)
  if (length > 0) {
    return direction < 0
      ? state.tr.delete(head - length, head)
      : state.tr.delete(head, head + length)
  }
  const edge = direction < 0 ? $head.before(1) : $head.after(1)
  if ($head.depth !== 1 || edge <= 0 || edge >= state.doc.content.size) return null
  return canJoin(state.doc, edge) ? state.tr.join(edge) : null
}

/** 另段. Only a paragraph parts; the lines of a headline group are one each. */
export function splitParagraph(state: EditorState): Transaction | null {
  const tr = state.selection.empty ? state.tr : state.tr.deleteSelection()
  const { $head } = tr.selection
  if ($head.parent.type !== storySchema.nodes.paragraph) return null
  return canSplit(tr.doc, $head.pos) ? tr.split($head.pos) : null
}

/**
 * Puts pasted blocks in the selection's place. Only running text takes several
 * blocks; a headline or caption takes them as one line, and a box, which has no
 * subheads, as paragraphs. A subhead that starts or ends the paste stays a
 * block of its own.
 */
export function pasteBlocks(
  state: EditorState,
  blocks: readonly PastedBlock[],
): Transaction | null {
  const [first] = blocks
  if (first === undefined) return null
  const { paragraph, subhead } = storySchema.nodes
  const { $from, $to, from, to } = state.selection
  if ((blocks.length === 1 && first.role === 'paragraph') || $from.parent.type !== paragraph)
    return state.tr.insertText(blocks.map(({ text }) => text).join(''))
  const heads = $from.depth === 1 && $to.depth === 1
  const nodes = blocks.map(({ role, text }) => {
    const type = role === 'subhead' && heads ? subhead : paragraph
    return type.create(null, storySchema.text(text))
  })
  const opens = nodes[0]?.type === paragraph
  const closes = nodes.at(-1)?.type === paragraph
  const start = !opens && $from.parentOffset === 0 ? $from.before() : from
  const end = !closes && $to.parentOffset === $to.parent.content.size ? $to.after() : to
  const slice = new Slice(Fragment.from(nodes), opens ? 1 : 0, closes ? 1 : 0)
  const tr = state.tr.replace(start, end, slice)
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(end)), -1))
}

/** The word, or with `whole` the paragraph, around a position. */
export function spanAround(doc: Node, pos: number, whole: boolean): readonly [number, number] {
  const $pos = doc.resolve(pos)
  const start = $pos.start()
  if (whole || !$pos.parent.isTextblock) return [start, $pos.end()]
  const text = $pos.parent.textBetween(0, $pos.parent.content.size, undefined, ' ')
  const found = wordSegments.segment(text).containing(Math.min(pos - start, text.length - 1))
  if (found === undefined) return [pos, pos]
  return [start + found.index, start + found.index + found.segment.length]
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
