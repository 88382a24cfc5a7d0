import { balanceOf, cannotBegin, isDigit } from './characters'
import { isOwnSubhead, opensStory } from './lookahead'
import { isSidebarLabel, rubricWords } from './labels'
import { beginsInMidSentence, openEchoLength, PARAGRAPH_OPENING, seamIsKnown, UNIT } from './seam'
import { FRAGMENT_WEIGHTS, type FragmentEvidence } from './fragmentWeights'
import type { Habits } from './habits'
import type { PageWords } from './evidence'
import type { Scrap } from './classify'

/**
 * What speaks for and against a heading being the first piece of a cut paragraph: how the page indents,
 * what follows, and how a sentence differs from a headline. Evidence has a name and a weight.
 */

/** Words that lead on to another: no headline ends with one (the rule for turning headlines says the same). */
const LEADS_ON =
  /(?:[的了和与及拟经据按以因由即均可应须需没不无未但仍只在把被对将为从向由让使而且或并也都还又再就才很最更每各其这那该先是于能要已正给]|以及|因为|如果|可以|通过)$/u
/** No paragraph begins with one. */
const LEADS_BACK = /^[的了着们地得性化者式型率]/u
/** 打通了一条: a sentence begins with who or what, not with what was done. */
const PREDICATE =
  /^(?:\p{Script=Han}{1,2}[了着过](?!不)|[向对把被将给让使由]|(?:并|也|都|还|又|再|就|才|已|曾|正|将|能|会|可|要|是|有|没|不|未)(?!.{0,3}[,，]))/u
/** 如今, 据悉: with its comma it opens a sentence, never a headline. */
const OPENS_SENTENCE =
  /^(?:据悉|据了解|据介绍|此外|同时|目前|今年|去年|前不久|昨[天日晚]|后来|最近|当时|现在|过去|其实|对此|未来|接下来|下一步|此后|此前|近日|日前|近年来|随后|当天|当日|不过|然而|其中|为此|如今|眼下|与此同时|首先|其次|截至.{1,8}|\d{1,2}月\d{1,2}日|\d{4}年|那[年天]|小时候|[汉唐宋元明清](?:末|初|代|朝|时)|民国(?:时期|年间)?|(?:上世纪|20世纪).{2,4}年代),/u
/** Who or what is spoken of is known from above: a sentence begins so, a headline hardly. */
const POINTS_BACK =
  /^(?:该|此|其|他|她|它|他们|她们|它们|有一|一[名位]|由于|据|根据|按照|随着|截至|对于|记者|会议|大家|同时|目前|如今)/u
/** Who says it, and a comma: the words of a sentence, not of a headline. */
const SAYS = /(?:说|表示|介绍|认为|告诉记者|指出|强调|透露|要求|提出|发现|看到),/u
/** 某局局长张: a person's office and the first half of a name. */
const OFFICE =
  /(?:[局处科院校队厂班组村镇乡县市省部会所站行司州区店馆社团事]长|主任|书记|经理|教授|主席|负责人|记者|主管|干事|代表|队员|教练|老师|医生|研究员|工程师|村民|居民|市民|职工)\p{Script=Han}{0,2}$/u
const FIRST_CLAUSE = /^[^,。;:!?、]{1,12}[,。;:!?、]/u
const LAST_CLAUSE = /[,:、 ]([^,:、 ]*)$/u

/** What a text below says of going on from the heading. */
function evidenceBelow(
  head: Scrap,
  below: Scrap,
  words: PageWords,
  { indents }: Habits,
): readonly FragmentEvidence[] {
  const clause = FIRST_CLAUSE.exec(below.folded)?.[0]
  const known = seamIsKnown(words, head.text, below.text)
  const across = words.runsAcross(head.text, below.text)
  const [open, close] = [balanceOf(head.text).open, balanceOf(below.text).unmatched]
  const last = head.folded[head.folded.length - 1]
  const isGoingOn = isDigit(last) && (isDigit(below.folded[0]) || UNIT.test(below.folded))
  const facts: readonly (readonly [FragmentEvidence, boolean])[] = [
    ['belowFlush', indents && below.indent < 1],
    ['belowIndented', indents && below.indent >= 1],
    ['belowBeginsCut', beginsInMidSentence(below.text)],
    ['belowLeadsBack', LEADS_BACK.test(below.text)],
    ['belowOpens', PARAGRAPH_OPENING.test(below.text)],
    ['belowPredicate', PREDICATE.test(below.folded)],
    ['belowEchoes', openEchoLength(words, head.text, below.text) > 0],
    ['belowCloses', open.some((count, kind) => count > 0 && (close[kind] as number) > 0)],
    ['belowShortSentence', clause?.endsWith('。') === true],
    ['figureGoesOn', isGoingOn],
    ['wordAcross', across === true],
    ['wordKnown', known === 'word'],
    ['pairKnown', known === 'pair'],
  ]
  return facts.filter(([, holds]) => holds).map(([name]) => name)
}

