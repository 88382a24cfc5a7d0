import { endingOf } from './characters'
import { makeTopic, type PageWords, type Topic } from './evidence'
import { rubricWords } from './labels'
import { sortHeadings, type HeadingPart, type StoryForm } from './headingGroup'
import { NO_HEADINGS, type Draft, type PhotoDraft, type Piece, type StoryDraft } from './drafts'
import type { Outline } from './outline'
import type { PhotoBelow } from './lookahead'
import type { Notes } from './notes'
import type { Scrap } from './classify'

/** The page being sorted: what is finished, the story that is open, and what waits for the next story. */
export interface Desk {
  readonly scraps: readonly Scrap[]
  readonly words: PageWords
  readonly notes: Notes
  readonly drafts: Draft[]
  readonly usualGap: number
  /** The page indents its paragraphs. */
  readonly indents: boolean
  /** Headlines stand flush on a page that indents its paragraphs: an indented line is none. */
  readonly flushHeads: boolean
  /** Which rows of headings begin stories, by the index of their first scrap. */
  readonly outline: ReadonlyMap<number, Outline>
  at: number
  story: StoryDraft | null
  topic: Topic
  /** The paragraphs of the open story so far; boxes and captions not. */
  texts: Scrap[]
  /** The story ended by a mark of its own: a jump line, a byline at its tail. */
  ended: boolean
  waitingRubric: readonly HeadingPart[]
  waitingBoxes: Piece[]
  waitingJump: Scrap | null
  /** A byline that stands above the headline it belongs to. */
  waitingBylines: Scrap[]
  /** Furniture met inside the open story; it follows it. */
  waitingFurniture: Draft[]
}

export const firstText = (desk: Desk): Scrap | undefined => desk.texts[0]

export const lastText = (desk: Desk): Scrap | undefined => desk.texts[desk.texts.length - 1]

export const hasText = (desk: Desk): boolean => desk.texts.length > 0

export const isOpenText = (scrap: Scrap | undefined): boolean => {
  if (!scrap) return false
  const ending = endingOf(scrap.text)
  return ending === 'open' || ending === 'comma'
}

/** Pictures after the last text of a story stand on their own; those before it lie inside the story. */
export const closeStory = (desk: Desk): void => {
  const { story } = desk
  if (!story) return
  const trailing: PhotoDraft[] = []
  while (story.body.length > 0) {
    const last = story.body[story.body.length - 1] as Piece
    if (last.type !== 'photo') break
    trailing.unshift(last.photo)
    story.body.pop()
  }
  desk.drafts.push(story, ...trailing, ...desk.waitingFurniture.splice(0))
  desk.story = null
  desk.texts = []
  desk.ended = false
}

/** A 署名 on its own line below the heads signs a feature; anything else is read as a report. */
const formBelow = ({ scraps, at }: Desk, run: readonly Scrap[]): StoryForm =>
  scraps[at + run.length]?.kind === 'byline' ? 'feature' : 'report'

export const openStory = (desk: Desk, run: readonly Scrap[], covers: number): StoryDraft => {
  closeStory(desk)
  const headings = run.length > 0 ? sortHeadings(run, covers, formBelow(desk, run)) : NO_HEADINGS
  const rubric = [...desk.waitingRubric, ...headings.rubric]
  const story: StoryDraft = {
    kind: 'story',
    headings: { ...headings, rubric },
    rubricShared: null,
    bylines: desk.waitingBylines,
    jumpFrom: desk.waitingJump,
    jumpTo: null,
    body: desk.waitingBoxes,
    leftovers: [],
  }
  desk.story = story
  desk.waitingBoxes = []
  desk.waitingBylines = []
  desk.waitingRubric = []
  desk.waitingJump = null
  desk.topic = makeTopic()
  desk.texts = []
  for (const scrap of run) desk.topic.add(scrap.text)
  if (run.length > 1) {
    desk.notes.decide(
      'headline',
      run.map((scrap) => scrap.no),
      describeHeadings(story),
      headings.confidence,
    )
  }
  return story
}

const describeHeadings = ({ headings }: StoryDraft): string => {
  const named = (['rubric', 'kicker', 'headline', 'deck'] as const).filter(
    (role) => headings[role].length > 0,
  )
  return `the lines above the story are read as ${named.join(', ')}`
}

export const storyOrNew = (desk: Desk, scrap: Scrap): StoryDraft => {
  if (desk.story) return desk.story
  desk.notes.doubt(
    'no-headline',
    scrap.no,
    `Line ${scrap.no}: text begins here without a headline above it; type one or join it to its story.`,
  )
  return openStory(desk, [], 0)
}

export const addText = (desk: Desk, scrap: Scrap): void => {
  const story = storyOrNew(desk, scrap)
  story.body.push({ type: 'text', scrap })
  desk.texts.push(scrap)
  desk.topic.add(scrap.text)
  if (scrap.signed) desk.ended = true
}

export const addPhoto = (desk: Desk, run: readonly Scrap[], below: PhotoBelow): void => {
  const title = run.slice(-1)
  const above = run.slice(0, -1)
  const rubric = above.filter((scrap) => rubricWords(scrap.folded) > 0 || scrap.width <= 6)
  const photo: PhotoDraft = {
    kind: 'photo',
    rubric,
    title: [...above.filter((scrap) => !rubric.includes(scrap)), ...title],
    captions: below.captions,
    credit: below.credit,
  }
  if (desk.story) desk.story.body.push({ type: 'photo', photo })
  else desk.drafts.push(photo)
  const lines = [...run, ...below.captions].map((scrap) => scrap.no)
  desk.notes.decide(
    'photo',
    lines,
    'a caption closed by a credit is a picture',
    below.captions.length > 1 ? 0.8 : 0.92,
  )
  desk.at = below.end
}

export const addFurniture = (desk: Desk, scrap: Scrap): void => {
  const list = desk.story ? desk.waitingFurniture : desk.drafts
  list.push({ kind: 'furniture', scrap })
}
