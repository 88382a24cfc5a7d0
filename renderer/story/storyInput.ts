/**
 * A live editor on a story. The page's stands unseen at the caret and takes
 * keys, the input method, the clipboard and screen readers, while page and
 * galley are drawn from what it hands on; the story view's is seen itself. An
 * input method's preedit stays in here; its commit is handed on as one change.
 */
import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import type { Rect } from '../../core/geometry'
import type { StoryId } from '../../core/ids'
import { commitOf, preeditOf } from './composing'
import {
  deleteText,
  pasteBlocks,
  placeBeside,
  selectionAt,
  spanAround,
  splitParagraph,
} from './edits'
import { domParser, nodeViews, type BlockName } from './nodes'
import { pastedBlocks } from './pasted'
import { createStoryMarks, type StoryMark } from './storyMarks'

export type EditKind = 'typing' | 'deleting' | 'pasting' | 'cutting' | 'newParagraph'

export interface Ends {
  readonly anchor: number
  readonly head: number
}

export interface StoryInputEvents {
  /** False when the edition refused the change; the editor then goes back to the edition's text. */
  change(story: StoryId, steps: readonly Step[], selection: Ends, kind: EditKind): boolean
  select(story: StoryId, anchor: number, head: number): void
  /** Up, down, Home, End: along the composed lines. */
  move(key: 'ArrowUp' | 'ArrowDown' | 'Home' | 'End', extend: boolean): void
  preedit(preedit: { readonly at: number; readonly text: string } | null): void
  escape(): void
}

export interface StoryInput {
  /** Follows the edition and the desk's selection; without one the text shows no caret. */
  follow(story: StoryId, doc: Node, selection: Ends | null): void
  /** Marks the text of an editor that is seen. */
  mark(marks: readonly StoryMark[]): void
  /** Puts the input surface's caret at the page's, in CSS pixels of the host element. */
  standAt(caret: Rect): void
  /** Where the caret's line is, in CSS pixels of the window. */
  caretLine(): { readonly top: number; readonly bottom: number } | null
  focus(): void
  hasFocus(): boolean
  /** The word or the paragraph around a position of the story in hand. */
  span(pos: number, whole: boolean): readonly [number, number]
  destroy(): void
}

export interface StoryInputOptions {
  readonly host: HTMLElement
  readonly name: string
  readonly events: StoryInputEvents
  /** An editor that is seen names its blocks and keeps up, down, Home and End to its own lines. */
  readonly seen?: BlockName
}

/** ProseMirror reads the last of a composition this long after its end. */
const COMPOSITION_SETTLES = 25

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End'])