export const sumOf = (evidence: readonly FragmentEvidence[]): number =>
  evidence.reduce((sum, name) => sum + FRAGMENT_WEIGHTS[name], 0)

const OF_BOTH_ENDS: ReadonlySet<FragmentEvidence> = new Set([
  'belowFlush',
  'belowIndented',
  'belowEchoes',
  'belowCloses',
  'figureGoesOn',
  'wordAcross',
  'wordKnown',
  'pairKnown',
])

const REACH = 7
const TEXTS = 2

/** The best of the next texts, seen past captions, boxes and one paragraph that came before its turn. */
function evidenceOfNext(
  scraps: readonly Scrap[],
  at: number,
  words: PageWords,
  habits: Habits,
): readonly FragmentEvidence[] {
  let best: readonly FragmentEvidence[] = ['nothingBelow']
  let seen = 0
  for (let i = at + 1; i < scraps.length && i <= at + REACH && seen < TEXTS; i++) {
    const below = scraps[i] as Scrap
    // another story begins there
    if (below.kind === 'byline' || below.lead || LABELLED.test(below.text)) break
    if (below.kind !== 'text') continue
    const own = evidenceBelow(scraps[at] as Scrap, below, words, habits)
    const isBehind = scraps.slice(at + 1, i).some((_, n) => isHeadOfText(scraps, at + 1 + n))
    // how the text begins speaks for the nearest heading, what fits both ends for any
    const here = isBehind ? own.filter((name) => OF_BOTH_ENDS.has(name)) : [...own]
    if (seen > 0) here.push('far')
    if (isBehind) here.push('behindHeading')
    if (seen === 0 || sumOf(here) > sumOf(best)) best = here
    seen++
  }
  return best
}

/** “人在这个时候，得有口热的”: whoever is quoted so stands above text, not in it. */
const QUOTATION = /^“[^“”]+”$/u

/** 【审理】: a label at its head begins a paragraph. */
const LABELLED = /^[【［]/u

export const isPlainHeading = (scrap: Scrap): boolean =>
  scrap.kind === 'heading' &&
  !isOwnSubhead(scrap) &&
  !isSidebarLabel(scrap.folded) &&
  !scrap.bareNames &&
  !QUOTATION.test(scrap.text) &&
  !/^——|——$/.test(scrap.text) &&
  rubricWords(scrap.folded) < 1.5

/** A heading that is no picture's title. */
const isHeadOfText = (scraps: readonly Scrap[], at: number): boolean =>
  isPlainHeading(scraps[at] as Scrap) &&
  ![scraps[at + 1], scraps[at + 2]].some(
    (near) => near?.kind === 'credit' || near?.kind === 'caption',
  )

/** Does the run of headings that `at` belongs to stand above a 署名, a 电头 or a labelled paragraph? */
function standsAboveStory(scraps: readonly Scrap[], at: number): boolean {
  let end = at
  while (scraps[end]?.kind === 'heading' && end - at < REACH) end++
  const below = scraps[end]
  return opensStory(below) || (below?.kind === 'text' && LABELLED.test(below.text))
}

const NEARBY = 30

/** Headings of one story are built alike: 窗口合了，流程也要合 and 群众说好，才是真的好. */
function hasParallel(scraps: readonly Scrap[], at: number): boolean {
  const head = scraps[at] as Scrap
  const comma = head.folded.indexOf(',')
  if (comma < 0) return false
  return scraps
    .slice(Math.max(0, at - NEARBY), at + NEARBY)
    .some(
      (other) =>
        other.kind === 'heading' &&
        other !== head &&
        Math.abs(other.width - head.width) <= 1 &&
        Math.abs(other.folded.indexOf(',') - comma) <= 1 &&
        other.folded.includes(','),
    )
}

