/**
 * The state of an editor that runs ahead of the browser's document. Putting text and
 * caret there makes the browser lay the whole text out, which must not stand between a
 * key and its page: so it is done a moment later, or before anything reads the document.
 */
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Milliseconds: once the page that shows the key has surely been painted. */
const DOCUMENT_FOLLOWS = 30

export interface Ahead {
  /** The editor as it is written in. */
  readonly state: EditorState
  /** Takes a state; the document follows. */
  run(state: EditorState): void
  /** Takes a state, the document with it. */
  set(state: EditorState): void
  /** The document as the editor is written in; whether it was behind. */
  settle(): boolean
  stop(): void
}

/** `seen`: the document is what one looks at, and never behind. */
export function aheadOf(view: EditorView, seen: boolean): Ahead {
  let waiting: EditorState | null = null
  let due = 0

  const set = (state: EditorState): void => {
    window.clearTimeout(due)
    due = 0
    waiting = null
    view.updateState(state)
  }
  const settle = (): boolean => {
    if (waiting === null) return false
    set(waiting)
    return true
  }
  return {
    get state() {
      return waiting ?? view.state
    },
    run(state) {
      if (seen) return set(state)
      waiting = state
      if (due === 0) due = window.setTimeout(settle, DOCUMENT_FOLLOWS)
    },
    set,
    settle,
    stop: () => window.clearTimeout(due),
  }
}
