import type { Node } from 'prosemirror-model'
import type { FrameId, PageId, PictureId, RubricId, StoryId } from '../ids'
import type { Frame, PictureFrame, Rubric, RuleFrame, StoryFrame } from './frame'
import type { Page } from './page'
import type { StyleSheet } from './styleSheet'

/** Text of the manuscript that stands in no document, and why: visible, never dropped. */
export interface LooseText {
  readonly text: string
  readonly why: string
}

export interface Story {
  readonly id: StoryId
  /** 稿件代号: what the desk calls it. */
  readonly slug: string
  /** Place in the manuscript. */
  readonly order: number
  /** A document of `storySchema`. */
  readonly doc: Node
  readonly rubric: RubricId | null
  /** Manuscript text not yet given a place in the document. */
  readonly unplaced: readonly LooseText[]
  /** Manuscript text taken out by name: echoes at a break, replaced jump lines. */
  readonly removed: readonly LooseText[]
}

export interface Picture {
  readonly id: PictureId
  /** File name in the edition's media folder: the content's hash and its extension. */
  readonly file: string
  /** Name the file had where it came from. */
  readonly name: string
  /** In pixels; of an advertisement, whose file is a PDF, in hundredths of a millimetre. */
  readonly width: number
  readonly height: number
}

export interface EditionMeta {
  readonly publication: string
  /** ISO date of issue, `2026-11-22`. */
  readonly date: string
  /** 期号: the running number of the issue, null where the paper counts none or it is not known. */
  readonly issue: number | null
}

/** Everything a page is made of. Immutable: only a Transaction makes the next one. */
export interface Edition {
  readonly meta: EditionMeta
  readonly pages: Readonly<Record<PageId, Page>>
  readonly frames: Readonly<Record<FrameId, Frame>>
  readonly rubrics: Readonly<Record<RubricId, Rubric>>
  readonly stories: Readonly<Record<StoryId, Story>>
  readonly pictures: Readonly<Record<PictureId, Picture>>
  readonly styleSheets: Readonly<Record<string, StyleSheet>>
}

export const emptyEdition = (
  meta: Pick<EditionMeta, 'publication' | 'date'> & Partial<EditionMeta>,
): Edition => ({
  meta: { issue: null, ...meta },
  pages: {},
  frames: {},
  rubrics: {},
  stories: {},
  pictures: {},
  styleSheets: {},
})

const inOrder = <T extends { readonly order: number; readonly id: string }>(
  items: readonly T[],
): readonly T[] => [...items].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** Pages as they follow one another. */
export const pagesOf = (edition: Edition): readonly Page[] => inOrder(Object.values(edition.pages))

/** Page one of the paper, whose 报眉 shows the 期号: the edition's first page, where its 版次 counts 1. */
export function pageOneOf(edition: Edition): Page | null {
  const [first] = pagesOf(edition)
  return first !== undefined && /^\D*0*1$/u.test(first.folio) ? first : null
}

/** Stories as they stood in the manuscript. */
export const storiesOf = (edition: Edition): readonly Story[] =>
  inOrder(Object.values(edition.stories))

export const framesOn = (edition: Edition, page: PageId): readonly Frame[] =>
  Object.values(edition.frames).filter((frame) => frame.page === page)

export const isStoryFrame = (frame: Frame): frame is StoryFrame => frame.kind === 'story'
export const isPictureFrame = (frame: Frame): frame is PictureFrame => frame.kind === 'picture'
export const isRuleFrame = (frame: Frame): frame is RuleFrame => frame.kind === 'rule'

/** A story's thread (串文): its frames in the order the text runs through them. */
export function threadOf(edition: Edition, story: StoryId): readonly StoryFrame[] {
  return inOrder(
    Object.values(edition.frames)
      .filter(isStoryFrame)
      .filter((frame) => frame.story === story),
  )
}
