import type { DeskName } from '../desk/store'
import { heatShown, switchDesk } from '../press/doing'
import { switched, type Command, type CommandsOf } from './command'

export const deskCommands: CommandsOf = (desk, text) => {
  const { store, press } = desk
  const stand = (id: string, name: DeskName, label: string, keys: string): Command =>
    switched(
      id,
      label,
      keys,
      () => store.get().desk === name,
      () => switchDesk(desk, name),
    )
  return [
    stand('deskMakeup', 'makeup', text.deskMakeup, 'Alt 1'),
    stand('deskPress', 'press', text.pressing.desk, 'Alt 3'),
    {
      ...{ id: 'heat', label: text.pressing.totalInk, keys: '' },
      enabled: store.get().desk === 'press',
      get checked() {
        return heatShown(desk)
      },
      run: () => press.state.set({ heat: !heatShown(desk) }),
    },
  ]
}
