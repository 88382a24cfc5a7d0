import { endingOf } from './characters'
import { sharedPairs } from './evidence'
import { isCollectiveRubric, isNotice, isSalutation, isSidebarLabel, rubricWords } from './labels'
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
  type Desk,
} from './desk'
import {
  endOfRun,
  isOwnSubhead,
  opensLikeCaption,
  opensStory,
  photoBelow,
  sectionBelow,
  skipBox,
  skipFurniture,
} from './lookahead'
import { beginsInMidSentence, seamIsKnown } from './seam'
import { isOneOfSeveral, readNewsAboveHeadline } from './briefs'
import type { StoryDraft } from './drafts'
import type { Scrap } from './classify'

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

const RUBRIC_WIDTH = 8
const SALUTATION_WIDTH = 14
/** With a headline of its own below it, such a label heads a piece beside the story. */
const ASIDE = /手记|点评|观点/u
/** 3.27万亿元: the figure of a column of figures, said again in the text below. */
const isFigure = ({ text, width }: Scrap, below: Scrap | undefined): boolean =>
  width <= 8 && /^\d/.test(text) && below !== undefined && below.text.includes(text)

/** Weighs a single unsigned heading inside a page: above 0.5 it begins a story, below it is a subhead. */
const weighNewStory = (desk: Desk, run: readonly Scrap[], bodyAt: number): number => {
  const { scraps, story } = desk
  if (!story) return 9
  const head = run[0] as Scrap
  const section = sectionBelow(scraps, bodyAt)
  const texts = section.filter((scrap) => scrap.kind === 'text')
  const below = texts.find((scrap) => scrap.width > SALUTATION_WIDTH) ?? texts[0]
  let weight = 0
  const underRubric = run.length > 1 && rubricWords(head.folded) >= 1.5
  if (underRubric) weight += 3
  else if (run.length > 1) weight += run.some(isOwnSubhead) ? -2 : 3.5
  if (desk.ended) weight += 3
  if (desk.flushHeads && head.indent >= 1) weight -= 4
  if (head.gap > desk.usualGap) weight += 1.5
  if (texts[0] && isSalutation(texts[0].folded)) weight += 3
  if (isNotice(head.folded)) weight += 2
  if (isBuiltLikeSubheads(story, head)) weight -= 3
  const isDivided = story.body.some(({ type }) => type === 'subhead')
  if (below && !isDivided && OPENS_NEWS.test(below.folded)) weight += 1.5
  // 路口红灯太短 老人过不去: a subhead is of one piece
  if (CLAUSES.test(head.folded)) weight += 1.5
  if (isFigure(run[run.length - 1] as Scrap, below)) weight += 2.5
  if (isSidebarLabel(head.folded)) weight += run.length > 1 && ASIDE.test(head.folded) ? 3 : -6
  if (desk.waitingBylines.length > 0) weight += 6
  if (isOwnSubhead(head) && !underRubric) weight -= 4
  weight += story.bylines.length > 0 ? (desk.ended ? 0 : -1) : firstText(desk)?.lead ? 1 : 0
  if (!hasText(desk)) weight -= 1.5
  weight += head.width > 22 ? 1 : head.width <= 14 ? -0.5 : 0
  const isSigned = section.some((scrap) => scrap.signed) || signsBelow(scraps, bodyAt, section)
  if (isSigned) weight += 2.5
  else if (desk.signsItsStories) weight -= 1
  if (below && opensLikeCaption(below.folded)) weight += 0.8
  if (isOpenText(lastText(desk))) weight += 0.3
  const overlap = desk.topic.overlap(`${head.text}\n${below?.text ?? ''}`)
  weight += overlap > 0.22 ? -1.5 : overlap > 0.12 ? -0.5 : overlap < 0.05 ? 1.5 : 0.5
  if (story.headings.rubric.some((part) => isCollectiveRubric(part.text))) weight += 2
  else if (isOneOfSeveral(desk, run, texts)) weight += 3
  return weight
}

/** (甲乙丙) on a line of its own closes the text that begins under the heading. */
const signsBelow = (
  scraps: readonly Scrap[],
  bodyAt: number,
  section: readonly Scrap[],
): boolean => {
  const below = scraps[bodyAt + section.length]
  return section.length > 0 && below?.kind === 'byline' && /^\(.*\)$/u.test(below.folded)
}

/** A report begins with its day; under a subhead a story seldom does. */
const OPENS_NEWS = /^(?:近日|日前|昨[日天]|(?:今年)?\d{1,2}月\d{1,2}日)[,上下晚]/u

