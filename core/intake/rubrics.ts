import { groundsOf } from './reasons'
import { pairsOf } from './evidence'
import { isCollectiveRubric } from './labels'
import { joinParts } from './headParts'
import type { Draft, StoryDraft } from './drafts'
import type { Notes } from './notes'

/** A rubric 栏目 stands once on paper and gathers the stories after it. Which of them it gathers is decided here. */

const TEXT_READ = 3000
/** Stories before and after a rubric that tell which of its words are common: more than a page holds. */
const NEARBY = 20

const textOf = (story: StoryDraft): string => {
  const heads = [...story.headings.kicker, ...story.headings.headline, ...story.headings.deck].map(
    (part) => part.text,
  )
  const body = story.body.flatMap((piece) => (piece.type === 'text' ? [piece.scrap.text] : []))
  return [...heads, ...body].join('\n').slice(0, TEXT_READ)
}

/** 本报某地12月25日电: sent from elsewhere, where 本报讯 is of the paper's own place. */
const WIRED = /^[^(,。]{2,24}电/u

const formOf = (story: StoryDraft): 'wire' | 'report' | 'byline' | 'plain' => {
  const first = story.body.find((piece) => piece.type === 'text')
  if (first?.type === 'text' && first.scrap.lead)
    return WIRED.test(first.scrap.folded) ? 'wire' : 'report'
  return story.bylines.length > 0 ? 'byline' : 'plain'
}

/** With a 电头, from here or elsewhere: 简讯 gather both. */
const isNews = (form: ReturnType<typeof formOf>): boolean => form === 'wire' || form === 'report'

/** Characters that join words rather than name things: a pair with one of them says nothing of the topic. */
const JOINING = /[的了在和与是有这那]/u

/** The rubric's word pairs that tell stories apart: not those that most of the page uses. */
const tellingPairs = (rubric: string, texts: readonly string[]): readonly string[] =>
  pairsOf(rubric).filter(
    (pair) =>
      !JOINING.test(pair) &&
      texts.filter((text) => text.includes(pair)).length * 2 <= Math.max(4, texts.length),
  )

/** Pairs that a story must share: two, or one of the few that a short rubric has. */
const pairsNeeded = (pairs: readonly string[]): number => Math.min(2, Math.ceil(pairs.length / 3))

const shareOf = (pairs: readonly string[], text: string): number =>
  pairs.filter((pair) => text.includes(pair)).length

const lengthOf = (story: StoryDraft): number =>
  story.body.reduce((sum, piece) => sum + (piece.type === 'text' ? piece.scrap.width : 0), 0)

const hasSubheads = ({ body }: StoryDraft): boolean => body.some(({ type }) => type === 'subhead')

const LARGEST_RATIO = 2.3

/** Stories of one kind under a rubric are signed alike, dressed alike and of about one length. */
function isAlike(owner: StoryDraft, story: StoryDraft, isCollective: boolean): boolean {
  const [own, form] = [formOf(owner), formOf(story)]
  const isGrand = story.headings.kicker.length > 0 && story.headings.deck.length > 0
  if (isCollective)
    return (form === own || (isNews(own) && isNews(form))) && form !== 'byline' && !isGrand
  if (form !== own) return false
  const isDressed =
    [owner, story].some((one) => one.headings.deck.length > 0 || hasSubheads(one)) ||
    story.headings.kicker.length > 0
  const [a, b] = [lengthOf(owner), lengthOf(story)]
  return !isDressed && Math.max(a, b) <= Math.min(a, b) * LARGEST_RATIO
}

const placeOf = ({ headings }: StoryDraft): string | undefined =>
  /^(?<place>[^:：]{2,8})[:：]./u.exec(joinParts(headings.headline))?.groups?.['place']

/** 黄田镇：…, 石陂乡：…: reports from several places under one rubric. */
function isBuiltAlike(owner: StoryDraft, story: StoryDraft): boolean {
  const [own, other] = [placeOf(owner), placeOf(story)]
  return own !== undefined && other !== undefined && formOf(owner) === formOf(story)
}

/** Lets the stories after one with a rubric share it, as far as they speak of it or, under 简讯 and the like, keep its form. */
export const shareRubrics = (drafts: readonly Draft[], notes: Notes): void => {
  const stories = drafts.filter((draft): draft is StoryDraft => draft.kind === 'story')
  const texts = new Map(stories.map((story) => [story, textOf(story)]))
  const all = [...texts.values()]
  let owner: StoryDraft | null = null
  let pairs: readonly string[] = []
  let ownShare = 0
  let isSpokenOf = false
  for (const [index, draft] of stories.entries()) {
    if (draft.headings.rubric.length > 0) {
      owner = draft
      pairs = tellingPairs(
        joinParts(draft.headings.rubric),
        all.slice(Math.max(0, index - NEARBY), index + NEARBY),
      )
      ownShare = shareOf(pairs, texts.get(draft) ?? '')
      isSpokenOf = all
        .slice(index, index + NEARBY)
        .some((text) => shareOf(pairs, text) >= Math.min(2, pairs.length))
      continue
    }
    if (!owner) continue
    const rubric = joinParts(owner.headings.rubric)
    const share = shareOf(pairs, texts.get(draft) ?? '')
    const needed = pairsNeeded(pairs)
    const byTopic = needed > 0 && share >= needed && share * 2 >= ownShare
    // A rubric that no story near it speaks of names a kind of story, not a topic.
    const namesAKind = isCollectiveRubric(rubric) || !isSpokenOf
    const byForm =
      (namesAKind && isAlike(owner, draft, isCollectiveRubric(rubric))) ||
      isBuiltAlike(owner, draft)
    if (!byTopic && !byForm) {
      owner = null
      continue
    }
    draft.rubricShared = owner.headings.rubric
    const lines = [...owner.headings.rubric, ...draft.headings.headline.slice(0, 1)].map(
      (part) => part.no,
    )
    notes.decide(
      'rubric',
      lines,
      groundsOf([byTopic ? 'topic' : 'sameForm']),
      byTopic ? 0.8 : isCollectiveRubric(rubric) ? 0.7 : 0.55,
    )
  }
}
