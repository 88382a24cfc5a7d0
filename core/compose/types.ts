import type { PageDisplay } from '../display/displayList'
import type { StoryId } from '../ids'
import type { Diagnostic } from '../result'
import type { FontSet } from '../text/types'
import type { ComposeCache } from './cache'

/** A piece of a story's document, as ProseMirror positions: `from` included, `to` not. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** How a story's text fits the frames it was given. Lines and characters are counted at the body measure. */
export interface StoryFit {
  readonly story: StoryId
  /** Lines and characters that found no place (超), 0 when the text fits. */
  readonly oversetLines: number
  readonly oversetCharacters: number
  /** Lines that found no place in the boxes and pictures among the text; not in `oversetLines`. */
  readonly oversetBoxLines: number
  /** Free lines after the text's end (余), and the characters they would take. */
  readonly roomLines: number
  readonly roomCharacters: number
  /** The text that found no place, in document order. */
  readonly overset: readonly TextRange[]
  /** Jump wordings of the manuscript replaced by lines with other page numbers. */
  readonly replaced: readonly TextRange[]
}

/** The composed edition: one display list a page, in page order. */
export interface EditionDisplay {
  readonly pages: readonly PageDisplay[]
  /** One entry for every story that has a frame, in manuscript order. */
  readonly stories: readonly StoryFit[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ComposeContext {
  readonly fonts: FontSet
  readonly cache: ComposeCache
}
