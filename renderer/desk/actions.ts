/** What the desk does, each by one name: menus, keys, palette and pointer all call these. */
import type { Step } from 'prosemirror-transform'
import { caretOf, type HitLine, type TextPlace } from '../../core/display/hitTest'
import type { EditionStep, Transaction } from '../../core/edit'
import type { Rect } from '../../core/geometry'
import type { FrameId, PageId, StoryId } from '../../core/ids'
import { cellsRect } from '../../core/model/grid'
import type { Diagnostic } from '../../core/result'
import { withBoxes } from '../story/boxes'
import { fitView, reveal, zoomAt, type Fit } from '../canvas/viewport'
import { pageOf, type Composer } from '../session/composer'
import type { Session } from '../session/types'
import { createFollowing } from './following'
import {
  headPlace,
  type Aid,
  type DeskState,
  type Store,
  type TabName,
  type TextSelectionState,
  type Tool,
} from './store'

/** Typing is one undo entry until a pause this long. */
const PAUSE = 1000

export interface DeskActions {
  showPage(page: PageId): void
  /** Chooses one frame, or with `also` several. */
  selectFrame(frame: FrameId | null, also?: readonly FrameId[]): void
  /** Puts the caret, or with `extend` moves the selection's end. */
  placeCaret(place: TextPlace, extend?: boolean, goal?: number | null): void
  selectText(story: StoryId, anchor: number, head: number): void
  /** From text to frame, from frame to nothing. */
  stepOut(): void
  /** Goes to a story's first frame. */
  showStory(story: StoryId): void
  /** Chooses a frame and brings it into view, on its page. */
  showFrame(frame: FrameId): void
  /** A change made in the text; false when the edition refused it. */
  changeText(
    story: StoryId,
    steps: readonly Step[],
    selection: { readonly anchor: number; readonly head: number },
    label: string,
    isTyping: boolean,
  ): boolean
  /** Changes of one `group` that follow each other are undone together. False when the edition refused. */
  change(transaction: Omit<Transaction, 'author' | 'time'>, group?: string): boolean
  undo(): void
  redo(): void
  setTool(tool: Tool): void
  toggle(aid: Aid): void
  /** Unfolds the right side, with a tab of it in front. */
  showBeside(tab?: TabName): void
  fit(fit: Fit): void
  zoomBy(factor: number): void
  revealCaret(): void
  /** Lines of the page in front. */
  lines(): readonly HitLine[]
}

export interface ActionTools {
  readonly session: Session
  readonly composer: Composer
  readonly store: Store<DeskState>
  readonly author: string
  readonly now: () => number
  readonly refused: (error: Diagnostic) => void
}

/** Whether a place is a line's own: its end belongs to the next line when `after` says so. */
const holds = ({ from, to }: HitLine, { pos, after }: TextPlace): boolean =>
  from <= pos && (after ? pos < to : pos <= to)

