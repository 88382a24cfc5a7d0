import { makeTopic } from './evidence'
import {
  evidenceUnder,
  firstLong,
  isOneOfSeveral,
  oddsOf,
  ownEvidence,
  wholeEvidence,
  type PageHabits,
} from './outlineEvidence'
import { rubricWords } from './labels'
import type { Head } from './heads'
import type { Scrap } from './classify'

/**
 * Which rows of headings begin a story and which divide one. Subheads come in rows of their like, hardly
 * ever alone, so a heading cannot be told by itself: all ways to cut the page into stories are compared,
 * and the one that explains all its headings best is taken (a semi-Markov chain, by dynamic programming).
 */

/** What a row of headings does. */
export interface Outline {
  readonly begins: boolean
  /** Log-odds that it begins a story, held against what else was read. */
  readonly odds: number
}

/** More headings than any story of one page has. */
const MOST_HEADS = 16
const RUBRIC_WIDTH = 6
const TEXTS_READ = 12
/** Odds of what could not be read otherwise. */
const SURE = 2.5

/** The best way to cut the heads before some place into stories. */
interface Cut {
  readonly score: number
  /** Index of the first head of the last story. */
  readonly from: number
  readonly isUnderRubric: boolean
}

/** Does the row begin with what could be a rubric? */
const hasRubric = ({ run }: Head): boolean => {
  const first = run[0] as Scrap
  return run.length > 1 && (rubricWords(first.folded) >= 1.5 || first.width <= RUBRIC_WIDTH)
}

const wordsOf = ({ run, texts }: Head): string =>
  `${run[0]?.text ?? ''}\n${firstLong(texts)?.text ?? ''}`

/** Do short stories stand in a row under one rubric, of which this is the first or one more? */
function standsUnderRubric(heads: readonly Head[], from: number, before: Cut): boolean {
  const [head, above] = [heads[from] as Head, heads[from - 1]]
  if (hasRubric(head)) return true
  if (!above || before.from !== from - 1) return false
  return isOneOfSeveral({ heads: [above], overlap: 0, isUnderRubric: before.isUnderRubric }, head)
}

/** For each head after `from`, as long as one may divide the story that begins there: the odds that it does not. */
function* oddsAfter(
  heads: readonly Head[],
  from: number,
  isUnderRubric: boolean,
  own: (at: number) => number,
): Generator<number> {
  const topic = makeTopic()
  for (let at = from + 1; at < heads.length && at - from < MOST_HEADS; at++) {
    const [above, next] = [heads[at - 1] as Head, heads[at] as Head]
    if (next.opens) return
    for (const { text } of [...above.run, ...above.texts.slice(0, TEXTS_READ)]) topic.add(text)
    const overlap = topic.overlap(wordsOf(next))
    const story = { heads: heads.slice(from, at), overlap, isUnderRubric }
    yield own(at) + oddsOf(evidenceUnder(story, next))
  }
}

/** The rows of headings by the index of their first scrap. Linear: a story has a bounded number of them. */
export function outlineOf(heads: readonly Head[], page: PageHabits): ReadonlyMap<number, Outline> {
  const odds = heads.map((head) => oddsOf(ownEvidence(head, page)))
  const own = (at: number): number => odds[at] as number
  const cuts: Cut[] = [{ score: 0, from: -1, isUnderRubric: false }]
  const propose = (at: number, cut: Cut): void => {
    const known = cuts[at]
    if (known === undefined || cut.score > known.score) cuts[at] = cut
  }
  for (let from = 0; from < heads.length; from++) {
    const before = cuts[from] as Cut
    const isUnderRubric = standsUnderRubric(heads, from, before)
    let [to, score] = [from + 1, before.score]
    propose(to, { score, from, isUnderRubric })
    for (const here of oddsAfter(heads, from, isUnderRubric, own)) {
      score -= here
      to++
      const whole = oddsOf(wholeEvidence(heads.slice(from, to)))
      propose(to, { score: score - whole, from, isUnderRubric })
    }
  }
  const outline = new Map<number, Outline>()
  let next = heads.length
  while (next > 0) {
    const { from, isUnderRubric } = cuts[next] as Cut
    outline.set((heads[from] as Head).at, { begins: true, odds: SURE })
    let at = from
    for (const here of oddsAfter(heads, from, isUnderRubric, own)) {
      at++
      // the first head of the next story was held against this one too
      if (at <= next) outline.set((heads[at] as Head).at, { begins: at === next, odds: here })
      else break
    }
    next = from
  }
  return outline
}