const CLAUSES = /^\p{Script=Han}{4,} \p{Script=Han}{4,}$/u

const asks = ({ folded }: Scrap): boolean => folded.endsWith('?')

/** Whoever asks 围墙没了，车停哪儿？ in one subhead goes on asking in the next. */
const isBuiltLikeSubheads = ({ body }: StoryDraft, head: Scrap): boolean =>
  asks(head) && body.some((piece) => piece.type === 'subhead' && asks(piece.scrap))

const addSubheads = (desk: Desk, run: readonly Scrap[]): void => {
  for (const scrap of run) desk.story?.body.push({ type: 'subhead', scrap })
}

/** A cut piece of a paragraph can be short enough to look like a heading; the words across the seam give it away. */
const isFragment = (desk: Desk, run: readonly Scrap[], below: Scrap | undefined): boolean => {
  const head = run[0] as Scrap
  if (run.length > 1 || desk.ended || !desk.story || isOwnSubhead(head)) return false
  if (below?.kind === 'text' && beginsInMidSentence(below.text))
    return endingOf(head.text) === 'open'
  const open = lastText(desk)
  return (
    open !== undefined &&
    isOpenText(open) &&
    seamIsKnown(desk.words, open.text, head.text) === 'word'
  )
}

/** The paper's name or page theme at the head of the page, directly above the date line. */
const isMasthead = (desk: Desk, run: readonly Scrap[], end: number): boolean =>
  run.length === 1 &&
  desk.drafts.every((draft) => draft.kind === 'furniture') &&
  desk.story === null &&
  (run[0] as Scrap).width <= 10 &&
  desk.scraps[end + 1]?.kind === 'furniture'

/** Scraps above that are asked for a name. */
const NAMES_REACH = 200

/** A name alone: by its family name, or known from a 署名 above. */
const signs = ({ scraps, at }: Desk, { bareNames, text, width }: Scrap): boolean =>
  bareNames ||
  (width <= 4 &&
    scraps
      .slice(Math.max(0, at - NAMES_REACH), at)
      .some((above) => above.kind === 'byline' && above.text.split(/[ 　、]/u).includes(text)))

/** What a name alone signs: text, a box before the text, the first of numbered parts. */
const mayStandUnderName = (scrap: Scrap | undefined): boolean =>
  scrap?.kind === 'text' ||
  scrap?.kind === 'tipLabel' ||
  scrap?.kind === 'noteLabel' ||
  (scrap?.kind === 'heading' && isOwnSubhead(scrap))

export const readHeadings = (desk: Desk): void => {
  const { scraps } = desk
  const end = endOfRun(scraps, desk.at)
  let run = scraps.slice(desk.at, end + 1)
  let below = skipFurniture(scraps, end + 1)
  const signature =
    run.length > 1 &&
    !isOwnSubhead(run[0] as Scrap) &&
    signs(desk, run[run.length - 1] as Scrap) &&
    mayStandUnderName(scraps[below])
      ? run[run.length - 1]
      : undefined
  if (signature) run = run.slice(0, -1)

  if (isMasthead(desk, run, end)) {
    addFurniture(desk, run[0] as Scrap)
    desk.at += 1
    return
  }
  if (
    desk.story &&
    !opensStory(scraps[below]) &&
    isFragment(desk, run, scraps[skipBox(scraps, below)])
  ) {
    addText(desk, run[0] as Scrap)
    desk.at += 1
    return
  }
  const photo = signature ? null : photoBelow(scraps, below)
  if (photo && !opensStory(scraps[below])) {
    for (const scrap of scraps.slice(end + 1, below)) addFurniture(desk, scrap)
    addPhoto(desk, run, photo)
    return
  }
  const next = scraps[below]
  const noteFirst =
    next?.kind === 'noteLabel' &&
    run.length === 1 &&
    scraps[skipBox(scraps, below)]?.kind === 'heading'
  const noted = run[0] as Scrap
  if (noteFirst && (rubricWords(noted.folded) > 0 || noted.width <= RUBRIC_WIDTH)) {
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
  if (readNewsAboveHeadline(desk, run, below)) return
  const weight = weighNewStory(desk, run, below)
  const confidence = 0.5 + Math.min(0.48, Math.abs(weight - 0.5) / 5)
  if (weight > 0.5) {
    const known = desk.story !== null
    const belowTexts = sectionBelow(scraps, below).filter(({ kind }) => kind === 'text')
    const isAnother = isOneOfSeveral(desk, run, belowTexts)
    openStory(desk, run, rubricCovers(desk, run[0] as Scrap, end))
    desk.isUnderRubric = isAnother
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