export function createStoryInput({ host, name, events, seen }: StoryInputOptions): StoryInput {
  const marks = createStoryMarks()
  let story: StoryId | null = null
  /** The text as the edition has it; differs from the view's while composing. */
  let agreed: Node | null = null
  let composing = false
  let view: EditorView | null = null
  /** The desk's selection is this story's. */
  let chosen = false
  /** The pointer is held in the text. */
  let pressed = false

  const stateOf = (doc: Node, { anchor, head }: Ends): EditorState => {
    const state = EditorState.create({ doc })
    return state.apply(state.tr.setSelection(selectionAt(state, anchor, head)))
  }

  const handOn = (steps: readonly Step[], kind: EditKind): void => {
    if (view === null || story === null || agreed === null) return
    const before = agreed
    agreed = view.state.doc
    const { anchor, head } = view.state.selection
    if (events.change(story, steps, { anchor, head }, kind)) return
    agreed = before
    const { size } = before.content
    view.updateState(
      stateOf(before, { anchor: Math.min(anchor, size), head: Math.min(head, size) }),
    )
  }

  const dispatch = (tr: Transaction, kind: EditKind): void => {
    if (view === null || story === null) return
    if (tr.docChanged) marks.map(tr)
    view.updateState(view.state.apply(tr))
    if (composing) showPreedit()
    else if (tr.docChanged) handOn(tr.steps, kind)
    else if (tr.selectionSet) events.select(story, tr.selection.anchor, tr.selection.head)
  }

  const showPreedit = (): void =>
    events.preedit(view === null || agreed === null ? null : preeditOf(agreed, view.state.doc))

  const commit = (): void => {
    composing = false
    events.preedit(null)
    const steps = view === null || agreed === null ? [] : commitOf(agreed, view.state.doc)
    if (steps.length > 0) handOn(steps, 'typing')
  }

  const run = (tr: Transaction | null | undefined, kind: EditKind): true => {
    if (tr) dispatch(tr, kind)
    return true
  }

  const handleKey = (event: KeyboardEvent): boolean => {
    if (event.isComposing || event.keyCode === 229 || view === null || story === null) return false
    const { state } = view
    const command = event.ctrlKey || event.metaKey || event.altKey
    if (event.key === 'Escape') {
      events.escape()
      return true
    }
    if (command) return false
    if (event.key === 'Backspace') return run(deleteText(state, -1), 'deleting')
    if (event.key === 'Delete') return run(deleteText(state, 1), 'deleting')
    if (event.key === 'Enter') return run(splitParagraph(state), 'newParagraph')
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const direction = event.key === 'ArrowLeft' ? -1 : 1
      const { anchor, head, from, to, empty } = state.selection
      const collapse = !empty && !event.shiftKey
      const next = collapse ? (direction < 0 ? from : to) : placeBeside(state, head, direction)
      events.select(story, event.shiftKey ? anchor : next, next)
      return true
    }
    if (seen === undefined && MOVES.has(event.key)) {
      events.move(event.key as 'ArrowUp', event.shiftKey)
      return true
    }
    return false
  }

  /** Where the caret is by a click or by Tab, though nothing moved it: the desk is told. */
  const tellSelection = (): void => {
    if (seen === undefined || view === null || story === null || chosen) return
    if (!view.hasFocus()) return
    const { anchor, head } = view.state.selection
    events.select(story, anchor, head)
  }
  const showFocus = (): void => {
    if (seen !== undefined && !composing) window.setTimeout(() => view?.setProps({}), 0)
  }

  const copy = (event: ClipboardEvent, cut: boolean): true => {
    event.preventDefault()
    if (view === null) return true
    const { from, to, empty } = view.state.selection
    if (empty) return true
    event.clipboardData?.setData('text/plain', view.state.doc.textBetween(from, to, '\n'))
    return cut ? run(view.state.tr.deleteSelection(), 'cutting') : true
  }

  const create = (doc: Node, ends: Ends): EditorView =>
    new EditorView(host, {
      state: stateOf(doc, ends),
      nodeViews: nodeViews(seen ?? (() => '')),
      domParser,
      decorations: (state) =>
        seen === undefined ? null : marks.shown(state, chosen && view?.hasFocus() !== true),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': name,
        spellcheck: 'false',
        ...(seen === undefined ? {} : { tabindex: '0' }),
      },
      dispatchTransaction: (tr) => dispatch(tr, 'typing'),
      handleScrollToSelection: () => true,
      handleKeyDown: (_view, event) => handleKey(event),
      handleKeyPress(target, event) {
        if (event.ctrlKey || event.metaKey || event.key.length !== 1) return false
        return run(target.state.tr.insertText(event.key), 'typing')
      },
      handleDrop: () => true,
      handleDOMEvents: {
        copy: (_view, event) => copy(event, false),
        cut: (_view, event) => copy(event, true),
        paste: (target, event) => {
          event.preventDefault()
          const data = (type: string) => event.clipboardData?.getData(type) ?? ''
          const blocks = pastedBlocks(data('text/html'), data('text/plain'))
          return run(pasteBlocks(target.state, blocks), 'pasting')
        },
        mousedown() {
          pressed = true
          const release = (): void => {
            pressed = false
            window.setTimeout(tellSelection, 0)
          }
          window.addEventListener('mouseup', release, { once: true })
        },
        focus() {
          if (!pressed) tellSelection()
          showFocus()
        },
        blur: () => showFocus(),
        compositionstart() {
          composing = true
          return false
        },
        compositionend() {
          window.setTimeout(commit, COMPOSITION_SETTLES)
          return false
        },
        beforeinput(_view, event) {
          const platforms = /^(history|format)/u.test(event.inputType)
          if (platforms) event.preventDefault()
          return platforms
        },
      },
    })

  return {
    follow(of, doc, wanted) {
      if (composing && of === story) return
      const ends = wanted ?? { anchor: 0, head: 0 }
      const shownAs = chosen
      chosen = wanted !== null
      if (view === null) view = create(doc, ends)
      const same = of === story && (doc === agreed || doc.eq(view.state.doc))
      const { selection } = view.state
      story = of
      agreed = doc
      if (!same) return view.updateState(stateOf(doc, ends))
      const moved = selection.anchor !== ends.anchor || selection.head !== ends.head
      if (wanted !== null && moved) {
        const moveTo = selectionAt(view.state, ends.anchor, ends.head)
        view.updateState(view.state.apply(view.state.tr.setSelection(moveTo)))
      } else if (shownAs !== chosen) showFocus()
    },
    mark(wanted) {
      if (view === null || composing) return
      marks.set(view.state.doc, wanted)
      view.setProps({})
    },
    standAt(caret) {
      if (view === null) return
      const box = host.getBoundingClientRect()
      const at = view.coordsAtPos(view.state.selection.head)
      const old = new DOMMatrixReadOnly(view.dom.style.transform || 'none')
      const x = old.e + box.left + caret.x - at.left
      const y = old.f + box.top + caret.y + caret.height - at.bottom
      view.dom.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    },
    caretLine: () => (chosen ? (view?.coordsAtPos(view.state.selection.head) ?? null) : null),
    focus: () => view?.focus(),
    hasFocus: () => view?.hasFocus() === true,
    span: (pos, whole) => (view === null ? [pos, pos] : spanAround(view.state.doc, pos, whole)),
    destroy() {
      view?.destroy()
      view = null
    },
  }
}
