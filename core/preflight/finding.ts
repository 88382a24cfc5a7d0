import type { FrameId, StoryId } from '../ids'
import type { Diagnostic } from '../result'
import type { PageView } from './pageView'

/** A fault of a page with its place, its number, and what it takes off the page's worth. */
export interface Finding extends Diagnostic {
  /** What was measured, in the unit its sentence names, and what the house allows. */
  readonly value: number
  readonly limit: number
  /** 1 is a blemish that only the maker sees, 10 what an editor would mend, 40 what a reader sees. */
  readonly cost: number
}

export interface FindingAt {
  readonly frame?: FrameId | null
  readonly story?: StoryId | null
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

export const finding = (
  { page }: PageView,
  code: string,
  message: string,
  { value, limit, cost }: { readonly value: number; readonly limit: number; readonly cost: number },
  at: FindingAt = {},
): Finding => ({
  severity: 'warning',
  code,
  message,
  where: {
    page: page.folio,
    ...(at.frame ? { frame: at.frame } : {}),
    ...(at.story ? { story: at.story } : {}),
  },
  value: rounded(value),
  limit,
  cost: rounded(cost),
})

/** A story as a sentence names it. */
export const titleOf = ({ edition }: PageView, story: StoryId): string =>
  `《${edition.stories[story]?.slug ?? story}》`
