import {
  cannotBegin,
  endingOf,
  isDigit,
  isHan,
  isLatin,
  widthOf,
  type Balance,
  type Ending,
} from './characters'
import type { DoubtReason } from '../doubt'
import type { PageWords } from './evidence'

/** Weighing whether one text goes on in another: the evidence at a seam, as log-odds that add up. */

export interface SeamLeft {
  readonly text: string
  readonly balance: Balance
  readonly width: number
}

export interface SeamRight {
  readonly text: string
  readonly balance: Balance
  readonly indent: number
  /** No blank line above on a page that sets blank lines between its paragraphs. */
  readonly tight: boolean
}

export interface SeamContext {
  readonly words: PageWords
  /** True when the page indents its paragraphs, so that a missing indent says something. */
  readonly indented: boolean
  /** Text pieces that lie between the two. */
  readonly skipped: number
  readonly crossesSubhead: boolean
}

/** Does the page elsewhere write the characters across the seam together: as a word, at least as a pair, or not? */
export const seamIsKnown = (
  words: PageWords,
  left: string,
  right: string,
): 'word' | 'pair' | 'none' => {
  const [before, last] = [left[left.length - 2], left[left.length - 1]]
  const [first, second] = [right[0], right[1]]
  if (!last || !first || !isHan(last) || !isHan(first)) return 'none'
  const longer =
    (before !== undefined && words.triple(before, last, first)) ||
    (second !== undefined && words.triple(last, first, second))
  if (longer) return 'word'
  return words.pair(last, first) ? 'pair' : 'none'
}

/** What the words across a seam say of it, as log-odds. */
export const weighWords = (
  words: PageWords,
  left: string,
  right: string,
): { readonly odds: number; readonly because: DoubtReason | null } => {
  const known = seamIsKnown(words, left, right)
  const across = words.runsAcross(left, right)
  if (across) return { odds: known === 'none' ? 2.2 : 2.8, because: 'wordAcross' }
  if (known === 'word') return { odds: 2, because: 'knownAcross' }
  if (known === 'pair') return { odds: across === null ? 1.2 : 1, because: 'knownAcross' }
  return { odds: across === null ? 0 : -0.4, because: null }
}

const ENDINGS: Readonly<Record<Ending, number>> = {
  open: 2,
  comma: 2.5,
  closer: 0.8,
  semicolon: 0.2,
  colon: -0.8,
  dash: -0.8,
  ellipsis: -2.5,
  stop: -4.5,
  empty: -9,
}

/** Words that begin paragraphs far more often than they stand in the middle of a cut sentence. */
export const PARAGRAPH_OPENING =
  /^(?:据悉|据了解|据介绍|此外|同时|目前|近日|日前|近年来|昨[天日晚]|今年|去年|记者|随后|当天|当日|不过|然而|其中|截至|为此|如今|眼下|与此同时|首先|其次|第[一二三四]|“|《|\d{1,2}月\d{1,2}日|\d{4}年)/u

/** The mark or number of an item or caption, or who speaks in an interview: nothing goes on with one. */
const ITEM = /^(?:[①-⑳●■◆▲★□]|(?:问|答|记者|主持人|[QA])\d?[:：])/u

export const UNIT = /^[年月日时分秒万亿元千百个人名家项次%多余级米公吨度岁]/u

/** 一、 is the number of a point, not the second half of a word. */
const POINT = /^[一二三四五六七八九十]、/u

/** One character and a comma: no paragraph begins so, the second half of a word does. */
const beginsCut = (text: string): boolean =>
  isHan(text[0]) && /^[，、,；;。]$/.test(text[1] ?? '') && !POINT.test(text)

/** 的空气里, 们说: no sentence begins with such a word. */
const LEANS_BACK = /^(?:的(?![士确])|们|了(?![解不如却然结])|着(?![手力重眼急实火凉装迷陆想]))/u

/** Does this text begin in the middle of something: with a closing mark, or with half a word? */
export const beginsInMidSentence = (text: string): boolean =>
  cannotBegin(text[0]) || beginsCut(text) || LEANS_BACK.test(text)

