import { endingOf } from './characters'
import { makeTopic, sharedPairs, type PageWords, type Topic } from './evidence'
import { isBareNumber, isCollectiveRubric, isMarkedSubhead, rubricWords } from './labels'
import { sortHeadings, type HeadingPart } from './headingGroup'
import {
  endOfRun,
  isOwnSubhead,
  opensLikeCaption,
  opensStory,
  photoBelow,
  sectionBelow,
  skipBox,
  skipFurniture,
  type PhotoBelow,
} from './lookahead'
import { NO_HEADINGS, type Draft, type PhotoDraft, type Piece, type StoryDraft } from './drafts'
import { seamIsKnown } from './seam'
import type { Notes } from './notes'
import type { Scrap } from './classify'

/** The page being sorted: what is finished, the story that is open, and what waits for the next story. */
interface Desk {
  readonly scraps: readonly Scrap[]
  readonly words: PageWords
  readonly notes: Notes
  readonly drafts: Draft[]
  readonly usualGap: number
  at: number
  story: StoryDraft | null
  topic: Topic
  /** The story ended by a mark of its own: a jump line, a byline at its tail. */
  ended: boolean
  waitingRubric: readonly HeadingPart[]
  waitingBoxes: Piece[]
  waitingJump: Scrap | null
  /** Furniture met inside the open story; it follows it. */
  waitingFurniture: Draft[]
}

const lastText = (desk: Desk): Scrap | undefined => {
  const piece = desk.story?.body.findLast((candidate) => candidate.type === 'text')
  return piece?.type === 'text' ? piece.scrap : undefined
}

const hasText = (story: StoryDraft): boolean => story.body.some((piece) => piece.type === 'text')

const firstText = (story: StoryDraft): Scrap | undefined => {
  const piece = story.body.find((candidate) => candidate.type === 'text')
  return piece?.type === 'text' ? piece.scrap : undefined
}

const isOpenText = (scrap: Scrap | undefined): boolean => {
  if (!scrap) return false
  const ending = endingOf(scrap.text)
  return ending === 'open' || ending === 'comma'
}

/** Pictures after the last text of a story stand on their own; those before it lie inside the story. */
const closeStory = (desk: Desk): void => {
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
  desk.ended = false
}

