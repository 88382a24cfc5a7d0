import type { Desk } from '../desk/context'
import type { Problem } from './problems'

/** Shows where a problem is: its page, its frame chosen, or its story's. */
export function goToProblem({ actions, problems, store }: Desk, problem: Problem): void {
  problems.set({ current: problem.key })
  store.set({ desk: 'makeup', tab: 'problems' })
  if (problem.page !== null) actions.showPage(problem.page)
  if (problem.frame !== null) actions.showFrame(problem.frame)
  else if (problem.story !== null) actions.showStory(problem.story)
}

/** F8: the next thing to settle, from the last one gone to; with -1 the one before. */
export function stepProblem(desk: Desk, by: 1 | -1): void {
  const { all, current } = desk.problems.get()
  const at = all.findIndex(({ key }) => key === current)
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length
  const problem = all[next]
  if (problem !== undefined) goToProblem(desk, problem)
}
