/** What is marked in the story view: overset text, matches, and the selection while it is made elsewhere. */
import type { EditorState, Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

export interface StoryMark {
  readonly from: number
  readonly to: number
  readonly kind: 'overset' | 'match'
}

export interface StoryMarks {
  /** Marks of the document that the editor now has. */
  set(doc: EditorState['doc'], marks: readonly StoryMark[]): void
  /** Marks move with the text they are in. */
  map(tr: Transaction): void
  shown(state: EditorState, selection: boolean): DecorationSet
}

export function createStoryMarks(): StoryMarks {
  let marked = DecorationSet.empty
  return {
    set(doc, marks) {
      const hold = (pos: number): number => Math.min(pos, doc.content.size)
      marked = DecorationSet.create(
        doc,
        marks.map(({ from, to, kind }) =>
          Decoration.inline(hold(from), hold(to), { class: `mark-${kind}` }),
        ),
      )
    },
    map(tr) {
      marked = marked.map(tr.mapping, tr.doc)
    },
    shown(state, selection) {
      if (!selection) return marked
      const { from, to, head, empty } = state.selection
      return marked.add(
        state.doc,
        empty
          ? [Decoration.widget(head, caretElement, { key: 'caret' })]
          : [Decoration.inline(from, to, { class: 'mark-selected' })],
      )
    },
  }
}

function caretElement(): HTMLElement {
  const caret = document.createElement('i')
  caret.className = 'galley-caret'
  return caret
}
