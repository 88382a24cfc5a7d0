/** One page of a job made up: the state of the job after it, and what it leaves to others. */
import type { PageId, StoryId } from '../ids'
import { isStoryFrame } from '../model/edition'
import type { MadePage } from './choose'
import { makePage } from './makePage'
import { taskFor, type ReadyTask } from './pageTask'
import { shortDiagnostic } from './report'
import { runAfter, type Run, type Running } from './runs'
import { shareOf } from './share'
import type { State } from './state'
import type { MakeUpJob, PageTask } from './types'
import { unitsOf } from './units'

/** Makes up a page of the job. */
export function jobPage(
  state: State,
  job: MakeUpJob,
  page: PageId,
  stories: readonly StoryId[],
  later: ReadonlySet<StoryId>,
): { readonly state: State; readonly left: readonly StoryId[] } {
  const here = shareOf(state, page, stories, later)
  const { state: next, left } = onePage(state, job, taskFor(state, job, page, here, later), here)
  return { state: next, left: [...left, ...stories.filter((story) => !here.includes(story))] }
}

function onePage(
  state: State,
  job: MakeUpJob,
  { task, running, ended }: ReadyTask,
  stories: readonly StoryId[],
): { readonly state: State; readonly left: readonly StoryId[] } {
  const here = stories.filter((story) => !ended.has(story))
  const options = makePage(task, unitsOf(task, here))
  const [best] = options
  const runs = new Map(state.runs)
  for (const story of ended) runs.set(story, null)
  for (const [story, one] of running) runs.set(story, runOver(task, best, story, one))
  const short = shortDiagnostic(task, best.blocks, job.templates ?? [])
  return {
    left: best.left,
    state: {
      ...state,
      runs,
      made: [...state.made, options],
      diagnostics: [...state.diagnostics, ...short],
    },
  }
}

/** Where a long story goes on after a page. */
function runOver(task: PageTask, { made }: MadePage, story: StoryId, running: Running): Run | null {
  const own = made.frames.filter(isStoryFrame).filter((frame) => frame.story === story)
  return own.length === 0 ? running.run : runAfter(task.edition, running, own, task)
}
