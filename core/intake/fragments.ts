import { balanceOf, cannotBegin } from './characters'
import { isSidebarLabel, rubricWords } from './labels'
import { isOwnSubhead, opensStory } from './lookahead'
import { beginsInMidSentence, openEchoLength, PARAGRAPH_OPENING, weighWords } from './seam'
import type { PageWords } from './evidence'
import type { Scrap } from './classify'

/**
 * The first piece of a paragraph cut soon after its beginning is as short as a headline and, like one,
 * has no full stop. Here such pieces are told from headings, on the page's own habits: how it indents,
 * what follows, and how a sentence differs from a headline.
 */

export interface Habits {
  /** Paragraphs are indented. */
  readonly indents: boolean
  /** Headings stand flush on a page whose paragraphs are indented. */
  readonly flushHeads: boolean
}

const LONG = 40

const share = (scraps: readonly Scrap[]): number =>
  scraps.length === 0 ? 0 : scraps.filter(({ indent }) => indent >= 1).length / scraps.length

/** How a page sets its lines, read from all of them. */
export const habitsOf = (scraps: readonly Scrap[]): Habits => {
  const indents =
    share(scraps.filter(({ kind, width }) => kind === 'text' && width >= LONG)) >= 0.35
  const heads = scraps.filter(({ kind }) => kind === 'heading')
  return { indents, flushHeads: indents && share(heads) <= 0.6 }
}

/** Words that lead on to another: no headline ends with one (the rule for turning headlines says the same). */
const LEADS_ON =
  /(?:[的了和与及在把被对将为从向由让使而且或并也都还又再就才很最更每各其这那该先是于能会要已正给]|以及|因为|如果|可以|通过)$/u
/** No paragraph begins with one. */
const LEADS_BACK = /^[的了着们地得性化者式型率]/u

/** How well `below` goes on from `head`, as log-odds over chance. */
const weighBelow = (head: Scrap, below: Scrap, words: PageWords, { indents }: Habits): number => {
  let odds = beginsInMidSentence(below.text) ? 3.5 : 0
  if (indents) odds += below.indent < 1 ? 2.5 : -2
  odds += Math.max(0, weighWords(words, head.text, below.text).odds)
  if (openEchoLength(words, head.text, below.text) > 0) odds += 2.5
  if (LEADS_BACK.test(below.text)) odds += 1.5
  const [open, close] = [balanceOf(head.text).open, balanceOf(below.text).unmatched]
  if (open.some((count, kind) => count > 0 && (close[kind] as number) > 0)) odds += 2.5
  if (PARAGRAPH_OPENING.test(below.text)) odds -= 1
  return odds
}

/** 如今, 据悉: with its comma it opens a sentence, never a headline. */
const OPENS_SENTENCE =
  /^(?:据悉|据了解|据介绍|此外|同时|目前|近日|日前|近年来|随后|当天|当日|不过|然而|其中|为此|如今|眼下|与此同时|首先|其次|截至.{1,8}|\d{1,2}月\d{1,2}日),/u

/** Who says it, and a comma: the words of a sentence, not of a headline. */
const SAYS = /(?:说|表示|介绍|认为|告诉记者|指出|强调|透露),/u

const REACH = 7
const TEXTS = 2

/** The best of the next texts, seen past captions, boxes and one paragraph that came before its turn. */
const weighNext = (
  scraps: readonly Scrap[],
  at: number,
  words: PageWords,
  habits: Habits,
): number => {
  let best = -0.5
  let seen = 0
  for (let i = at + 1; i < scraps.length && i <= at + REACH && seen < TEXTS; i++) {
    const below = scraps[i] as Scrap
    if (below.kind !== 'text' || below.lead) continue
    best = Math.max(best, weighBelow(scraps[at] as Scrap, below, words, habits) - seen * 1.2)
    seen++
  }
  return best
}

const isPlainHeading = (scrap: Scrap): boolean =>
  scrap.kind === 'heading' &&
  !isOwnSubhead(scrap) &&
  !isSidebarLabel(scrap.folded) &&
  !scrap.bareNames &&
  !/^——|——$/.test(scrap.text) &&
  rubricWords(scrap.folded) < 1.5

/** Above 0 the heading at `at` is a piece of a paragraph. */
const weighFragment = (
  scraps: readonly Scrap[],
  at: number,
  words: PageWords,
  habits: Habits,
): number => {
  const head = scraps[at] as Scrap
  const [above, below] = [scraps[at - 1], scraps[at + 1]]
  const next = weighNext(scraps, at, words, habits)
  let odds = -2.6 + next
  // an indented line alone from which nothing goes on is rather a subhead; several are items
  const isItem = [above, below].some((near) => near?.kind === 'heading' && near.indent >= 1)
  if (habits.flushHeads) odds += head.indent < 1 ? -3.5 : next > 0 || isItem ? 3.5 : 1.5
  odds += Math.min(2, head.folded.split(',').length - 1)
  if (head.text.includes(' ')) odds -= 1
  if (PARAGRAPH_OPENING.test(head.text) && !/^[“《]/.test(head.text)) odds += 1
  if (OPENS_SENTENCE.test(head.folded)) odds += 1.5
  if (LEADS_ON.test(head.text)) odds += 1.5
  if (balanceOf(head.text).open.some((count) => count > 0)) odds += 2
  if (cannotBegin(head.text[0])) odds += 3
  if (SAYS.test(head.folded)) odds += 1.5
  if (above?.kind === 'byline' || (above?.bareNames && scraps[at - 2]?.kind === 'heading'))
    odds += 2
  if (opensStory(below)) odds -= 4
  if (below?.kind === 'byline' || at === 0) odds -= 2
  return odds
}

/** The scraps with the headings that are pieces of paragraphs told as text. */
export const tellFragments = (scraps: readonly Scrap[], words: PageWords): readonly Scrap[] => {
  const habits = habitsOf(scraps)
  return scraps.map((scrap, at) =>
    isPlainHeading(scrap) && weighFragment(scraps, at, words, habits) > 0
      ? { ...scrap, kind: 'text' }
      : scrap,
  )
}
