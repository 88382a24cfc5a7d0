import { stepProblem } from '../problems/goTo'
import type { Desk } from '../desk/context'
import { stepFinding } from '../press/doing'
import { always, type CommandsOf } from './command'

const step = (desk: Desk, by: 1 | -1): void =>
  desk.store.get().desk === 'press' ? stepFinding(desk, by) : stepProblem(desk, by)

export const problemCommands: CommandsOf = (desk, text) => [
  always('problems', text.problems.title, '', () => desk.actions.showBeside('problems')),
  always('nextProblem', text.problems.next, 'F8', () => step(desk, 1)),
  always('previousProblem', text.problems.previous, 'Shift F8', () => step(desk, -1)),
]
