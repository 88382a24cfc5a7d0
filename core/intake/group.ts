import { makeTopic, type PageWords } from './evidence'
import {
  addFurniture,
  addPhoto,
  addText,
  closeStory,
  firstText,
  hasText,
  isOpenText,
  lastText,
  openStory,
  storyOrNew,
  type Desk,
} from './desk'
import {
  endOfRun,
  isMarkedCaption,
  MOST_CAPTIONS,
  numberedCaptions,
  opensLikeCaption,
  opensStory,
  photoBelow,
} from './lookahead'
import { habitsOf } from './habits'
import { headsOf } from './heads'
import { outlineOf } from './outline'
import { narrowestHead } from './outlineEvidence'
import { isSalutation } from './labels'
import { readHeadings } from './headings'
import { headWordsOf } from './people'
import type { Draft, PhotoDraft, Piece, StoryDraft } from './drafts'
import type { Notes } from './notes'
import type { Scrap } from './classify'

/** A commentator signs above the headline; so does whoever signs below a story that is signed already. */
const standsAboveHeadline = (desk: Desk, story: StoryDraft, scrap: Scrap): boolean => {
  const [start, end] = headWordsOf(firstText(desk)?.folded ?? '')?.byline ?? [0, 0]
  if (scrap.text.startsWith('(') || scrap.text.startsWith('（')) return false
  return /评论员|评论部|编辑部/.test(scrap.folded) || story.bylines.length > 0 || end > start
}

const readByline = (desk: Desk, scrap: Scrap): void => {
  const { story, scraps } = desk
  desk.at += 1
  if (!story) {
    storyOrNew(desk, scrap).bylines.push(scrap)
    return
  }
  const fresh = !hasText(desk)
  const next = scraps[desk.at]
  const atEnd =
    !next ||
    next.kind === 'heading' ||
    next.kind === 'furniture' ||
    photoBelow(scraps, desk.at) !== null
  if (!fresh && next?.kind === 'heading' && standsAboveHeadline(desk, story, scrap)) {
    desk.waitingBylines.push(scrap)
    return
  }
  if (fresh || atEnd) {
    story.bylines.push(scrap)
    if (!fresh) desk.ended = true
    return
  }
  if (next.kind === 'byline') {
    story.bylines.push(scrap)
    return
  }
  // a letter that is answered goes on below its writer's name
  if (next.kind === 'text' && isSalutation(next.folded)) addText(desk, { ...scrap, single: true })
  else notesNewStory(desk, scrap)
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
    desk.texts.pop()
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

/** Captions that name themselves (图为…, 图①…), with the credit below them if there is one. */
const readMarkedCaptions = (desk: Desk): boolean => {
  const { scraps } = desk
  const captions: Scrap[] = []
  let end = desk.at
  for (let scrap = scraps[end]; end - desk.at < MOST_CAPTIONS; scrap = scraps[++end]) {
    if (scrap?.kind !== 'text' || scrap.single || !isMarkedCaption(scrap.folded)) break
    captions.push(scrap)
  }
  if (captions.length === 0 || captions.some((scrap) => scrap.width > CAPTION_WIDTH)) return false
  const next = scraps[end]
  if (next?.kind === 'credit') addPhoto(desk, [], { captions, credit: next, end: end + 1 })
  else if (next?.kind === 'caption' && isMarkedCaption(next.folded)) {
    addPhoto(desk, [], { captions: [...captions, next], credit: null, end: end + 1 })
  } else addPhoto(desk, [], { captions, credit: null, end })
  return true
}

const CAPTION_WIDTH = 160

const readText = (desk: Desk, scrap: Scrap): void => {
  const { scraps } = desk
  if (readMarkedCaptions(desk)) return
  const numbered = numberedCaptions(scraps, desk.at, desk.indents)
  if (numbered) {
    addPhoto(desk, [], numbered)
    return
  }
  const below = scraps[desk.at + 1]
  const longKicker =
    scrap.soft &&
    !scrap.signed &&
    scrap.width <= 50 &&
    below?.kind === 'heading' &&
    !isOpenKickerDoubt(scrap)
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
  if (scrap.lead && desk.story && hasText(desk)) {
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
  if (story && !hasText(desk) && !story.jumpFrom) {
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
      addFurniture(desk, scrap)
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
  const habits = habitsOf(scraps)
  const heads = headsOf(scraps)
  const page = {
    ...habits,
    usualGap: usualGapOf(scraps),
    narrowestHead: narrowestHead(heads),
  }
  const desk: Desk = {
    scraps,
    words,
    notes,
    drafts: [],
    usualGap: page.usualGap,
    ...habits,
    outline: outlineOf(heads, page),
    at: 0,
    story: null,
    topic: makeTopic(),
    texts: [],
    ended: false,
    waitingRubric: [],
    waitingBoxes: [],
    waitingJump: null,
    waitingBylines: [],
    waitingFurniture: [],
  }
  while (desk.at < scraps.length) step(desk)
  const startsStory =
    desk.waitingRubric.length + desk.waitingBylines.length > 0 || desk.waitingJump !== null
  if (startsStory || (desk.waitingBoxes.length > 0 && !desk.story)) openStory(desk, [], 0)
  else desk.story?.body.push(...desk.waitingBoxes)
  closeStory(desk)
  return desk.drafts
}
