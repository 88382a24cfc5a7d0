import { openFind, step } from '../find/finding'
import { always, type CommandsOf } from './command'

export const findCommands: CommandsOf = (desk, { finding }) => [
  always('find', finding.find, 'Ctrl F', () => openFind(desk, false)),
  always('replace', finding.findReplace, 'Ctrl H', () => openFind(desk, true)),
  always('findEdition', finding.findEdition, 'Ctrl Alt F', () => openFind(desk, false, 'edition')),
  always('findNext', finding.next, 'F3', () => step(desk, 1)),
  always('findPrevious', finding.previous, 'Shift F3', () => step(desk, -1)),
]
