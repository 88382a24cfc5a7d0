/** Ways to make up a whole job, from the ways to make up each of its pages. */
import { composeStory } from '../compose/composeStory'
import type { StoryId } from '../ids'
import { isStoryFrame, type Edition } from '../model/edition'
import type { Frame } from '../model/frame'
import { isSound, type MadePage } from './choose'
import type { MakeUpJob, Proposal } from './types'

type Options = readonly [MadePage, ...MadePage[]]

/** Pages that break a rule without exception are offered only up to so many with those that break none. */
const FEWEST = 3

/**
 * The best proposal, then each page's next ones together. A story that runs
 * over pages was measured with the best of them: where another choice would
 * cut it, those pages keep their best.
 */
export function proposalsFrom(
  edition: Edition,
  found: readonly Options[],
  job: MakeUpJob,
): readonly [Proposal, ...Proposal[]] {
  const made = found.map(offered)
  const best = proposal(made, () => 0)
  const most = Math.max(0, ...made.map((options) => options.length))
  const running = runningStories(best.frames)
  const others: Proposal[] = []
  for (let choice = 1; choice < most; choice++) {
    const free = proposal(made, () => choice)
    const whole = [...running].every(
      (story) =>
        isSame(best.frames, free.frames, story) || isWhole(edition, free.frames, story, job),
    )
    others.push(whole ? free : proposal(made, (page) => (holdsAny(page, running) ? 0 : choice)))
  }
  const distinct = others.filter(({ frames }) =>
    frames.some((frame, i) => frame !== best.frames[i]),
  )
  return [best, ...distinct.sort((a, b) => a.score - b.score)]
}

/** The pages that break no rule come first. */
function offered([best, ...others]: Options): Options {
  const sound = [best, ...others].filter(isSound).length
  return [best, ...others.slice(0, Math.max(FEWEST, sound) - 1)]
}

function proposal(made: readonly Options[], choiceOf: (best: MadePage) => number): Proposal {
  const pages = made.map(
    (options) => options[Math.min(choiceOf(options[0]), options.length - 1)] ?? options[0],
  )
  return {
    frames: pages.flatMap((page) => page.made.frames),
    rubrics: pages.flatMap((page) => page.made.rubrics),
    score: pages.reduce((sum, { score }) => sum + score, 0),
  }
}

/** Stories with frames on more pages than one. */
function runningStories(frames: readonly Frame[]): ReadonlySet<StoryId> {
  const pages = new Map<StoryId, Set<string>>()
  for (const { story, page } of frames.filter(isStoryFrame))
    pages.set(story, (pages.get(story) ?? new Set<string>()).add(page))
  return new Set([...pages].filter(([, own]) => own.size > 1).map(([story]) => story))
}

/** Whether a story has the very same frames in both. */
function isSame(a: readonly Frame[], b: readonly Frame[], story: StoryId): boolean {
  const own = (frames: readonly Frame[]) =>
    frames.filter((frame) => frame.kind === 'story' && frame.story === story)
  const [ownA, ownB] = [own(a), own(b)]
  return ownA.length === ownB.length && ownA.every((frame, i) => frame === ownB[i])
}

const holdsAny = ({ made }: MadePage, stories: ReadonlySet<StoryId>): boolean =>
  made.frames.some((frame) => frame.kind === 'story' && stories.has(frame.story))

function isWhole(
  edition: Edition,
  frames: readonly Frame[],
  id: StoryId,
  { fonts, cache }: MakeUpJob,
): boolean {
  const story = edition.stories[id]
  const [sheet] = Object.values(edition.styleSheets)
  if (story === undefined || sheet === undefined) return false
  const locked = Object.values(edition.frames).filter((frame) => frame.locked)
  const all = Object.fromEntries([...locked, ...frames].map((frame) => [frame.id, frame]))
  const ctx = { fonts, rules: sheet.rules }
  const layout = composeStory({ ...edition, frames: all }, story, ctx, cache)
  return layout !== null && layout.fit.overset.length === 0
}