const ROW_WIDTH = 8
const ROW_REACH = 20

/** 睡要早, 食要温, 心要静: short headings of one width, each above its own text and two of them near. */
function isOneOfRow(scraps: readonly Scrap[], at: number): boolean {
  const stands = (i: number): boolean =>
    scraps[i]?.kind === 'heading' &&
    scraps[i - 1]?.kind === 'text' &&
    scraps[i + 1]?.kind === 'text' &&
    scraps[i].width === (scraps[at] as Scrap).width
  if ((scraps[at] as Scrap).width > ROW_WIDTH || !stands(at)) return false
  let count = 0
  for (let i = Math.max(0, at - ROW_REACH); i <= at + ROW_REACH; i++)
    if (i !== at && stands(i)) count++
  return count >= 2
}

/** All evidence for and against the heading at `at` being a piece of a paragraph. */
export function fragmentEvidence(
  scraps: readonly Scrap[],
  at: number,
  words: PageWords,
  habits: Habits,
): readonly FragmentEvidence[] {
  const head = scraps[at] as Scrap
  const [above, below] = [scraps[at - 1], scraps[at + 1]]
  const next = evidenceOfNext(scraps, at, words, habits)
  const commas = head.folded.split(',').length - 1
  const lastClause = LAST_CLAUSE.exec(head.folded)?.[1]
  const isName = above?.bareNames === true && scraps[at - 2]?.kind === 'heading'
  const facts: readonly (readonly [FragmentEvidence, boolean])[] = [
    ['bias', true],
    ['flushLikeHeads', habits.flushHeads && head.indent < 1],
    ['indentedLikeText', habits.flushHeads && head.indent >= 1],
    [
      'flushAboveIndent',
      habits.flushHeads && head.indent < 1 && below !== undefined && below.indent >= 1,
    ],
    ['comma', commas > 0],
    ['space', head.text.includes(' ')],
    ['opensSentence', OPENS_SENTENCE.test(head.folded)],
    ['opensParagraph', PARAGRAPH_OPENING.test(head.text) && !/^[“《]/.test(head.text)],
    ['pointsBack', POINTS_BACK.test(head.folded)],
    ['leadsOn', LEADS_ON.test(head.text)],
    ['shortCall', /^[^,]{1,3},/u.test(head.folded) && !OPENS_SENTENCE.test(head.folded)],
    ['openPair', balanceOf(head.text).open.some((count) => count > 0)],
    ['beginsCut', cannotBegin(head.text[0])],
    ['quotedSentence', /[。！？!?]”./u.test(head.text)],
    ['says', SAYS.test(head.folded)],
    ['endsInOffice', OFFICE.test(head.text)],
    ['lastClauseShort', lastClause !== undefined && lastClause.length <= 2],
    ['short', head.width < 10],
    ['long', head.width > 18],
    ['askedOrCalled', /[!?…]$/.test(head.folded)],
    ['underByline', (above?.kind === 'byline' && scraps[at - 2]?.kind === 'heading') || isName],
    ['underHeading', above?.kind === 'heading' && !isName],
    [
      'underRubric',
      above?.kind === 'heading' &&
        !(habits.flushHeads && head.indent >= 1) &&
        (rubricWords(above.folded) >= 1.5 || above.width <= 4),
    ],
    [
      'aboveName',
      below?.kind === 'heading' && below.width <= 4 && !isPlainHeading(scraps[at + 2] ?? below),
    ],
    [
      'indentedAboveHeading',
      habits.flushHeads && head.indent >= 1 && below?.kind === 'heading' && below.indent < 1,
    ],
    ['parallel', hasParallel(scraps, at)],
    ['oneOfRow', isOneOfRow(scraps, at)],
    ['veryShort', head.width <= 6],
    [
      'indentedItem',
      habits.flushHeads &&
        head.indent >= 1 &&
        [above, below].some((near) => near?.kind === 'heading' && near.indent >= 1),
    ],
    ['underOpenText', above?.kind === 'text' && /\p{Script=Han}$/u.test(above.text)],
    ['atTop', above === undefined || above.kind === 'furniture'],
    ['aboveStory', standsAboveStory(scraps, at)],
  ]
  return [...facts.filter(([, holds]) => holds).map(([name]) => name), ...next]
}