/** Begins with a mark that closes or separates: no paragraph does, so the text is the rest of one. */
export const beginsWithCloser = (text: string): boolean =>
  /^[，、。；：）,;:)”』」》？！?!]/u.test(text)

const hasOpen = (balance: Balance): boolean => balance.open.some((n) => n > 0)

/** Confidence 0..1 that `right` continues `left`, with the strongest reasons. */
export const weighSeam = (
  left: SeamLeft,
  right: SeamRight,
  context: SeamContext,
): { readonly confidence: number; readonly because: readonly DoubtReason[] } => {
  const reasons: DoubtReason[] = []
  const ending = endingOf(left.text)
  let odds = ENDINGS[ending]
  if (ending === 'open') reasons.push('openEnd')
  if (ending === 'comma') reasons.push('comma')
  const [last, first] = [left.text[left.text.length - 1], right.text[0]]

  if (cannotBegin(first)) {
    // the mark says that it continues something, less what when others lie between
    odds += context.skipped > 0 ? 1.2 : 4
    reasons.push('markBelow')
  }
  if (beginsCut(right.text)) {
    odds += 1.5
    reasons.push('wordEndBelow')
  }
  if (ending === 'open') {
    const across = weighWords(context.words, left.text, right.text)
    odds += across.odds
    if (across.because) reasons.push(across.because)
    if (openEchoLength(context.words, left.text, right.text) > 0) {
      odds += 2
      reasons.push('repeated')
    }
  }
  if (isDigit(last) && (isDigit(first) || UNIT.test(right.text))) odds += 1
  if (isLatin(last) && isLatin(first)) odds += 0.5
  const closes = left.balance.open.some(
    (n, kind) => n > 0 && (right.balance.unmatched[kind] as number) > 0,
  )
  if (closes) {
    odds += 2
    reasons.push('quoteCloses')
  } else if (hasOpen(left.balance)) odds -= 0.3
  else if (right.balance.unmatched.some((n) => n > 0)) odds -= 0.8
  if (context.indented) odds += right.indent >= 1 ? -3 : ending === 'stop' ? 3.5 : 2
  if (context.indented && right.indent < 1) reasons.push('noIndent')
  if (right.tight) {
    odds += 1.5
    reasons.push('noBlank')
  }
  if (PARAGRAPH_OPENING.test(right.text)) odds -= 0.8
  if (ITEM.test(right.text)) odds -= 4
  if (left.width < 12) odds -= 0.5
  odds -= context.skipped * 1.2
  if (context.crossesSubhead) odds -= 2
  return {
    confidence: 1 / (1 + Math.exp(-odds)),
    because: reasons.length > 0 ? reasons : ['mayBeOne'],
  }
}

/** ems that a column leaves of a paragraph at least, so that a character may be printed twice below it. */
const LEAST_ECHOED = 8

/**
 * Characters at the head of `right` that repeat the end of a text stopped in mid-sentence (`…因煤而` then
 * `而困`): 1, 2 or 0. A character that the page doubles elsewhere (渐渐, 看看) is no echo.
 */
export const openEchoLength = (words: PageWords, left: string, right: string): number => {
  if (endingOf(left) !== 'open' || widthOf(left) < LEAST_ECHOED) return 0
  for (const length of [2, 1]) {
    const head = right.slice(0, length)
    if (head.length < length || !left.endsWith(head) || ![...head].every(isHan)) continue
    const doubled = length === 1 && words.pair(head, head)
    if (!doubled) return length
  }
  return 0
}

/**
 * Characters printed on both sides of a column break: `…覆盖。` then `盖，并…`. Returns how many
 * characters at the head of `right` repeat the end of `left` (its full stop aside), or 0.
 * One or two repeated characters count only when a mark follows that no paragraph could begin with.
 */
export const echoLength = (left: string, right: string): number => {
  const core = left.replace(/[。！？!?]+$/u, '')
  for (let k = Math.min(8, right.length - 1, core.length); k >= 1; k--) {
    const head = right.slice(0, k)
    if (!core.endsWith(head) || !isHan(head[0])) continue
    const markFollows = cannotBegin(right[k]) && right[k] !== '”' && right[k] !== '》'
    if (markFollows || (k >= 4 && endingOf(left) === 'open')) return k
  }
  return 0
}
