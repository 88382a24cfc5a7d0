import { isCollectiveRubric, isNotice, isSalutation, isSidebarLabel, rubricWords } from './labels'
import { isOwnSubhead, opensLikeCaption } from './lookahead'
import { isOpenText } from './desk'
import { OUTLINE_WEIGHTS, type OutlineEvidence } from './outlineWeights'
import type { Habits } from './habits'
import type { Head } from './heads'
import type { Scrap } from './classify'

/** What speaks for and against a row of headings beginning a story: the row itself, and the story it would divide. */

export interface PageHabits extends Habits {
  readonly usualGap: number
  /** Width of the narrowest headline that surely is one. */
  readonly narrowestHead: number
}

export const narrowestHead = (heads: readonly Head[]): number =>
  Math.min(
    ...heads
      .filter(({ opens }) => opens)
      .map(({ run }) => Math.max(...run.map(({ width }) => width))),
  )

const SALUTATION_WIDTH = 14
/** With a headline of its own below it, such a label heads a piece beside the story. */
const ASIDE = /手记|点评|观点/u
/** A report begins with its day; under a subhead a story seldom does. */
const OPENS_NEWS = /^(?:近日|日前|昨[日天]|(?:今年)?\d{1,2}月\d{1,2}日)[,上下晚]/u
/** 路口红灯太短 老人过不去: a subhead is of one piece. */
const CLAUSES = /^\p{Script=Han}{4,} \p{Script=Han}{4,}$/u

const held = (
  facts: readonly (readonly [OutlineEvidence, boolean])[],
): readonly OutlineEvidence[] => facts.filter(([, holds]) => holds).map(([name]) => name)

export const oddsOf = (evidence: readonly OutlineEvidence[]): number =>
  evidence.reduce((sum, name) => sum + OUTLINE_WEIGHTS[name], 0)

/** 3.27万亿元: the figure of a column of figures, said again in the text below. */
const isFigure = ({ text, width }: Scrap, below: Scrap | undefined): boolean =>
  width <= 8 && /^\d/.test(text) && below !== undefined && below.text.includes(text)

export const firstLong = (texts: readonly Scrap[]): Scrap | undefined =>
  texts.find(({ width }) => width > SALUTATION_WIDTH) ?? texts[0]

const asks = ({ folded }: Scrap): boolean => folded.endsWith('?')

export const isSidebar = ({ run }: Head): boolean => isSidebarLabel((run[0] as Scrap).folded)

/** What the row and its body say by themselves. */
export function ownEvidence(head: Head, page: PageHabits): readonly OutlineEvidence[] {
  const { run, texts } = head
  const [first, last] = [run[0] as Scrap, run[run.length - 1] as Scrap]
  const below = firstLong(texts)
  const underRubric = run.length > 1 && rubricWords(first.folded) >= 1.5
  const hasMark = run.some(isOwnSubhead)
  return held([
    ['bias', true],
    ['severalLines', run.length > 1 && !underRubric && !hasMark],
    ['severalWithMark', run.length > 1 && !underRubric && hasMark],
    ['underRubric', underRubric],
    ['bylineAbove', head.bylineAbove],
    ['indentedHead', page.flushHeads && first.indent >= 1],
    ['item', first.isItem],
    ['wideGap', first.gap > page.usualGap],
    ['salutation', texts[0] !== undefined && isSalutation(texts[0].folded)],
    ['notice', isNotice(first.folded)],
    ['clauses', CLAUSES.test(first.folded)],
    ['figure', isFigure(last, below)],
    ['sidebar', isSidebar(head)],
    ['aside', isSidebar(head) && run.length > 1 && ASIDE.test(first.folded)],
    ['marked', isOwnSubhead(first) && !underRubric],
    ['narrowerThanHeads', run.length === 1 && first.width < page.narrowestHead],
    ['rubricLike', rubricWords(first.folded) > 0],
    ['wide', last.width > 22],
    ['narrow', last.width <= 14],
    ['signedBelow', head.signed],
    ['captionLike', below !== undefined && opensLikeCaption(below.folded)],
  ])
}

/** A story as far as it has been read: its head, its subheads, and how much of its words the next head shares. */
export interface StorySoFar {
  readonly heads: readonly Head[]
  readonly overlap: number
  /** Several short stories stand under its rubric. */
  readonly isUnderRubric: boolean
}

