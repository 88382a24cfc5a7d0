import { endingOf } from './characters'
import { sharedPairs } from './evidence'
import { rubricWords } from './labels'
import {
  addFurniture,
  addPhoto,
  addText,
  closeStory,
  isOpenText,
  lastText,
  openStory,
  type Desk,
} from './desk'
import { endOfRun, isOwnSubhead, opensStory, photoBelow, skipBox, skipFurniture } from './lookahead'
import { beginsInMidSentence, seamIsKnown } from './seam'
import { readNewsAboveHeadline } from './briefs'
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
  const outline = desk.outline.get(desk.at)
  const begins = !desk.story || outline?.begins !== false
  const odds = (begins ? 1 : -1) * (outline?.odds ?? 0)
  const confidence = 0.5 + Math.min(0.48, Math.max(0, odds) / 5)
  if (begins) {
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

const SHORT_FOOT = 8

/** Headings with nothing below them, at the foot of the page. True when they were dealt with here. */
const readLastHeadings = (desk: Desk, run: readonly Scrap[]): boolean => {
  const { story, notes } = desk
  const head = run[0] as Scrap
  if (!story || run.length > 1 || head.text.endsWith('——')) return false
  if (isOpenText(lastText(desk)) || head.folded.includes(',')) {
    addText(desk, head)
    return true
  }
  if (head.width >= SHORT_FOOT) {
    addFurniture(desk, head)
    return true
  }
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
