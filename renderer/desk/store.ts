/** What the desk shows, apart from the edition: page, selection, caret, tool, view. */
import type { FrameId, PageId, StoryId } from '../../core/ids'
import type { TextPlace } from '../../core/display/hitTest'
import type { Edition } from '../../core/model/edition'
import type { Fit, Viewport } from '../canvas/viewport'

/** The desk's dialogs; at most one is open. */
export type DialogName = 'palette' | 'export' | 'newEdition' | 'keyMap' | 'about' | 'licences'

export type SideName = 'left' | 'right'

/** What stands beside the page. */
export type TabName = 'galley' | 'story' | 'styles' | 'problems'

export const TOOLS = ['select', 'text', 'frame', 'picture', 'rule', 'hand', 'zoom'] as const
export type Tool = (typeof TOOLS)[number]

/** The caret or a selection in a story; `after` says on which line a caret at a line's break stands. */
export interface TextSelectionState {
  readonly story: StoryId
  readonly anchor: number
  readonly head: number
  readonly after: boolean
  /** Points from the measure's left that up and down keep to; null after any other move. */
  readonly goal: number | null
}

/** What an input method is composing: drawn, never in the edition. */
export interface Preedit {
  readonly at: number
  readonly text: string
}

/** 台: one page, another set of panels and overlays beside and over it. */
export type DeskName = 'makeup' | 'press'

/** What is drawn over the page, or in `preview` nothing of it; `marks` are spaces and paragraph ends. */
const AIDS = ['grid', 'baselines', 'edges', 'marks', 'guides', 'preview'] as const
export type Aid = (typeof AIDS)[number]

export interface DeskState extends Readonly<Record<Aid, boolean>> {
  readonly desk: DeskName
  readonly page: PageId
  /** The chosen frame that inspector and tags speak of; `also` are others chosen with it. */
  readonly frame: FrameId | null
  readonly also: readonly FrameId[]
  /** A chosen box or picture in the text of `frame`, by its block; of no meaning where the frame has none such. */
  readonly inset: string | null
  /** The picture of the chosen frame is in hand: drags and keys move it under its window. */
  readonly cropping: boolean
  readonly hover: FrameId | null
  readonly selection: TextSelectionState | null
  readonly preedit: Preedit | null
  readonly tool: Tool
  readonly dialog: DialogName | null
  readonly tab: TabName
  /** Which sides are folded away; one that is set as unfolded here unfolds. */
  readonly folded: Readonly<Record<SideName, boolean>>
  readonly view: Viewport
  /** A fit that holds while the canvas changes size; null once zoomed by hand. */
  readonly fit: Fit | null
  readonly canvas: { readonly width: number; readonly height: number }
  readonly dark: boolean
  /** Shown in place of the edition while something is tried: a drag, a hovered remedy. In no log, so nothing to undo. */
  readonly trial: Edition | null
  /** What was undone or redone, until the next change. */
  readonly moved: Moved | null
}

export interface Moved {
  readonly direction: 'undo' | 'redo'
  /** The undo entry's name. */
  readonly label: string
  /** Tells one from the next of the same name. */
  readonly turn: number
}

export interface Store<T> {
  get(): T
  set(change: Partial<T>): void
  subscribe(listener: () => void): () => void
}

/** A value with listeners; a change that changes nothing tells nobody. */
export function createStore<T extends object>(start: T): Store<T> {
  let value = start
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(value[key], change[key]))) return
      value = { ...value, ...change }
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What the menus show as on or off, as one value that changes with it. */
export const switchesOf = (state: DeskState): string =>
  [state.desk, state.folded.left, state.folded.right, ...AIDS.map((aid) => state[aid])].join(' ')

/** All chosen frames, the one spoken of first. */
export const chosenFrames = ({
  frame,
  also,
}: Pick<DeskState, 'frame' | 'also'>): readonly FrameId[] =>
  frame === null ? [] : [frame, ...also.filter((id) => id !== frame)]

export const headPlace = (selection: TextSelectionState): TextPlace => ({
  story: selection.story,
  pos: selection.head,
  after: selection.after,
})
