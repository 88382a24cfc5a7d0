import { heatShown, switchDesk } from '../press/doing'
import { always, type CommandsOf } from './command'

export const deskCommands: CommandsOf = (desk, text) => [
  always('deskMakeup', text.deskMakeup, 'Alt 1', () => switchDesk(desk, 'makeup')),
  always('deskPress', text.pressing.desk, 'Alt 3', () => switchDesk(desk, 'press')),
  {
    id: 'heat',
    label: text.pressing.totalInk,
    keys: '',
    enabled: desk.store.get().desk === 'press',
    run: () => desk.press.state.set({ heat: !heatShown(desk) }),
  },
]
