/**
 * What the composer remembers between calls. Nothing here changes a result:
 * a fresh cache composes the same page, only slower (a test holds this).
 *
 * Shaped text is kept on the identity of the document node, which ProseMirror
 * keeps for an unedited paragraph; line breaks are kept beside it, by the
 * measures they were made for.
 */
import type { Node } from 'prosemirror-model'
import type { PageId, StoryId } from '../ids'
import type { ShapedParagraph } from '../text'
import type { SetLine } from '../text/types'
import type { Align, FacePair } from '../model/styles'
import type { MilliEm } from '../units'
import type { ParagraphLayout } from './paragraphLayout'
import type { ComposedPage, PageFrame } from './composePage'
import type { StoryLayout } from './composeStory'
import type { Furniture } from './furniture'

/** One node in one pair of faces: its shaped text, and its layouts by alignment, indent and measures. */
export interface NodeEntry {
  readonly faces: FacePair
  readonly shaped: ShapedParagraph
  /** What it is set in as a rule, and its layouts so on lines of one measure. */
  readonly align: Align
  readonly indent: MilliEm
  readonly usual: Map<MilliEm, ParagraphLayout | null>
  readonly layouts: Map<string, ParagraphLayout | null>
}

/** A story's layout with everything it was made from. */
export interface StoryEntry {
  readonly inputs: readonly unknown[]
  readonly layout: StoryLayout
}

/** A page's furniture, all that stands around its stories, and the page whole, each with everything it was made from. */
export interface PageEntry {
  readonly furnished: readonly unknown[]
  readonly furniture: Furniture
  readonly around: readonly unknown[]
  readonly frame: PageFrame
  readonly inputs: readonly unknown[]
  readonly composed: ComposedPage
}

/** A headline's lines by where it turns or how far it is opened, for each pair of faces. */
export type HeadlineEntry = Map<FacePair, Map<string, readonly SetLine[]>>

export interface ComposeCache {
  readonly nodes: WeakMap<Node, NodeEntry>
  readonly headlines: WeakMap<Node, HeadlineEntry>
  readonly stories: Map<StoryId, StoryEntry>
  readonly pages: Map<PageId, PageEntry>
}

export const createComposeCache = (): ComposeCache => ({
  nodes: new WeakMap(),
  headlines: new WeakMap(),
  stories: new Map(),
  pages: new Map(),
})

/** Whether two things were made from the very same. */
export const sameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])