/** Shares of the words of a section that its story has used before. */
const SAME_TOPIC = 0.22
const OTHER_TOPIC = 0.05
const LARGEST_RATIO = 3
/** Characters by which headings of one kind may differ. */
const LIKE = 3
const EVEN_RATIO = 1.6
const UNEVEN_RATIO = 3

const widthOf = (texts: readonly Scrap[]): number =>
  texts.reduce((sum, { width }) => sum + width, 0)

const ratioOf = (a: Head, b: Head): number => {
  const [own, other] = [widthOf(a.texts) + 1, widthOf(b.texts) + 1]
  return Math.max(own, other) / Math.min(own, other)
}

/** Under a rubric a short unsigned story with one paragraph, and here another built like it. */
export function isOneOfSeveral(story: StorySoFar, next: Head): boolean {
  const [head] = story.heads as readonly [Head]
  if (!story.isUnderRubric || story.heads.length > 1 || next.run.length > 1) return false
  if (head.byline || head.texts.length > 1 || next.texts.length !== head.texts.length) return false
  if (head.texts[0]?.lead) return false
  const [a, b] = [head.texts[0]?.width ?? 0, next.texts[0]?.width ?? 0]
  return Math.max(a, b) <= Math.min(a, b) * LARGEST_RATIO
}

/** A heading as long as the story's own over one paragraph as the story's own: one more of its kind. */
const isLikeTheHead = (head: Head, next: Head): boolean =>
  next.run.length === 1 &&
  !head.byline &&
  head.texts.length === next.texts.length &&
  ratioOf(head, next) <= LARGEST_RATIO &&
  Math.abs((head.run[head.run.length - 1] as Scrap).width - (next.run[0] as Scrap).width) <= LIKE

/** What it says of the head that it follows these: it would divide the story that begins with the first of them. */
export function evidenceUnder(story: StorySoFar, next: Head): readonly OutlineEvidence[] {
  const [head] = story.heads as readonly [Head]
  const above = story.heads[story.heads.length - 1] as Head
  const siblings = story.heads.slice(1).filter((one) => !isSidebar(one))
  const sibling = siblings[siblings.length - 1]
  const [own, other] = [next.run[0] as Scrap, sibling?.run[0]]
  const below = firstLong(next.texts)
  const firstText = head.texts[0]
  const isPlain = next.run.length === 1 && !isSidebar(next)
  const apart = other && isPlain ? Math.abs(own.width - other.width) : undefined
  const rubric = head.run.length > 1 ? (head.run[0] as Scrap).folded : ''
  const several = isOneOfSeveral(story, next)
  const collective = rubric !== '' && isCollectiveRubric(rubric)
  return held([
    ['aboveEnded', above.ended],
    ['storySigned', head.byline && !above.ended],
    ['noTextAbove', above.texts.length === 0 && story.heads.length === 1],
    ['openAbove', isOpenText(above.texts[above.texts.length - 1])],
    ['opensNews', !sibling && below !== undefined && OPENS_NEWS.test(below.folded)],
    ['sameTopic', story.overlap > SAME_TOPIC],
    ['otherTopic', story.overlap < OTHER_TOPIC],
    ['collective', collective],
    ['oneOfSeveral', !collective && several],
    ['likeTheHead', isLikeTheHead(head, next)],
    ['likeTheHeadInRubric', story.isUnderRubric && isLikeTheHead(head, next)],
    ['storyPlain', !head.byline && firstText?.lead !== true],
    ['evenSections', sibling !== undefined && ratioOf(next, sibling) <= EVEN_RATIO],
    ['unevenSections', sibling !== undefined && ratioOf(next, sibling) > UNEVEN_RATIO],
    ['sameBullet', other !== undefined && isOwnSubhead(own) && own.folded[0] === other.folded[0]],
    ['sameWidth', apart === 0],
    ['nearWidth', apart !== undefined && apart > 0 && apart <= 2],
    ['unlikeWidth', apart !== undefined && apart > 4],
    ['bothAsk', other !== undefined && asks(own) && asks(other)],
  ])
}

const LONG_WHOLE = 700

/** What it says against a divided story that it ends here. */
export function wholeEvidence(heads: readonly Head[]): readonly OutlineEvidence[] {
  const dividing = heads.slice(1).filter((head) => !isSidebar(head))
  if (dividing.length === 0) return []
  const width = heads.reduce((sum, head) => sum + widthOf(head.texts), 0)
  return held([
    ['single', dividing.length === 1 && !isOwnSubhead((dividing[0] as Head).run[0] as Scrap)],
    ['longWhole', width > LONG_WHOLE],
  ])
}
