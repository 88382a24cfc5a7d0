import { sharedPairs } from './evidence'
import { isCollectiveRubric } from './labels'
import { joinParts } from './headingGroup'
import type { Draft, StoryDraft } from './drafts'
import type { Notes } from './notes'

/** A rubric 栏目 stands once on paper and gathers the stories after it. Which of them it gathers is decided here. */

const TEXT_READ = 3000

const textOf = (story: StoryDraft): string => {
  const heads = [...story.headings.kicker, ...story.headings.headline, ...story.headings.deck].map(
    (part) => part.text,
  )
  const body = story.body.flatMap((piece) => (piece.type === 'text' ? [piece.scrap.text] : []))
  return [...heads, ...body].join('\n').slice(0, TEXT_READ)
}

const formOf = (story: StoryDraft): 'dateline' | 'byline' | 'plain' => {
  const first = story.body.find((piece) => piece.type === 'text')
  if (first?.type === 'text' && first.scrap.lead) return 'dateline'
  return story.bylines.length > 0 ? 'byline' : 'plain'
}

/** Lets the stories after one with a rubric share it, as far as they speak of it or, under 简讯 and the like, keep its form. */
export const shareRubrics = (drafts: readonly Draft[], notes: Notes): void => {
  let owner: StoryDraft | null = null
  let ownShare = 0
  for (const draft of drafts) {
    if (draft.kind !== 'story') continue
    if (draft.headings.rubric.length > 0) {
      owner = draft
      ownShare = sharedPairs(joinParts(draft.headings.rubric), textOf(draft))
      continue
    }
    if (!owner) continue
    const rubric = joinParts(owner.headings.rubric)
    const share = sharedPairs(rubric, textOf(draft))
    const byTopic = share >= 2 && share * 2 >= ownShare
    const byForm =
      isCollectiveRubric(rubric) && formOf(draft) === formOf(owner) && formOf(draft) !== 'byline'
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
      byTopic
        ? 'the story speaks of what the rubric names'
        : 'a story of the same form under a collective rubric',
      byTopic ? 0.8 : 0.7,
    )
  }
}
