import type { Scrap } from './classify'
import type { HeadRole, HeadingPart } from './headParts'

/** Scraps sorted into stories and pictures, before paragraphs are mended. Built by group.ts, read by assemble.ts. */

/** The lines above a story, sorted; several lines of one part are joined with a space or none. */
export type Headings = Readonly<Record<HeadRole, readonly HeadingPart[]>>

export interface BoxDraft {
  readonly type: 'tip' | 'note'
  /** Null for a box without a name. */
  readonly label: Scrap | null
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
  readonly headings: Headings
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
