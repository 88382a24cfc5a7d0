import type { Draft, PhotoDraft, Piece, StoryDraft } from './drafts'
import type { HeadingPart, HeadRole } from './headParts'
import type { ReadRole } from './roles/chain'
import type { Notes } from './notes'
import type { Scrap } from './classify'

/** The page being sorted by the roles of its scraps: what is finished, what is open, what waits for what comes. */
export interface Desk {
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

export const TEXTS: ReadonlySet<string> = new Set(['paragraph', 'section', 'brief', 'verse'])

export const hasText = ({ story }: Desk): boolean =>
  story?.body.some(({ type }) => type === 'text') === true

export function closePhoto(desk: Desk): void {
  const { photo } = desk
  desk.photo = null
  if (!photo) return
  if (desk.story && !desk.ended) desk.story.body.push({ type: 'photo', photo })
  else desk.drafts.push(photo)
}

/** Pictures after the last text of a story stand on their own; those before it lie inside the story. */
export function closeStory(desk: Desk): void {
  closePhoto(desk)
  const { story } = desk
  desk.ended = false
  if (!story) {
    desk.drafts.push(...desk.furniture.splice(0))
    return
  }
  const trailing: PhotoDraft[] = []
  for (let last = story.body.at(-1); last?.type === 'photo'; last = story.body.at(-1)) {
    trailing.unshift(last.photo)
    story.body.pop()
  }
  desk.drafts.push(story, ...trailing, ...desk.furniture.splice(0))
  desk.story = null
}

export function openStory(desk: Desk): StoryDraft {
  closeStory(desk)
  desk.heads = noHeads()
  const story: StoryDraft = {
    kind: 'story',
    headings: { ...desk.heads, rubric: desk.rubric },
    rubricShared: null,
    bylines: desk.bylines,
    jumpFrom: desk.jump,
    jumpTo: null,
    body: desk.boxes,
    leftovers: [],
  }
  ;[desk.rubric, desk.bylines, desk.boxes, desk.jump] = [[], [], [], null]
  desk.story = story
  return story
}

export function storyOrNew(desk: Desk, scrap: Scrap): StoryDraft {
  if (desk.story && desk.rubric.length === 0) return desk.story
  desk.notes.doubt(
    'no-headline',
    scrap.no,
    `Line ${scrap.no}: text begins here without a headline above it; type one or join it to its story.`,
  )
  return openStory(desk)
}
