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
import type { StoryId } from '../../core/ids'
import { aheadOf, type Ahead } from './ahead'
import { commitOf, preeditOf } from './composing'
import { readClipboard, writeClipboard } from './clipboard'
import { deleteText, selectionAt, splitParagraph } from './edits'
import { headAfter, spanAround, wholeSpan } from './moves'
import { domParser, nodeViews } from './nodes'
import type { EditKind, Ends, StoryInput, StoryInputOptions } from './surface'
import { createStoryMarks } from './storyMarks'
import { textKey, type Direction, type Stretch } from './textKeys'

/** ProseMirror reads the last of a composition this long after its end. */
const COMPOSITION_SETTLES = 25

const MAC = typeof navigator !== 'undefined' && /mac/iu.test(navigator.platform)

export function createStoryInput({ host, name, events, seen }: StoryInputOptions): StoryInput {
  const marks = createStoryMarks()
  let story: StoryId | null = null
  /** The text as the edition has it; differs from the view's while composing. */
  let agreed: Node | null = null
  let composing = false
  let view: EditorView | null = null
  let ahead: Ahead | null = null
  /** The desk's selection is this story's. */
  let chosen = false
  /** The pointer is held in the text. */
  let pressed = false

  const stateOf = (doc: Node, { anchor, head }: Ends): EditorState => {
    const state = EditorState.create({ doc })
    return state.apply(state.tr.setSelection(selectionAt(state, anchor, head)))
  }

  const handOn = (steps: readonly Step[], kind: EditKind): void => {
    if (ahead === null || story === null || agreed === null) return
    const before = agreed
    const { doc, selection } = ahead.state
    agreed = doc
    const { anchor, head } = selection
    if (events.change(story, steps, { anchor, head }, kind)) return
    agreed = before
    const { size } = before.content
    ahead.set(stateOf(before, { anchor: Math.min(anchor, size), head: Math.min(head, size) }))
  }

  const dispatch = (
    tr: Transaction,
    kind: EditKind,
    take: (state: EditorState) => void = (state) => ahead?.run(state),
  ): void => {
    if (ahead === null || story === null) return
    if (tr.docChanged) marks.map(tr)
    take(ahead.state.apply(tr))
    if (composing) showPreedit()
    else if (tr.docChanged) handOn(tr.steps, kind)
    else if (tr.selectionSet) events.select(story, tr.selection.anchor, tr.selection.head)
  }

  /** What the browser did in its document, which is as it says; of one that keys have left behind it is no matter. */
  const dispatchDone = (tr: Transaction): void => {
    if (ahead?.settle() !== true) dispatch(tr, 'typing', (state) => ahead?.set(state))
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

  const moveBy = (state: EditorState, by: Stretch, direction: Direction, extend: boolean): void => {
    const next = headAfter(state, by, direction, extend)
    if (story !== null) events.select(story, extend ? state.selection.anchor : next, next)
  }

  const handleKey = (event: KeyboardEvent): boolean => {
    if (event.isComposing || event.keyCode === 229 || ahead === null || story === null) return false
    const key = textKey(event, MAC)
    if (key === null) return false
    const { state } = ahead
    switch (key.does) {
      case 'move':
        moveBy(state, key.by, key.direction, event.shiftKey)
        return true
      case 'moveAlongLines':
        if (seen === undefined) events.move(key.move, event.shiftKey)
        return seen === undefined
      case 'delete':
        return run(deleteText(state, key.direction, key.by), 'deleting')
      case 'split':
        return run(splitParagraph(state), 'newParagraph')
      case 'selectAll': {
        const { from, to } = wholeSpan(state.doc)
        events.select(story, from, to)
        return true
      }
      case 'escape':
        events.escape()
        return true
    }
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
    if (ahead === null || !writeClipboard(event, ahead.state) || !cut) return true
    return run(ahead.state.tr.deleteSelection(), 'cutting')
  }
  const paste = (event: ClipboardEvent): true =>
    run(ahead && readClipboard(event, ahead.state, events), 'pasting')

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
      dispatchTransaction: dispatchDone,
      handleScrollToSelection: () => true,
      handleKeyDown: (_view, event) => handleKey(event),
      handleKeyPress(_view, event) {
        if (event.ctrlKey || event.metaKey || event.key.length !== 1) return false
        return run(ahead?.state.tr.insertText(event.key), 'typing')
      },
      handleDrop: () => true,
      handleDOMEvents: {
        copy: (_view, event) => copy(event, false),
        cut: (_view, event) => copy(event, true),
        paste: (_view, event) => paste(event),
        keydown(_view, event) {
          if (event.isComposing || event.keyCode === 229) ahead?.settle()
        },
        mousedown() {
          ahead?.settle()
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
          ahead?.settle()
          composing = true
          return false
        },
        compositionend() {
          window.setTimeout(commit, COMPOSITION_SETTLES)
          return false
        },
        beforeinput(_view, event) {
          ahead?.settle()
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
      view ??= create(doc, ends)
      ahead ??= aheadOf(view, seen !== undefined)
      const { state } = ahead
      const same = of === story && (doc === agreed || doc.eq(state.doc))
      const { selection } = state
      story = of
      agreed = doc
      if (!same) return ahead.set(stateOf(doc, ends))
      const moved = selection.anchor !== ends.anchor || selection.head !== ends.head
      if (wanted !== null && moved) {
        const moveTo = selectionAt(state, ends.anchor, ends.head)
        ahead.run(state.apply(state.tr.setSelection(moveTo)))
      } else if (shownAs !== chosen) showFocus()
    },
    mark(wanted) {
      if (view === null || composing) return
      marks.set(view.state.doc, wanted)
      view.setProps({})
    },
    standAt(caret) {
      if (view === null) return
      ahead?.settle()
      const box = host.getBoundingClientRect()
      const at = view.coordsAtPos(view.state.selection.head)
      const old = new DOMMatrixReadOnly(view.dom.style.transform || 'none')
      const x = old.e + box.left + caret.x - at.left
      const y = old.f + box.top + caret.y + caret.height - at.bottom
      view.dom.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    },
    caretLine: () => (chosen ? (view?.coordsAtPos(view.state.selection.head) ?? null) : null),
    focus() {
      ahead?.settle()
      view?.focus()
    },
    hasFocus: () => view?.hasFocus() === true,
    span: (pos, whole) => (ahead === null ? [pos, pos] : spanAround(ahead.state.doc, pos, whole)),
    destroy() {
      ahead?.stop()
      view?.destroy()
      ahead = null
      view = null
    },
  }
}
