/** What an editor on a story is to the desk: what it hands on, and what it is told. */
import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Rect } from '../../core/geometry'
import type { StoryId } from '../../core/ids'
import type { BlockName } from './nodes'
import type { PasteTools } from './pasting'
import type { StoryMark } from './storyMarks'
import type { LineMove } from './textKeys'

export type EditKind = 'typing' | 'deleting' | 'pasting' | 'cutting' | 'newParagraph'

export interface Ends {
  readonly anchor: number
  readonly head: number
}

export interface StoryInputEvents extends PasteTools {
  /** False when the edition refused the change; the editor then goes back to the edition's text. */
  change(story: StoryId, steps: readonly Step[], selection: Ends, kind: EditKind): boolean
  select(story: StoryId, anchor: number, head: number): void
  /** Along the composed lines. */
  move(move: LineMove, extend: boolean): void
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
