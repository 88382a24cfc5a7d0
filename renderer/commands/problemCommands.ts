import { stepProblem } from '../problems/goTo'
import { always, type CommandsOf } from './command'

export const problemCommands: CommandsOf = (desk, text) => [
  always('problems', text.problems.title, '', () => desk.store.set({ tab: 'problems' })),
  always('nextProblem', text.problems.next, 'F8', () => stepProblem(desk, 1)),
  always('previousProblem', text.problems.previous, 'Shift F8', () => stepProblem(desk, -1)),
]
