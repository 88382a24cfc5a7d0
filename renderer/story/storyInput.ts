/**
 * The one live editor view: unseen, it stands at the caret and takes keys, the
 * input method, the clipboard and screen readers. Page and galley are drawn
 * from what it hands on. An input method's preedit stays in here; its commit is
 * handed on as one change.
 */
import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import { Transform, type Step } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import type { Rect } from '../../core/geometry'
import type { StoryId } from '../../core/ids'
import {
  deleteText,
  pasteBlocks,
  placeBeside,
  selectionAt,
  spanAround,
  splitParagraph,
} from './edits'
import { domParser, nodeViews } from './nodes'
import { pastedBlocks } from './pasted'

export type EditKind = 'typing' | 'deleting' | 'pasting' | 'cutting' | 'newParagraph'

export interface StoryInputEvents {
  /** False when the edition refused the change; the editor then goes back to the edition's text. */
  change(
    story: StoryId,
    steps: readonly Step[],
    selection: { readonly anchor: number; readonly head: number },
    kind: EditKind,
  ): boolean
  select(story: StoryId, anchor: number, head: number): void
  /** Up, down, Home, End: along the composed lines. */
  move(key: 'ArrowUp' | 'ArrowDown' | 'Home' | 'End', extend: boolean): void
  preedit(preedit: { readonly at: number; readonly text: string } | null): void
  escape(): void
}

export interface StoryInput {
  /** Follows the edition and the desk's selection. */
  follow(story: StoryId, doc: Node, anchor: number, head: number): void
  /** Puts the input surface's caret at the page's, in CSS pixels of the host element. */
  standAt(caret: Rect): void
  focus(): void
  /** The word or the paragraph around a position of the story in hand. */
  span(pos: number, whole: boolean): readonly [number, number]
  destroy(): void
}

/** ProseMirror reads the last of a composition this long after its end. */
const COMPOSITION_SETTLES = 25

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End'])

export function createStoryInput(
  host: HTMLElement,
  name: string,
  events: StoryInputEvents,
): StoryInput {
  let story: StoryId | null = null
  /** The text as the edition has it; differs from the view's while composing. */
  let agreed: Node | null = null
  let composing = false
  let view: EditorView | null = null

  const stateOf = (doc: Node, anchor: number, head: number): EditorState => {
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
    view.updateState(
      stateOf(before, Math.min(anchor, before.content.size), Math.min(head, before.content.size)),
    )
  }

  const dispatch = (tr: Transaction, kind: EditKind): void => {
    if (view === null || story === null) return
    view.updateState(view.state.apply(tr))
    if (composing) return showPreedit()
    if (tr.docChanged) handOn(tr.steps, kind)
    else if (tr.selectionSet) events.select(story, tr.selection.anchor, tr.selection.head)
  }

  /** What the view has more than the edition is what is being composed. */
  const difference = (): { start: number; endBefore: number; endNow: number } | null => {
    if (view === null || agreed === null) return null
    const now = view.state.doc
    const start = agreed.content.findDiffStart(now.content)
    if (start === null) return null
    const end = agreed.content.findDiffEnd(now.content)
    if (end === null) return null
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    return { start, endBefore: end.a + overlap, endNow: end.b + overlap }
  }

  const showPreedit = (): void => {
    const found = difference()
    const text = found && view ? view.state.doc.textBetween(found.start, found.endNow) : ''
    events.preedit(found === null || text === '' ? null : { at: found.start, text })
  }

  const commit = (): void => {
    composing = false
    events.preedit(null)
    const found = difference()
    if (found === null || view === null || agreed === null) return
    const { start, endBefore, endNow } = found
    const { steps } = new Transform(agreed).replace(
      start,
      endBefore,
      view.state.doc.slice(start, endNow),
    )
    handOn(steps, 'typing')
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
    if (MOVES.has(event.key)) {
      events.move(event.key as 'ArrowUp', event.shiftKey)
      return true
    }
    return false
  }

  const copy = (event: ClipboardEvent, cut: boolean): true => {
    event.preventDefault()
    if (view === null) return true
    const { from, to, empty } = view.state.selection
    if (empty) return true
    event.clipboardData?.setData('text/plain', view.state.doc.textBetween(from, to, '\n'))
    return cut ? run(view.state.tr.deleteSelection(), 'cutting') : true
  }

  const create = (doc: Node, anchor: number, head: number): EditorView =>
    new EditorView(host, {
      state: stateOf(doc, anchor, head),
      nodeViews,
      domParser,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': name,
        spellcheck: 'false',
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
        compositionstart() {
          composing = true
          return false
        },
        compositionend() {
          window.setTimeout(commit, COMPOSITION_SETTLES)
          return false
        },
        beforeinput(_view, event) {
          const platformUndo = event.inputType.startsWith('history')
          if (platformUndo) event.preventDefault()
          return platformUndo
        },
      },
    })

  return {
    follow(of, doc, anchor, head) {
      if (composing && of === story) return
      if (view === null) view = create(doc, anchor, head)
      const same = of === story && (doc === agreed || doc.eq(view.state.doc))
      const { selection } = view.state
      story = of
      if (same) {
        agreed = doc
        if (selection.anchor === anchor && selection.head === head) return
        view.updateState(
          view.state.apply(view.state.tr.setSelection(selectionAt(view.state, anchor, head))),
        )
        return
      }
      agreed = doc
      view.updateState(stateOf(doc, anchor, head))
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
    focus: () => view?.focus(),
    span: (pos, whole) => (view === null ? [pos, pos] : spanAround(view.state.doc, pos, whole)),
    destroy() {
      view?.destroy()
      view = null
    },
  }
}
