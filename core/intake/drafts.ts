import type { Scrap } from './classify'
import type { HeadingGroup, HeadingPart } from './headingGroup'

/** Scraps sorted into stories and pictures, before paragraphs are mended. Built by group.ts, read by assemble.ts. */

export interface BoxDraft {
  readonly type: 'tip' | 'note'
  readonly label: Scrap
  readonly texts: Scrap[]
}

export interface PhotoDraft {
  readonly kind: 'photo'
  readonly rubric: readonly HeadingPart[]
  readonly title: readonly HeadingPart[]
  readonly captions: readonly Scrap[]
  /** A credit on a line of its own; otherwise the last caption may carry it. */
  readonly credit: Scrap | null
}

export type Piece =
  | { readonly type: 'text'; readonly scrap: Scrap }
  | { readonly type: 'subhead'; readonly scrap: Scrap }
  | { readonly type: 'box'; readonly box: BoxDraft }
  | { readonly type: 'photo'; readonly photo: PhotoDraft }

export interface StoryDraft {
  readonly kind: 'story'
  readonly headings: HeadingGroup
  rubricShared: readonly HeadingPart[] | null
  readonly bylines: Scrap[]
  jumpFrom: Scrap | null
  jumpTo: Scrap | null
  body: Piece[]
  readonly leftovers: { readonly scrap: Scrap; readonly why: string }[]
}

export interface FurnitureDraft {
  readonly kind: 'furniture'
  readonly scrap: Scrap
}

export type Draft = StoryDraft | PhotoDraft | FurnitureDraft

export const NO_HEADINGS: HeadingGroup = {
  rubric: [],
  kicker: [],
  headline: [],
  deck: [],
  confidence: 1,
}
