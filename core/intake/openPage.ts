import type { Draft, PhotoDraft, Piece, StoryDraft } from './drafts'
import type { HeadingPart, HeadRole } from './headParts'
import type { ReadRole } from './roles/chain'
import type { Notes } from './notes'
import type { Scrap } from './classify'

/** The page being sorted by the roles of its scraps: what is finished, what is open, what waits for what comes. */
export interface OpenPage {
  readonly scraps: readonly Scrap[]
  readonly roles: readonly ReadRole[]
  readonly notes: Notes
  readonly drafts: Draft[]
  story: StoryDraft | null
  heads: Record<HeadRole, HeadingPart[]>
  photo: OpenPhoto | null
  /** The story ended by a mark of its own: a jump line, a byline at its tail. */
  ended: boolean
  rubric: readonly HeadingPart[]
  boxes: Piece[]
  jump: Scrap | null
  bylines: Scrap[]
  furniture: Draft[]
}

export interface OpenPhoto extends PhotoDraft {
  readonly title: HeadingPart[]
  readonly captions: Scrap[]
  credit: Scrap | null
}

export const noHeads = (): Record<HeadRole, HeadingPart[]> => ({
  rubric: [],
  kicker: [],
  headline: [],
  deck: [],
})

/** Roles that begin or go on with a headline group. */
export const HEADS: ReadonlySet<string> = new Set([
  'rubric',
  'kicker',
  'headline',
  'kickerHeadline',
  'headlineDeck',
])

/** Roles of a story's own text. */
export const TEXTS: ReadonlySet<string> = new Set(['paragraph', 'section', 'brief', 'verse'])

export const hasText = ({ story }: OpenPage): boolean =>
  story?.body.some(({ type }) => type === 'text') === true

export function closePhoto(page: OpenPage): void {
  const { photo } = page
  page.photo = null
  if (!photo) return
  if (page.story && !page.ended) page.story.body.push({ type: 'photo', photo })
  else page.drafts.push(photo)
}

/** Pictures after the last text of a story stand on their own; those before it lie inside the story. */
export function closeStory(page: OpenPage): void {
  closePhoto(page)
  const { story } = page
  page.ended = false
  if (!story) {
    page.drafts.push(...page.furniture.splice(0))
    return
  }
  const trailing: PhotoDraft[] = []
  for (let last = story.body.at(-1); last?.type === 'photo'; last = story.body.at(-1)) {
    trailing.unshift(last.photo)
    story.body.pop()
  }
  page.drafts.push(story, ...trailing, ...page.furniture.splice(0))
  page.story = null
}

export function openStory(page: OpenPage): StoryDraft {
  closeStory(page)
  page.heads = noHeads()
  const story: StoryDraft = {
    kind: 'story',
    headings: { ...page.heads, rubric: page.rubric },
    rubricShared: null,
    bylines: page.bylines,
    jumpFrom: page.jump,
    jumpTo: null,
    body: page.boxes,
    leftovers: [],
  }
  ;[page.rubric, page.bylines, page.boxes, page.jump] = [[], [], [], null]
  page.story = story
  return story
}

export function storyOrNew(page: OpenPage, scrap: Scrap): StoryDraft {
  if (page.story && page.rubric.length === 0) return page.story
  // Text below a 上接 has its headline where it begins.
  if (!page.jump) {
    page.notes.doubt(
      'no-headline',
      scrap.no,
      `Line ${scrap.no}: text begins here without a headline above it; type one or join it to its story.`,
    )
  }
  return openStory(page)
}