const openStory = (desk: Desk, run: readonly Scrap[], covers: number): StoryDraft => {
  closeStory(desk)
  const headings = run.length > 0 ? sortHeadings(run, covers) : NO_HEADINGS
  const rubric = [...desk.waitingRubric, ...headings.rubric]
  const story: StoryDraft = {
    kind: 'story',
    headings: { ...headings, rubric },
    rubricShared: null,
    bylines: [],
    jumpFrom: desk.waitingJump,
    jumpTo: null,
    body: desk.waitingBoxes,
    leftovers: [],
  }
  desk.story = story
  desk.waitingBoxes = []
  desk.waitingRubric = []
  desk.waitingJump = null
  desk.topic = makeTopic()
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

const storyOrNew = (desk: Desk, scrap: Scrap): StoryDraft => {
  if (desk.story) return desk.story
  desk.notes.doubt(
    'no-headline',
    scrap.no,
    `Line ${scrap.no}: text begins here without a headline above it; type one or join it to its story.`,
  )
  return openStory(desk, [], 0)
}

const addText = (desk: Desk, scrap: Scrap): void => {
  const story = storyOrNew(desk, scrap)
  story.body.push({ type: 'text', scrap })
  desk.topic.add(scrap.text)
  if (scrap.signed) desk.ended = true
}

const addPhoto = (desk: Desk, run: readonly Scrap[], below: PhotoBelow): void => {
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

/** How much a first heading line speaks of the story after the next one: a rubric gathers several stories. */
const rubricCovers = (desk: Desk, first: Scrap, runEnd: number): number => {
  const { scraps } = desk
  for (let i = runEnd + 2; i < scraps.length && i < runEnd + 40; i++) {
    if ((scraps[i] as Scrap).kind !== 'heading') continue
    const end = endOfRun(scraps, i)
    if (!opensStory(scraps[end + 1])) {
      i = end
      continue
    }
    const text = scraps
      .slice(i, end + 4)
      .map((scrap) => scrap.text.slice(0, 600))
      .join('\n')
    const shared = sharedPairs(first.text, text)
    return shared >= 3 ? 1.6 : shared === 2 ? 0.5 : 0
  }
  return 0
}

/** Weighs a single unsigned heading inside a page: above 0.5 it begins a story, below it is a subhead. */
const weighNewStory = (desk: Desk, run: readonly Scrap[], bodyAt: number): number => {
  const { scraps, story } = desk
  if (!story) return 9
  const head = run[0] as Scrap
  const section = sectionBelow(scraps, bodyAt)
  const below = section.find((scrap) => scrap.kind === 'text')
  let weight = 0
  if (run.length > 1) weight += run.some(isOwnSubhead) ? -2 : 2.5
  if (desk.ended) weight += 3
  if (head.gap > desk.usualGap) weight += 1.5
  if (isMarkedSubhead(head.folded) || isBareNumber(head.folded)) weight -= 4
  weight += story.bylines.length > 0 ? -1 : firstText(story)?.lead ? 1 : 0
  if (!hasText(story)) weight -= 1.5
  weight += head.width > 22 ? 1 : head.width <= 14 ? -0.5 : 0
  if (section.some((scrap) => scrap.signed)) weight += 2.5
  if (below && opensLikeCaption(below.folded)) weight += 0.8
  if (isOpenText(lastText(desk))) weight += 0.3
  const overlap = desk.topic.overlap(`${head.text}\n${below?.text ?? ''}`)
  weight += overlap > 0.22 ? -1.5 : overlap > 0.12 ? -0.5 : overlap < 0.05 ? 1.5 : 0.5
  if (story.headings.rubric.some((part) => isCollectiveRubric(part.text))) weight += 2
  return weight
}

const addSubheads = (desk: Desk, run: readonly Scrap[]): void => {
  for (const scrap of run) desk.story?.body.push({ type: 'subhead', scrap })
}

/** A cut piece of a paragraph can be short enough to look like a heading; the words across the seam give it away. */
const isFragment = (desk: Desk, run: readonly Scrap[]): boolean => {
  const head = run[0] as Scrap
  const open = lastText(desk)
  if (run.length > 1 || !open || !isOpenText(open) || isOwnSubhead(head)) return false
  return seamIsKnown(desk.words, open.text, head.text) === 'word'
}

const readHeadings = (desk: Desk): void => {
  const { scraps } = desk
  const end = endOfRun(scraps, desk.at)
  let run = scraps.slice(desk.at, end + 1)
  let below = skipFurniture(scraps, end + 1)
  const signature =
    run.length > 1 && run[run.length - 1]?.bareNames && scraps[below]?.kind === 'text'
      ? run[run.length - 1]
      : undefined
  if (signature) run = run.slice(0, -1)

  if (desk.story && isFragment(desk, run)) {
    addText(desk, run[0] as Scrap)
    desk.at += 1
    return
  }
  const photo = signature ? null : photoBelow(scraps, below)
  if (photo && !opensStory(scraps[below])) {
    addPhoto(desk, run, photo)
    return
  }
  const next = scraps[below]
  const noteFirst =
    next?.kind === 'noteLabel' &&
    run.length === 1 &&
    scraps[skipBox(scraps, below)]?.kind === 'heading'
  if (noteFirst && rubricWords((run[0] as Scrap).folded) > 0) {
    closeStory(desk)
    desk.waitingRubric = run
    desk.at = end + 1
    return
  }
  below = skipBox(scraps, below)
  const last = below >= scraps.length
  if (last && desk.story && readLastHeadings(desk, run)) {
    desk.at = end + 1
    return
  }
  if (signature || opensStory(scraps[below])) {
    const story = openStory(desk, run, rubricCovers(desk, run[0] as Scrap, end))
    if (signature) story.bylines.push(signature)
    desk.at = end + 1
    return
  }
  const weight = weighNewStory(desk, run, below)
  const confidence = 0.5 + Math.min(0.48, Math.abs(weight - 0.5) / 5)
  if (weight > 0.5) {
    const known = desk.story !== null
    openStory(desk, run, rubricCovers(desk, run[0] as Scrap, end))
    if (known)
      desk.notes.decide(
        'story',
        run.map((scrap) => scrap.no),
        'an unsigned heading is read as the headline of a new story',
        confidence,
      )
  } else {
    addSubheads(desk, run)
    desk.notes.decide(
      'subhead',
      run.map((scrap) => scrap.no),
      'a short line between paragraphs is read as a subhead',
      confidence,
    )
  }
  desk.at = end + 1
}

/** Headings with nothing below them, at the foot of the page. True when they were dealt with here. */
const readLastHeadings = (desk: Desk, run: readonly Scrap[]): boolean => {
  const { story, notes } = desk
  const head = run[0] as Scrap
  if (!story || run.length > 1 || head.text.endsWith('——')) return false
  if (isOpenText(lastText(desk)) || head.folded.includes(',')) {
    addText(desk, head)
    return true
  }
  if (head.width >= 8) return false
  story.leftovers.push({
    scrap: head,
    why: 'a short line at the foot of the page with no text below it',
  })
  notes.doubt(
    'unplaced',
    head.no,
    `Line ${head.no}: this short line has no text below it and belongs to no story for certain; place it by hand.`,
  )
  return true
}

const readByline = (desk: Desk, scrap: Scrap): void => {
  const { story, scraps } = desk
  desk.at += 1
  if (!story) {
    storyOrNew(desk, scrap).bylines.push(scrap)
    return
  }
  const fresh = !hasText(story)
  const next = scraps[desk.at]
  const atEnd = !next || next.kind === 'heading' || next.kind === 'furniture'
  if (fresh || atEnd) {
    story.bylines.push(scrap)
    if (!fresh) desk.ended = true
    return
  }
  if (next.kind === 'byline') {
    story.bylines.push(scrap)
    return
  }
  notesNewStory(desk, scrap)
}

const notesNewStory = (desk: Desk, scrap: Scrap): void => {
  desk.notes.doubt(
    'no-headline',
    scrap.no,
    `Line ${scrap.no}: a byline stands here without a headline above it; check where this story begins.`,
  )
  openStory(desk, [], 0).bylines.push(scrap)
}

const readCredit = (desk: Desk, scrap: Scrap): void => {
  desk.at += 1
  const { story } = desk
  const last = story?.body[story.body.length - 1]
  if (story && last?.type === 'text' && !last.scrap.lead && last.scrap.width <= 200) {
    story.body.pop()
    const photo: PhotoDraft = {
      kind: 'photo',
      rubric: [],
      title: [],
      captions: [last.scrap],
      credit: scrap,
    }
    story.body.push({ type: 'photo', photo })
    desk.notes.decide(
      'photo',
      [last.scrap.no, scrap.no],
      'the paragraph above a credit is its caption',
      opensLikeCaption(last.scrap.folded) ? 0.85 : 0.65,
    )
    return
  }
  const photo: PhotoDraft = { kind: 'photo', rubric: [], title: [], captions: [], credit: scrap }
  if (story) story.body.push({ type: 'photo', photo })
  else desk.drafts.push(photo)
  desk.notes.doubt(
    'photo',
    scrap.no,
    `Line ${scrap.no}: a credit without a caption; check which picture it belongs to.`,
  )
}

const readBox = (desk: Desk, label: Scrap): void => {
  const { scraps } = desk
  desk.at += 1
  const texts: Scrap[] = []
  const next = scraps[desk.at]
  if (
    next &&
    (next.kind === 'text' ||
      next.kind === 'caption' ||
      (next.kind === 'heading' && next.width > 16))
  ) {
    texts.push(next)
    desk.at += 1
    const bullet = /^[●■◆▲★·•①-⑳]/u.exec(next.text)?.[0]
    while (
      bullet &&
      scraps[desk.at]?.kind === 'text' &&
      /^[●■◆▲★·•①-⑳]/u.test((scraps[desk.at] as Scrap).text)
    ) {
      texts.push(scraps[desk.at] as Scrap)
      desk.at += 1
    }
  }
  const piece: Piece = {
    type: 'box',
    box: { type: label.kind === 'tipLabel' ? 'tip' : 'note', label, texts },
  }
  if (desk.story && !desk.ended && desk.waitingRubric.length === 0) desk.story.body.push(piece)
  else desk.waitingBoxes.push(piece)
  desk.notes.decide(
    'tip',
    [label.no, ...texts.map((scrap) => scrap.no)],
    `a box under its label ${label.text}`,
    texts.length > 0 ? 0.9 : 0.5,
  )
}

const readText = (desk: Desk, scrap: Scrap): void => {
  const { scraps } = desk
  const below = scraps[desk.at + 1]
  const longKicker =
    scrap.soft && scrap.width <= 50 && below?.kind === 'heading' && !isOpenKickerDoubt(scrap)
  if (
    longKicker &&
    opensStory(scraps[endOfRun(scraps, desk.at + 1) + 1]) &&
    !isOpenText(lastText(desk))
  ) {
    const end = endOfRun(scraps, desk.at + 1)
    openStory(desk, scraps.slice(desk.at, end + 1), 0)
    desk.at = end + 1
    return
  }
  if (scrap.lead && desk.story && hasText(desk.story)) {
    desk.notes.doubt(
      'no-headline',
      scrap.no,
      `Line ${scrap.no}: a dateline begins here without a headline above it; check whether a story begins.`,
    )
  }
  addText(desk, scrap)
  desk.at += 1
}

/** A cut paragraph above the next headline looks like a long kicker; two commas make it text. */
const isOpenKickerDoubt = (scrap: Scrap): boolean => scrap.folded.split(',').length > 2

const readJumpFrom = (desk: Desk, scrap: Scrap): void => {
  desk.at += 1
  const { story } = desk
  if (story && !hasText(story) && !story.jumpFrom) {
    story.jumpFrom = scrap
    return
  }
  closeStory(desk)
  desk.waitingJump = scrap
  if (desk.scraps[desk.at]?.kind !== 'heading') openStory(desk, [], 0)
}

const readJumpTo = (desk: Desk, scrap: Scrap): void => {
  desk.at += 1
  const story = storyOrNew(desk, scrap)
  if (story.jumpTo) story.leftovers.push({ scrap, why: 'a second jump line on one story' })
  else story.jumpTo = scrap
  desk.ended = true
}

const step = (desk: Desk): void => {
  const scrap = desk.scraps[desk.at] as Scrap
  switch (scrap.kind) {
    case 'heading':
      return readHeadings(desk)
    case 'byline':
      return readByline(desk, scrap)
    case 'credit':
      return readCredit(desk, scrap)
    case 'caption': {
      const photo: PhotoDraft = {
        kind: 'photo',
        rubric: [],
        title: [],
        captions: [scrap],
        credit: null,
      }
      if (desk.story) desk.story.body.push({ type: 'photo', photo })
      else desk.drafts.push(photo)
      desk.at += 1
      return
    }
    case 'tipLabel':
    case 'noteLabel':
      return readBox(desk, scrap)
    case 'jumpFrom':
      return readJumpFrom(desk, scrap)
    case 'jumpTo':
      return readJumpTo(desk, scrap)
    case 'furniture':
      ;(desk.story ? desk.waitingFurniture : desk.drafts).push({ kind: 'furniture', scrap })
      desk.at += 1
      return
    case 'text':
      return readText(desk, scrap)
  }
}

const usualGapOf = (scraps: readonly Scrap[]): number => {
  const counts = new Map<number, number>()
  for (const scrap of scraps) counts.set(scrap.gap, (counts.get(scrap.gap) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Sorts a page's scraps into stories, pictures and furniture, in page order. Every scrap lands in exactly one draft. */
export const groupPage = (
  scraps: readonly Scrap[],
  words: PageWords,
  notes: Notes,
): readonly Draft[] => {
  const desk: Desk = {
    scraps,
    words,
    notes,
    drafts: [],
    usualGap: usualGapOf(scraps),
    at: 0,
    story: null,
    topic: makeTopic(),
    ended: false,
    waitingRubric: [],
    waitingBoxes: [],
    waitingJump: null,
    waitingFurniture: [],
  }
  while (desk.at < scraps.length) step(desk)
  if (desk.waitingBoxes.length > 0 || desk.waitingRubric.length > 0 || desk.waitingJump) {
    if (desk.story && !desk.waitingJump && desk.waitingRubric.length === 0)
      desk.story.body.push(...desk.waitingBoxes.splice(0))
    else openStory(desk, [], 0)
  }
  closeStory(desk)
  return desk.drafts
}