export function createActions(tools: ActionTools): DeskActions {
  const { session, composer, store, author, now, refused } = tools
  let typedAt = 0

  const edition = () => session.getSnapshot().edition
  const pageDisplay = () => pageOf(composer.compose(edition()), store.get().page)
  const lines = (): readonly HitLine[] => {
    const page = pageDisplay()
    return page === null ? [] : composer.linesOf(page)
  }

  const show = (target: Rect): void => {
    const { view, canvas } = store.get()
    const moved = reveal(view, canvas, target)
    if (moved !== view) store.set({ view: moved, fit: null })
  }

  /** The page a place of a story stands on, the one in front before others; null for overset text. */
  const pageOfPlace = (place: TextPlace): PageId | null => {
    const front = caretOf(lines(), place)
    if (front !== null && holds(front.line, place)) return store.get().page
    const { pages } = composer.compose(edition())
    const own = pages.flatMap((page) =>
      composer
        .linesOf(page)
        .flatMap((line) => (line.story === place.story ? [{ page, line }] : [])),
    )
    const caret = caretOf(
      own.map(({ line }) => line),
      place,
    )
    return own.find(({ line }) => line === caret?.line)?.page.page ?? null
  }

  /** Turns to the page of a selection's head, which stays as it is. */
  const turnTo = (selection: TextSelectionState): void => {
    const there = pageOfPlace(headPlace(selection))
    if (there === null || there === store.get().page) return
    showPage(there)
    store.set({ selection })
  }

  const revealCaret = (): void => {
    const { selection } = store.get()
    if (selection === null) return
    turnTo(selection)
    const caret = caretOf(lines(), headPlace(selection))
    if (caret !== null) show(caret.rect)
  }

  const setSelection = (selection: TextSelectionState): void => {
    session.closeGroup()
    turnTo(selection)
    const line = caretOf(lines(), headPlace(selection))?.line
    store.set({ selection, frame: line?.record.frame ?? store.get().frame, also: [] })
  }

  const showPage = (page: PageId): void => {
    if (page === store.get().page) return
    store.set({ page, frame: null, also: [], hover: null, selection: null })
    const display = pageDisplay()
    const { fit, canvas } = store.get()
    if (display !== null && fit !== null) store.set({ view: fitView(fit, canvas, display.trim) })
  }

  const apply = (steps: readonly EditionStep[], label: string, group: string | null): boolean => {
    const applied = session.apply({ author, label, time: now(), steps }, group)
    if (!applied.ok) refused(applied.error)
    else following.note(steps)
    store.set({ moved: null })
    return applied.ok
  }

  const showStory = (story: StoryId): void => {
    const current = store.get().page
    const frames = Object.values(edition().frames).filter(
      (frame) => frame.kind !== 'rule' && frame.story === story,
    )
    const frame = frames.find((one) => one.page === current) ?? frames[0]
    if (frame !== undefined) showFrame(frame.id)
  }

  const showFrame = (id: FrameId): void => {
    const frame = edition().frames[id]
    const page = frame && edition().pages[frame.page]
    if (frame === undefined || page === undefined) return
    showPage(page.id)
    store.set({ frame: frame.id, also: [], selection: null })
    const area = cellsRect(page.grid, frame.area)
    const { view, canvas } = store.get()
    const fits = area.height * view.zoom < canvas.height - 96
    show(fits ? area : { ...area, height: area.width })
  }

  const following = createFollowing({
    ...{ store, edition, show, showPage, showStory, revealCaret },
  })

  const move = (direction: 'undo' | 'redo'): void => {
    const before = edition()
    const moved = session[direction]()
    if (moved === null) return
    following.follow(moved, before)
    const turn = (store.get().moved?.turn ?? 0) + 1
    store.set({ moved: { direction, label: moved.label, turn } })
  }

  return {
    lines,
    revealCaret,
    showPage,
    showStory,
    showFrame,
    selectFrame(frame, also = []) {
      session.closeGroup()
      store.set({ frame, also, inset: null, cropping: false, selection: null })
    },
    placeCaret(place, extend = false, goal = null) {
      const { selection } = store.get()
      const anchor = extend && selection?.story === place.story ? selection.anchor : place.pos
      setSelection({ story: place.story, anchor, head: place.pos, after: place.after, goal })
    },
    selectText: (story, anchor, head) =>
      setSelection({ story, anchor, head, after: false, goal: null }),
    stepOut() {
      const { selection, frame, inset, cropping } = store.get()
      if (selection !== null) store.set({ selection: null, preedit: null })
      else if (cropping) store.set({ cropping: false })
      else if (inset !== null) store.set({ inset: null })
      else if (frame !== null) store.set({ frame: null, also: [] })
    },
    changeText(story, steps, selection, label, isTyping) {
      const time = now()
      if (time - typedAt > PAUSE) session.closeGroup()
      typedAt = time
      const whole = withBoxes(edition(), story, steps, store.get().frame, composer)
      if (!apply(whole, label, isTyping ? `typing ${story}` : null)) return false
      store.set({ selection: { story, ...selection, after: true, goal: null } })
      revealCaret()
      return true
    },
    change: ({ steps, label }, group) => apply(steps, label, group ?? null),
    undo: () => move('undo'),
    redo: () => move('redo'),
    setTool: (tool) => store.set({ tool }),
    toggle: (aid) => store.set({ [aid]: !store.get()[aid] }),
    showBeside(tab = store.get().tab) {
      store.set({ desk: 'makeup', tab, folded: { ...store.get().folded, right: false } })
    },
    fit(fit) {
      const display = pageDisplay()
      if (display === null) return
      store.set({ fit, view: fitView(fit, store.get().canvas, display.trim) })
    },
    zoomBy(factor) {
      const { view, canvas } = store.get()
      const zoomed = zoomAt(view, canvas.width / 2, canvas.height / 2, view.zoom * factor)
      store.set({ view: zoomed, fit: null })
    },
  }
}
